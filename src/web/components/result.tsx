import type { Child } from 'hono/jsx'
import { Icon } from './icon.tsx'

type ResultProps = {
  /** ok: the card gives a ticket · hold: saved or asks for a decision · no: no ticket, and why */
  outcome: 'ok' | 'hold' | 'no'
  title: string
  /** 1 on the desk's own pages; lower where results are listed. */
  level?: 1 | 2 | 3
  id?: string
  children?: Child
  /** Buttons beside the text, such as Undo. */
  action?: Child
}

/**
 * The answer at the desk, the heading of its page. Takes the focus when a script is there,
 * so that a screen reader says it first. Wording stays neutral: the customer stands beside.
 */
export const Result = ({ outcome, title, level = 1, id = 'result', children, action }: ResultProps) => {
  const Heading = `h${level}` as const
  return (
    <section class={`result ${outcome}`} aria-labelledby={id}>
      <Icon name={outcome} />
      <div class="text">
        <Heading id={id} tabindex={-1} data-focus={level === 1 ? 'true' : undefined}>
          {title}
        </Heading>
        {children}
      </div>
      {action && <div class="action">{action}</div>}
    </section>
  )
}
