import type { Child } from 'hono/jsx'

export type SummaryRow = {
  label: string
  value: Child
  change?: { href: string; label: string; about: string }
}

/** Facts of one thing, or answers to check. `about` is read after “Muuta” so that links differ by ear. */
export const SummaryList = ({ rows }: { rows: readonly SummaryRow[] }) => (
  <dl class="summary">
    {rows.map(({ label, value, change }) => (
      <div>
        <dt>{label}</dt>
        <dd>{value}</dd>
        {change && (
          <dd>
            <a href={change.href}>
              {change.label}
              <span class="vh"> {change.about}</span>
            </a>
          </dd>
        )}
      </div>
    ))}
  </dl>
)
