import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { foldText } from '../lib/fold-text.ts'
import { categories } from '../network/rules.ts'
import { type Trait, traits } from '../terms/rules.ts'
import {
  daysOf,
  type Filters,
  groupSites,
  hasFilters,
  leftBy,
  narrow,
  noFilters,
  queryOf,
  readSearch,
  whens,
} from './search-rules.ts'

it('folds text to what a hurried finger types', () => {
  expect(foldText(' Ähtäri–Åland  ÖÖ ')).toBe('ahtari aland oo')
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => foldText(foldText(text)) === foldText(text)),
  )
})

describe('an address', () => {
  const none = { q: '', county: null, category: null, traits: [], when: 'any', shown: 40 }
  it.each([
    ['', {}],
    ['q=Kuhmo&category=sports', { q: 'Kuhmo', category: 'sports' }],
    ['q=+Kuhmo+&category=&stepFree=&when=&n=', { q: 'Kuhmo' }],
    ['stepFree=yes&forChildren=yes&noBooking=toString', { traits: ['forChildren', 'stepFree'] }],
    ['category=toString&when=valueOf&county=%27', {}],
    ['county=18&when=week&n=80', { county: '18', when: 'week', shown: 80 }],
    ['n=-1', {}],
    ['n=1e9', { shown: 2000 }],
    ['n=Infinity', {}],
    [`q=${'a'.repeat(5_000)}`, { q: 'a'.repeat(100) }],
  ])('“%s” asks for what it can', (query, asked) =>
    expect(readSearch(new URLSearchParams(query))).toEqual({ ...none, ...asked }),
  )

  const searches = fc.record({
    q: fc.string({ maxLength: 20 }).map((text) => text.trim()),
    county: fc.constantFrom(null, '18', '091'),
    category: fc.constantFrom(null, ...categories),
    traits: fc.subarray([...traits]),
    when: fc.constantFrom(...whens),
    shown: fc.constantFrom(40, 80, 120),
  })
  it('says again what was asked', () =>
    fc.assert(
      fc.property(searches, (search) => {
        expect(readSearch(new URLSearchParams(queryOf(search)))).toEqual(search)
      }),
    ))
})

test.each([
  ['any', null],
  ['today', { from: '2026-12-28', until: '2026-12-28' }],
  ['week', { from: '2026-12-28', until: '2027-01-03' }],
] as const)('%s is these days', (when, days) => expect(daysOf(when, '2026-12-28')).toEqual(days))

const anySite = fc.record({
  id: fc.integer({ min: 1, max: 30 }),
  category: fc.constantFrom(...categories),
  forChildren: fc.boolean(),
  stepFree: fc.boolean(),
  noBooking: fc.boolean(),
})
const anyFilters: fc.Arbitrary<Filters> = fc.record({
  category: fc.constantFrom(null, ...categories),
  traits: fc.subarray<Trait>([...traits]),
  when: fc.constantFrom(...whens),
})
const site = (id: number, said: Partial<Record<Trait, boolean>> = {}, category = 'culture') => ({
  ...{ id, category: category as 'culture', forChildren: false, stepFree: false, noBooking: false },
  ...said,
})

describe('filters', () => {
  const sites = [
    site(1, { forChildren: true, stepFree: true }),
    site(2, { stepFree: true }, 'sports'),
    site(3, { forChildren: true, noBooking: true }, 'sports'),
  ]
  const idsOf = (filters: Partial<Filters>, withEvents: ReadonlySet<number> | null = null) =>
    narrow(sites, { ...noFilters, ...filters }, withEvents).map(({ id }) => id)

  it.each([
    ['nothing leaves all', {}, [1, 2, 3]],
    ['one thing', { traits: ['stepFree'] }, [1, 2]],
    ['both of two', { traits: ['stepFree', 'forChildren'] }, [1]],
    ['a field', { category: 'sports' }, [2, 3]],
    ['a field and a thing', { category: 'sports', traits: ['noBooking'] }, [3]],
    ['what nobody has', { category: 'science' }, []],
    ['a day, while nobody knows of events', { when: 'today' }, [1, 2, 3]],
  ] as [string, Partial<Filters>, number[]][])('%s', (_, filters, ids) => expect(idsOf(filters)).toEqual(ids))

  it('a day, by the sites that have something on', () => {
    expect(idsOf({ when: 'today' }, new Set([3]))).toEqual([3])
    expect(idsOf({ when: 'any' }, new Set([3]))).toEqual([1, 2, 3])
  })

  it('say truly how many they leave', () =>
    fc.assert(
      fc.property(fc.array(anySite), anyFilters, (sites, filters) => {
        const left = leftBy(sites, filters)
        for (const category of categories)
          expect(left.categories[category]).toBe(narrow(sites, { ...filters, category }).length)
        for (const trait of traits)
          expect(left.traits[trait]).toBe(
            narrow(sites, { ...filters, traits: [...filters.traits, trait] }).length,
          )
        expect(left.all).toBe(narrow(sites, { ...filters, category: null }).length)
      }),
    ))

  it('know whether there are any', () => {
    expect(hasFilters(noFilters)).toBe(false)
    expect(hasFilters({ ...noFilters, when: 'today' })).toBe(true)
  })
})

it('groups by municipality, both in the alphabet’s order', () => {
  const sites = ['Öja', 'Zoo', 'Aula', 'Äänitalo'].map((name) => ({
    name,
    town: name === 'Zoo' ? 'Ähtäri' : 'Zelkova',
  }))
  const groups = groupSites(sites, ({ town }) => town, new Intl.Collator('fi').compare)
  expect(groups.map(({ municipality, sites }) => [municipality, ...sites.map(({ name }) => name)])).toEqual([
    ['Zelkova', 'Aula', 'Äänitalo', 'Öja'],
    ['Ähtäri', 'Zoo'],
  ])
})
