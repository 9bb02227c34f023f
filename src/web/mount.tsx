import type { Context, Hono } from 'hono'
import { may, type Permission, rolesOf, type User } from '../access.ts'
import { proofOfSession } from '../db/db.ts'
import { dayOf } from '../lib/dates.ts'
import { actorOf, writeAudit } from './audit.ts'
import { browserOf } from './browser-name.ts'
import { callerOf, networkOf } from './caller.ts'
import { type ErrorKind, Forbidden, NotFound } from './errors.tsx'
import { tell, tellProblem, tellThrown } from './exchange.ts'
import { everyFrontPage, fail, failWith, frameOf } from './failing.tsx'
import { isOwnRequest } from './origin.ts'
import type { Page } from './page.ts'
import { fill, languageOf, readerOf } from './paths.ts'
import { nothingSent, readForm, readText } from './request-body.ts'
import { embeddedPolicy, paperPolicy, respondPrivate, respondPublic, sheetPolicy } from './respond.ts'
import { type Answer, pathsOf, type Route } from './route.tsx'
import {
  bondCookie,
  isOfDevice,
  proofOfToken,
  readBond,
  readSessionToken,
  readState,
  sessionCookie,
  stateCookie,
} from './session-cookie.ts'
import type { Setting } from './setting.ts'
import { isTaken } from './taken.ts'
import type { Visit } from './visit.ts'
import { idsOf } from './writing.ts'

