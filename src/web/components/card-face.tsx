import type { Child } from 'hono/jsx'
import { Logo } from './logo.tsx'

/** A picture of what the issuer writes on the paper card by hand, line for line. */
export const CardFace = ({ lines }: { lines: readonly { label: string; value: Child }[] }) => (
  <div class="cardface">
    <Logo />
    <dl>
      {lines.map(({ label, value }) => (
        <>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </>
      ))}
    </dl>
  </div>
)
