import { describe, expect, it, test } from 'vitest'
import { readCsv } from '../lib/csv.ts'
import { lattice } from '../publications/lattice-rules.ts'
import { partsIn } from '../publications/part-rules.ts'
import { type Figure, levels, measures, type Publication } from '../publications/rules.ts'
import { partName, periodName, publicationWords } from '../publications/words.ts'
import { figuresCsv, publicationsCsv } from './csv-rules.ts'
import { datasetOf, packageOf, packageOfAll } from './data-package.ts'
import { type Dataset, jsonStat } from './json-stat.ts'
import { findTable, type PlaceName, publicTables, tableKey } from './rules.ts'

const at = new Date('2026-04-15T00:10:00.000Z')
const publication: Publication = {
  ...{ number: 7, period: '2026-Q1', asOf: at, publishedAt: at, digest: 'ab'.repeat(32) },
}
const figure = (given: Partial<Figure>): Figure => ({
  ...({ measure: 'tickets', division: 'category', part: 'culture', level: 'country' } as const),
  ...{ placeId: null, count: 0 },
  ...given,
})
const figures = [
  figure({ count: 40 }),
  figure({ part: 'sports', count: 60 }),
  figure({ level: 'county', placeId: 3, count: 12 }),
  figure({ level: 'municipality', placeId: 11, count: null }),
  figure({ level: 'municipality', placeId: 11, part: 'sports', count: 9 }),
]
const named = (
  level: PlaceName['level'],
  placeId: number | null,
  nameFi: string,
  code: string | null = null,
) => ({ level, placeId, code, nameFi, nameSv: null }) satisfies PlaceName
const places = [
  named('country', null, 'Koko maa', 'FI'),
  named('county', 3, 'Kainuun hyvinvointialue', '18'),
  named('municipality', 11, 'Kuhmo; "korpi", ja järvi', '290'),
]

const rowsOf = async (text: string) => {
  const chunks = (async function* () {
    yield Buffer.from(text)
  })()
  const rows = []
  for await (const batch of readCsv(chunks)) rows.push(...batch)
  const [header, ...body] = rows.map(({ fields }) => fields!)
  return body.map((cells) => Object.fromEntries(header!.map((name, index) => [name, cells[index]])))
}

test('a CSV row is one figure; a hidden one is empty and says so', async () => {
  const rows = await rowsOf(figuresCsv(publication, figures, places))
  expect(rows).toHaveLength(figures.length)
  expect(rows[0]).toEqual({
    ...{ period: '2026-Q1', measure: 'tickets', division: 'category', part: 'culture', level: 'country' },
    ...{ place_id: '', place_code: 'FI', place_name: 'Koko maa', place_name_sv: '' },
    ...{ count: '40', suppressed: 'false', unit: 'tickets' },
  })
  expect(rows[3]).toMatchObject({ place_name: 'Kuhmo; "korpi", ja järvi', count: '', suppressed: 'true' })
})

test('the change log says what was published when', async () => {
  const rows = await rowsOf(publicationsCsv([publication], (number) => `/open-data/${number}/figures.csv`))
  expect(rows).toEqual([
    {
      ...{ number: '7', period: '2026-Q1', kind: 'quarter', digest: publication.digest },
      ...{ as_of: at.toISOString(), published_at: at.toISOString(), figures: '/open-data/7/figures.csv' },
    },
  ])
})

/** A reader of JSON-stat 2.0 written from its specification: row-major, the last dimension moves first. */
const readJsonStat = (set: Dataset, at: Record<string, string>) => {
  const index = set.id.reduce((sum, id, depth) => {
    const place = set.dimension[id]!.category.index.indexOf(at[id]!)
    if (place < 0) throw new Error(`${at[id]} is not in ${id}`)
    return sum * set.size[depth]! + place
  }, 0)
  return { value: set.value[index], status: set.status?.[index] }
}