/** The visitor's address: for what `caller.ts` makes of it, and for nothing else. */
const addressOf = (c: Context, isBehindProxy: boolean): string => {
  const incoming = (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming
  const peer = (incoming?.socket?.remoteAddress ?? '').replace(/^::ffff:/, '')
  // Who set PUBLIC_URL has a proxy in front; one on this machine tells the last hop, and nobody else is believed.
  const isProxy = isBehindProxy && ['127.0.0.1', '::1'].includes(peer)
  const told = (isProxy && c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()) || peer
  return told.replace(/^::ffff:/, '')
}

/** Adds the routes to the program, each in every language it has, and a kind answer to every other method. */
export const mountRoutes = (app: Hono, routes: Route[], setting: Setting) => {
  const pages = new Set(
    routes.filter(({ method }) => method === 'GET').flatMap((row) => pathsOf(row).map(({ path }) => path)),
  )
  for (const route of routes)
    for (const { path } of pathsOf(route))
      app.on(route.method, path, (c) => serve(c, route, pages.has(path), setting))
  for (const route of routes)
    for (const { path } of pathsOf(route)) app.all(path, (c) => otherMethod(c, routes, path, setting))
}

/**
 * Whether a path is the address of a page: names after a colon stand for any part. A page may still have nothing to show
 * for a part, such as a place that is none.
 */
export const isAddressIn = (routes: readonly Route[]) => {
  let shapes: RegExp[] | undefined
  return (path: string): boolean => {
    shapes ??= shapesOf(routes)
    return shapes.some((shape) => shape.test(path))
  }
}

const shapesOf = (routes: readonly Route[]): RegExp[] =>
  routes
    .filter(({ method }) => method === 'GET')
    .flatMap((route) => pathsOf(route))
    .map(
      ({ path }) => new RegExp(`^${path.replace(/[.+*?^$()[\]{}|\\]/g, '\\$&').replace(/:\w+/g, '[^/]+')}$`),
    )

const otherMethod = async (c: Context, routes: Route[], path: string, setting: Setting) => {
  const methods = routes
    .filter((route) => pathsOf(route).some((one) => one.path === path))
    .map(({ method }) => method)
  const response = await fail(c, 'method', setting, await userOf(c, setting))
  response.headers.set('allow', [...new Set(methods)].join(', '))
  return response
}

const userOf = async (c: Context, setting: Setting): Promise<User | null> => {
  const token = readSessionToken(c.req.raw, setting.origin().startsWith('https:'))
  return token ? setting.whoIs(token, setting.clock()) : null
}

/** An address that is none: without the slash at its end it may be one. Else the page that says so. */
export const answerNothing = async (c: Context, setting: Setting) => {
  // As it came, undecoded: `/%5Cevil.example` must not become an address of another host.
  const { pathname } = new URL(c.req.url)
  const trimmed = pathname.replace(/\/+$/, '')
  if (c.req.method === 'GET' && trimmed !== pathname && /^\/[\w-]/.test(trimmed))
    return c.redirect(trimmed + queryOf(c), 308)
  const moved = c.req.method === 'GET' ? setting.movedTo(pathname) : null
  if (typeof moved === 'string') return c.redirect(moved + queryOf(c), 308)
  if (moved !== null) {
    // Not for good, nor for others who share the cache: the next one may read another language.
    const language = languageOf(pathname, c.req.header('accept-language') ?? null)
    const headers = { vary: 'accept-language', 'cache-control': 'no-store' }
    return new Response(null, {
      status: 303,
      headers: { ...headers, location: moved[language] + queryOf(c) },
    })
  }
  return fail(c, 'not-found', setting, await userOf(c, setting))
}

const serve = async (c: Context, route: Route, isPage: boolean, setting: Setting): Promise<Response> => {
  const request = c.req.raw
  const isHttps = setting.origin().startsWith('https:')
  const token = readSessionToken(request, isHttps)
  const now = setting.clock()
  let user: Awaited<ReturnType<Setting['whoIs']>> = null
  const no = (kind: ErrorKind) => (route.exchange ? tellProblem(kind) : fail(c, kind, setting, user))
  try {
    user = token ? await setting.whoIs(token, now) : null
    const refused = refusedFor(setting, route, user, c, now)
    if (!isOwnRequest(request, setting.publicOrigin, token !== null)) {
      await refused('foreign')
      return no('foreign')
    }
    if (!may(user, route.permission)) {
      if (!user) return route.exchange ? tellProblem('sign-in') : signInFirst(c, setting, isOfDevice(token))
      await refused('forbidden')
      return no('forbidden')
    }
    if (user?.needsSetUp && !isOpenBeforeSetUp(route.permission))
      return route.exchange ? tellProblem('forbidden') : setUpFirst(c, setting, user)
    if (user && route.proven && !setting.isProven(user, now, route.method === 'POST' ? graceMinutes : 0))
      return proveFirst(c, setting, user, isPage)
    const isSent = route.method === 'POST'
    const text = isSent && route.exchange ? await readText(request) : ''
    const sent = isSent && !route.exchange ? await readForm(request, route.takesFile ?? null) : nothingSent
    if (text === null || sent === null) return no('too-large')
    if (route.exchange && isSent && !isJson(request)) return tellProblem('no-json')
    const address = addressOf(c, setting.publicOrigin !== null)
    const visit: Visit<never> = {
      user,
      proof: user && token ? proofOfSession(proofOfToken(token)) : null,
      state: readState(request, isHttps),
      bond: readBond(request, isHttps),
      browser: browserOf(request.headers.get('user-agent') ?? ''),
      language: languageOf(c.req.path, request.headers.get('accept-language')),
      reader: readerOf(c.req.path, request.headers.get('accept-language')),
      now,
      today: dayOf(now),
      params: c.req.param() as Record<never, string>,
      query: new URL(request.url).searchParams,
      upload: sent.upload,
      origin: setting.origin(),
      network: networkOf(address),
      caller: callerOf(setting.keys.cardCode, address),
      keys: setting.keys,
      localWebhooks: setting.localWebhooks ?? false,
      demo: setting.demo,
      hasMailServer: setting.hasMailServer ?? false,
      isAddress: setting.isAddress,
    }
    const response = await send(
      c,
      route,
      await route.serve(visit, sent.fields, setting, text),
      visit,
      setting,
    )
    if (user?.keepDays && token && !response.headers.has('set-cookie'))
      response.headers.set('set-cookie', sessionCookie(token, isHttps, user.keepDays))
    return response
  } catch (error) {
    if (error instanceof NotFound || error instanceof Forbidden)
      await refusedFor(setting, route, user, c, now)(error instanceof NotFound ? 'not-found' : 'forbidden')
    return route.exchange ? tellThrown(error, setting) : failWith(c, error, setting, user)
  }
}

const isJson = (request: Request) => /^application\/json\b/i.test(request.headers.get('content-type') ?? '')

/** Every attempt that was refused to somebody signed in is in the log: what they asked for, and why not. */
const refusedFor =
  (setting: Setting, route: Route, user: User | null, c: Context, now: Date) => async (why: string) => {
    if (!user) return
    await writeAudit(setting.pool, {
      at: now,
      actor: actorOf(user),
      role: user.role,
      permission: route.permission,
      outcome: 'refused',
      subject: { problems: why, ...idsOf(c.req.param()) },
    })
  }

/** Until the second factor stands, one can only set it up, or leave. */
const isOpenBeforeSetUp = (permission: Permission) =>
  permission === 'account.change' || rolesOf(permission).includes('everyone')

const setUpFirst = (c: Context, setting: Setting, user: User) => {
  const language = languageOf(c.req.path, c.req.header('accept-language') ?? null)
  return c.redirect(setting.frame({ user, language, path: c.req.path }).setUp ?? `/${language}`, 303)
}

/** A form that was opened in time can still be sent this long after, so that nothing typed is lost. */
const graceMinutes = 20

/** To prove who one is, and back: to the page at the address, or to where one's work begins when there is none. */
const proveFirst = (c: Context, setting: Setting, user: User, isPage: boolean) => {
  const language = languageOf(c.req.path, c.req.header('accept-language') ?? null)
  const { proveAgain, home } = setting.frame({ user, language, path: c.req.path })
  const next = isPage ? c.req.path + queryOf(c) : (home ?? `/${language}`)
  return c.redirect(`${proveAgain ?? `/${language}`}?next=${encodeURIComponent(next)}`, 303)
}

const send = async (c: Context, route: Route, answer: Answer, visit: Visit, setting: Setting) => {
  const isHttps = setting.origin().startsWith('https:')
  if ('redirect' in answer) {
    const headers = new Headers({ location: answer.redirect, 'cache-control': 'no-store' })
    if (answer.session !== undefined)
      headers.append('set-cookie', sessionCookie(answer.session, isHttps, answer.keepDays))
    if (answer.state !== undefined) headers.append('set-cookie', stateCookie(answer.state, isHttps))
    if (answer.bond !== undefined) headers.append('set-cookie', bondCookie(answer.bond, isHttps))
    // Not "storage": the desk's queue is there, encrypted, and what waits in it must outlive the session (0022).
    if (answer.session === null) headers.set('clear-site-data', '"cache"')
    return new Response(null, { status: 303, headers })
  }
  if ('moved' in answer) {
    // For good, as far as anybody knows; still asked each time, since a name can come into use again.
    const headers = { location: answer.moved + queryOf(c), 'cache-control': 'no-cache' }
    return new Response(null, { status: 308, headers })
  }
  if ('json' in answer) return tell(answer.json, answer.status)
  if ('sheet' in answer) {
    const headers = { 'content-security-policy': sheetPolicy }
    const type = 'text/html; charset=utf-8'
    return respondPrivate(c.req.raw, { status: 200, type, body: answer.sheet, headers })
  }
  const isForAll =
    !visit.user &&
    route.method === 'GET' &&
    (('file' in answer && !answer.file.personal) ||
      ('page' in answer && answer.page.kind === 'public' && !answer.status))
  const respond = isForAll ? respondPublic : respondPrivate
  if ('file' in answer) {
    const { type, name, body, shown, open, sandboxed, packed, count } = answer.file
    const headers = {
      'content-disposition': `${shown ? 'inline' : 'attachment'}; filename="${name}"`,
      ...(shown ? { 'content-security-policy': sandboxed ? sheetPolicy : paperPolicy } : {}),
      ...(open ? { 'access-control-allow-origin': '*' } : {}),
      ...(open === 'lasting' && isForAll ? { 'cache-control': 'public, max-age=31536000, immutable' } : {}),
    }
    const response = await respond(c.req.raw, { status: 200, type, body, headers, packed })
    if (count && isTaken(c.req.raw, response.status)) await count(setting.pool)
    return response
  }
  const alternates = pathsOf(route).flatMap(({ language, path }) =>
    language ? [{ language, href: fill(path, visit.params as never) + queryOf(c) }] : [],
  )
  const isFor = answer.page.reader ?? visit.language
  const own = alternates.find(({ language }) => language === isFor)
  const body = frameOf(
    isForAll && own ? { ...answer.page, canonical: setting.origin() + own.href } : answer.page,
    { ...visit, unread: await unreadOf(answer.page, visit, setting) },
    c.req.path,
    alternates.length > 0 ? alternates : everyFrontPage,
    answer.status === 422,
    setting,
  )
  const sent = { status: answer.status ?? 200, type: 'text/html; charset=utf-8', body }
  if (!answer.page.embedded) return respond(c.req.raw, sent)
  return respond(c.req.raw, { ...sent, headers: { 'content-security-policy': embeddedPolicy } })
}

/** Asked only where a menu is shown that tells it: one statement. */
const unreadOf = async ({ bare, handed, embedded }: Page, { user, today }: Visit, setting: Setting) =>
  user && !bare && !handed && !embedded ? ((await setting.unreadOf?.(user, today)) ?? 0) : 0

const queryOf = (c: Context) => (c.req.method === 'GET' ? new URL(c.req.url).search : '')

/** A device that has ended, or whose site has, is told so, wherever it stood. */
const signInFirst = (c: Context, setting: Setting, isDevice: boolean) => {
  const language = languageOf(c.req.path, c.req.header('accept-language') ?? null)
  const { signIn, pair } = setting.frame({ user: null, language, path: c.req.path })
  if (isDevice && pair) return c.redirect(pair, 303)
  const back = c.req.method === 'GET' ? `?next=${encodeURIComponent(c.req.path)}` : ''
  return c.redirect(`${signIn?.href ?? `/${language}`}${back}`, 303)
}
