/** What is answered while there is no place for a request: made once and kept, since it is sent when time is short. */
import { randomInt, randomUUID } from 'node:crypto'
import type { Language } from '../i18n/translated.ts'
import { errorPage } from './errors.tsx'
import { problemOf } from './exchange.ts'
import { everyFrontPage, frameOf } from './failing.tsx'
import { languageOf } from './paths.ts'
import { printProblem, problem } from './problem.ts'
import { securityHeaders } from './respond.ts'
import { pathsOf, type Route } from './route.tsx'
import type { Setting } from './setting.ts'

/** Seconds after which to come again: not the same for all, or all would come at once. */
const wait = { least: 1, most: 3 }

const newPage = (language: Language, setting: Setting) =>
  frameOf(
    errorPage(language, 'busy', { back: '' }),
    { user: null, language },
    `/${language}`,
    everyFrontPage,
    false,
    setting,
  )

/**
 * Refuses a request with 503 and `Retry-After`, as whoever asks can read it: a problem for programs, JSON for our own
 * scripts, a page for people.
 * @param routes which of their addresses speak JSON
 */
export const newBusyAnswer = (routes: readonly Route[], setting: Setting) => {
  const exchanges = new Set(
    routes.flatMap((route) => (route.exchange ? pathsOf(route).map(({ path }) => path) : [])),
  )
  const exchangeBody = JSON.stringify(problemOf('busy'))
  const pages = new Map<Language, string>()
  const pageIn = (language: Language) => {
    const page = pages.get(language) ?? newPage(language, setting)
    pages.set(language, page)
    return page
  }

  const bodyFor = (path: string, request: Request, retryAfter: number) => {
    if (path.startsWith('/api/')) {
      const refusal = problem('unavailable', { retryAfter })
      const body = JSON.stringify(printProblem(refusal, setting.origin(), randomUUID()))
      return { type: 'application/problem+json', body }
    }
    if (exchanges.has(path)) return { type: 'application/json', body: exchangeBody }
    const language = languageOf(path, request.headers.get('accept-language'))
    return { type: 'text/html; charset=utf-8', body: pageIn(language) }
  }

  return (request: Request): Response => {
    const retryAfter = randomInt(wait.least, wait.most + 1)
    const { type, body } = bodyFor(new URL(request.url).pathname, request, retryAfter)
    const isHttps = setting.origin().startsWith('https:')
    const headers = { 'content-type': type, 'cache-control': 'no-store', 'retry-after': String(retryAfter) }
    return new Response(body, { status: 503, headers: { ...headers, ...securityHeaders(isHttps) } })
  }
}