describe('a table as JSON-stat', () => {
  const table = findTable('2026-Q1', 'tickets-category')!
  const set = jsonStat('sv', { publication, table, figures, places, href: 'https://example.org/x.json' })
  const base = { period: '2026-Q1', measure: 'tickets' }

  it('has the shape that the specification asks for', () => {
    expect(set).toMatchObject({ version: '2.0', class: 'dataset', href: 'https://example.org/x.json' })
    expect(set.size).toEqual(set.id.map((id) => set.dimension[id]!.category.index.length))
    expect(set.value).toHaveLength(set.size.reduce((product, size) => product * size, 1))
    expect(Object.keys(set.dimension)).toEqual(set.id)
    expect(
      Object.values(set.role)
        .flat()
        .every((id) => set.id.includes(id)),
    ).toBe(true)
    for (const { category } of Object.values(set.dimension))
      expect(Object.keys(category.label).sort()).toEqual([...category.index].sort())
  })

  it.each([
    ['country', 'culture', 40, undefined],
    ['country', 'science', 0, undefined],
    ['county-3', 'culture', 12, undefined],
    ['municipality-11', 'culture', null, 'c'],
    ['municipality-11', 'sports', 9, undefined],
  ])('reads back: %s, %s is %s', (place, part, value, status) =>
    expect(readJsonStat(set, { ...base, place, part })).toEqual({ value, status }),
  )

  it('speaks the language of its address', () => {
    expect(set.label).toBe('Biljetter och kursplatser: verksamhet, januari–mars 2026')
    expect(set.dimension.part!.category.label.sports).toBe('Motion')
  })
})

test('a table has its fixed classes, and those that a figure has besides', () => {
  expect(partsIn('2026-Q2', 'month', [])).toEqual(['2026-04', '2026-05', '2026-06'])
  expect(partsIn('2026-Q2', 'all', [])).toEqual(['all'])
  expect(partsIn('2026-Q2', 'issuer', [figure({ part: 'debt' })])).toEqual(['debt'])
})

test('no table of units or sites is public, and each has a name of its own', () => {
  const tables = publicTables('2026')
  expect(tables.flatMap((table) => table.levels).filter((level) => ['unit', 'site'].includes(level))).toEqual(
    [],
  )
  expect(new Set(tables.map(tableKey)).size).toBe(tables.length)
  const ofQuarter = lattice.filter(({ quarter }) => quarter.length > 0)
  expect(publicTables('2026-Q1')).toHaveLength(ofQuarter.length)
  expect(ofQuarter.length).toBeGreaterThan(15)
  expect(findTable('2026', 'registered-month')).toBeUndefined()
})

/** Names by which the standard lets a package and a resource be called. */
const isName = /^[a-z0-9._-]+$/

describe('a data package', () => {
  const own = packageOf('https://kaiku.example', publication)
  const all = packageOfAll('https://kaiku.example', [publication])!

  it.each([
    ['of a publication', own],
    ['of everything', all],
  ])('%s has what the standard requires', (_, made) => {
    expect(made.$schema).toBe('https://datapackage.org/profiles/2.0/datapackage.json')
    expect(made.version).toBe('7')
    expect(made.licenses).toEqual([expect.objectContaining({ name: 'CC-BY-4.0' })])
    expect(made.resources.length).toBeGreaterThan(2)
    for (const { name, path } of [made, ...made.resources].map((one) => ({ path: 'https://', ...one }))) {
      expect(name).toMatch(isName)
      expect(path).toMatch(/^https:\/\//)
    }
    const names = made.resources.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
  })

  it('names the columns of its file in their order', () => {
    const header = figuresCsv(publication, [], []).trim().split(',')
    expect(own.resources[0]!.schema!.fields.map(({ name }) => name)).toEqual(header)
  })

  it('holds the national table too, and is none before the first publication', () => {
    expect(all.resources.map(({ name }) => name)).toEqual(['publications', 'yearly', 'figures-2026-q1'])
    expect(packageOfAll('https://kaiku.example', [])).toBeUndefined()
  })
})

test('search engines are told what there is', () =>
  expect(datasetOf('en', 'https://kaiku.example', [publication])).toMatchObject({
    ...{ '@type': 'Dataset', version: '7', temporalCoverage: '2026/2026', inLanguage: 'en' },
    license: 'https://creativecommons.org/licenses/by/4.0/',
  }))

test('every class of the lattice has a name in each language', () => {
  for (const language of ['fi', 'sv', 'en'] as const) {
    for (const { division } of lattice)
      for (const part of partsIn('2026', division, []))
        if (!/^\d|\+$/.test(part)) expect(partName(language, division, part)).not.toBe(part)
    for (const measure of measures) expect(publicationWords[language].measures[measure].meaning).not.toBe('')
    for (const level of levels) expect(publicationWords[language].levels[level]).not.toBe('')
  }
  expect(periodName('fi', '2026-Q1')).toBe('tammi–maaliskuu 2026')
  expect(partName('fi', 'month', '2026-02')).toBe('helmikuu 2026')
})
