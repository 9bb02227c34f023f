import readSheets from 'read-excel-file/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeMunicipality, makeSite } from '../../test/makers.ts'
import { hasPoppler, textOf } from '../../test/pdf.ts'
import { newWorld, type World } from '../../test/world.ts'
import type { Counted } from './counted-rules.ts'
import { storePublication } from './queries.ts'
import type { Figure } from './rules.ts'

/** Counts that stand for nothing else on any page: one that is shown, and two that are hidden. */
const [shown, hiddenTotal, hiddenClass] = [54_321, 43_217, 32_198]

let world: World
let place: { areaId: number; municipality: number; site: number }
beforeAll(async () => {
  world = await newWorld('2026-05-04T09:00:00Z')
  const kajaani = await makeMunicipality(world.db, { name: 'Kajaani', area: 'Kainuu' })
  const site = await makeSite(world.db, { municipality: kajaani })
  place = { areaId: kajaani.areaId, municipality: kajaani.id, site: site.id }
  const figure = (
    level: Figure['level'],
    placeId: number | null,
    count: number | null,
    category?: string,
  ): Figure => ({
    ...{ measure: 'tickets', division: category ? 'category' : 'all', part: category ?? 'all' },
    ...{ level, placeId, count },
  })
  const counted = (one: Figure, count: number): Counted => ({
    ...{ measure: one.measure, division: one.division, part: one.part, count, cards: 3, largest: 1 },
    ...{ grain: one.level === 'site' ? 'place' : (one.level as 'area' | 'municipality') },
    ...{ spotId: one.level === 'site' ? one.placeId : null, countyId: null },
    municipalityId: one.level === 'municipality' ? one.placeId : null,
    areaId: one.level === 'area' ? one.placeId : null,
  })
  const hidden = [
    figure('municipality', place.municipality, null),
    figure('site', place.site, null),
    figure('area', place.areaId, null, 'culture'),
    figure('municipality', place.municipality, null, 'culture'),
  ]
  const closing = { period: '2026-Q1', asOf: new Date('2026-04-15T06:00:00Z'), digest: Buffer.alloc(32) }
  await world.db.transaction().execute((db) =>
    storePublication(
      db,
      { ...closing, correctionsDigest: null, lastEvent: 0 },
      {
        counted: hidden.map((one) => counted(one, one.division === 'all' ? hiddenTotal : hiddenClass)),
        figures: [figure('country', null, shown), figure('area', place.areaId, shown), ...hidden],
      },
    ),
  )
})
afterAll(() => world.end())

const plain = (text: string) => text.replaceAll(/[\s\u00a0\u202f]|&#160;|&nbsp;/g, '')

test('no page, file, answer or paper tells a hidden count, to whomever it is', async () => {
  const keeper = await world.as({ role: 'coordinator', areaId: place.areaId })
  const centre = await world.as({ role: 'centre' })
  const report = (kindOf: string, file = '') => `/fi/raportit/1/board/${kindOf}${file}`
  const area = `area-${place.areaId}`
  const addresses = [
    ...['/fi/tilastot', '/fi/tilastot?period=2026-Q1', '/fi/avoin-data/1', '/open-data/1/figures.csv'],
    ...[
      '/fi/avoin-data/1/tickets-category.json',
      '/open-data/1/datapackage.json',
      '/open-data/datapackage.json',
    ],
    ...['country', `area&placeId=${place.areaId}`, `municipality&placeId=${place.municipality}`].map(
      (level) => `/api/v1/statistics/publications/1/figures?level=${level}`,
    ),
    ...[report(area), report(`municipality-${place.municipality}`), report(`site-${place.site}`)],
    ...['/raportti.csv', '/raportti.json'].map((file) => report(area, file)),
    ...['/fi/omat-tilastot', '/fi/raportit'],
  ]
  let told = 0
  for (const someone of [world.anyone, keeper, centre])
    for (const address of addresses) {
      const answer = await someone.get(address)
      if (someone === centre) expect(answer.status, address).toBe(200)
      const text = plain(await answer.text())
      for (const count of [hiddenTotal, hiddenClass]) expect(text, address).not.toContain(String(count))
      if (text.includes(String(shown))) told += 1
    }
  expect(told).toBeGreaterThan(15)
  const bytes = async (file: string) =>
    Buffer.from(await (await keeper.get(report(area, file))).arrayBuffer())
  const sheets = JSON.stringify(await readSheets(await bytes('/raportti.xlsx')))
  const papers = [sheets, ...(hasPoppler ? [textOf(await bytes('/raportti.pdf'))] : [])]
  for (const text of papers.map(plain)) {
    expect(text).toContain(String(shown))
    for (const count of [hiddenTotal, hiddenClass]) expect(text).not.toContain(String(count))
  }
})
