import type { Child } from 'hono/jsx'

/** The head of a public page, edge to edge: the title and the one thing to do. Put it first in `<main>`. */
export const Hero = ({ title, children }: { title: string; children?: Child }) => (
  <div class="hero">
    <svg
      class="art"
      viewBox="0 0 288 240"
      preserveAspectRatio="xMidYMax slice"
      aria-hidden="true"
      focusable="false"
    >
      <path class="frame" d="M90 204v-92a88 88 0 0 1 176 0v92z" />
      <path class="light" d="M116 204v-90a62 62 0 0 1 124 0v90z" />
      <path class="door" d="M116 204v-90a62 62 0 0 1 62-62v152z" />
      <path class="beam" d="M116 204h124l-64 36H-64z" />
    </svg>
    <h1>{title}</h1>
    {children}
  </div>
)
