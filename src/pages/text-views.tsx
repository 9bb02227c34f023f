import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { formatHolderDay } from '../i18n/holder-format.ts'
import { holderFrameWords } from '../i18n/holder-frame-words.ts'
import {
  aboutLanguages,
  type HolderLanguage,
  inLanguage,
  isHolderLanguage,
} from '../i18n/holder-languages.ts'
import { dayOf } from '../lib/dates.ts'
import { type Heading, plainOf, renderInline, renderMarkdown } from '../lib/markdown.ts'
import { clientScript, styleSheet } from '../web/assets.ts'
import type { Page } from '../web/page.ts'
import { RolesPicture } from './roles-picture.tsx'
import { besideWords, words } from './words.ts'

const checklistScript = clientScript(new URL('./checklist.client.ts', import.meta.url))
export const look = styleSheet(new URL('./pages.css', import.meta.url))

export type Step = { label: string; href: string; lang?: string; dir?: 'ltr' | 'rtl' }

/** As `inLanguage`, of a language as the database has it. */
export const languageOfText = (language: string, reader: HolderLanguage) =>
  isHolderLanguage(language) ? inLanguage(language, reader) : {}

export const Crumbs = ({
  reader,
  trail,
  here,
}: {
  reader: HolderLanguage
  trail: readonly Step[]
  here: Child
}) => (
  <nav class="crumbs" aria-label={holderFrameWords[reader].youAreHere}>
    <ol>
      {trail.map(({ label, href, lang, dir }) => (
        <li>
          <a href={href} lang={lang} dir={dir}>
            {label}
          </a>
        </li>
      ))}
      <li aria-current="page">{here}</li>
    </ol>
  </nav>
)

/** What is said small of a text: since when it is so, and that it is in another language or read by nobody yet. */
const TextNotes = ({
  reader,
  language,
  at,
  label,
}: {
  reader: HolderLanguage
  language: string
  at: Date
  label: string
}) => {
  const t = holderFrameWords[reader]
  return (
    <p class="hint">
      {label} {formatHolderDay(reader, dayOf(at))}.{language !== reader && ` ${t.otherLanguage}`}
      {language === reader && !aboutLanguages[reader].isReviewed && ` ${t.unreviewed}`}
    </p>
  )
}

const Contents = ({ reader, headings }: { reader: HolderLanguage; headings: readonly Heading[] }) => (
  <nav class="aside contents" aria-labelledby="contents-title">
    <h2 id="contents-title">{holderFrameWords[reader].onThisPage}</h2>
    <ul>
      {headings.map(({ id, text }) => (
        <li>
          <a href={`#${id}`}>{text}</a>
        </li>
      ))}
    </ul>
  </nav>
)

const Also = ({ reader, links }: { reader: HolderLanguage; links: readonly Step[] }) => (
  <nav class="also" aria-labelledby="also-title">
    <h2 id="also-title">{besideWords[reader].also}</h2>
    <ul>
      {links.map(({ label, href, lang, dir }) => (
        <li>
          <a href={href} lang={lang} dir={dir}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

/** The points of a checklist are ticked in the reader's own browser, and forgotten there. */
const Checklist = ({
  name,
  language,
  html,
}: {
  name: string
  language: 'fi' | 'sv' | 'en'
  html: string
}) => (
  <>
    <p class="hint">{words[language].ticksStay}</p>
    <div data-checklist={name}>
      {raw(html)}
      <button class="btn sec" type="button" data-clear hidden>
        {words[language].clearTicks}
      </button>
    </div>
  </>
)

type Text = { language: string; title: string; lead: string; body: string; at: Date }
/** A text beside the page's own, such as a question that the centre has added. */
export type MoreText = { id: string; language: string; title: string; body: string }

/** What stands on a text's page beside the text, such as the dates of trainings. */
export type Part = { id: string; title: string; node: Child }

const Parts = ({ parts }: { parts: readonly Part[] }) => (
  <>
    {parts.map(({ id, title, node }) => (
      <section aria-labelledby={id}>
        <h2 id={id}>{title}</h2>
        {node}
      </section>
    ))}
  </>
)

type TextPageProps = {
  reader: HolderLanguage
  /** Of staff words: the nearest of the reader's. */
  nearest: 'fi' | 'sv' | 'en'
  /** Whether the page is read in all of the holders' languages. */
  isForHolders: boolean
  text: Text
  /** What the date says: when it was updated, or published. */
  dateLabel: string
  trail: readonly Step[]
  also: readonly Step[]
  /** The name under which a checklist's ticks are kept; null where there are none. */
  checklist: string | null
  more?: readonly MoreText[]
  /** Under the lead, and under the text. */
  before?: readonly Part[]
  after?: readonly Part[]
  /** Whether the first four headings are the roles, which a picture shows beside each other. */
  showsRoles?: boolean
  /** Above everything: what an editor is told who looks at a text before others do. */
  banner?: Child
}

/** Fewer than this are seen at a glance. */
const leastContents = 3

/** A page of text: where it stands, what is on it, since when, the text itself, and what stands beside it. */
export const textPage = (props: TextPageProps): Page => {
  const { reader, nearest, text, trail, also, checklist, banner, isForHolders, dateLabel } = props
  const { more = [], before = [], after = [] } = props
  const { html, headings } = renderMarkdown(text.body, checklist !== null)
  const added = more.map(({ id, title }) => ({ id, level: 2, text: title }))
  const asHeading = ({ id, title }: Part) => ({ id, level: 2, text: title })
  const own = headings.filter(({ level }) => level === 2)
  const contents = [...before.map(asHeading), ...own, ...added, ...after.map(asHeading)]
  const inItsLanguage = languageOfText(text.language, reader)
  const roles = props.showsRoles ? own.slice(0, 4).map(({ text }) => text) : []
  const head = (
    <div {...inItsLanguage}>
      <h1>{text.title}</h1>
      <p class="lead">{raw(renderInline(text.lead))}</p>
    </div>
  )
  const body = (
    <>
      <TextNotes reader={reader} language={text.language} at={text.at} label={dateLabel} />
      {checklist !== null && <Checklist name={checklist} language={nearest} html={html} />}
      <Parts parts={before} />
      {roles.length === 4 && <RolesPicture reader={reader} names={roles} />}
      <div class="prose" {...inItsLanguage}>
        {checklist === null && raw(html)}
        {more.map(({ id, language, title, body }) => (
          <section {...(language === text.language ? {} : languageOfText(language, reader))}>
            <h2 id={id}>{title}</h2>
            {raw(renderMarkdown(body).html)}
          </section>
        ))}
      </div>
      <Parts parts={after} />
      {also.length > 0 && <Also reader={reader} links={also} />}
    </>
  )
  return {
    title: text.title,
    kind: 'public',
    ...(isForHolders ? { reader } : {}),
    description: plainOf(text.lead).replaceAll('\n', ' '),
    styles: [look],
    ...(checklist === null ? {} : { scripts: [checklistScript] }),
    main: (
      <>
        {banner}
        <Crumbs reader={reader} trail={trail} here={<span {...inItsLanguage}>{text.title}</span>} />
        {contents.length < leastContents ? (
          <>
            {head}
            {body}
          </>
        ) : (
          <div class="cols">
            {head}
            <Contents reader={reader} headings={contents} />
            <div class="after">{body}</div>
          </div>
        )}
      </>
    ),
  }
}
