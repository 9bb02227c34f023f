import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasPoppler, textOf } from '../../test/pdf.ts'
import { newWorld, type World } from '../../test/world.ts'
import { brochurePaper } from '../brochures/paper.ts'
import { brochureText } from '../brochures/plain-text.ts'
import { findEdition, listCurrentBrochures } from '../brochures/queries.ts'
import { type Edition, layoutsFor } from '../brochures/rules.ts'
import { holderLanguages } from '../i18n/holder-languages.ts'
import { keptPdf } from '../lib/kept-pdf.ts'
import { listSites } from '../network/queries.ts'
import { makeBrochures } from './brochures.ts'
import { makePlaces } from './network.ts'
import { importRealNetwork } from './real-network.ts'

const today = '2026-11-26'
let world: World
let editions: Edition[]
let sites: Awaited<ReturnType<typeof listSites>>

beforeAll(async () => {
  world = await newWorld(`${today}T09:00:00Z`)
  const { db, keys } = world
  await db.transaction().execute(async (write) => {
    await importRealNetwork(write, keys, today)
    const { units } = await makePlaces(write)
    await makeBrochures(write, { areaId: units[0]!.areaId, actor: 'test', now: world.now(), today })
  })
  const current = await listCurrentBrochures(db)
  editions = await Promise.all(
    [...current.values()].map(async ({ areaId, ...name }) => (await findEdition(db, areaId, name))!),
  )
  sites = await listSites(db, today)
})
afterAll(() => world.end())

/** Without the places where lines may break. */
const simple = (text: string) => text.replaceAll(/\s/g, '')
/** What the public list of places has in the area. */
const listed = (areaId: number) => sites.filter((site) => site.areaId === areaId).map(({ name }) => name)

describe('the brochures of the demo', () => {
  it('are there for all sixteen areas, of which two are still to make the one of this year', () => {
    const areas = new Set(sites.flatMap(({ areaId }) => areaId ?? []))
    expect(areas.size).toBe(16)
    expect(new Set(editions.map(({ content }) => content.area.id))).toEqual(areas)
    expect(editions.filter(({ year }) => year === 2025)).toHaveLength(2)
  })

  it.each(holderLanguages)(
    'name on paper in %s every open place of the area, and no other',
    async (language) => {
      if (!hasPoppler) return
      const [layout] = layoutsFor(language)
      for (const edition of editions) {
        const { area } = edition.content
        const text = simple(textOf(await keptPdf(brochurePaper(edition, language, layout!))))
        const own = listed(area.id)
        for (const name of own) expect(text, `${area.name}: ${name}`).toContain(simple(name))
        for (const { name } of sites)
          if (!own.some((one) => one.includes(name)))
            expect(text, `${area.name}: ${name}`).not.toContain(`•${simple(name)}–`)
      }
    },
  )

  it.each(holderLanguages)('name as plain text in %s what the register has, as it has it', (language) => {
    const linesOf = (text: string) =>
      [...text.matchAll(/^\* (.+?)(?: – | \(|$)/gm)].map(([, name]) => name).sort()
    for (const edition of editions) {
      const { area, units } = edition.content
      const expected = [...listed(area.id), ...units.map(({ name }) => name)].sort()
      expect(expected.length, area.name).toBeGreaterThan(0)
      expect(linesOf(brochureText(edition, language)), area.name).toEqual(expected)
    }
  })
})
