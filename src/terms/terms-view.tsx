import type { Child } from 'hono/jsx'
import { aboutLanguages, type HolderLanguage } from '../i18n/holder-languages.ts'
import type { UseKind } from '../uses/rules.ts'
import { holderLimitText } from './holder-limit-words.ts'
import { termsWords } from './holder-words.ts'
import {
  linesOf,
  linkKinds,
  type ShownText,
  shownText,
  type Terms,
  type TextField,
  textFields,
} from './rules.ts'

type Props = {
  /** The reader's. What a site says in its own words falls back on what there is, and says its language. */
  language: HolderLanguage
  terms: Terms
  /** The municipality, written after the postal code. */
  town: string
  /** The level of its headings: 2 on a page of its own, 3 among others. */
  level?: 2 | 3
}
type PartProps = Pick<Props, 'language' | 'terms'> & {
  level: 2 | 3
  field: TextField
  /** What is said of it at every site, or made from numbers. */
  before?: string[]
  children?: Child
}

const shownIn = ({ language, terms }: Pick<Props, 'language' | 'terms'>, field: TextField) =>
  shownText(terms.texts, field, aboutLanguages[language].falls)

/** The parts that this site has, in the order in which a cardholder asks: what is empty is not there. */
export const partsOf = (props: Pick<Props, 'language' | 'terms'>): TextField[] => {
  const { terms } = props
  const has = (field: TextField) => shownIn(props, field) !== null
  const also: Partial<Record<TextField, boolean>> = {
    how: Boolean(terms.links.tickets),
    cancelling: true,
    limits: Boolean(terms.limits.ticket ?? terms.limits['season-pass']),
    courses: courseLines(props).length > 0,
    companions: true,
    accessibility: Boolean(terms.links.accessibility),
  }
  return textFields.filter((field) => has(field) || also[field])
}

/** The terms of the card at one site, as a cardholder reads them. */
export const TermsView = ({ language, terms, town, level = 2 }: Props) => {
  const t = termsWords[language]
  const part = { language, terms, level }
  const before: Partial<Record<TextField, string[]>> = {
    cancelling: [t.cancelling, ...(shownIn(part, 'cancelling') ? [] : [t.cancellingHow])],
    limits: [...limitLines(part, 'ticket'), ...limitLines(part, 'season-pass')],
    courses: courseLines(part),
    companions: [t.companions],
  }
  return (
    <div class="terms">
      {partsOf(part).map((field) => (
        <Part {...part} field={field} before={before[field] ?? []}>
          {field === 'how' && <Away href={terms.links.tickets}>{t.links.tickets}</Away>}
          {field === 'accessibility' && <Away href={terms.links.accessibility}>{t.links.accessibility}</Away>}
        </Part>
      ))}
      <Address {...part} town={town} />
      <Links {...part} />
    </div>
  )
}

/** The limit that the desk is held to, as a sentence. */
const limitLines = ({ language, terms }: Pick<Props, 'language' | 'terms'>, kind: UseKind): string[] => {
  const limit = terms.limits[kind]
  return limit ? [holderLimitText(language, kind, limit)] : []
}

const courseLines = ({ language, terms }: Pick<Props, 'language' | 'terms'>): string[] => {
  const t = termsWords[language]
  const { feeCents, excessByHolder } = terms.courses
  return [
    ...limitLines({ language, terms }, 'course-place'),
    ...(feeCents !== null ? [excessByHolder ? t.excess(feeCents) : t.fee(feeCents)] : []),
  ]
}

/** A page of its own leads to each part from its list of contents; previews stand three to a page. */
const Heading = ({ level, id, children }: { level: 2 | 3; id?: string; children: Child }) => {
  const Tag = `h${level}` as const
  return <Tag id={level === 2 ? id : undefined}>{children}</Tag>
}

const Away = ({ href, children }: { href: string | undefined; children: Child }) =>
  href ? (
    <p>
      <a href={href} rel="noopener noreferrer">
        {children}
      </a>
    </p>
  ) : null

const Part = ({ language, terms, level, field, before = [], children }: PartProps) => {
  const t = termsWords[language]
  const shown = shownIn({ language, terms }, field)
  return (
    <section>
      <Heading level={level} id={field}>
        {t.headings[field]}
      </Heading>
      {before.map((line) => (
        <p>{line}</p>
      ))}
      {shown && <Said language={language} shown={shown} />}
      {children}
    </section>
  )
}

/** The site's own words, marked where they are in another language than the page's, or older than their source. */
const Said = ({ language, shown }: { language: HolderLanguage; shown: ShownText }) => {
  const t = termsWords[language]
  const { tag, direction } = aboutLanguages[language]
  const isForeign = shown.language !== tag
  const dir = isForeign && direction === 'rtl' ? 'ltr' : undefined
  return (
    <>
      {linesOf(shown.text).map((line) => (
        <p lang={isForeign ? shown.language : undefined} dir={dir}>
          {line}
        </p>
      ))}
      {isForeign && <p class="hint">{shown.language === 'en' ? t.onlyEnglish : t.onlyFinnish}</p>}
      {shown.isOutdated && <p class="hint">{t.outdated}</p>}
    </>
  )
}

/** The map is a link that the reader may open: no map of others is loaded here. */
const Address = ({ language, terms, town, level }: Omit<PartProps, 'field'> & { town: string }) => {
  const { street, postalCode } = terms
  if (!street) return null
  const t = termsWords[language]
  const address = `${street}, ${[postalCode, town].filter(Boolean).join(' ')}`
  const map = `https://www.openstreetmap.org/search?${new URLSearchParams({ query: address })}`
  return (
    <section>
      <Heading level={level}>{t.address}</Heading>
      <p>
        <bdi>{address}</bdi>
      </p>
      <Away href={map}>{t.map}</Away>
    </section>
  )
}

/** The links that stand beside no text of their own. */
const Links = ({ language, terms, level }: Omit<PartProps, 'field'>) => {
  const t = termsWords[language]
  const rest = linkKinds.filter((kind) => (kind === 'home' || kind === 'programme') && terms.links[kind])
  if (rest.length === 0) return null
  return (
    <section>
      <Heading level={level}>{t.linksTitle}</Heading>
      <ul>
        {rest.map((kind) => (
          <li>
            <a href={terms.links[kind]} rel="noopener noreferrer">
              {t.links[kind]}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
