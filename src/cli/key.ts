import { createApiClient, createApiKey, endApiKey } from '../accounts/key-queries.ts'
import { isKeyScope, type KeyScope, keyScopes, lastKeyEnd } from '../accounts/key-rules.ts'
import { findClientByStart, type ListedKey, listAllKeys } from '../api-clients/list-queries.ts'
import { hasRoomForKey, keyStateOf } from '../api-clients/rules.ts'
import type { Pool } from '../db/db.ts'
import { writeAudit } from '../web/audit.ts'
import { byHand, type Command, type Options, textOf } from './command.ts'
import { findPlace } from './scope.ts'

const readScopes = (text: string | undefined): KeyScope[] | undefined => {
  if (text === undefined) return undefined
  const asked = text.split(',').map((scope) => scope.trim())
  const unknown = asked.find((scope) => !isKeyScope(scope))
  if (unknown !== undefined)
    throw new Error(`There is no scope “${unknown}”. The scopes are ${keyScopes.join(', ')}.`)
  return [...new Set(asked.filter(isKeyScope))]
}

/** A site's name may hold a comma, so one that is named by `--site` is taken whole. */
const readSites = (options: Options): string[] => {
  const site = textOf(options, 'site')
  const several = textOf(options, 'sites')?.split(',') ?? []
  return [...(site ? [site] : []), ...several.map((one) => one.trim()).filter((one) => one !== '')]
}

const readStart = (text: string | undefined): string | undefined =>
  /^kk_(?:live|test)_[0-9a-f]{8}/.exec(text ?? '')?.[0]

type Made = { key: string; siteIds: number[]; scopes: readonly KeyScope[] }

/** A new program with its first key. One for a single site is that site's to see to. */
const makeProgram = async (db: Pool, options: Options, now: Date): Promise<Made> => {
  const named = readSites(options)
  if (named.length === 0) throw new Error('Say which site the key is for: --site <id or name>.')
  const scopes = readScopes(textOf(options, 'scopes')) ?? keyScopes
  const siteIds: number[] = []
  for (const site of named) siteIds.push(await findPlace(db, 'site', site))
  const name = textOf(options, 'name') ?? 'command line'
  const keptBySite = siteIds.length === 1 ? siteIds[0]! : null
  const isTest = options.test === true
  const clientId = await createApiClient(
    db,
    { name, siteIds: [...new Set(siteIds)], keptBySite, isTest, actor: 'command line' },
    now,
  )
  const key = await createApiKey(db, { clientId, name, scopes, expiresAt: lastKeyEnd(now) }, now)
  return { key, siteIds, scopes }
}

/** A second key of the same program; the old one works on until it is ended. */
const makeSecond = async (db: Pool, options: Options, now: Date): Promise<Made> => {
  const start = readStart(textOf(options, 'replaces'))
  if (!start) throw new Error('Say which key is replaced: kk_live_ and its next 8 characters.')
  if (readSites(options).length > 0 || options.test === true)
    throw new Error(
      'A second key has the sites and the kind of the first: leave --site, --sites and --test out.',
    )
  const client = await findClientByStart(db, start)
  if (!client) throw new Error('There is no such key.')
  if (client.endedAt) throw new Error('Its program has ended. Make a new one with --site.')
  if (!hasRoomForKey(client.keys, now))
    throw new Error('Two keys of this program work already. End one first: kaiku key end.')
  const scopes = readScopes(textOf(options, 'scopes')) ?? client.scopes.filter(isKeyScope)
  const given = { clientId: client.id, name: client.name, scopes, expiresAt: lastKeyEnd(now) }
  return { key: await createApiKey(db, given, now), siteIds: client.siteIds, scopes }
}

export const keyCreateCommand: Command = {
  name: 'key create',
  usage:
    '(--site <id or name> | --sites <id>,<id> | --replaces <kk_live_…>) [--test] [--scopes <scope>,<scope>] [--name <name>]',
  what: `Prints a new key of the public API. It works for a year. --test makes a program under test, which reaches practice cards alone. --replaces makes a second key of the same program beside the old one; end the old one when the new one is in use. Scopes: ${keyScopes.join(', ')} (all when left out).`,
  options: {
    ...{ site: { type: 'string' }, sites: { type: 'string' }, scopes: { type: 'string' } },
    ...{ name: { type: 'string' }, replaces: { type: 'string' }, test: { type: 'boolean' } },
  },
  needsDatabase: true,
  run: async ({ connection: { pool }, options, now, print, note }) => {
    const expiresAt = lastKeyEnd(now)
    const make = options.replaces === undefined ? makeProgram : makeSecond
    const { key, siteIds, scopes } = await pool.transaction().execute(async (db) => {
      const made = await make(db, options, now)
      const sites = made.siteIds.length === 1 ? { site: made.siteIds[0]! } : { sites: made.siteIds.join(' ') }
      const subject = { key: made.key.slice(0, 16), ...sites, scopes: made.scopes.join(' ') }
      await writeAudit(db, { ...byHand(now), permission: 'key create', subject })
      return made
    })
    if (options.json) print(JSON.stringify({ key, siteIds, scopes, expiresAt: expiresAt.toISOString() }))
    else {
      print(key)
      note(`The key is shown only now. It works until ${expiresAt.toISOString().slice(0, 10)}.`)
    }
    return 0
  },
}

const lineOf = (key: ListedKey, now: Date) =>
  [
    key.shownStart,
    keyStateOf(key, now),
    `until ${key.expiresAt.toISOString().slice(0, 10)}`,
    key.lastUsedOn ? `used ${key.lastUsedOn}` : 'never used',
    key.program,
    key.sites.join(', ') || 'no site',
  ].join('  ')

export const keyListCommand: Command = {
  name: 'key list',
  usage: '[--all]',
  what: 'Lists the keys that work: start, last day, day of the last use, program and the sites that approved it. --all lists those that have ended too.',
  options: { all: { type: 'boolean' } },
  needsDatabase: true,
  run: async ({ connection: { pool }, options, now, print, note }) => {
    const all = await listAllKeys(pool)
    const shown = all.filter((key) => options.all === true || keyStateOf(key, now) === 'works')
    if (options.json) print(JSON.stringify(shown))
    else if (shown.length === 0) note('No key works.')
    else for (const key of shown) print(lineOf(key, now))
    return 0
  },
}

export const keyEndCommand: Command = {
  name: 'key end',
  usage: '<kk_live_…>',
  what: 'Ends a key at once, named by its first 16 characters or the whole of it.',
  options: {},
  needsDatabase: true,
  run: async ({ connection: { pool }, words, options, now, print }) => {
    const shownStart = readStart(words[0])
    if (!shownStart) throw new Error('Say which key: kk_live_ and its next 8 characters.')
    await pool.transaction().execute(async (db) => {
      if (!(await endApiKey(db, shownStart, now)))
        throw new Error('There is no such key, or it has ended already.')
      await writeAudit(db, { ...byHand(now), permission: 'key end', subject: { key: shownStart } })
    })
    print(
      options.json ? JSON.stringify({ key: shownStart, endedAt: now.toISOString() }) : 'The key has ended.',
    )
    return 0
  },
}
