import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { htmlProblems } from '../../test/html.ts'
import { makeAccount, makeMunicipality, makeSite, makeUnit } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { actBy, proofOfSession } from '../db/db.ts'
import { proofOfToken } from '../web/session-cookie.ts'
import { sendMessages } from './send.ts'

let world: World
type Someone = Awaited<ReturnType<World['as']>>
let centre: Someone
let coordinator: Someone
let other: Someone
let issuer: Someone
let venue: Someone
let swede: Someone
let intermediary: Someone
let far: Someone
const [kainuu, oulu] = [{ id: 0 }, { id: 0 }]

beforeAll(async () => {
  world = await newWorld()
  const { db } = world
  const [near, away] = [
    await makeMunicipality(db, { name: 'Kuhmo', area: 'Kainuu' }),
    await makeMunicipality(db, { name: 'Oulu', area: 'Pohjois-Pohjanmaa' }),
  ]
  kainuu.id = near.areaId
  oulu.id = away.areaId
  const [unit, farUnit] = [
    await makeUnit(db, { municipality: near }),
    await makeUnit(db, { municipality: away }),
  ]
  const site = await makeSite(db, { municipality: near, intermediary: 'Lippula' })
  const { organisation_id } = await db
    .selectFrom('site_intermediary')
    .select('organisation_id')
    .executeTakeFirstOrThrow()
  centre = await world.as({ role: 'centre' })
  coordinator = await world.as({ role: 'coordinator', areaId: near.areaId })
  other = await world.as({ role: 'coordinator', areaId: away.areaId })
  issuer = await world.as({ role: 'issuer', unit })
  swede = await world.as({ role: 'issuer', unit }, 'sv')
  far = await world.as({ role: 'issuer', unit: farUnit })
  venue = await world.as({ role: 'venue', site })
  intermediary = await world.as({ role: 'intermediary', organisationId: organisation_id })
  // A person of two roles is one reader.
  const { account_id } = await db
    .selectFrom('account_role')
    .select('account_id')
    .where('id', '=', swede.accountRoleId)
    .executeTakeFirstOrThrow()
  await sql`insert into account_role (account_id, role, site_id, created_at)
    values (${account_id}, 'venue', ${site.id}, ${world.now()})`.execute(db)
})
afterAll(() => world.end())

const keep = '/fi/tiedotteet-lahetys'
const told = {
  ...{
    titleFi: 'Kortti uudistuu',
    bodyFi: '## Mitä\n\nKatso [ohje](/fi/alueet).\n\n- yksi\n- kaksi ![x](/a.png) <b>',
  },
  ...{ 'role-issuer': 'yes', areas: 'all', until: '1.7.2026', next: 'check' },
}
const read = async (who: Pick<Someone, 'get'>, path: string) => (await who.get(path)).text()
const idOf = (reply: Response) => /(\d+)(\/|\?|$)/.exec(reply.headers.get('location') ?? '')?.[1] ?? ''
const write = async (who: Someone, fields: Record<string, string>) => {
  const reply = await who.post(`${keep}/uusi`, fields)
  expect(reply.status).toBe(303)
  return idOf(reply)
}
const seenOn = async (who: Someone, id: string) =>
  /name="seen" value="(\d+)"/.exec(await read(who, `${keep}/${id}/laheta`))?.[1] ?? ''
const send = async (who: Someone, id: string) =>
  who.post(`${keep}/${id}/laheta`, { seen: await seenOn(who, id) })
const leave = () =>
  sendMessages({ pool: world.db, clock: world.now, origin: 'http://localhost:3000', byMail: true })
const letters = () => world.db.selectFrom('mail').selectAll().orderBy('recipient').execute()
/** What a statement finds or changes in somebody's session: how many rows. */
const by = (who: Someone, statement: string): Promise<number> =>
  world.requests.transaction().execute(async (db) => {
    await actBy(db, proofOfSession(proofOfToken(who.token)))
    const { rows, numAffectedRows } = await sql.raw(statement).execute(db)
    return statement.startsWith('select') ? rows.length : Number(numAffectedRows)
  })
/** Time goes by, and nobody is signed out for it. */
const later = async (minutes: number) => {
  world.later(minutes)
  await sql`update session set seen_at = ${world.now()}`.execute(world.db)
}
/** Writes, sends and lets it leave. */
const tell = async (who: Someone, fields: Record<string, string>) => {
  const id = await write(who, fields)
  expect((await send(who, id)).status).toBe(303)
  await later(11)
  await leave()
  return id
}

