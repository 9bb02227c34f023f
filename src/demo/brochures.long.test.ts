import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { hasPoppler, textOf } from '../../test/pdf.ts'
import { newWorld, type World } from '../../test/world.ts'
import { brochurePaper } from '../brochures/paper.ts'
import { brochureText } from '../brochures/plain-text.ts'
import { findEdition, listCurrentBrochures } from '../brochures/queries.ts'
import { type Edition, layoutsFor } from '../brochures/rules.ts'
import { type HolderLanguage, holderLanguages } from '../i18n/holder-languages.ts'
import { keptPdf } from '../lib/kept-pdf.ts'
import { listSites } from '../network/queries.ts'
import { makeBrochures } from './brochures.ts'
import { makePlaces } from './network.ts'
import { importRealNetwork } from './real-network.ts'

const today = '2026-11-26'
let world: World
let editions: Edition[]
let ownArea: number
let sites: Awaited<ReturnType<typeof listSites>>

// The thread that sets type starts with fonts to unpack, beside other tests.
vi.setConfig({ testTimeout: 60_000 })

beforeAll(async () => {
  world = await newWorld(`${today}T09:00:00Z`)
  const { db, keys } = world
  await db.transaction().execute(async (write) => {
    await importRealNetwork(write, keys, today)
    const { units } = await makePlaces(write)
    ownArea = units[0]!.areaId
    await makeBrochures(write, { areaId: ownArea, actor: 'test', now: world.now(), today })
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
/** Whether a line is of the place: its name, and what it is. */
const isOf = (name: string) => (line: string) => `${line} `.startsWith(`* ${name} `)
/** What the public list of places has in the area. */
const listed = (areaId: number) => sites.filter((site) => site.areaId === areaId).map(({ name }) => name)

describe('the brochures of the demo', () => {
  it('are there for all sixteen areas, of which two are still to make the one of this year', () => {
    const areas = new Set(sites.flatMap(({ areaId }) => areaId ?? []))
    expect(areas.size).toBe(16)
    expect(new Set(editions.map(({ content }) => content.area.id))).toEqual(areas)
    expect(editions.filter(({ year }) => year === 2025)).toHaveLength(2)
  })

  const namesOnPaper = async (edition: Edition, language: HolderLanguage) => {
    const { area } = edition.content
    const [layout] = layoutsFor(language)
    const text = simple(textOf(await keptPdf(brochurePaper(edition, language, layout!))))
    const own = listed(area.id)
    for (const name of own) expect(text, `${area.name}: ${name}`).toContain(simple(name))
    for (const { name } of sites)
      if (!own.some((one) => one.includes(name)))
        expect(text, `${area.name}: ${name}`).not.toContain(`•${simple(name)}–`)
  }

  it.skipIf(!hasPoppler)('name on paper every open place of the area, and no other', async () => {
    for (const edition of editions) await namesOnPaper(edition, 'fi')
  })

  it.skipIf(!hasPoppler)('do so in every language', async () => {
    const edition = editions.find(({ content }) => content.area.id === ownArea)!
    for (const language of holderLanguages) await namesOnPaper(edition, language)
  })

  it('name as plain text in every language just what the register has, in all areas', () => {
    for (const edition of editions) {
      const { area, units } = edition.content
      const names = [...listed(area.id), ...units.map(({ name }) => name)]
      for (const language of holderLanguages) {
        const text = brochureText(edition, language)
        const lines = text.split('\n').filter((line) => line.startsWith('* '))
        const where = `${area.name}, ${language}`
        expect(lines, where).toHaveLength(names.length)
        for (const name of names) expect(lines.some(isOf(name)), `${where}: ${name}`).toBe(true)
      }
    }
  })
})
