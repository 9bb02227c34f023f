import type { Language } from '../i18n/translated.ts'
import { LinkButton } from '../web/components/button.tsx'
import { Hero } from '../web/components/hero.tsx'
import { Table } from '../web/components/table.tsx'
import type { Endpoint } from '../web/endpoint.ts'
import type { KnownProblems } from '../web/openapi.ts'
import type { Page } from '../web/page.ts'
import { changes, guide } from './guide-words.ts'
import { Operation } from './reference-view.tsx'
import { words } from './words.ts'

type Props = {
  language: Language
  /** Where programs call, as people would write it. */
  origin: string
  rows: readonly Endpoint[]
  problems: KnownProblems
}

/** The way in to the API: first for those who decide, in their language; then the guide and reference of programmers. */
export const apiPage = (props: Props): Page => {
  const { language } = props
  const t = words[language]
  return {
    title: t.title,
    kind: 'public',
    description: t.description,
    main: (
      <>
        <Hero title={t.title}>
          <p class="lead">{t.lead}</p>
        </Hero>
        <h2>{t.gains}</h2>
        <ul>
          {t.gainList.map((gain) => (
            <li>{gain}</li>
          ))}
        </ul>
        <h2>{t.privacy}</h2>
        <p>{t.privacyText}</p>
        <p>{t.privacyMore}</p>
        <h2>{t.key}</h2>
        <ol>
          {t.keySteps.map((step) => (
            <li>{step}</li>
          ))}
        </ol>
        <h2>{t.open}</h2>
        <p>{t.openText}</p>
        <p>{t.openLimit}</p>
        <h2>{t.programmers}</h2>
        {language !== 'en' && <p>{t.inEnglish}</p>}
        <p>
          <LinkButton href="/api/v1/openapi.json" secondary>
            {t.document}
          </LinkButton>
        </p>
        <Programmers {...props} />
      </>
    ),
  }
}

const Programmers = ({ origin, rows, problems }: Props) => (
  <div lang="en">
    <h3>First calls</h3>
    <pre class="letter">{firstCalls(origin)}</pre>
    {guide.map(({ title, text }) => (
      <>
        <h3>{title}</h3>
        {text.map((paragraph) => (
          <p>{paragraph}</p>
        ))}
      </>
    ))}
    <h3>Addresses</h3>
    {rows.map((row) => (
      <Operation row={row} problems={problems} />
    ))}
    <h3>Refusals of every address</h3>
    <Table
      id="problems"
      caption="Each has a page that says what to do."
      empty=""
      rows={Object.entries(problems)}
      columns={[
        { label: 'Name', header: true, cell: ([type]) => <a href={`/problems/${type}`}>{type}</a> },
        { label: 'Status', number: true, cell: ([, { status }]) => status },
      ]}
    />
    <h3>Changes</h3>
    <ul>
      {changes.map(({ on, what }) => (
        <li>
          <time datetime={on}>{on}</time>: {what}
        </li>
      ))}
    </ul>
  </div>
)

/** Three calls that can be pasted into a terminal. */
const firstCalls = (origin: string) => `KEY=kk_test_…

# Who am I, which sites have let me in, what may I do
curl ${origin}/api/v1/me -H "Authorization: Bearer $KEY"

# May this card have a ticket here? Nothing is recorded.
curl ${origin}/api/v1/card-checks -H "Authorization: Bearer $KEY" \\
  -H "Content-Type: application/json" \\
  -d '{"code": "XXXXX-XXXXX", "siteId": 1, "adults": 1, "children": 2}'

# The tickets were given. Sent twice, it is still one use.
curl ${origin}/api/v1/uses -H "Authorization: Bearer $KEY" \\
  -H "Content-Type: application/json" -H "Idempotency-Key: $(uuidgen)" \\
  -d '{"code": "XXXXX-XXXXX", "siteId": 1, "adults": 1, "children": 2}'`
