/** Answers in JSON to a script of our own: never a page, and never a way elsewhere. */
import { isDatabaseLost } from '../db/lost.ts'
import type { Language } from '../i18n/translated.ts'
import { type ErrorKind, Forbidden, NotFound, statusOf, TooMany } from './errors.tsx'
import { exchangeWords } from './exchange-words.ts'
import { logFault } from './failing.tsx'
import { inEvery } from './problem.ts'
import type { Setting } from './setting.ts'
import { errorWords } from './words.ts'

const own = { 'sign-in': 401, 'no-json': 400, 'not-accepted': 422 } as const
type Kind = ErrorKind | keyof typeof own

/** @param status 200 unless said */
export const tell = (json: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(json), {
    status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers },
  })

const isOwn = (kind: Kind): kind is keyof typeof own => kind in own

const sentence = (language: Language, kind: Kind): string => {
  if (isOwn(kind)) return exchangeWords[language][kind]
  const [title, advice] = errorWords[language][kind] as [string, string]
  return `${title}. ${advice}`
}

/** What is wrong, for the script, and what to say to the person, in every language that the script can show. */
export const problemOf = (kind: Kind) => ({
  problem: kind,
  said: inEvery((language) => sentence(language, kind)),
})

export const tellProblem = (kind: Kind, headers?: Record<string, string>): Response =>
  tell(problemOf(kind), isOwn(kind) ? own[kind] : statusOf[kind], headers)

/** What was thrown, as the answer it stands for. */
export const tellThrown = (error: unknown, setting: Setting): Response => {
  if (error instanceof NotFound) return tellProblem('not-found')
  if (error instanceof Forbidden) return tellProblem('forbidden')
  if (error instanceof TooMany) return tellProblem('too-many', { 'retry-after': String(error.seconds) })
  const reference = logFault(error, setting)
  if (isDatabaseLost(error)) return tellProblem('busy', { 'retry-after': '2' })
  return tell({ ...problemOf('bug'), reference }, 500)
}