test('a draft is kept whatever it lacks, and what it lacks is said when it is to be sent', async () => {
  const id = await write(centre, {
    titleSv: 'Halvfärdigt',
    areas: 'chosen',
    until: '1.7.2026',
    next: 'draft',
  })
  const check = await read(centre, `${keep}/${id}/laheta`)
  for (const lack of [
    'Kirjoita otsikko ja teksti suomeksi.',
    'Valitse, kenelle tiedote on.',
    'Valitse ainakin yksi alue.',
  ])
    expect(check).toContain(lack)
  expect(check).not.toContain('name="seen"')
  expect((await centre.post(`${keep}/${id}/laheta`, {})).status).toBe(422)
  const bad = await centre.post(`${keep}/${id}/muuta`, {
    ...told,
    bodyFi: 'x'.repeat(6001),
    titleSv: 'Säilyy',
  })
  expect([bad.status, (await bad.text()).includes('Säilyy')]).toEqual([422, true])
  const named = await centre.post(`${keep}/${id}/muuta`, { ...told, bodyFi: 'Asiakas 131052-308T' })
  expect([named.status, (await named.text()).includes('131052-308T')]).toEqual([422, false])
  // Nobody but its writers sees it.
  for (const who of [issuer, coordinator]) expect((await who.get(`/fi/tiedotteet/${id}`)).status).toBe(404)
  expect((await coordinator.get(`${keep}/${id}`)).status).toBe(404)
  const removed = await centre.post(`${keep}/${id}/tila`, { state: 'removed' })
  expect(await read(centre, removed.headers.get('location')!)).toMatch(/name="state" value="kept"/)
  await centre.post(`${keep}/${id}/tila`, { state: 'kept' })
  expect(await read(centre, `${keep}/${id}/muuta`)).toContain('Halvfärdigt')
})

