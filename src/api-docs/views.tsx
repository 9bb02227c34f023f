import type { Language } from '../i18n/translated.ts'
import { type SandboxCard, sandboxCards } from '../uses/sandbox-rules.ts'
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

const idOf = (title: string) => title.toLowerCase().replaceAll(/\W+/g, '-')
const Part = ({ title }: { title: string }) => <h3 id={idOf(title)}>{title}</h3>
const parts = [
  ...['First calls', 'Practice cards', ...guide.map(({ title }) => title)],
  ...['Addresses', 'All refusals', 'Changes'],
]

/** What an address is about: `use-batches` of `/api/v1/use-batches`. */
const nounOf = ({ path }: Endpoint) => path.split('/')[3]!.replace(/\..*/, '')

const Programmers = ({ origin, rows, problems }: Props) => (
  <div lang="en">
    <nav class="contents" aria-label="On this page">
      <ul>
        {parts.map((title) => (
          <li>
            <a href={`#${idOf(title)}`}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
    <Part title="First calls" />
    <pre class="letter">{firstCalls(origin)}</pre>
    <PracticeCards />
    {guide.map(({ title, text }) => (
      <>
        <Part title={title} />
        {text.map((paragraph) => (
          <p>{paragraph}</p>
        ))}
      </>
    ))}
    <Part title="Addresses" />
    <p>Each opens with what it takes, what it answers, and how it may refuse.</p>
    {[...new Set(rows.map(nounOf))].map((noun) => (
      <>
        <h4>{noun}</h4>
        {rows
          .filter((row) => nounOf(row) === noun)
          .map((row) => (
            <Operation row={row} problems={problems} />
          ))}
      </>
    ))}
    <Part title="All refusals" />
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
    <Part title="Changes" />
    <ul>
      {changes.map(({ on, what }) => (
        <li>
          <time datetime={on}>{on}</time>: {what}
        </li>
      ))}
    </ul>
  </div>
)

/** Every sandbox has the same ones: a program can be tried with what stands here. */
const PracticeCards = () => (
  <>
    <Part title="Practice cards" />
    <p>
      A test key (<code>kk_test_…</code>) reaches these alone. What is recorded with them is counted nowhere,
      and is forgotten after 30 days.
    </p>
    <Table
      id="practice"
      caption="One card for each answer. The codes never change."
      shape="stack"
      empty=""
      rows={sandboxCards}
      columns={[
        { label: 'Code', header: true, cell: ({ code }) => <code>{code}</code> },
        { label: 'What it is', cell: ({ what }) => what },
        { label: 'Answer', cell: ({ refusal }) => <OutcomeOf refusal={refusal} /> },
      ]}
    />
  </>
)

const OutcomeOf = ({ refusal }: Pick<SandboxCard, 'refusal'>) =>
  refusal === null ? <>allowed</> : <a href={`/problems/${refusal}`}>{refusal}</a>

const codeOf = (name: string) => sandboxCards.find((card) => card.name === name)!.code

/** Calls that can be pasted into a terminal, the first of them without a key. */
const firstCalls = (origin: string) => `# Open data needs no key: this answers at once.
curl "${origin}/api/v1/sites?limit=1"

# From here on with a test key.
KEY=kk_test_…

# Who am I, and which sites have let me in? Take the id of one.
curl ${origin}/api/v1/me -H "Authorization: Bearer $KEY"

SITE=1

# May a card with two children have tickets here? Nothing is recorded.
curl ${origin}/api/v1/card-checks -H "Authorization: Bearer $KEY" \\
  -H "Content-Type: application/json" \\
  -d '{"code": "${codeOf('validWithChildren')}", "siteId": '$SITE', "adults": 1, "children": 2}'
# {"allowed":true,"reason":null,"validUntil":"…","children":2,"remaining":null,"message":{"fi":"…"}}

# The tickets were given. Sent twice with the same key, it is still one use.
SALE=$(uuidgen)
curl ${origin}/api/v1/uses -H "Authorization: Bearer $KEY" \\
  -H "Content-Type: application/json" -H "Idempotency-Key: $SALE" \\
  -d '{"code": "${codeOf('validWithChildren')}", "siteId": '$SITE', "adults": 1, "children": 2}'
# 201 {"id":"…","usedOn":"…", …}

# The customer changed their mind: cancel it by its id, until the day ends.
curl ${origin}/api/v1/uses/ID/cancellation -H "Authorization: Bearer $KEY" \\
  -H "Content-Type: application/json" -d '{}'`
