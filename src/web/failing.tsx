import { randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import type { User } from '../access.ts'
import { isDatabaseLost } from '../db/lost.ts'
import { aboutLanguages, type HolderLanguage, holderLanguages } from '../i18n/holder-languages.ts'
import type { Language } from '../i18n/translated.ts'
import { type ErrorKind, errorPage, Forbidden, Gone, NotFound, statusOf, TooMany } from './errors.tsx'
import { Layout } from './layout.tsx'
import type { Page } from './page.ts'
import { languageOf } from './paths.ts'
import { respondPrivate } from './respond.ts'
import type { Setting } from './setting.ts'

/** A page in its frame, as the whole document. */
export const frameOf = (
  page: Page,
  { user, language, unread = 0 }: { user: User | null; language: Language; unread?: number },
  path: string,
  alternates: { language: HolderLanguage; href: string }[],
  problem: boolean,
  setting: Setting,
) => {
  const { reader = language } = page
  const frame = page.bare
    ? { ...page.bare, menu: [], footer: [] }
    : setting.frame({ user, language, reader, path, unread })
  return String(
    <Layout
      {...frame}
      {...page}
      language={language}
      alternates={page.bare ? [] : alternates}
      problem={problem}
    >
      {page.main}
    </Layout>,
  )
}

export const everyFrontPage = holderLanguages.map((language) => ({
  language,
  href: `/${aboutLanguages[language].prefix}`,
}))

type More = Parameters<typeof errorPage>[2]

/** A page that says what went wrong and what to do; the reference is given only for our own faults. */
export const fail = (c: Context, kind: ErrorKind, setting: Setting, user: User | null, more?: More) => {
  const language = languageOf(c.req.path, c.req.header('accept-language') ?? null)
  const isDevice = kind === 'forbidden' && user?.role === 'device'
  const home = isDevice ? setting.frame({ user, language, path: c.req.path }).home : undefined
  const { feedback } = setting.frame({ user, language, path: c.req.path })
  const page = errorPage(language, isDevice ? 'device' : kind, { ...more, home, feedback })
  const body = frameOf(page, { user, language }, c.req.path, everyFrontPage, false, setting)
  return respondPrivate(c.req.raw, { status: statusOf[kind], type: 'text/html; charset=utf-8', body })
}

/** A fault of ours is logged under a number that the visitor is told; nothing that was typed is logged. */
export const logFault = (error: unknown, setting: Setting): string => {
  const reference = randomBytes(4).toString('hex')
  const { code, stack, message } = error as { code?: string; stack?: string; message?: string }
  if (isDatabaseLost(error)) {
    setting.log(`fault ${reference} the database is not there: ${code ?? message}`)
    return reference
  }
  // PostgreSQL's own messages can repeat a value: its code and our lines are enough to find the fault.
  const where = (stack ?? '')
    .split('\n')
    .filter((line) => line.trim().startsWith('at '))
    .slice(0, 6)
    .join('\n')
  setting.log(`fault ${reference} ${code ? `database ${code}` : (message ?? 'unknown')}\n${where}`)
  return reference
}

/** What was thrown, as the page it stands for. */
export const failWith = (c: Context, error: unknown, setting: Setting, user: User | null) => {
  if (error instanceof NotFound) return fail(c, 'not-found', setting, user)
  if (error instanceof Forbidden) return fail(c, 'forbidden', setting, user)
  if (error instanceof Gone)
    return error.page ? sayGone(c, error.page, setting, user) : fail(c, 'gone', setting, user)
  if (error instanceof TooMany) return waitFirst(c, error, setting, user)
  const reference = logFault(error, setting)
  if (isDatabaseLost(error)) return comeAgain(c, setting)
  return fail(c, 'bug', setting, user, { reference })
}

/** Kept by nobody, so that no copy of an older answer is taken for the present one. */
const sayGone = (c: Context, page: Page, setting: Setting, user: User | null) => {
  const language = page.reader
    ? aboutLanguages[page.reader].falls
    : languageOf(c.req.path, c.req.header('accept-language') ?? null)
  const body = frameOf(page, { user, language }, c.req.path, everyFrontPage, false, setting)
  return respondPrivate(c.req.raw, { status: 410, type: 'text/html; charset=utf-8', body })
}

const comeAgain = async (c: Context, setting: Setting) => {
  const response = await fail(c, 'busy', setting, null, { back: '' })
  response.headers.set('retry-after', '2')
  return response
}

const waitFirst = async (c: Context, { seconds }: TooMany, setting: Setting, user: User | null) => {
  const response = await fail(c, 'too-many', setting, user, { waitSeconds: seconds, back: c.req.path })
  response.headers.set('retry-after', String(seconds))
  return response
}
