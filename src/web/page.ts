import type { Child } from 'hono/jsx'

/** A page before its frame: what a view returns. */
export type Page = {
  title: string
  main: Child
  /**
   * The frame around it, and who may keep it: public information may be kept by browsers and compressed once,
   * all else is made for one visitor and kept by nobody.
   */
  kind: 'public' | 'staff' | 'desk'
  description?: string
  /** Hashed addresses of scripts that make the page nicer; it works without them. */
  scripts?: string[]
}
