import type { Answer } from './caller.ts'
import { holdsPracticeCode } from './cards.ts'
import type { Check } from './check.ts'
import { misfitOf, operationOf } from './document.ts'
import { errorsOf, fieldsOf, must, nameOf, rowsOf } from './judging.ts'
import { pointsInto } from './pointers.ts'
import type { Tested } from './tested.ts'

/** What is asked of every answer of the run, at its end. */
const each = (answers: readonly Answer[], judge: (answer: Answer) => void) => answers.forEach(judge)

const isProblem = ({ status }: Answer) => status >= 400

/** The refusals inside the answer to a batch, too. */
const problemsOf = (answer: Answer): Record<string, unknown>[] => {
  if (isProblem(answer)) return [fieldsOf(answer)]
  return Array.isArray(fieldsOf(answer).items)
    ? rowsOf(answer, 'items').flatMap(({ problem }) => (problem ? [problem as Record<string, unknown>] : []))
    : []
}

const languages = ['fi', 'sv', 'en'] as const

const mustSpeak = (problem: Record<string, unknown>, answer: Answer) => {
  const message = (problem.endUserMessage ?? {}) as Record<string, unknown>
  const sentences = languages.map((language) => message[language])
  must(
    sentences.every((sentence) => typeof sentence === 'string' && sentence.trim() !== ''),
    'endUserMessage in fi, sv and en',
    answer,
  )
  must(new Set(sentences).size === 3, 'endUserMessage in three languages', String(sentences[0]))
}

const hasForm = ({ type, title, status, instance }: Record<string, unknown>, answer: Answer) =>
  typeof type === 'string' &&
  URL.canParse(type) &&
  typeof title === 'string' &&
  typeof status === 'number' &&
  (!isProblem(answer) || (status === answer.status && typeof instance === 'string'))

const headersOf = ({ headers }: Answer) => [...headers].map(([name, value]) => `${name}: ${value}`).join('\n')

/** What tells of codes by its nature. */
const tellsOfCodes = ['/api/v1/practice-cards', '/api/v1/openapi.json']

/** The kinds of refusals that were met, and those that the document names. */
const kindsOf = ({ answers, contract }: Tested): string[] => {
  const met = answers
    .flatMap(problemsOf)
    .flatMap(({ type }) => (typeof type === 'string' ? [pathOf(type)] : []))
  const named = contract.problems.map((name) => `/problems/${name}`)
  return [...new Set([...met, ...named])].slice(0, 80)
}
/** The page is asked for at the installation itself, whatever host its address names. */
const pathOf = (type: string) => (URL.canParse(type) ? new URL(type).pathname : `/problems/${nameOf(type)}`)

/** What needs a key: everything but open data and addresses that are none. */
const asksByKey = /^\/api\/v1\/(me|card-checks|uses|use-batches|sandbox-resets|reconciliations|webhooks)\b/

const policyForm = /^"[\w-]+";\s*q=\d+;\s*w=\d+/
const limitForm = /^"[\w-]+";\s*r=\d+;\s*t=\d+/

export const pagesCheck: Check = {
  id: 'refusal.pages',
  clause: 'Refusals: the type of each leads to a page.',
  run: async (tested) => {
    for (const path of kindsOf(tested)) {
      const page = await tested.ask({ method: 'GET', path, by: null, headers: { accept: 'text/html' } })
      const type = page.headers.get('content-type') ?? ''
      must(
        page.status === 200 && type.startsWith('text/html') && page.text.includes(nameOf(path)),
        `a page at ${path}`,
        `${page.status} ${type}`,
      )
    }
  },
}

export const wholeChecks: Check[] = [
  {
    id: 'refusal.form',
    clause: 'Refusals: each is application/problem+json with type, title, status and instance.',
    run: async ({ answers }) =>
      each(answers, (answer) => {
        const type = answer.headers.get('content-type') ?? ''
        if (isProblem(answer))
          must(type.startsWith('application/problem+json'), 'application/problem+json', type)
        for (const problem of problemsOf(answer))
          must(hasForm(problem, answer), 'type, title, the same status, and instance', answer)
      }),
  },
  {
    id: 'refusal.message',
    clause: 'Refusals: endUserMessage says it to the person at the till, in fi, sv and en.',
    run: async ({ answers }) =>
      each(answers, (answer) => {
        for (const problem of problemsOf(answer)) mustSpeak(problem, answer)
      }),
  },
  {
    id: 'refusal.pointers',
    clause: 'Refusals: each pointer leads into the body that was sent, or to /path or /query.',
    run: async ({ answers }) =>
      each(answers, (answer) => {
        for (const { pointer, code } of errorsOf(answer))
          must(
            pointsInto(pointer, answer, code === 'unknown'),
            'a place in what was sent',
            `${pointer} (${code})`,
          )
      }),
  },
  {
    id: 'limits.headers',
    clause: 'Limits: every answer to a key says how many requests are left.',
    run: async ({ answers }) => {
      const keyed = answers.filter(({ isKeyed, path }) => isKeyed && asksByKey.test(path))
      must(keyed.length > 0, 'answers to a key', 'none')
      each(keyed, ({ method, path, headers }) => {
        if (method === 'DELETE') return
        const [policy, left] = [headers.get('ratelimit-policy') ?? '', headers.get('ratelimit') ?? '']
        must(
          policyForm.test(policy) && limitForm.test(left),
          'RateLimit and RateLimit-Policy',
          `${method} ${path}: ${left || 'none'}`,
        )
      })
    },
  },
  {
    id: 'document.answers',
    clause: 'Document: every answer is as the document describes it.',
    run: async ({ answers, contract }) =>
      each(answers, (answer) => {
        const operation = operationOf(contract, answer)
        const misfit = operation && answer.status !== 304 && misfitOf(contract, operation, answer)
        must(
          !misfit,
          'an answer as the document has it',
          `${answer.method} ${answer.path} ${answer.status}: ${misfit}`,
        )
      }),
  },
  {
    id: 'privacy.codes',
    clause: 'Refusals: a code stands in no answer, no header and no address.',
    run: async ({ answers }) =>
      each(answers, (answer) => {
        if (tellsOfCodes.includes(answer.path)) return
        must(
          !holdsPracticeCode(answer.text) && !holdsPracticeCode(headersOf(answer)),
          'an answer without the code',
          `a code in ${answer.method} ${answer.path} ${answer.status}`,
        )
      }),
  },
  {
    id: 'transport.redirects',
    clause: 'Addresses and keys: the API answers where it is asked, and sends nobody elsewhere.',
    run: async ({ answers }) =>
      each(answers, (answer) =>
        must(answer.status === 304 || answer.status < 300 || answer.status >= 400, 'no redirect', answer),
      ),
  },
]
