import { describe, expect, test } from 'vitest'
import { curveOf, type Followed } from './rules.ts'
import { type Counted, countGroups, keyOf, shownCurve, type UnitFollowed } from './shown-rules.ts'

const used = (days: number, count: number): Followed => ({ days, used: true, count })
const unused = (days: number, count: number): Followed => ({ days, used: false, count })
const shares = (...cards: Followed[]) => shownCurve(curveOf(cards)).points.map(({ share }) => share)

describe('what of a curve is shown', () => {
  test.each<[string, Followed[], (number | null)[]]>([
    ['whole per cent', [used(5, 10), used(20, 7), unused(365, 13)], [33, 33, 57, 57, 57, 57, 57]],
    [
      'a step of four waits for the next',
      [used(5, 10), used(10, 4), used(40, 3), unused(365, 13)],
      [33, null, null, 57, 57, 57, 57],
    ],
    [
      'four who never used it are not told of',
      [used(5, 26), unused(365, 4)],
      [null, null, null, null, null, null, null],
    ],
    [
      'where few are still followed, nothing is said',
      [used(5, 10), unused(50, 16), unused(365, 4)],
      [33, 33, 33, null, null, null, null],
    ],
    ['none at all is no step', [unused(365, 30)], [0, 0, 0, 0, 0, 0, 0]],
  ])('%s', (_, cards, points) => {
    expect(shares(...cards)).toEqual(points)
  })

  test('cards to the five below, the median in weeks and only where half is shown', () => {
    const curve = [used(5, 10), used(20, 7), unused(365, 15)]
    expect(shownCurve(curveOf(curve))).toMatchObject({ cards: 30, medianWeeks: 3 })
    expect(shownCurve(curveOf([used(5, 14), used(20, 2), unused(365, 16)])).medianWeeks).toBeNull()
  })
})

const unit = (unitId: number, count: number, place = { municipalityId: 1, areaId: 1 }): UnitFollowed[] => [
  { ...used(5, Math.floor(count / 2)), unitId, ...place },
  { ...unused(365, Math.ceil(count / 2)), unitId, ...place },
]
const other = { municipalityId: 2, areaId: 2 }
const shown = (rows: UnitFollowed[], before = new Map<string, Counted>()) =>
  countGroups(rows, before).flatMap(({ level, placeId, isHidden }) =>
    isHidden ? [] : [keyOf(level, placeId)],
  )

describe('the groups of a cohort', () => {
  test('units in municipalities in areas in the country', () => {
    expect(shown([...unit(1, 40), ...unit(2, 40), ...unit(3, 60, other)])).toEqual([
      ...['country ', 'area 1', 'municipality 1', 'unit 1', 'unit 2', 'area 2', 'municipality 2', 'unit 3'],
    ])
  })
  test('a small unit is hidden with the smallest beside it', () => {
    expect(shown([...unit(1, 10), ...unit(2, 40), ...unit(3, 60)])).toEqual([
      ...['country ', 'area 1', 'municipality 1', 'unit 3'],
    ])
  })
  test('a municipality with units of two areas is hidden', () => {
    const rows = [...unit(1, 60), ...unit(2, 60, { municipalityId: 1, areaId: 2 })]
    expect(shown(rows)).not.toContain('municipality 1')
    expect(countGroups(rows, new Map()).some(({ level }) => level === 'municipality')).toBe(false)
  })
  describe('counted a second time', () => {
    const rows = [...unit(1, 40), ...unit(2, 40)]
    const first = new Map(
      countGroups(rows, new Map()).map((one) => [keyOf(one.level, one.placeId), one as Counted]),
    )
    const more = (unitId: number, count: number): UnitFollowed => ({
      ...{ ...used(100, count), unitId },
      ...{ municipalityId: 1, areaId: 1 },
    })
    test.each<[string, UnitFollowed[], string[]]>([
      ['nothing new: all anew', [], ['country ', 'area 1', 'municipality 1', 'unit 1', 'unit 2']],
      ['six in one unit', [more(2, 6)], ['country ', 'area 1', 'municipality 1', 'unit 1', 'unit 2']],
      ['three in one unit: nothing is told anew', [more(2, 3)], []],
      [
        'three and six: the three must not follow from the nine, so the six are not told either',
        [more(1, 3), more(2, 6)],
        ['country ', 'area 1', 'municipality 1'],
      ],
    ])('%s', (_, added, groups) => {
      expect(shown([...rows, ...added], first)).toEqual(groups)
    })

    test('what was hidden stays hidden, and what was not there is not shown', () => {
      const hidden = new Map([...first, ['unit 1', { ...first.get('unit 1')!, isHidden: true }]])
      expect(shown(rows, hidden)).not.toContain('unit 1')
      expect(shown([...rows, ...unit(3, 50)], first)).not.toContain('unit 3')
    })
  })
})
