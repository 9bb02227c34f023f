import { brotliCompressSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { htmlProblems } from '../../test/html.ts'
import { makeCard, makeMunicipality, makeSite, makeUnit, makeUse } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'

let world: World
beforeEach(async () => {
  world = await newWorld()
})
afterEach(() => world.end())

const read = async (path: string) => {
  const answer = await world.anyone.get(path)
  expect(answer.status).toBe(200)
  return answer.text()
}

/** The cells of the last row of a table, blank ones too. */
const lastRow = (page: string, caption: string) => {
  const table = page.slice(page.indexOf(`id="${caption}"`))
  const rows = table.slice(0, table.indexOf('</table>')).split('<tr').slice(1)
  return [...rows.at(-1)!.matchAll(/<t[hd][^>]*>([^<]*)<\/t[hd]>/g)].map(([, text]) => text)
}

const useToday = async () => {
  const { db, keys } = world
  const municipality = await makeMunicipality(db)
  const card = await makeCard(db, keys, {
    unit: await makeUnit(db, { municipality }),
    registeredOn: '2026-01-15',
  })
  const site = await makeSite(db, { municipality, category: 'science' })
  return makeUse(db, { card, site, usedAt: world.now(), adults: 1, children: 2 })
}

describe.each([
  ['/fi/tilastot', 'Kaikukortin tilastot', 'Tilastoitavaa ei ole vielä', 'toukokuu 2026'],
  ['/sv/statistik', 'Kaikukortets statistik', 'Det finns ännu ingen statistik', 'maj 2026'],
  ['/en/statistics', 'Kaikukortti statistics', 'There are no statistics yet', 'May 2026'],
])('%s', (path, title, nothing, month) => {
  it('says that there is nothing yet, and what the figures will mean', async () => {
    const page = await read(path)
    expect(page).toContain(`<h1>${title}</h1>`)
    expect(page).toContain(nothing)
    expect(page).not.toContain('<table')
    expect(await htmlProblems(page)).toEqual([])
  })

  it('shows a use in the month and the year, and takes it back when it is undone', async () => {
    const { id } = await useToday()
    const page = await read(path)
    expect(await htmlProblems(page)).toEqual([])
    expect(lastRow(page, 'months-table')).toEqual([month, '1', '2', '3'])
    expect(lastRow(page, 'years')).toEqual(['2026', '1', '1', '', '', '1', '', '', '', '2', '', '3', '1'])

    const undone = { use_id: id, used_on: '2026-05-04', cancelled_at: world.now(), cancelled_by: 'test' }
    await world.db.insertInto('use_cancellation').values(undone).execute()
    const after = await read(path)
    expect(lastRow(after, 'months-table')).toEqual([month, '', '', ''])
    expect(lastRow(after, 'years')).toEqual(['2026', '1', '0', '', '', '', '', '', '', '', '', '0', '1'])
  })

  it('leads to its files', async () => {
    await useToday()
    const page = await read(path)
    const files = [...page.matchAll(/href="([^"]+\.csv|\/api[^"]+)"/g)].map(([, href]) => href!)
    expect(files).toHaveLength(4)
    for (const href of files) expect(await read(href)).toMatch(/2026/)
  })
})

it('gives the months as a file with machine names', async () => {
  await useToday()
  const answer = await world.anyone.get('/sv/statistik/manader.csv')
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="kaiku-2026-05-04.csv"')
  const lines = (await answer.text()).split('\n')
  expect(lines[0]).toBe('month,tickets_adults,tickets_children,tickets_total')
  expect(lines).toHaveLength(26)
  expect(lines.slice(-2)).toEqual(['2026-05,1,2,3', ''])
})

it('tells when it was read and that figures may still change', async () => {
  await useToday()
  expect(await read('/fi/tilastot')).toContain('Tilanne 4.5.2026. Luvut voivat muuttua')
  expect(await read('/en/statistics')).toContain('As of 4 May 2026. The figures may change')
})

it('compares whole months with the year before, in words', async () => {
  const { db, keys } = world
  const site = await makeSite(db)
  const card = await makeCard(db, keys, { registeredOn: '2024-06-01' })
  for (let index = 0; index < 24; index++) {
    const usedAt = new Date(Date.UTC(2024, 4 + index, 10))
    await makeUse(db, { card, site, usedAt, adults: index < 12 ? 20 : 25 })
  }
  expect(await read('/fi/tilastot')).toContain('<h2>Lippuja hankittiin 25 % enemmän kuin vuotta aiemmin</h2>')
  expect(await read('/sv/statistik')).toContain(
    '<h2>Det skaffades 25 % fler biljetter än ett år tidigare</h2>',
  )
  expect(await read('/en/statistics')).toContain(
    '<h2>People obtained 25% more tickets than a year before</h2>',
  )
})

it('names the best month while there is no whole year to compare with', async () => {
  await useToday()
  expect(await read('/fi/tilastot')).toContain('<h2>Eniten lippuja hankittiin toukokuussa 2026: 3</h2>')
  expect(await read('/sv/statistik')).toContain('<h2>Flest biljetter skaffades i maj 2026: 3</h2>')
  expect(await read('/en/statistics')).toContain('<h2>Most tickets were obtained in May 2026: 3</h2>')
})

it('stays light with twelve years of figures', async () => {
  const { db, keys } = world
  const municipality = await makeMunicipality(db)
  const card = await makeCard(db, keys, { registeredOn: '2015-01-01' })
  for (const category of ['culture', 'education', 'science', 'sports'] as const) {
    const site = await makeSite(db, { municipality, category })
    for (let year = 2015; year <= 2026; year++)
      for (const month of ['02', '04'])
        await makeUse(db, {
          card,
          site,
          usedAt: new Date(`${year}-${month}-03T10:00:00Z`),
          adults: 12_345,
          children: 6_789,
        })
  }
  const page = await read('/fi/tilastot')
  expect(page.split('<tr').length).toBeGreaterThan(12 + 24)
  expect(brotliCompressSync(page).length).toBeLessThan(14_000)
})
