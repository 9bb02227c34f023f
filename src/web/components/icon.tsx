const shapes = {
  ok: 'M6 16.5l7 7L26 9.5',
  info: 'M16 14.5v9M16 8.5v.5',
  warn: 'M16 8v10M16 23v.5',
  hold: 'M16 8v9l6 3.5',
  error: 'M16 8v10M16 23v.5',
  no: 'M10 16h12',
} as const

export type IconName = keyof typeof shapes

/** A round sign beside a heading, so that no state rests on colour alone. Decorative for screen readers. */
export const Icon = ({ name }: { name: IconName }) => (
  <svg class={`icon ${name}`} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
    <circle cx="16" cy="16" r="16" />
    <path d={shapes[name]} />
  </svg>
)
