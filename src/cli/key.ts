import { createSiteKey, endApiKey } from '../accounts/key-queries.ts'
import { isKeyScope, keyScopes, lastKeyEnd } from '../accounts/key-rules.ts'
import { writeAudit } from '../web/audit.ts'
import { byHand, type Command, textOf } from './command.ts'
import { findPlace } from './scope.ts'

const readScopes = (text: string | undefined) => {
  const asked = (text ?? keyScopes.join(',')).split(',').map((scope) => scope.trim())
  const unknown = asked.find((scope) => !isKeyScope(scope))
  if (unknown !== undefined)
    throw new Error(`There is no scope “${unknown}”. The scopes are ${keyScopes.join(', ')}.`)
  return [...new Set(asked.filter(isKeyScope))]
}

export const keyCreateCommand: Command = {
  name: 'key create',
  usage: '--site <id or name> [--scopes <scope>,<scope>] [--name <name>] [--test]',
  what: `Prints a new key of the public API for one site. It works for a year. Scopes: ${keyScopes.join(', ')} (all when left out). With --test a key of the sandbox: it reaches the practice cards alone.`,
  options: {
    site: { type: 'string' },
    scopes: { type: 'string' },
    name: { type: 'string' },
    test: { type: 'boolean' },
  },
  needsDatabase: true,
  run: async ({ connection: { pool }, options, now, print, note }) => {
    const site = textOf(options, 'site')
    if (!site) throw new Error('Say which site the key is for: --site <id or name>.')
    const scopes = readScopes(textOf(options, 'scopes'))
    const siteId = await findPlace(pool, 'site', site)
    const expiresAt = lastKeyEnd(now)
    const name = textOf(options, 'name') ?? 'command line'
    const key = await pool.transaction().execute(async (db) => {
      const made = await createSiteKey(
        db,
        { siteId, name, scopes, expiresAt, isTest: options.test === true },
        now,
      )
      const subject = { key: made.slice(0, 16), site: siteId, scopes: scopes.join(' ') }
      await writeAudit(db, { ...byHand(now), permission: 'key create', subject })
      return made
    })
    if (options.json) print(JSON.stringify({ key, siteId, scopes, expiresAt: expiresAt.toISOString() }))
    else {
      print(key)
      note(`The key is shown only now. It works until ${expiresAt.toISOString().slice(0, 10)}.`)
    }
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
    const shownStart = /^kk_(live|test)_[0-9a-f]{8}/.exec(words[0] ?? '')?.[0]
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
