import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readMail, startMailServer } from '../../test/mail-server.ts'
import { makeMunicipality, makeSite } from '../../test/makers.ts'
import { makePublication } from '../../test/publications.ts'
import { newWorld, type World } from '../../test/world.ts'
import { openPost, sendDueMails } from '../mail/send.ts'
import { tellOfReports } from './order-mail.ts'
import { isNews, orderedKind } from './order-rules.ts'

test.each([
  ['2026-Q1', '2026-04-15', true],
  ['2026-Q1', '2026-07-24', true],
  ['2026-Q1', '2026-07-25', false],
  ['2025', '2026-04-15', true],
  ['2019-Q3', '2026-04-15', false],
])('a mail of %s on %s: %s', (period, today, news) => expect(isNews(period, today)).toBe(news))

test('a quarter is the board’s, a year the annual accounts’', () =>
  expect(['2026-Q4', '2026'].map(orderedKind)).toEqual(['board', 'annual']))

let world: World
let area: { kainuu: number; lappi: number }
let site: Awaited<ReturnType<typeof makeSite>>
beforeAll(async () => {
  world = await newWorld('2026-04-15T09:00:00Z')
  const here = await makeMunicipality(world.db, { name: 'Kajaani' })
  const there = await makeMunicipality(world.db, { name: 'Rovaniemi', area: 'Lappi' })
  site = await makeSite(world.db, { municipality: here, name: 'Esimerkkihalli' })
  area = { kainuu: here.areaId, lappi: there.areaId }
  await publish('2026-Q1')
})
afterAll(() => world.end())

const publish = (period: string) =>
  makePublication(world.db, { period, figures: [{ measure: 'tickets', count: 7654 }] })
type Someone = Awaited<ReturnType<World['as']>>
const wish = async (who: Someone, place: string, what: 'order' | 'end' = 'order', path = '/fi/raportit') =>
  (await who.post(path, { place, wish: what })).status
const tell = () => tellOfReports(world.db, world.now(), 'https://kaiku.example')
const mails = async () =>
  (await world.db.selectFrom('mail').select(['subject', 'text_body']).orderBy('subject').execute()).map(
    ({ subject, text_body }) => `${subject}\n${text_body}`,
  )

test('an order is made and ended on the page, each for what one may read', async () => {
  const keeper = await world.as({ role: 'coordinator', areaId: area.kainuu })
  const place = `area-${area.kainuu}`
  expect(await (await keeper.get('/fi/raportit')).text()).toContain('Tilaa raportit sähköpostiin')
  const answer = await keeper.post('/fi/raportit', { place, wish: 'order' })
  expect([answer.status, answer.headers.get('location')]).toEqual([
    303,
    `/fi/raportit?place=${place}&done=ordered`,
  ])
  expect(await wish(keeper, place)).toBe(303)
  const page = await (await keeper.get(`/fi/raportit?place=${place}&done=ordered`)).text()
  for (const text of ['Raportit on tilattu', 'Lopeta tilaus']) expect(page).toContain(text)
  for (const other of [`area-${area.lappi}`, 'country', 'site-99999'])
    expect(await wish(keeper, other), other).toBe(404)
  expect(await wish(keeper, 'planet-1')).toBe(422)
  // Another's order is not there to be seen or ended.
  const other = await world.as({ role: 'coordinator', areaId: area.kainuu })
  expect(await wish(other, place, 'end')).toBe(404)
  expect(await (await other.get('/fi/raportit')).text()).not.toContain('Lopeta tilaus')
  expect(await wish(keeper, place, 'end')).toBe(303)
  expect(await wish(keeper, place, 'end')).toBe(404)
})

test('each new period is told of once, in one’s own language, without a figure', async () => {
  const keeper = await world.as({ role: 'coordinator', areaId: area.kainuu })
  const swede = await world.as({ role: 'auditor' }, 'sv')
  const venue = await world.as({ role: 'venue', site }, 'en')
  await wish(keeper, `area-${area.kainuu}`)
  await wish(swede, 'country')
  await wish(venue, `site-${site.id}`)
  // What was there as they ordered is no news.
  expect(await tell()).toBe(0)
  world.later(91 * 24 * 60)
  await publish('2026-Q2')
  expect(await Promise.all([tell(), tell()]).then(([a, b]) => a + b)).toBe(3)
  expect(await tell()).toBe(0)
  const written = await mails()
  expect(written.map((mail) => mail.split('\n')[0])).toEqual([
    'Raportti on valmis: Lautakuntaraportti: Kainuu, huhti–kesäkuu 2026',
    'Rapporten är klar: Rapport till nämnden: Hela landet, april–juni 2026',
    'The report is ready: Figures of the quarter: Esimerkkihalli, April–June 2026',
  ])
  for (const mail of written) expect(mail).not.toMatch(/7\D?654/)
  const link = `/fi/raportit?kind=board&place=area-${area.kainuu}&period=2026-Q2`
  expect(written[0]).toContain(`https://kaiku.example${link}`)
  const back = await world.as({ role: 'coordinator', areaId: area.kainuu })
  expect(await (await back.get(link)).text()).toContain('id="by-mail"')

  const server = await startMailServer()
  const post = openPost(`smtp://127.0.0.1:${server.port}`, 'kaiku@kaiku.example')
  expect(await sendDueMails(world.db, post, world.now)).toEqual({ sent: 3, failed: 0 })
  const texts = server.delivered.map((one) => readMail(one).text)
  expect(texts.some((text) => text?.includes('Voit lopettaa tilauksen samalla sivulla'))).toBe(true)
  post.close()
  await server.close()
})

test('nobody is written to whose role, account or right to the place has ended, and the order goes', async () => {
  const people = [
    await world.as({ role: 'coordinator', areaId: area.kainuu }),
    await world.as({ role: 'coordinator', areaId: area.kainuu }),
    await world.as({ role: 'coordinator', areaId: area.kainuu }),
  ] as const
  await sql`delete from report_order`.execute(world.db)
  await wish(people[0], `area-${area.kainuu}`)
  await wish(people[1], `area-${area.kainuu}`)
  await wish(people[2], `site-${site.id}`)
  await sql`update account_role set ended_at = now() where id = ${people[0].accountRoleId}`.execute(world.db)
  await sql`update account set ended_at = now()
    where id = (select account_id from account_role where id = ${people[1].accountRoleId})`.execute(world.db)
  await sql`update site set area_id = ${area.lappi} where id = ${site.id}`.execute(world.db)
  const before = (await mails()).length
  world.later(92 * 24 * 60)
  await publish('2026-Q3')
  expect(await tell()).toBe(0)
  expect((await mails()).length).toBe(before)
  const left = await sql`select id from report_order`.execute(world.db)
  expect(left.rows).toEqual([])
})

test('an imported past that is closed at once is no news, and fifty orders are enough', async () => {
  const centre = await world.as({ role: 'centre' })
  await wish(centre, 'country')
  for (const period of ['2018-Q1', '2018-Q2']) await publish(period)
  expect(await tell()).toBe(0)
  await sql`insert into report_order (account_role_id, level, place_id, ordered_at, told_until)
    select ${centre.accountRoleId}, 'site', n, now(), 0 from generate_series(90001, 90049) n`.execute(
    world.db,
  )
  const answer = await centre.post('/fi/raportit', { place: `area-${area.kainuu}`, wish: 'order' })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('Sinulla on jo 50 tilausta')
})
