import type { Child } from 'hono/jsx'

/** A page before its frame: what a view returns. */
export type Page = {
  title: string
  main: Child
  /** The frame around it; a staff page when not said. */
  kind?: 'public' | 'staff' | 'desk'
  description?: string
  /** Hashed addresses of scripts that make the page nicer; it works without them. */
  scripts?: string[]
}
