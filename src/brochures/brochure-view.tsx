import type { Child } from 'hono/jsx'
import { guideWords } from '../guides/guide-words.ts'
import { formatHolderDay } from '../i18n/holder-format.ts'
import { holderFrameWords } from '../i18n/holder-frame-words.ts'
import { aboutLanguages, type HolderLanguage } from '../i18n/holder-languages.ts'
import type { Language } from '../i18n/translated.ts'
import { publicPaths } from '../public-paths.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { LinkButton } from '../web/components/button.tsx'
import { Empty } from '../web/components/empty.tsx'
import { Notice } from '../web/components/notice.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import { ChangesSection } from './changes-view.tsx'
import { pageWords } from './page-words.ts'
import type { KeptEdition } from './queries.ts'
import { type Edition, editionKey, layoutsFor, type Part, printedName } from './rules.ts'
import { type Group, type Told, type ToldPlace, tellEdition } from './telling.ts'
import { editionFile, paths } from './words.ts'

type Reader = { language: Language; reader: HolderLanguage }
type Area = { id: number; name: string }
type Props = Reader & {
  edition: Edition
  /** The edition that this one follows. */
  before: Edition | undefined
  /** All of the area, the latest first. */
  editions: readonly KeptEdition[]
}

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
const inParts = (lines: readonly string[], asSteps = false): Child =>
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

type Section = { id: string; title: string; body: Child }

const textSections = ({ parts, goodToKnow }: Told): Section[] => [
  ...parts.map(({ title, lines }: Part, nth) => ({
    ...{ id: `part-${nth + 1}`, title },
    body: inParts(lines, nth === ticketPart),
  })),
  ...(goodToKnow ? [{ id: 'good-to-know', title: goodToKnow.title, body: inParts(goodToKnow.lines) }] : []),
]

const sectionsOf = (reader: HolderLanguage, told: Told): Section[] => [
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

const Downloads = ({ reader, edition }: Pick<Props, 'reader' | 'edition'>) => {
  const t = pageWords[reader]
  const { area } = edition.content
  const to = (file: string) => fill(editionFile, { area: area.id, edition: editionKey(edition), paper: file })
  return (
    <section aria-labelledby="take">
      <h2 id="take">{t.take}</h2>
      <p class="downloads">
        {layoutsFor(reader).map((layout) => (
          <a href={to(`${reader}-${layout}.pdf`)}>{t.layouts[layout]}</a>
        ))}
        <a href={to(`${reader}.txt`)}>{t.text}</a>
      </p>
    </section>
  )
}

const Contents = ({ reader, sections }: { reader: HolderLanguage; sections: readonly Section[] }) => (
  <nav aria-labelledby="contents">
    <h2 id="contents">{holderFrameWords[reader].onThisPage}</h2>
    <ul>
      {sections.map(({ id, title }) => (
        <li>
          <a href={`#${id}`}>{title}</a>
        </li>
      ))}
    </ul>
  </nav>
)

const OtherEditions = ({ reader, edition, editions }: Props) => {
  const others = editions.filter((one) => editionKey(one) !== editionKey(edition))
  if (others.length === 0) return null
  const { area, words } = edition.content
  return (
    <section aria-labelledby="editions">
      <h2 id="editions">{pageWords[reader].editions}</h2>
      <ul>
        {others.map((one) => (
          <li>
            <a href={fill(paths.edition[reader], { area: area.id, edition: editionKey(one) })}>
              {words[reader]!.edition} <bdi>{printedName(one)}</bdi>
            </a>
            {`, ${formatHolderDay(reader, one.publishedOn)}`}
          </li>
        ))}
      </ul>
    </section>
  )
}

const trailOf = (reader: HolderLanguage) => [
  { label: holderFrameWords[reader].front, href: publicPaths.front[reader] },
  { label: pageWords[reader].areas, href: publicPaths.areas[reader] },
]

/** An edition on the web: the same words as on paper, with the papers to print and what has changed. */
export const brochurePage = (props: Props): Page => {
  const { language, reader, edition, before, editions } = props
  const t = pageWords[reader]
  const frame = holderFrameWords[reader]
  const { content, publishedOn } = edition
  const words = content.words[reader]!
  const told = tellEdition(content, reader)
  const sections = sectionsOf(reader, told)
  const isOld = editions[0] !== undefined && editionKey(editions[0]) !== editionKey(edition)
  return {
    ...{ title: t.title(told.area), kind: 'public', reader, description: t.description(told.area) },
    main: (
      <>
        <Breadcrumb
          language={language}
          trail={trailOf(reader)}
          here={t.title(told.area)}
          label={frame.youAreHere}
        />
        <h1>{t.title(told.area)}</h1>
        {isOld && (
          <Notice kind="warn" title={t.old}>
            <p>
              <a href={fill(publicPaths.brochure[reader], { area: content.area.id })}>{t.newest}</a>
            </p>
          </Notice>
        )}
        <p class="lead">{words.lead}</p>
        <p>
          <bdi lang={reader === 'sv' ? undefined : 'fi'}>{told.municipalities.join(', ')}</bdi>
        </p>
        <p>
          {words.edition} <bdi>{printedName(edition)}</bdi>. {frame.updated}{' '}
          <time datetime={publishedOn}>{formatHolderDay(reader, publishedOn)}</time>
        </p>
        {words.unreviewed && <p class="hint">{words.unreviewed}</p>}
        <Downloads reader={reader} edition={edition} />
        <Contents reader={reader} sections={sections} />
        {inParts(told.foreword)}
        {sections.map(({ id, title, body }) => (
          <section aria-labelledby={id}>
            <h2 id={id}>{title}</h2>
            {body}
          </section>
        ))}
        {before && <ChangesSection reader={reader} before={before} after={content} />}
        <OtherEditions {...props} />
      </>
    ),
  }
}

/** For an area that has not published yet. */
export const noBrochurePage = ({ language, reader, area }: Reader & { area: Area }): Page => {
  const t = pageWords[reader]
  return {
    ...{ title: t.title(area.name), kind: 'public', reader, description: t.description(area.name) },
    main: (
      <>
        <Breadcrumb
          language={language}
          trail={trailOf(reader)}
          here={t.title(area.name)}
          label={holderFrameWords[reader].youAreHere}
        />
        <h1>{t.title(area.name)}</h1>
        <Empty title={t.none}>
          <p>{t.noneWhy}</p>
          <p>
            <LinkButton href={publicPaths.sites[reader]}>{guideWords[reader].places}</LinkButton>
          </p>
        </Empty>
      </>
    ),
  }
}
