import type { Child } from 'hono/jsx'

/** A column of its own beside the work on wide screens, below it on phones. */
export const WithAside = ({ title, aside, children }: { title: string; aside: Child; children: Child }) => (
  <div class="cols">
    <div>{children}</div>
    <aside class="aside" aria-labelledby="aside-title">
      <h2 id="aside-title">{title}</h2>
      {aside}
    </aside>
  </div>
)