test('a message leaves after ten minutes, until when it can be taken back, and stays as it was said', async () => {
  const id = await write(centre, told)
  const check = await read(centre, `${keep}/${id}/laheta`)
  expect(check).toContain('Tiedotteen saa 3 ihmistä, 2 alueella.')
  expect(check).toMatch(/Kainuu<\/th><td class="num">2<[\s\S]*Pohjois-Pohjanmaa<\/th><td class="num">1</)
  expect(check).toContain('Ruotsinkieliset lukevat tämän tekstin')
  expect(await htmlProblems(check)).toEqual([])
  const seen = await seenOn(centre, id)
  await later(1)
  await centre.post(`${keep}/${id}/muuta`, { ...told, titleFi: 'Kortti uudistuu 2' })
  expect((await centre.post(`${keep}/${id}/laheta`, { seen })).status).toBe(422) // it is not what was looked at
  expect((await send(centre, id)).status).toBe(303)
  expect(await read(centre, `${keep}/${id}`)).toContain('Peru lähetys')
  await later(9)
  expect(await leave()).toEqual({ left: 0, letters: 0 })
  expect((await issuer.get(`/fi/tiedotteet/${id}`)).status).toBe(404)
  expect((await centre.post(`${keep}/${id}/muuta`, told)).status).toBe(422)
  await centre.post(`${keep}/${id}/tila`, { state: 'draft' })
  await later(30)
  expect(await leave()).toEqual({ left: 0, letters: 0 })

  expect((await send(centre, id)).status).toBe(303)
  const again = await centre.post(`${keep}/${id}/laheta`, { seen: '1' })
  expect([again.status, (await again.text()).includes('Lähdössä')]).toEqual([422, true])
  await later(10)
  expect(await leave()).toEqual({ left: 1, letters: 3 })
  expect(await leave()).toEqual({ left: 0, letters: 0 })
  expect((await centre.post(`${keep}/${id}/tila`, { state: 'draft' })).status).toBe(422)
  for (const change of ["body_fi = 'Toista'", 'left_at = null', "title_sv = 'Annat'"])
    await expect(by(centre, `update message set ${change} where id = ${id}`)).rejects.toThrow(
      'stays as it is',
    )
  // Row-level security says the same as the pages, to a query that forgot to ask.
  const count = (who: Someone) => by(who, `select from message where id = ${id}`)
  expect([await count(issuer), await count(far), await count(coordinator), await count(venue)]).toEqual([
    1, 1, 0, 0,
  ])
  const reads = (who: Someone, whose: Someone) =>
    by(
      who,
      `insert into message_read (message_id, account_id, read_on) select ${id}, account_id, '2026-05-04'
      from account_role where id = '${whose.accountRoleId}'`,
    )
  for (const [who, whose] of [
    [venue, venue],
    [far, issuer],
    [centre, issuer],
  ] as const)
    await expect(reads(who, whose)).rejects.toThrow('row-level security')
  expect(await by(coordinator, `select from message_figures(${id}) where recipients > 0`)).toBe(0)
  expect(await by(issuer, `select from message_progress(${id}) where mails > 0`)).toBe(0)

  const before = await read(issuer, '/fi/tiedotteet')
  expect(before).toContain('Tiedotteet (1 lukematta)')
  expect(await htmlProblems(before)).toEqual([])
  const html = await read(issuer, `/fi/tiedotteet/${id}`)
  expect(html).toContain('<h2>Mitä</h2>')
  expect(html).toContain('<a href="/fi/alueet">ohje</a>')
  expect(html).toContain('<li>kaksi x &lt;b&gt;</li>')
  expect(html).not.toMatch(/<img[^>]*a\.png/)
  expect(html).not.toContain('lukematta')
  expect(await read(issuer, '/fi/tiedotteet')).not.toContain('Lukematta')
  expect(await read(swede, `/sv/infobrev/${id}`)).toMatch(
    /<h1 lang="fi">[\s\S]*Infobrevet finns bara på finska\./,
  )
  expect((await far.get(`/fi/tiedotteet/${id}`)).status).toBe(200)
  for (const who of [venue, intermediary, coordinator])
    expect((await who.get(`/fi/tiedotteet/${id}`)).status).toBe(404)

  const [letter] = await letters()
  expect(letter!.text_body).toContain('Katso ohje (http://localhost:3000/fi/alueet).')
  expect(letter!.text_body).toContain('– yksi')
  expect(letter!.html_body).not.toContain('<img')
  expect(letter!.html_body!.match(/https?:\/\/[^"< )]+/g)?.some((url) => url.includes('?'))).toBe(false)
  expect((await letters()).map(({ language }) => language).sort()).toEqual(['fi', 'fi', 'sv'])
  const sent = await read(centre, `${keep}/${id}`)
  expect(sent).toContain('0/3 lähtenyt')
  expect(sent).toContain('Lukijoita on alle 5')
  await centre.post(`${keep}/${id}/tila`, { state: 'past' })
  expect(await read(far, '/fi/tiedotteet')).toContain('Aiemmat tiedotteet')
})

test('a coordinator tells the own area alone, in its own language if need be', async () => {
  const swedish = { titleSv: 'Nytt ställe', bodySv: 'Biblioteket.', until: '1.7.2026', next: 'check' }
  const asked = { ...swedish, 'role-venue': 'yes', 'role-intermediary': 'yes', 'role-coordinator': 'yes' }
  const id = await tell(coordinator, { ...asked, areas: 'chosen', [`area-${oulu.id}`]: 'yes' })
  for (const who of [venue, intermediary, coordinator])
    expect((await who.get(`/fi/tiedotteet/${id}`)).status).toBe(200)
  for (const who of [other, far, issuer]) expect((await who.get(`/fi/tiedotteet/${id}`)).status).toBe(404)
  expect((await other.get(`${keep}/${id}`)).status).toBe(404)
  expect((await other.post(`${keep}/${id}/tila`, { state: 'past' })).status).toBe(404)
  expect(await read(other, keep)).not.toContain('Nytt ställe')
  expect(await read(centre, keep)).toContain('Nytt ställe')
  expect((await centre.get('/fi/tiedotteet')).status).toBe(403)
  expect(await read(venue, `/fi/tiedotteet/${id}`)).toContain('Tiedote on vain ruotsiksi.')
  // A site of another kind is not reached.
  const narrow = await tell(coordinator, { ...asked, 'category-sports': 'yes' })
  expect((await venue.get(`/fi/tiedotteet/${narrow}`)).status).toBe(404)
})

test('who wants no mail gets none, and sees all the same', async () => {
  const before = (await letters()).length
  const choose = (news: string) => issuer.post('/fi/oma/tiedotteet', { news })
  expect((await choose('x')).status).toBe(422)
  expect((await choose('important')).status).toBe(303)
  expect(await read(issuer, '/fi/oma')).toContain('Vain tärkeät')
  const id = await tell(coordinator, { ...told, areas: '' })
  expect((await letters()).length - before).toBe(1) // the Swedish one's
  expect((await issuer.get(`/fi/tiedotteet/${id}`)).status).toBe(200)
  await tell(coordinator, { ...told, important: 'yes' })
  expect((await letters()).length - before).toBe(3)
  await choose('none')
  await tell(coordinator, { ...told, important: 'yes' })
  expect((await letters()).length - before).toBe(4)
})

test('how many read it is told from five on, and who did to nobody', async () => {
  const { unit_id } = await world.db
    .selectFrom('account_role')
    .select('unit_id')
    .where('id', '=', issuer.accountRoleId)
    .executeTakeFirstOrThrow()
  for (let n = 0; n < 6; n++) await makeAccount(world.db, world.now(), { role: 'issuer', unitId: unit_id! })
  const id = await tell(coordinator, told)
  await sql`insert into message_read (message_id, account_id, read_on)
    select ${id}::int, account_id, ${'2026-05-05'} from account_role
    where unit_id = ${unit_id} and role = 'issuer' limit 7`.execute(world.db)
  await issuer.get(`/fi/tiedotteet/${id}`)
  await issuer.get(`/fi/tiedotteet/${id}`)
  const page = await read(coordinator, `${keep}/${id}`)
  expect(page).toMatch(/Yhteensä<\/th><td[^>]*>8<\/td><td[^>]*>5</)
  expect(await htmlProblems(page)).toEqual([])
  for (const who of [coordinator, centre])
    expect(await by(who, 'select from message_read where account_id <> visit_account()')).toBe(0)
  await expect(by(centre, 'select from message_mail')).rejects.toThrow('permission denied')
})
