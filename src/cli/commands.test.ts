import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeSite, makeUnit } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { findApiKey } from '../accounts/key-queries.ts'
import { keyScopes } from '../accounts/key-rules.ts'
import { listAccess } from './access.ts'
import type { Command, Options } from './command.ts'
import { keyCreateCommand, keyEndCommand, keyListCommand } from './key.ts'
import { userInviteCommand } from './user-invite.ts'

let world: World
beforeEach(async () => {
  world = await newWorld(undefined, { demo: true })
})
afterEach(() => world.end())

/** Runs a command on the world's database; gives what it printed and noted. */
const run = async (command: Command, options: Options, words: string[] = []) => {
  const [printed, noted]: string[][] = [[], []]
  const connection = {
    pool: world.db,
    app: world.requests,
    read: world.read,
    engine: world.engine,
    close: async () => {},
  }
  const code = await command.run({
    ...{ words, options, now: world.now(), origin: 'https://kaiku.example' },
    ...{ connection, keys: world.keys, applied: [], deletedAgain: 0 },
    print: (line) => printed!.push(line),
    note: (line) => noted!.push(line),
  })
  expect(code).toBe(0)
  return { printed: printed!.join('\n'), noted: noted!.join('\n') }
}
const lastAudit = () =>
  world.db.selectFrom('audit').selectAll().orderBy('id', 'desc').limit(1).executeTakeFirst()

describe('user invite', () => {
  const invite = (options: Options) => run(userInviteCommand, { email: 'eino@esimerkki.example', ...options })

  test('prints a link that works, for the place that was named', async () => {
    const unit = await makeUnit(world.db, { name: 'Nuorten talo: Kuhmo' })
    for (const scope of [`unit:${unit.id}`, 'unit:Nuorten talo: Kuhmo']) {
      const { printed } = await invite({ role: 'issuer', scope })
      expect(printed).toMatch(/^https:\/\/kaiku\.example\/fi\/kutsu\/[\w-]{43}$/)
      const page = await world.anyone.get(new URL(printed).pathname)
      expect(await page.text()).toContain('Nuorten talo: Kuhmo')
    }
    expect(await lastAudit()).toMatchObject({
      ...{ actor: 'command-line', permission: 'user invite', outcome: 'done' },
      subject: { role: 'issuer', unitId: unit.id },
    })
  })

  test('keeps the link out of the log', async () => {
    const { printed } = await invite({ role: 'centre' })
    expect(JSON.stringify(await lastAudit())).not.toContain(printed.slice(-43))
  })

  test('gives programs a link and its end', async () => {
    const { printed } = await invite({ role: 'auditor', json: true })
    expect(JSON.parse(printed)).toEqual({
      link: expect.stringContaining('/fi/kutsu/'),
      expiresAt: '2026-05-07T09:00:00.000Z',
    })
  })

  test.each([
    [{ role: 'issuer' }, 'The role issuer needs --scope unit:<name or id>.'],
    [{ role: 'issuer', scope: 'site:1' }, 'The role issuer needs --scope unit:<name or id>.'],
    [{ role: 'issuer', scope: 'unit:' }, 'The role issuer needs --scope unit:<name or id>.'],
    [{ role: 'venue', scope: 'site:Olematon' }, 'There is no site “Olematon”.'],
    [{ role: 'coordinator', scope: 'area:999' }, 'There is no area “999”.'],
    [
      { role: 'centre', scope: 'area:Kainuu' },
      'The role centre is for the whole country: leave --scope out.',
    ],
    [{ role: 'boss' }, 'Give a role: --role centre|coordinator|issuer|venue|intermediary|auditor.'],
    [{ email: 'eino', role: 'centre' }, 'Give an e-mail address: --email <address>.'],
    [{ email: undefined, role: 'centre' }, 'Give an e-mail address: --email <address>.'],
  ])('%j is refused in a sentence', async (options, sentence) => {
    await expect(invite(options)).rejects.toThrow(sentence)
    expect(await world.db.selectFrom('invitation').select('role').execute()).toEqual([])
  })

  test('asks which one, when several places have the name', async () => {
    const [one, two] = [
      await makeUnit(world.db, { name: 'Aikuissosiaalityö' }),
      await makeUnit(world.db, { name: 'Aikuissosiaalityö' }),
    ]
    await expect(invite({ role: 'issuer', scope: 'unit:Aikuissosiaalityö' })).rejects.toThrow(
      `Several are called “Aikuissosiaalityö”: give one of the ids ${one.id}, ${two.id}.`,
    )
  })

  test('refuses an address that has an account', async () => {
    const issuer = await world.as({ role: 'centre' })
    const { email } = await world.db
      .selectFrom('account as a')
      .innerJoin('account_role as r', 'r.account_id', 'a.id')
      .select('a.email')
      .where('r.id', '=', issuer.accountRoleId)
      .executeTakeFirstOrThrow()
    await expect(invite({ role: 'centre', email: email.toUpperCase() })).rejects.toThrow('already an account')
  })
})

