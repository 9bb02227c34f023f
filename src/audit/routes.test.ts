import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { htmlProblems } from '../../test/html.ts'
import { makeCard, makeSite, makeUnit } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { createSiteKey } from '../accounts/key-queries.ts'
import { writeAudit } from '../web/audit.ts'
import { sealAudit } from './queries.ts'

let world: World
let auditor: Awaited<ReturnType<World['as']>>
beforeEach(async () => {
  world = await newWorld('2026-05-04T09:00:00Z')
  auditor = await world.as({ role: 'auditor' })
})
afterEach(() => world.end())

type Entry = Partial<Parameters<typeof writeAudit>[1]>
const write = (entry: Entry) =>
  writeAudit(world.db, {
    ...{ at: world.now(), actor: 'command-line', role: null, permission: 'key create', outcome: 'done' },
    ...{ subject: {}, ...entry },
  })
const page = async (query = '', by = auditor) => (await by.get(`/fi/loki${query}`)).text()
/** What the rows of the page are about. */
const found = async (query: string) =>
  [...(await page(query)).matchAll(/data-label="Mitä asia koski">([^<]*)</g)].map(([, text]) => text)
const accountOf = (accountRoleId: string) =>
  world.db
    .selectFrom('account_role as r')
    .innerJoin('account as a', 'a.id', 'r.account_id')
    .select(['a.id', 'a.email'])
    .where('r.id', '=', accountRoleId)
    .executeTakeFirstOrThrow()

describe('the log', () => {
  test('names people, keys and what is no person; those who have left too', async () => {
    const unit = await makeUnit(world.db, { name: 'Nuorten talo' })
    const issuer = await world.as({ role: 'issuer', unit })
    const { id } = await accountOf(issuer.accountRoleId)
    await world.db
      .updateTable('account')
      .set({ name: 'Eino Entinen', ended_at: world.now() })
      .where('id', '=', id)
      .execute()
    const site = await makeSite(world.db, { name: 'Kuhmo-talo' })
    const expiresAt = new Date(world.now().getTime() + 86_400_000)
    await createSiteKey(
      world.db,
      { siteId: site.id, name: 'Lippukassa', scopes: ['uses.create'], expiresAt },
      world.now(),
    )
    const key = await world.db.selectFrom('api_key').select('id').executeTakeFirstOrThrow()
    await write({ actor: `account:${id}`, role: 'issuer', permission: 'cards.issue', subject: { card: 17 } })
    await write({ actor: `key:${key.id}`, permission: 'uses.create', subject: { use: 'x' } })
    await write({ actor: 'command-line' })
    const html = await page()
    expect(html).toMatch(/<strong>Eino Entinen<\/strong><div class="hint">Kortinjakaja · tili päättynyt</)
    expect(html).toMatch(/<strong>Lippukassa<\/strong><div class="hint">Rajapinnan avain · Kuhmo-talo</)
    expect(html).toContain('<strong>Komentorivi</strong>')
    expect(await htmlProblems(html)).toEqual([])
  })

  test('says until when it is sealed', async () => {
    expect(await page()).toContain('Lokia ei ole vielä sinetöity')
    await write({})
    await sealAudit(world.db, world.now())
    expect(await page()).toContain('Loki on sinetöity 4.5.2026 klo 12.00 asti: 1 riviä')
  })

  test('shows the newest first, fifty at a time', async () => {
    for (let n = 1; n <= 120; n++) await write({ subject: { site: n } })
    expect(await found('')).toEqual(Array.from({ length: 50 }, (_, index) => `site ${120 - index}`))
    const older = /href="([^"]+)"[^>]*>Vanhemmat rivit/.exec(await page())![1]!
    expect((await found(new URL(older, 'http://x').search)).slice(0, 2)).toEqual(['site 70', 'site 69'])
    const last = await page('?before=21')
    expect(last).not.toContain('Vanhemmat rivit')
    expect(last).toContain('Uusimmat rivit')
  })

  test('is the auditor’s alone, and the attempt of another is in it', async () => {
    const centre = await world.as({ role: 'centre' })
    expect((await centre.get('/fi/loki')).status).toBe(403)
    expect((await centre.get('/fi/loki.csv')).status).toBe(403)
    expect((await world.anyone.get('/fi/loki')).status).toBe(303)
    expect(await page('?outcome=refused')).toContain('audit.read <span class="tag no">Estetty</span>')
  })
})

