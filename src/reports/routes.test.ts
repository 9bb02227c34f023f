import readSheets from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeCard, makeMunicipality, makeSite, makeUnit } from '../../test/makers.ts'
import { factsOf, hasPoppler, languageOfPdf, tagsOf } from '../../test/pdf.ts'
import { type GivenFigure, makePublication } from '../../test/publications.ts'
import { factsFor } from '../../test/report-facts.ts'
import { newWorld, type World } from '../../test/world.ts'
import { makePdf } from '../lib/pdf.ts'
import { reportOf } from './report.ts'
import { reportPaper } from './report-paper.ts'
import { reportXlsx } from './table-files.ts'

let world: World
let ids: { area: number; other: number; unit: number; site: number; first: number }
let sites: Awaited<ReturnType<typeof makeSite>>[]
let units: Awaited<ReturnType<typeof makeUnit>>[]
const openFile = (path: string) => `${path}/raportti.json`

beforeAll(async () => {
  world = await newWorld()
  const here = await makeMunicipality(world.db, { name: 'Kajaani' })
  const there = await makeMunicipality(world.db, { name: 'Kotka', area: 'Kymenlaakso' })
  sites = [
    await makeSite(world.db, { municipality: here, name: 'Hiljainen halli' }),
    await makeSite(world.db, { municipality: there }),
  ]
  units = [
    await makeUnit(world.db, { municipality: here }),
    await makeUnit(world.db, { municipality: there }),
  ]
  const tickets = (count: number | null, where: Partial<GivenFigure> = {}): GivenFigure => ({
    ...{ measure: 'tickets', count },
    ...where,
  })
  const area = (placeId: number) => ({ level: 'area', placeId }) as const
  await makePublication(world.db, { period: '2025-Q1', figures: [tickets(100, area(here.areaId))] })
  const first = await makePublication(world.db, {
    period: '2026-Q1',
    figures: [
      ...[tickets(5000), tickets(123, area(here.areaId)), tickets(456, area(there.areaId))],
      tickets(null, { ...area(here.areaId), division: 'category', part: 'science' }),
      tickets(0, { level: 'site', placeId: sites[0]!.id }),
      tickets(77, { level: 'site', placeId: sites[1]!.id }),
      { measure: 'registered', count: 6, level: 'unit', placeId: units[0]!.id },
    ],
  })
  ids = { area: here.areaId, other: there.areaId, unit: units[0]!.id, site: sites[0]!.id, first }
})
afterAll(() => world.end())

const textOf = async (response: Response) => {
  expect(response.status).toBe(200)
  return response.text()
}
const saved = (place: string) => `/fi/raportit/${ids.first}/board/${place}`

test('the last closed quarter of the own area is there at once, with who recorded nothing', async () => {
  const text = await textOf(
    await (await world.as({ role: 'coordinator', areaId: ids.area })).get('/fi/raportit'),
  )
  expect(text).toContain('hankittiin 123 lippua')
  expect(text).toContain('Kasvua edellisvuodesta oli 23 %.')
  expect(text).toContain('1 kohde ei kirjannut mitään')
  expect(text).toContain('Hiljainen halli, Kajaani')
  expect(text).not.toMatch(/456(?!\.)/)
})

test('each reads the own place, and all else is not there', async () => {
  const coordinator = await world.as({ role: 'coordinator', areaId: ids.area })
  const venue = await world.as({ role: 'venue', site: sites[0]! })
  const issuer = await world.as({ role: 'issuer', unit: units[0]! })
  const centre = await world.as({ role: 'centre' })
  const auditor = await world.as({ role: 'auditor' })
  const statusOf = async (who: typeof centre, place: string) => (await who.get(saved(place))).status
  const [area, other] = [`area-${ids.area}`, `area-${ids.other}`]
  const [site, otherSite] = [`site-${ids.site}`, `site-${sites[1]!.id}`]
  for (const place of [area, site, `unit-${ids.unit}`]) expect(await statusOf(coordinator, place)).toBe(200)
  for (const place of [other, otherSite, 'country']) expect(await statusOf(coordinator, place)).toBe(404)
  for (const place of ['country', area, other, otherSite]) expect(await statusOf(centre, place)).toBe(200)
  for (const place of ['country', area]) expect(await statusOf(auditor, place)).toBe(200)
  expect(await statusOf(auditor, site)).toBe(404)
  for (const [who, own] of [
    [venue, site],
    [issuer, `unit-${ids.unit}`],
  ] as const) {
    expect(await statusOf(who, own)).toBe(200)
    for (const place of [area, otherSite]) expect(await statusOf(who, place)).toBe(404)
  }
  for (const path of [
    `/fi/raportit/999/board/${area}`,
    `/fi/raportit/${ids.first}/annual/${area}`,
    saved('planet-1'),
  ])
    expect((await centre.get(path)).status).toBe(404)
})

