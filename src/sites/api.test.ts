import { afterAll, beforeAll, expect, test } from 'vitest'
import { type MadeMunicipality, type MadeSite, makeMunicipality, makeSite } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'

let world: World
let kajaani: MadeMunicipality
let theatre: MadeSite
let hall: MadeSite
let closed: MadeSite
let popUp: MadeSite
beforeAll(async () => {
  world = await newWorld('2026-05-04T09:00:00Z')
  const { db } = world
  kajaani = await makeMunicipality(db, { name: 'Kajaani', area: 'Kainuu' })
  const oulu = await makeMunicipality(db, { name: 'Oulu', area: 'Oulun seutu' })
  theatre = await makeSite(db, { municipality: kajaani, name: 'Esimerkkiteatteri', category: 'culture' })
  hall = await makeSite(db, { municipality: kajaani, name: 'Esimerkkihalli', category: 'sports' })
  closed = await makeSite(db, { municipality: oulu, name: 'Entinen museo' })
  popUp = await makeSite(db, { municipality: oulu, name: 'Piha', popUp: true })
  const change = (site: MadeSite, values: object) =>
    db.updateTable('site').set(values).where('id', '=', site.id).execute()
  await change(closed, { closed_on: '2026-05-04' })
  await change(popUp, { popup_from: '2026-05-01', popup_until: '2026-05-31' })
  await change(theatre, { course_limit: 2, course_period: 'term', course_fee_cents: 5000 })
  const text = { site_id: theatre.id, field: 'included' as const }
  const at = (day: string) => new Date(`${day}T09:00:00Z`)
  await db
    .insertInto('site_text')
    .values([
      { ...text, language: 'fi', text: 'Kaikki näytökset', changed_at: at('2026-04-02') },
      { ...text, language: 'sv', text: 'Alla föreställningar', changed_at: at('2026-04-01') },
      { ...text, language: 'en', text: 'Every show', changed_at: at('2026-04-03') },
      { ...text, field: 'how', language: 'sv', text: 'Utan finska', changed_at: at('2026-04-03') },
    ])
    .execute()
  await db
    .insertInto('pause')
    .values({
      site_id: hall.id,
      paused_from: '2026-05-01',
      paused_until: '2026-05-10',
      made_at: at('2026-05-01'),
      made_by: 'test',
    })
    .execute()
})
afterAll(() => world.end())

type Page = { rows: { id: number; standing: string }[]; nextCursor: string | null }
const get = async <T>(path: string) => {
  const reply = await world.call('GET', `/api/v1${path}`, null)
  return { status: reply.status, body: (await reply.json()) as T }
}
const idsAt = async (query: string) => (await get<Page>(`/sites?${query}`)).body.rows.map(({ id }) => id)

test('lists where the card is good today, narrowed as asked, and no closed place', async () => {
  expect(await idsAt('')).toEqual([theatre.id, hall.id, popUp.id])
  expect(await idsAt('category=sports')).toEqual([hall.id])
  expect(await idsAt(`area=${kajaani.areaId}&category=culture`)).toEqual([theatre.id])
  expect(await idsAt(`municipality=${popUp.municipality.id}`)).toEqual([popUp.id])
  expect(await idsAt('area=999')).toEqual([])
})

test('gives every place once, page by page', async () => {
  const seen: number[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const { body }: { body: Page } = await get<Page>(`/sites?limit=1${cursor && `&cursor=${cursor}`}`)
    expect(body.rows).toHaveLength(1)
    seen.push(body.rows[0]!.id)
    cursor = body.nextCursor
  }
  expect(seen).toEqual([theatre.id, hall.id, popUp.id])
})

test('says of any place how it stands', async () => {
  const standing = async ({ id }: MadeSite) => (await get<Page['rows'][0]>(`/sites/${id}`)).body.standing
  expect(await standing(theatre)).toBe('open')
  expect(await standing(hall)).toBe('paused')
  expect(await standing(closed)).toBe('closed')
  expect((await get(`/sites/${popUp.id}`)).body).toMatchObject({
    area: null,
    popUp: { from: '2026-05-01', until: '2026-05-31' },
    municipality: { nameFi: 'Oulu' },
  })
  expect((await get('/sites/999999')).status).toBe(404)
  expect((await get('/sites/theatre')).status).toBe(422)
})

test('says what the card covers in the site’s own words, and what has been left behind', async () => {
  expect((await get(`/sites/${theatre.id}/offers`)).body).toMatchObject({
    siteId: theatre.id,
    texts: {
      included: {
        fi: 'Kaikki näytökset',
        sv: 'Alla föreställningar',
        en: 'Every show',
        outdated: ['sv'],
      },
      how: null,
    },
    courses: { perCard: 2, period: 'term' },
    courseFee: { highestCents: 5000, excessByHolder: false },
    links: { home: null },
  })
  expect((await get(`/sites/${hall.id}/offers`)).body).toMatchObject({ courses: null, courseFee: null })
  expect((await get('/sites/999999/offers')).status).toBe(404)
})

test('lists areas and municipalities, and no place that is only interested or has left', async () => {
  const { db } = world
  for (const [name, phase] of [
    ['Kuhmo', 'interest'],
    ['Sotkamo', 'ended'],
    ['Paltamo', 'preparing'],
  ] as const)
    await makeMunicipality(db, { name, area: 'Kainuu', phase })
  type Rows = { rows: { nameFi: string; phase?: string; municipalities?: number[] }[] }
  const towns = (await get<Rows>('/municipalities')).body.rows
  expect(towns.map(({ nameFi, phase }) => [nameFi, phase])).toEqual([
    ['Kajaani', 'permanent'],
    ['Oulu', 'permanent'],
    ['Paltamo', 'preparing'],
  ])
  const areas = (await get<Rows>('/areas')).body.rows
  expect(areas.map(({ nameFi, municipalities }) => [nameFi, municipalities?.length])).toEqual([
    ['Kainuu', 2],
    ['Oulun seutu', 1],
  ])
})
