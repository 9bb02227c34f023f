import type { Child } from 'hono/jsx'
import { paragraphsOf } from '../areas/page-rules.ts'
import { compareFor } from '../i18n/holder-format.ts'
import { holderFrameWords } from '../i18n/holder-frame-words.ts'
import { aboutLanguages, type HolderLanguage, holderLanguages, inLanguage } from '../i18n/holder-languages.ts'
import { type MunicipalityNames, municipalityName, type Standing } from '../network/rules.ts'
import type { UnitContact } from '../units/contact-rules.ts'
import { Tag } from '../web/components/tag.tsx'
import { areaWords } from './area-words.ts'
import { Phone, Reach } from './contacts-view.tsx'
import { kindName } from './kind-words.ts'
import { localWords } from './page-words.ts'
import { byMunicipality, firstSaid, isComing, type PublicUnit } from './rules.ts'

/** In which language a text is looked for: the reader's own, the one that it falls back on, then any. */
export const orderFor = (reader: HolderLanguage): HolderLanguage[] => [
  ...new Set([reader, aboutLanguages[reader].falls, ...holderLanguages]),
]

/** An area's name as the reader's language has it; all but Swedish know the Finnish one. */
export const areaNameFor = (
  { name, nameSv }: { name: string; nameSv: string | null },
  reader: HolderLanguage,
): string => (reader === 'sv' ? (nameSv ?? name) : name)

/** A text of somebody's own, in the language that it was found in. */
export const OwnText = ({
  reader,
  said,
}: {
  reader: HolderLanguage
  said: { text: string; language: HolderLanguage }
}) => (
  <div {...inLanguage(said.language, reader)}>
    {paragraphsOf(said.text).map((part) => (
      <p>{part}</p>
    ))}
  </div>
)

/** Told once a page, where nobody whose own language it is has read the translation. */
export const Unreviewed = ({ reader }: { reader: HolderLanguage }) =>
  aboutLanguages[reader].isReviewed ? null : <p class="hint">{holderFrameWords[reader].unreviewed}</p>

const namesOf = (municipalities: readonly MunicipalityNames[], reader: HolderLanguage) =>
  municipalities.map((municipality) => municipalityName(municipality, reader)).sort(compareFor(reader))

/** The state in a tag, the municipalities after it; permanent use needs no tag. */
export const StandingLine = ({ reader, standing }: { reader: HolderLanguage; standing: Standing }) => {
  const t = areaWords[reader]
  const { phase, until, crossUse, preliminary } = standing
  const state =
    phase === 'pilot' ? [t.pilot, until && t.until(until)] : phase === 'preparing' ? [t.coming] : []
  const tag = [...state, preliminary && t.preliminary].filter(Boolean).join(' · ')
  return (
    <p>
      {tag && (
        <>
          <Tag kind={phase === 'preparing' ? 'off' : 'wait'}>{tag}</Tag>{' '}
        </>
      )}
      <bdi>{namesOf(standing.municipalities, reader).join(', ')}</bdi>
      {!crossUse && `. ${t.localOnly}`}
    </p>
  )
}

/** Whether one can go there now, where that is not plain. */
export const PlaceTags = ({
  reader,
  place,
}: {
  reader: HolderLanguage
  place: Pick<PublicUnit, 'isPaused' | 'phase'>
}) => (
  <>
    {isComing(place) && (
      <>
        {' '}
        <Tag kind="off">{areaWords[reader].coming}</Tag>
      </>
    )}
    {place.isPaused && (
      <>
        {' '}
        <Tag kind="wait">{localWords[reader].paused}</Tag>
      </>
    )}
  </>
)

type Named = MunicipalityNames & { name: string }
type GroupedProps<One> = {
  reader: HolderLanguage
  places: readonly One[]
  level: 2 | 3
  children: (place: One) => Child
}

/** Places under the names of their municipalities. */
export const Grouped = <One extends Named>({ reader, places, level, children }: GroupedProps<One>) => {
  const Heading = `h${level}` as const
  const groups = byMunicipality(places, (place) => municipalityName(place, reader), compareFor(reader))
  return (
    <div class="groups">
      {groups.map(({ municipality, places: here }) => (
        <div>
          <Heading>
            <bdi>{municipality}</bdi>
          </Heading>
          <ul>{here.map((place) => children(place))}</ul>
        </div>
      ))}
    </div>
  )
}

/** How one comes to a service, in its own words. A page is named by its host, the same in every language. */
const HowToCome = ({ reader, contact }: { reader: HolderLanguage; contact: UnitContact }) => {
  const { street, phone, url, notes } = contact
  const note = firstSaid<HolderLanguage>(notes, orderFor(reader))
  return (
    <>
      {street && (
        <>
          <br />
          <bdi>{street}</bdi>
        </>
      )}
      {phone && <Phone>{phone}</Phone>}
      {url && <Reach href={url}>{new URL(url).host}</Reach>}
      {note && (
        <>
          <br />
          <span {...inLanguage(note.language, reader)}>{note.text}</span>
        </>
      )}
    </>
  )
}

/** A service that gives cards: its name, which is never translated, and what kind it is. */
export const UnitLine = ({ reader, unit }: { reader: HolderLanguage; unit: PublicUnit }) => {
  const { text, isFinnish } = kindName(reader, unit.kind)
  return (
    <li>
      <strong>
        <bdi>{unit.name}</bdi>
      </strong>
      <br />
      <span {...(isFinnish ? inLanguage('fi', reader) : {})}>{text}</span>
      <PlaceTags reader={reader} place={unit} />
      {unit.contact && <HowToCome reader={reader} contact={unit.contact} />}
    </li>
  )
}
