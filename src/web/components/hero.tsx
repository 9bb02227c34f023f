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
      <path class="beam" d="M116 240 40 300h260l-66-60z" />
      <path class="frame" d="M76 240V118a88 88 0 0 1 176 0v122z" />
      <path class="light" d="M102 240V120a62 62 0 0 1 124 0v120z" />
      <path class="door" d="M102 240V120a62 62 0 0 1 62-62v182z" />
    </svg>
    <h1>{title}</h1>
    {children}
  </div>
)
