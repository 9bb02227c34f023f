import { paths as guides } from '../guides/words.ts'
import type { Language } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import { issuePaths, issueWords, type Way } from './issue-words.ts'
import { paths, words } from './words.ts'

/** The list that postal codes are read from. */
export type ListedSource = { source: string; listedOn: Day }

/** Who may have a card, in three sentences; how each is known opens under them. */
export const Eligibility = ({ language, minimumAge }: { language: Language; minimumAge: number }) => {
  const t = issueWords[language]
  return (
    <>
      <p>{t.eligible(minimumAge)}</p>
      <details class="more">
        <summary>{t.howKnown}</summary>
        <ul>
          {t.known.map((text) => (
            <li>{text}</li>
          ))}
        </ul>
      </details>
    </>
  )
}

type AsideProps = { language: Language; way: Way; source: ListedSource | null }

/** Short: what never to type, the rest of the issuer's checklist folded, and the other ways to this form. */
export const IssueAside = ({ language, way, source }: AsideProps) => {
  const t = issueWords[language]
  const ways = [
    { way: 'desk', href: paths.issue[language], label: t.toDesk },
    { way: 'paper', href: issuePaths.paper[language], label: t.toPaper },
    { way: 'practice', href: issuePaths.practice[language], label: t.toPractice },
  ].filter((other) => other.way !== way)
  return (
    <>
      {words[language].advice.map((text) => (
        <p>{text}</p>
      ))}
      <details class="more">
        <summary>{t.remember}</summary>
        <ul>
          {t.rest.map((text) => (
            <li>{text}</li>
          ))}
        </ul>
        {source && (
          <p>
            {t.home} {t.homeSource(source.source, source.listedOn)}
          </p>
        )}
      </details>
      <p class="downloads">
        {ways.map(({ href, label }) => (
          <a href={href}>{label}</a>
        ))}
        <a href={guides.handOver[language]}>{t.form}</a>
      </p>
    </>
  )
}