describe('key', () => {
  test('create prints a key that works for its site, with all scopes unless some are named', async () => {
    const site = await makeSite(world.db, { name: 'Kuhmo-talo' })
    const { printed: all, noted } = await run(keyCreateCommand, { site: String(site.id) })
    const holder = await findApiKey(world.db, all, world.now())
    expect(holder).toMatchObject({ permissions: [...keyScopes] })
    const reached = await world.db
      .selectFrom('api_client_site')
      .select('site_id')
      .where('client_id', '=', holder!.clientId)
      .execute()
    expect(reached).toEqual([{ site_id: site.id }])
    expect(noted).toBe('The key is shown only now. It works until 2027-05-04.')
    const { printed: some } = await run(keyCreateCommand, {
      site: 'Kuhmo-talo',
      scopes: 'cards.check, uses.read',
    })
    expect(await findApiKey(world.db, some, world.now())).toMatchObject({
      permissions: ['cards.check', 'uses.read'],
    })
    expect(JSON.stringify(await lastAudit())).not.toContain(some.slice(17))
  })

  test('create makes a test key, one for several sites, and a second one of the same program', async () => {
    const sites = [await makeSite(world.db, { name: 'Kuhmo-talo' }), await makeSite(world.db)]
    const ids = sites.map(({ id }) => id)
    const { printed: first } = await run(keyCreateCommand, {
      sites: ids.join(','),
      test: true,
      scopes: 'uses.read',
    })
    expect(first).toMatch(/^kk_test_/)
    const { printed: second } = await run(keyCreateCommand, { replaces: first.slice(0, 16) })
    expect(second).toMatch(/^kk_test_/)
    const [old, fresh] = [
      await findApiKey(world.db, first, world.now()),
      await findApiKey(world.db, second, world.now()),
    ]
    expect(fresh).toMatchObject({ clientId: old!.clientId, permissions: ['uses.read'] })
    await expect(run(keyCreateCommand, { replaces: second })).rejects.toThrow('Two keys')

    await run(keyEndCommand, {}, [first])
    const { printed } = await run(keyListCommand, {})
    expect(printed).toMatch(new RegExp(`^${second.slice(0, 16)}  works  until 2027-05-04  used 2026-05-04`))
    expect(printed).toContain('Kuhmo-talo')
    expect(printed).not.toContain(first.slice(0, 16))
    expect((await run(keyListCommand, { all: true })).printed).toContain(first.slice(0, 16))
  })

  test('end stops it, and says when there is none', async () => {
    const site = await makeSite(world.db)
    const { printed } = await run(keyCreateCommand, { site: String(site.id), json: true })
    const { key } = JSON.parse(printed) as { key: string }
    await run(keyEndCommand, {}, [key.slice(0, 16)])
    expect(await findApiKey(world.db, key, world.now())).toBeNull()
    await expect(run(keyEndCommand, {}, [key])).rejects.toThrow('There is no such key')
    await expect(run(keyEndCommand, {}, ['x'])).rejects.toThrow('Say which key')
  })

  test.each([
    [{ replaces: 'x' }, 'Say which key is replaced'],
    [{ replaces: 'kk_live_00000000' }, 'There is no such key.'],
    [{ replaces: 'kk_live_00000000', test: true }, 'A second key has the sites'],
    [{}, 'Say which site the key is for: --site <id or name>.'],
    [{ site: '1' }, 'There is no site “1”.'],
    [{ site: '1', scopes: 'cards.check,cards.issue' }, 'There is no scope “cards.issue”.'],
    [{ site: '99999999999999999999' }, 'There is no site'],
  ])('create with %j is refused in a sentence', async (options, sentence) => {
    await expect(run(keyCreateCommand, options)).rejects.toThrow(sentence)
  })
})

test('access prints every address that is mounted, the demo’s too', async () => {
  const printed = new Set((await listAccess()).map(({ method, path }) => `${method} ${path}`))
  const mounted = world.app.routes
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => `${method} ${path}`)
  expect(mounted.length).toBeGreaterThan(50)
  expect(mounted.filter((route) => !printed.has(route) && route !== 'GET /assets/*')).toEqual([])
})