test('what is published later does not change a report', async () => {
  const centre = await world.as({ role: 'centre' })
  const read = async () => textOf(await centre.get(openFile(saved(`area-${ids.area}`))))
  const before = await read()
  expect(JSON.parse(before).figures).toContainEqual(
    expect.objectContaining({ part: 'science', value: null, suppressed: true }),
  )
  const figures: GivenFigure[] = [{ measure: 'tickets', count: 9, level: 'area', placeId: ids.area }]
  for (const period of ['2025-Q4', '2026-Q2']) await makePublication(world.db, { period, figures })
  expect(await read()).toBe(before)
})

test('the workbook holds numbers as numbers, as another program reads it', async () => {
  const bytes = await reportXlsx(reportOf('fi', factsFor('wellbeing')))
  const sheets = await readSheets(Buffer.from(bytes))
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['Luvut', 'Määritelmät', 'Teksti'])
  const [header, ...rows] = sheets[0]!.data
  const at = header!.indexOf('Määrä')
  expect(rows.length).toBeGreaterThan(20)
  for (const row of rows)
    if (row[at] === null) expect(row[at + 2]).toMatch(/^ei näytetä/)
    else expect([typeof row[at], row[at + 2]]).toEqual(['number', null])
  expect(rows.some((row) => row[at] === null)).toBe(true)
  expect(sheets[1]!.data.map(([name]) => name)).toContain('Voimassa olevat kortit')
})

describe('a period that is not there yet', () => {
  const annual = async (place: World, who: 'centre' | 'auditor' = 'centre') =>
    textOf(await (await place.as({ role: who })).get('/fi/raportit?kind=annual'))

  test('is being closed where it is due, and nobody is told of a day that is past', async () => {
    const text = await annual(world)
    expect(text).toContain('Huhti–kesäkuu 2025 suljetaan parhaillaan. Päivitä sivu hetken päästä.')
    expect(text).not.toContain('15.7.2025')
  })

  test('is told of with its day; an imported past waits, and the centre knows what begins it', async () => {
    // It takes the place of the other, whose tests are done.
    const other = await newWorld('2026-05-04T09:00:00Z')
    const unit = await makeUnit(other.db)
    expect(await annual(other)).toMatch(/Vuosi 2026 ei ole vielä valmis.*15\.1\.2027/)
    await makeCard(other.db, other.keys, { unit, registeredOn: '2024-03-01' })
    expect(await annual(other)).toContain('kaiku statistics close')
    const auditor = await annual(other, 'auditor')
    expect(auditor).toContain('kun kaikki aiemmat tiedot on tuotu')
    expect(auditor).not.toContain('statistics close')
    await makePublication(other.db, { period: '2026-Q1', figures: [{ measure: 'tickets', count: 9 }] })
    expect(await annual(other)).toMatch(/Vuosi 2026 ei ole vielä valmis.*15\.1\.2027/)
    await other.end()
  })
})

describe.skipIf(!hasPoppler)('the PDF', () => {
  test.each(['fi', 'sv', 'en'] as const)(
    'in %s is tagged, with table headers',
    async (language) => {
      const report = reportOf(language, factsFor('wellbeing'))
      const pdf = await makePdf(reportPaper(report))
      // The reader of facts ends a value at a colon.
      expect(factsOf(pdf)).toMatchObject({ Tagged: 'yes', Title: report.title.split(':')[0] })
      expect(languageOfPdf(pdf)).toBe(language)
      const tags = tagsOf(pdf)
      expect(tags.filter((tag) => tag === 'H1')).toHaveLength(1)
      expect(tags.filter((tag) => tag === 'Table')).toHaveLength(report.tables.length + 1)
      expect(tags).toEqual(expect.arrayContaining(['H2', 'P', 'THead', 'TD']))
    },
    30_000,
  )
})
