import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasPoppler, textOf } from '../../test/pdf.ts'
import { newWorld, type World } from '../../test/world.ts'
import { brochurePaper } from '../brochures/paper.ts'
import { brochureText } from '../brochures/plain-text.ts'
import { findEdition, listCurrentBrochures } from '../brochures/queries.ts'
import type { Edition } from '../brochures/rules.ts'
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
let ownArea: number

beforeAll(async () => {
  world = await newWorld(`${today}T09:00:00Z`)
  const { db, keys } = world
  await db.transaction().execute(async (write) => {
    await importRealNetwork(write, keys, today)
    const { units } = await makePlaces(write)
    ownArea = units[0]!.areaId
    await makeBrochures(write, { areaId: ownArea, actor: 'test', now: world.now(), today, late: 0 })
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
  it('are there for every area that has a place to go to', () => {
    const areas = new Set(sites.flatMap(({ areaId }) => areaId ?? []))
    expect(editions.length).toBeGreaterThanOrEqual(15)
    expect(new Set(editions.map(({ content }) => content.area.id))).toEqual(areas)
  })

  it('name on paper every open place of the area, as the public list does, and no other', async () => {
    if (!hasPoppler) return
    for (const edition of editions) {
      const { area } = edition.content
      const text = simple(textOf(await keptPdf(brochurePaper(edition, 'fi', 'folded'))))
      const own = listed(area.id)
      for (const name of own) expect(text, `${area.name}: ${name}`).toContain(simple(name))
      for (const { name } of sites)
        if (!own.some((one) => one.includes(name)))
          expect(text, `${area.name}: ${name}`).not.toContain(`•${simple(name)}–`)
    }
  })

  it('name in each language the same places', () => {
    const edition = editions.find(({ content }) => content.area.id === ownArea)!
    const namesIn = (text: string) =>
      [...text.matchAll(/^\* (.+?)(?: – | \(|$)/gm)].map(([, name]) => name).sort()
    const expected = [...listed(ownArea), ...edition.content.units.map(({ name }) => name)].sort()
    expect(expected.length).toBeGreaterThan(10)
    for (const language of holderLanguages)
      expect(namesIn(brochureText(edition, language)), language).toEqual(expected)
  })
})
