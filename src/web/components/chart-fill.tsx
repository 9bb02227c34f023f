/** Hatch and dots, so that series differ without colour; each drawing needs its own, found by id. */
export const Patterns = ({ id }: { id: string }) => (
  <defs>
    <pattern
      id={`${id}-2`}
      class="hatch"
      width="8"
      height="8"
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <rect width="8" height="8" />
      <path d="M0 0V8" />
    </pattern>
    <pattern id={`${id}-4`} class="dots" width="7" height="7" patternUnits="userSpaceOnUse">
      <rect width="7" height="7" />
      <circle cx="3.5" cy="3.5" r="1.5" />
    </pattern>
  </defs>
)

/** Look of the nth series (0 first): a class, and a pattern where it has one. */
export const fillOf = (id: string, index: number) => ({
  class: `s${index + 1}`,
  fill: index % 2 === 1 ? `url(#${id}-${index + 1})` : undefined,
})
