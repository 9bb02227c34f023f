import { randomBytes } from 'node:crypto'
import { startSession } from '../src/accounts/queries.ts'
import { createApp } from '../src/app.tsx'
import type { Keys } from '../src/db/keys.ts'
import { hashToken, newToken } from '../src/web/session-cookie.ts'
import { freshDatabase } from './databases.ts'
import { type MadeSite, type MadeUnit, makeAccount } from './makers.ts'

type Someone =
  | { role: 'issuer'; unit: MadeUnit }
  | { role: 'venue'; site: MadeSite }
  | { role: 'intermediary'; organisationId: number }
  | { role: 'coordinator'; areaId: number }
  | { role: 'centre' | 'auditor' }

export type World = Awaited<ReturnType<typeof newWorld>>

/**
 * A fresh database, a clock that stands still until moved, and the program without a port.
 * @param start an instant in ISO 8601; Monday noon in Finland unless said
 */
export const newWorld = async (
  start = '2026-05-04T09:00:00Z',
  options: { demo?: boolean; hasMailServer?: boolean; localWebhooks?: boolean } = {},
) => {
  const { pool: db, app: requests, read, engine, close } = await freshDatabase()
  const keys: Keys = { version: 1, cardCode: randomBytes(32) }
  let now = new Date(start)
  const logged: string[] = []
  const app = createApp({
    pool: requests,
    read,
    keys,
    clock: () => now,
    origin: () => 'http://localhost:3000',
    publicOrigin: null,
    demo: options.demo ?? false,
    hasMailServer: options.hasMailServer ?? false,
    localWebhooks: options.localWebhooks ?? false,
    log: (line) => logged.push(line),
  })

  /** A browser: keeps one cookie, follows nothing by itself, posts as a form of our own page would. */
  const browser = (cookie?: string) => {
    const headers = (more: Record<string, string> = {}) => ({
      'sec-fetch-site': 'same-origin',
      ...(cookie ? { cookie } : {}),
      ...more,
    })
    return {
      get: (path: string, more?: Record<string, string>) =>
        Promise.resolve(app.request(path, { headers: headers(more) })),
      post: (path: string, fields: Record<string, string>, more?: Record<string, string>) =>
        Promise.resolve(
          app.request(path, { method: 'POST', body: new URLSearchParams(fields), headers: headers(more) }),
        ),
    }
  }

  /** Signs a new account in, in one role. */
  const as = async (someone: Someone, language: 'fi' | 'sv' | 'en' = 'fi') => {
    const accountRoleId = await makeAccount(db, now, {
      role: someone.role,
      language,
      unitId: 'unit' in someone ? someone.unit.id : null,
      siteId: 'site' in someone ? someone.site.id : null,
      areaId: 'areaId' in someone ? someone.areaId : null,
      organisationId: 'organisationId' in someone ? someone.organisationId : null,
    })
    const token = newToken()
    await db
      .transaction()
      .execute((write) => startSession(write, accountRoleId, hashToken(token), now, { proof: 'passkey' }))
    return { ...browser(`kaiku=${token}`), accountRoleId, token }
  }

  return {
    /** The owner of the tables: what tests look with. */
    db,
    /** What requests hold: bound by row-level security. */
    requests,
    engine,
    read,
    keys,
    app,
    logged,
    as,
    anyone: browser(),
    /** A program that calls the public API. */
    call: (
      method: string,
      path: string,
      key: string | null,
      body?: unknown,
      more: Record<string, string> = {},
    ) =>
      Promise.resolve(
        app.request(path, {
          method,
          headers: {
            ...(key ? { authorization: `Bearer ${key}` } : {}),
            ...(body === undefined ? {} : { 'content-type': 'application/json' }),
            ...more,
          },
          ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
        }),
      ),
    now: () => now,
    /** Moves the clock forward. */
    later: (minutes: number) => {
      now = new Date(now.getTime() + minutes * 60_000)
    },
    end: close,
  }
}