describe('a search', () => {
  beforeEach(async () => {
    const issuer = await world.as({ role: 'issuer', unit: await makeUnit(world.db) })
    const { id } = await accountOf(issuer.accountRoleId)
    await world.db
      .updateTable('account')
      .set({ name: 'Äiti 100%_Öhman', email: 'o.hman@esimerkki.example' })
      .where('id', '=', id)
      .execute()
    await write({ actor: `account:${id}`, role: 'issuer', permission: 'cards.read', subject: { card: 17 } })
    await write({ outcome: 'refused', permission: 'cards.read', role: 'venue', subject: { card: '17' } })
    await write({ at: new Date('2026-05-02T21:30:00Z'), subject: { card: 170, n: 'sunday' } })
    await write({ at: new Date('2026-05-02T20:59:59Z'), subject: { card: 18, n: 'saturday' } })
  })

  test.each([
    ['a name', '?person=%C3%A4iti', ['card 17']],
    ['part of an address', '?person=HMAN%40esim', ['card 17']],
    ['signs that a pattern would take for others', '?person=100%25_', ['card 17']],
    ['a pattern that is none', '?person=100%25%25', []],
    ['the command line', '?person=command-line', ['n saturday · card 18', 'n sunday · card 170', 'card 17']],
    ['nobody of that name', '?person=olematon', []],
    ['a role', '?role=issuer', ['card 17']],
    ['a permission', '?permission=key+create', ['n saturday · card 18', 'n sunday · card 170']],
    ['an outcome', '?outcome=refused', ['card 17']],
    ['a card, however its number was written', '?subject=card%3D17', ['card 17', 'card 17']],
    ['a card of another number', '?subject=card+170', ['n sunday · card 170']],
    ['text', '?subject=n%3Dsunday', ['n sunday · card 170']],
    ['a day in Finland', '?from=2026-05-03&until=2026-05-03', ['n sunday · card 170']],
    ['until a day', '?until=2026-05-02', ['n saturday · card 18']],
    ['from a day', '?from=2026-05-04', ['card 17', 'card 17']],
    [
      'all of it together',
      '?person=o.hman&role=issuer&permission=cards.read&outcome=done&subject=card%3D17&until=2026-05-04',
      ['card 17'],
    ],
  ])('by %s', async (_, query, rows) => {
    expect(await found(query)).toEqual(rows)
  })

  test('that cannot be read says so, and narrows nothing', async () => {
    const html = await page('?from=2026-02-30&until=eilen&subject=kortti')
    expect(html.match(/Kirjoita päivä, joka on olemassa/g)).toHaveLength(2)
    expect(html).toContain('Kirjoita laji ja tunniste, esimerkiksi card=17.')
    expect(html).toContain('value="kortti"')
    expect(html).toContain('card 170')
  })

  test('is downloaded as CSV with every row, and the log tells who took it', async () => {
    await write({ subject: { note: 'a,"x"' }, actor: '=cmd' })
    const answer = await auditor.get('/fi/loki.csv?permission=key+create')
    expect(answer.headers.get('content-disposition')).toBe(
      'attachment; filename="kaiku-audit-2026-05-04.csv"',
    )
    const lines = (await answer.text()).trimEnd().split('\r\n')
    expect(lines).toHaveLength(4)
    expect(lines[0]).toBe('id;done_at;actor;name;role;permission;outcome;subject')
    expect(lines[1]).toBe(
      `5;2026-05-04T09:00:00.000Z;'=cmd;'=cmd;;key create;done;"{""note"":""a,\\""x\\""""}"`,
    )
    const last = await world.db
      .selectFrom('audit')
      .selectAll()
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst()
    expect(last).toMatchObject({
      ...{ permission: 'audit.read', role: 'auditor', outcome: 'done' },
      subject: { file: 'kaiku-audit-2026-05-04.csv', query: 'permission', read: true },
    })
  })
})

test('a card that was registered is found by its number', async () => {
  const unit = await makeUnit(world.db)
  const issuer = await world.as({ role: 'issuer', unit })
  const card = await makeCard(world.db, world.keys, { unit, stock: true })
  const answers = { consent: 'yes', birthYear: '1987', postalCode: '87100', children: '2' }
  const { status } = await issuer.post('/fi/anna-kortti', {
    code: card.code,
    lifeSituation: '',
    gender: '',
    ...answers,
  })
  expect(status).toBe(303)
  expect(await found(`?subject=card%3D${card.id}`)).toEqual([`card ${card.id}`])
})
