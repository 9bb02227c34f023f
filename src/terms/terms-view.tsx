import type { Child } from 'hono/jsx'
import type { Language } from '../i18n/translated.ts'
import { limitText } from '../uses/limit-words.ts'
import type { UseKind } from '../uses/rules.ts'
import { linesOf, linkKinds, shownText, type Terms, type TextField } from './rules.ts'
import { termsWords } from './words.ts'

type Props = {
  language: Language
  terms: Terms
  /** The municipality, written after the postal code. */
  town: string
  /** The level of its headings: 2 on a page of its own, 3 among others. */
  level?: 2 | 3
}

/** The terms of the card at one site, as a cardholder reads them. What is empty is not there. */
export const TermsView = ({ language, terms, town, level = 2 }: Props) => {
  const t = termsWords[language]
  const part = { language, terms, level }
  const has = (field: TextField) => shownText(terms.texts, field, language) !== null
  const courses = courseLines({ language, terms })
  const limits = [
    ...limitLines({ language, terms }, 'ticket'),
    ...limitLines({ language, terms }, 'season-pass'),
  ]
  return (
    <div class="terms">
      {has('included') && <Part {...part} field="included" />}
      {(has('how') || terms.links.tickets) && (
        <Part {...part} field="how">
          {terms.links.tickets && <Away href={terms.links.tickets}>{t.links.tickets}</Away>}
        </Part>
      )}
      <Part
        {...part}
        field="cancelling"
        before={[t.cancelling, ...(has('cancelling') ? [] : [t.cancellingHow])]}
      />
      {(has('limits') || limits.length > 0) && <Part {...part} field="limits" before={limits} />}
      {(has('courses') || courses.length > 0) && <Part {...part} field="courses" before={courses} />}
      {has('children') && <Part {...part} field="children" />}
      <Part {...part} field="companions" before={[t.companions]} />
      {(has('accessibility') || terms.links.accessibility) && (
        <Part {...part} field="accessibility">
          {terms.links.accessibility && <Away href={terms.links.accessibility}>{t.links.accessibility}</Away>}
        </Part>
      )}
      <Address {...part} town={town} />
      <Links {...part} />
    </div>
  )
}

/** The limit that the desk is held to, as a sentence. */
const limitLines = ({ language, terms }: Pick<Props, 'language' | 'terms'>, kind: UseKind): string[] => {
  const limit = terms.limits[kind]
  return limit ? [limitText(language, kind, limit)] : []
}

const courseLines = ({ language, terms }: Pick<Props, 'language' | 'terms'>): string[] => {
  const t = termsWords[language]
  const { feeCents, excessByHolder } = terms.courses
  return [
    ...limitLines({ language, terms }, 'course-place'),
    ...(feeCents !== null ? [excessByHolder ? t.excess(feeCents) : t.fee(feeCents)] : []),
  ]
}

const Heading = ({ level, children }: { level: 2 | 3; children: Child }) => {
  const Tag = `h${level}` as const
  return <Tag>{children}</Tag>
}

const Away = ({ href, children }: { href: string; children: Child }) => (
  <p>
    <a href={href} rel="noopener noreferrer">
      {children}
    </a>
  </p>
)

type PartProps = Pick<Props, 'language' | 'terms'> & {
  level: 2 | 3
  field: TextField
  /** What is said of it at every site, or made from numbers. */
  before?: string[]
  children?: Child
}

const Part = ({ language, terms, level, field, before = [], children }: PartProps) => {
  const t = termsWords[language]
  const shown = shownText(terms.texts, field, language)
  return (
    <section>
      <Heading level={level}>{t.headings[field]}</Heading>
      {before.map((line) => (
        <p>{line}</p>
      ))}
      {shown &&
        linesOf(shown.text).map((line) => (
          <p lang={shown.language === language ? undefined : shown.language}>{line}</p>
        ))}
      {shown && shown.language !== language && <p class="hint">{t.onlyFinnish}</p>}
      {shown?.isOutdated && <p class="hint">{t.outdated}</p>}
      {children}
    </section>
  )
}

const Address = ({ language, terms, town, level }: Omit<PartProps, 'field'> & { town: string }) => {
  const { street, postalCode } = terms
  if (!street) return null
  return (
    <section>
      <Heading level={level}>{termsWords[language].address}</Heading>
      <p>
        {street}, {[postalCode, town].filter(Boolean).join(' ')}
      </p>
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
