import type { Child } from 'hono/jsx'

export type CardItem = { title: string; href: string; lines: readonly Child[]; how?: string }

/**
 * Things people choose from, such as places: the whole card is the link's target, the title its name.
 * @param level 2 where the list comes right after the page's own heading
 */
export const CardList = ({ items, level = 3 }: { items: readonly CardItem[]; level?: 2 | 3 }) => {
  const Heading = `h${level}` as const
  return (
    <ul class="cards">
      {items.map(({ title, href, lines, how }) => (
        <li>
          <Heading>
            <a href={href}>{title}</a>
          </Heading>
          {lines.map((line) => (
            <p>{line}</p>
          ))}
          {how && <p class="how">{how}</p>}
        </li>
      ))}
    </ul>
  )
}
