import { Tag } from './tag.tsx'

export type EventItem = {
  text: string
  /** The language of the name, where that is not the page's. */
  lang: string | undefined
  when: string
  place: string | null
  /** Such as “Peruttu”. */
  state: string | null
}

/** What comes next at one place. The page around it has the heading. */
export const EventList = ({ items }: { items: readonly EventItem[] }) => (
  <ul class="cards">
    {items.map(({ text, lang, when, place, state }) => (
      <li>
        <h3>
          <bdi lang={lang}>{text}</bdi>
          {state && <> {<Tag kind="no">{state}</Tag>}</>}
        </h3>
        <p>{when}</p>
        {place && (
          <p>
            <bdi>{place}</bdi>
          </p>
        )}
      </li>
    ))}
  </ul>
)
