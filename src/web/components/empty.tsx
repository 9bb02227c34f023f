import type { Child } from 'hono/jsx'
import { Logo } from './logo.tsx'

/** Nothing here yet: says why that is fine, and what to do first. */
export const Empty = ({ title, children }: { title: string; children?: Child }) => (
  <div class="empty">
    <Logo />
    <h2>{title}</h2>
    {children}
  </div>
)
