import type { Child } from 'hono/jsx'
import { aboutLanguages, type HolderLanguage } from '../i18n/holder-languages.ts'
import { publicPaths } from '../public-paths.ts'
import { fill } from '../web/paths.ts'
import type { Part } from './rules.ts'
import type { Group, Told, ToldPlace } from './telling.ts'

/** Text in another language than the page says so, and takes its own direction. */
const said = (reader: HolderLanguage, lang: string, text: string): Child =>
  lang === aboutLanguages[reader].tag ? (
    text
  ) : (
    <span lang={lang} dir="auto">
      {text}
    </span>
  )

/** A sentence a line where the language has it so. */
const inLines = (text: string): Child[] =>
  text.split('\n').flatMap((line, nth) => (nth === 0 ? [line] : [<br />, line]))

const ticketPart = 2
/** Paragraphs, or the steps of a list. */
export const inParts = (lines: readonly string[], asSteps = false): Child =>
  asSteps ? (
    <ol>
      {lines.map((line) => (
        <li>{inLines(line)}</li>
      ))}
    </ol>
  ) : (
    lines.map((line) => <p>{inLines(line)}</p>)
  )

const PlaceLine = ({ reader, place, href }: { reader: HolderLanguage; place: ToldPlace; href?: string }) => {
  const name = <bdi lang="fi">{place.name}</bdi>
  return (
    <li>
      {href ? <a href={href}>{name}</a> : name}
      {place.note && <> – {said(reader, place.note.lang, place.note.text)}</>}
      {place.coming && ` (${place.coming})`}
      {place.street && (
        <>
          <br />
          <bdi lang="fi">{place.street}</bdi>
        </>
      )}
      {place.how && (
        <>
          <br />
          {said(reader, place.how.lang, place.how.text)}
        </>
      )}
    </li>
  )
}

const Groups = (props: { reader: HolderLanguage; groups: readonly Group[]; hasPages?: boolean }) => (
  <>
    {props.groups.map(({ municipality, places }) => (
      <>
        <h3>
          <bdi lang={props.reader === 'sv' ? undefined : 'fi'}>{municipality}</bdi>
        </h3>
        <ul>
          {places.map((place) => (
            <PlaceLine
              reader={props.reader}
              place={place}
              {...(props.hasPages ? { href: fill(publicPaths.site[props.reader], { site: place.id }) } : {})}
            />
          ))}
        </ul>
      </>
    ))}
  </>
)

export type Section = { id: string; title: string; body: Child }

const textSections = ({ parts, goodToKnow }: Told): Section[] => [
  ...parts.map(({ title, lines }: Part, nth) => ({
    ...{ id: `part-${nth + 1}`, title },
    body: inParts(lines, nth === ticketPart),
  })),
  ...(goodToKnow ? [{ id: 'good-to-know', title: goodToKnow.title, body: inParts(goodToKnow.lines) }] : []),
]

/** The parts of an edition under their headings, in reading order. */
export const sectionsOf = (reader: HolderLanguage, told: Told): Section[] => [
  ...textSections(told),
  {
    ...{ id: 'places', title: told.places.title },
    body: <Groups reader={reader} groups={told.places.groups} hasPages />,
  },
  ...(told.units.groups.length > 0
    ? [
        {
          ...{ id: 'units', title: told.units.title },
          body: (
            <>
              {inParts(told.units.lines)}
              <Groups reader={reader} groups={told.units.groups} />
            </>
          ),
        },
      ]
    : []),
  {
    ...{ id: 'contact', title: told.contact.title },
    body: told.contact.lines.map((line) => (
      <p lang="fi" dir="auto">
        {line}
      </p>
    )),
  },
  {
    ...{ id: 'privacy', title: told.privacy.title },
    body: (
      <>
        {inParts(told.privacy.lines)}
        <p>
          <a href={`https://${told.privacy.address}`} dir="ltr">
            {told.privacy.address}
          </a>
        </p>
      </>
    ),
  },
]
