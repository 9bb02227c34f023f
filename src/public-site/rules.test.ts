import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldText, groupSites, readSearch, searchSites } from './rules.ts'

const site = (name: string, nameFi: string, nameSv: string | null = null, category = 'culture') =>
  ({ name, nameFi, nameSv, category }) as {
    name: string
    nameFi: string
    nameSv: string | null
    category: 'culture'
  }

const sites = [
  site('Etelä-Karjalan museo', 'Lappeenranta', 'Villmanstrand'),
  site('Uimahalli', 'Lappeenranta', 'Villmanstrand', 'sports'),
  site('Vihdin museo', 'Vihti', 'Vichtis'),
  site('Iin kirjasto', 'Ii', 'Ijo', 'education'),
  site('Hämeenlinnan taidemuseo', 'Hämeenlinna', 'Tavastehus'),
]
const find = (q: string, category: 'culture' | 'sports' | null = null) =>
  searchSites(sites, { q, category: category as 'culture' | null }).map(({ name }) => name)

describe('a search', () => {
  it.each([
    ['LAPPEENRANTA', ['Etelä-Karjalan museo', 'Uimahalli']],
    ['villmanstrand ', ['Etelä-Karjalan museo', 'Uimahalli']],
    ['hameenlinna', ['Hämeenlinnan taidemuseo']],
    ['etela karjala', ['Etelä-Karjalan museo']],
    ['museo', ['Etelä-Karjalan museo', 'Vihdin museo', 'Hämeenlinnan taidemuseo']],
    ['museo vichtis', ['Vihdin museo']],
    ['uimahalli lappeen', ['Uimahalli']],
    ['Tampere', []],
    ['  -- ', sites.map(({ name }) => name)],
    ['', sites.map(({ name }) => name)],
  ])('for “%s” finds %j', (q, found) => expect(find(q)).toEqual(found))

  it('for the name of a municipality finds that one alone, though its letters stand in others', () => {
    expect(find('ii')).toEqual(['Iin kirjasto'])
  })

  it('is narrowed by field', () => {
    expect(find('Lappeenranta', 'sports')).toEqual(['Uimahalli'])
    expect(find('Ii', 'sports')).toEqual([])
    expect(find('', 'sports')).toEqual(['Uimahalli'])
  })

  it('finds every site by its own name, whatever the capitals and accents', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...sites),
        fc.constantFrom('NFC', 'NFD'),
        fc.boolean(),
        (any, form, upper) => {
          const typed = any.name.normalize(form)
          expect(find(upper ? typed.toUpperCase() : typed)).toContain(any.name)
        },
      ),
    )
  })
})

it('folds text to what a hurried finger types', () => {
  expect(foldText(' Ähtäri–Åland  ÖÖ ')).toBe('ahtari aland oo')
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => foldText(foldText(text)) === foldText(text)),
  )
})

describe('an address', () => {
  it.each([
    ['', '', null],
    ['q=Kuhmo&category=sports', 'Kuhmo', 'sports'],
    ['q=+Kuhmo+&category=', 'Kuhmo', null],
    ['category=toString', '', null],
    [`q=${'a'.repeat(5_000)}`, 'a'.repeat(100), null],
  ])('“%s” asks for what it can', (query, q, category) => {
    expect(readSearch(new URLSearchParams(query))).toEqual({ q, category })
  })
})

it('groups in the order of the reader’s alphabet', () => {
  const some = [site('b', 'Ähtäri'), site('ä', 'Kotka'), site('z', 'Kotka'), site('a', 'Espoo')]
  const groups = groupSites(some, ({ nameFi }) => nameFi, new Intl.Collator('fi').compare)
  expect(groups.map(({ municipality, sites }) => [municipality, ...sites.map(({ name }) => name)])).toEqual([
    ['Espoo', 'a'],
    ['Kotka', 'z', 'ä'],
    ['Ähtäri', 'b'],
  ])
})
