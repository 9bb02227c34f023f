import { readCode } from '../codes/rules.ts'
import type { Read } from '../db/db.ts'
import { Code } from '../web/components/code.tsx'
import { Notice } from '../web/components/notice.tsx'
import type { Page } from '../web/page.ts'
import { page, type Route } from '../web/route.tsx'
import { nothingTyped, type SignedIn, type Typed, type Visit } from '../web/visit.ts'
import { acceptedCode, cardProblem, type Registration, RegistrationForm } from './forms.ts'
import { issueFacts, judge } from './issue-routes.tsx'
import { IssuePage } from './issue-view.tsx'
import { issuePaths, issueWords } from './issue-words.ts'
import { IssuedPage } from './issued-view.tsx'
import { practiceCardOf, practiceTail, shownCodes } from './practice-rules.ts'
import { undoUntil } from './rules.ts'

type Reading = SignedIn & { db: Read }

const Bar = ({ language }: Pick<SignedIn, 'language'>) => {
  const t = issueWords[language]
  return (
    <Notice kind="warn" title={t.practiceBar}>
      <p>{t.practiceText}</p>
      <p>{t.practiceCodes}</p>
      <ul>
        {shownCodes().map(({ name, code }) => (
          <li>
            <Code>{code}</Code>: {t.practiceCode[name]}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

const showPractice = async (visit: Reading, typed: Typed): Promise<Page> => {
  const { language, today, query } = visit
  return IssuePage({
    ...(await issueFacts(visit, typed, today)),
    way: 'practice',
    title: issueWords[language].practice,
    address: issuePaths.practice[language],
    above: <Bar language={language} />,
    issuedOn: typed.problems.code === 'card-issued' ? today : null,
    undone: query.has('undone') ? practiceTail : null,
  })
}

/** The same rules as for a real card, on a card that nobody has. */
const play = async (visit: Reading, typed: Typed, form: Registration): Promise<Played> => {
  const { language, today, now } = visit
  const code = readCode(acceptedCode(form))
  const { unit, problems, validUntil, home } = await judge(visit, form, today)
  const refusal = cardProblem(practiceCardOf(code, today), code)
  const all: Record<string, string> = refusal ? { ...problems, code: refusal } : problems
  if (Object.keys(all).length > 0)
    return { page: await showPractice(visit, { ...typed, problems: all }), status: 422 }
  const page = IssuedPage({
    language,
    way: 'practice',
    today,
    card: {
      ...{ id: 0, tail: practiceTail, type: 'personal', state: 'registered', closedOn: null, revision: 1 },
      ...{ registeredOn: today, registeredAt: now, validUntil, children: form.children, uses: 0, waited: 0 },
    },
    refusal: null,
    undoUntil: undoUntil(now),
    guideFor: home?.municipalityId ?? unit.municipalityId,
  })
  return { page, status: 200 }
}
type Played = { page: Page; status: 200 | 422 }

/**
 * Sent like the real form, but answered from a database that can only be read: nothing that is practised can be kept,
 * neither a card nor a row in the log.
 */
const practise: Route = {
  method: 'POST',
  path: issuePaths.practice,
  permission: 'practice.use',
  form: RegistrationForm,
  serve: async (visit: Visit<never>, fields, { read }) => {
    const parsed = RegistrationForm.safeParse(fields)
    const problems: Record<string, string> = {}
    for (const { path, message } of parsed.error?.issues ?? []) problems[path.join('.')] ??= message
    const typed = { values: fields, problems }
    return read((db) => {
      const reading = { ...visit, db } as Reading
      return parsed.success
        ? play(reading, typed, parsed.data)
        : showPractice(reading, typed).then((page) => ({ page, status: 422 as const }))
    }, visit.proof)
  },
}

export const routes: Route[] = [
  page(issuePaths.practice, 'practice.use', (visit) => showPractice(visit, nothingTyped)),
  practise,
]
