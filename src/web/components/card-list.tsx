import type { Child } from 'hono/jsx'

export type CardItem = { title: string; href: string; lines: readonly Child[]; how?: string }

/** Things people choose from, such as places: the whole card is the link's target, the title its name. */
export const CardList = ({ items }: { items: readonly CardItem[] }) => (
  <ul class="cards">
    {items.map(({ title, href, lines, how }) => (
      <li>
        <h3>
          <a href={href}>{title}</a>
        </h3>
        {lines.map((line) => (
          <p>{line}</p>
        ))}
        {how && <p class="how">{how}</p>}
      </li>
    ))}
  </ul>
)
