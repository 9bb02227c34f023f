import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type AreaCount,
  lacksOf,
  missingIn,
  readersByGroup,
  readersInAll,
  readIn,
  smallestGroup,
  stateOf,
} from './rules.ts'

const today = '2026-05-04'
const whole = {
  title: { fi: 'Otsikko', sv: null, en: null },
  body: { fi: 'Teksti', sv: null, en: null },
  roles: ['issuer' as const],
  areaIds: null,
  areaId: null,
  shownUntil: '2026-07-01',
}
const none = { fi: null, sv: null, en: null }

describe('what keeps a draft from being sent', () => {
  test.each([
    ['nothing, when it is whole', {}, {}],
    [
      'no Finnish, of the centre',
      { title: { ...none, sv: 'T' }, body: { ...none, sv: 'B' } },
      { titleFi: 'finnish-missing' },
    ],
    [
      'no Finnish is no matter of an area’s',
      { areaId: 7, areaIds: [7], title: { ...none, sv: 'T' }, body: { ...none, sv: 'B' } },
      {},
    ],
    ['no words at all, of the centre', { title: none, body: none }, { titleFi: 'finnish-missing' }],
    ['no words at all, of an area', { areaId: 7, title: none, body: none }, { titleFi: 'text-missing' }],
    ['a text without its title', { title: none }, { titleFi: 'title-missing' }],
    ['a title without its text', { title: { ...whole.title, sv: 'Rubrik' } }, { bodySv: 'body-missing' }],
    ['nobody', { roles: [] }, { roles: 'roles-missing' }],
    ['no area', { areaIds: [] }, { areas: 'areas-missing' }],
    ['a last day that has been', { shownUntil: '2026-05-03' }, { until: 'until-past' }],
  ])('%s', (_, change, lacks) => expect(lacksOf({ ...whole, ...change }, today)).toEqual(lacks))
})

test.each([
  ['own', 'sv', { fi: 'S', sv: 'R', en: 'E' }, 'sv'],
  ['Finnish where the own is missing', 'en', { fi: 'S', sv: 'R', en: null }, 'fi'],
  ['Swedish where that is all', 'en', { fi: null, sv: 'R', en: null }, 'sv'],
] as const)('a reader gets the text in the language that is there: %s', (_, language, texts, lang) =>
  expect(readIn({ title: texts, body: texts }, language)).toEqual({
    title: texts[lang],
    body: texts[lang],
    lang,
  }),
)

test('a language of which only half is written is no text to read', () => {
  const half = { title: { fi: 'S', sv: 'R', en: null }, body: { fi: 'S', sv: null, en: null } }
  expect(readIn(half, 'sv').lang).toBe('fi')
  expect(missingIn(half)).toEqual(['sv', 'en'])
})

test.each([
  ['draft', { leavesAt: null, leftAt: null }],
  ['leaving', { leavesAt: new Date(), leftAt: null }],
  ['sent', { leavesAt: new Date(), leftAt: new Date() }],
  ['past', { leavesAt: new Date(), leftAt: new Date(), shownUntil: '2026-05-03' }],
  ['removed', { leavesAt: null, leftAt: null, removedAt: new Date() }],
] as const)('it is %s', (state, of) =>
  expect(stateOf({ removedAt: null, shownUntil: today, ...of }, today)).toBe(state),
)

describe('how many read it', () => {
  const of = (...pairs: [recipients: number, readers: number][]): AreaCount[] =>
    pairs.map(([recipients, readers], index) => ({ areaId: index + 1, recipients, readers }))

  test.each([
    [
      'areas of five and more stand by themselves',
      of([40, 22], [5, 4]),
      [
        [[1], 40, 20],
        [[2], 5, 5],
      ],
    ],
    [
      'few are counted together',
      of([40, 22], [4, 4], [3, 0]),
      [
        [[1], 40, 20],
        [[2, 3], 7, 5],
      ],
    ],
    [
      'with the next smallest, where they are few even so',
      of([40, 40], [9, 1], [2, 2]),
      [
        [[1], 40, 40],
        [[2, 3], 11, 5],
      ],
    ],
    ['nothing of a few', of([3, 3], [1, 0]), []],
    ['an area where nobody is', of([8, 8], [0, 0]), [[[1], 8, 5]]],
  ])('%s', (_, counts, groups) =>
    expect(
      readersByGroup(counts).map(({ areaIds, recipients, readers }) => [areaIds, recipients, readers]),
    ).toEqual(groups),
  )

  const counts = fc.array(
    fc.nat(30).chain((recipients) => fc.nat(recipients).map((readers) => ({ recipients, readers }))),
    { maxLength: 12 },
  )
  test('no group is small, everybody is in one, and no number tells of one person', () =>
    fc.assert(
      fc.property(counts, (rows) => {
        const areas = rows.map((one, index) => ({ ...one, areaId: index }))
        const groups = readersByGroup(areas)
        const all = areas.reduce((sum, { recipients }) => sum + recipients, 0)
        expect(groups.every(({ recipients }) => recipients >= smallestGroup)).toBe(true)
        expect(groups.every(({ readers }) => readers % 5 === 0)).toBe(true)
        expect(groups.every(({ readers, recipients }) => readers <= recipients)).toBe(true)
        if (all >= smallestGroup)
          expect(groups.reduce((sum, { recipients }) => sum + recipients, 0)).toBe(all)
        else expect(groups).toEqual([])
        // One more who reads changes the number only where others could have too.
        for (const { areaIds, readers } of groups) {
          const exact = areas
            .filter(({ areaId }) => areaIds.includes(areaId))
            .reduce((sum, one) => sum + one.readers, 0)
          expect(Math.abs(exact - readers)).toBeLessThanOrEqual(5)
        }
      }),
      { numRuns: 300 },
    ))
  test('all of them are told of from five on', () => {
    expect(readersInAll({ recipients: 4, readers: 4 })).toBeNull()
    expect(readersInAll({ recipients: 143, readers: 88 })).toBe(90)
    expect(readersInAll({ recipients: 143, readers: 143 })).toBe(140)
  })
})
