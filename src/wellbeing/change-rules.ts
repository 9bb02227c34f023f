import { hiddenGroups } from '../disclosure/group-rules.ts'
import { type Day, yearOf } from '../lib/dates.ts'
import { studentQuantile } from '../lib/student-t.ts'

/*
 * What those who answered twice answered differently: the mean of the paired differences and its interval by Student's t.
 * Bias and coverage in simulated groups: `docs/methods.md`.
 */

/** All, or by how often the card was used between the two times. */
export const strata = ['0', '1-4', '5+'] as const
type Stratum = (typeof strata)[number]

/** So many persons in both waves at least, or nothing. */
const leastPersons = 10
const noneBesideOne = { atLeast: leastPersons, besideOne: 0 }

/** Persons, and the sum of their differences and of its squares. */
export type Sums = { persons: number; sum: number; squares: number }

export type Change = { mean: number; low: number; high: number }

/** The mean change with its interval of 95 %; null of fewer than two, or where all changed alike: that would tell each. */
export const changeOf = ({ persons, sum, squares }: Sums): Change | null => {
  if (persons < 2) return null
  const mean = sum / persons
  const variance = (squares - sum * mean) / (persons - 1)
  if (variance < 1e-9) return null
  const half = studentQuantile(0.975, persons - 1) * Math.sqrt(variance / persons)
  return { mean, low: mean - half, high: mean + half }
}

/** What was counted of one item, area and stratum. */
export type ItemSums = Sums & { item: number; areaId: number; stratum: Stratum }

/** What is shown: persons to the five below, the rest with one decimal. `areaId` null is the country. */
export type ShownChange = Change & {
  item: number
  areaId: number | null
  stratum: Stratum | 'all'
  persons: number
}

const toFive = (count: number) => Math.floor(count / 5) * 5
/** To one decimal, and no zero that is negative. */
const oneDecimal = (value: number) => Math.round(value * 10) / 10 || 0

const together = (rows: readonly Sums[]): Sums =>
  rows.reduce(
    (all, { persons, sum, squares }) => ({
      persons: all.persons + persons,
      sum: all.sum + sum,
      squares: all.squares + squares,
    }),
    { persons: 0, sum: 0, squares: 0 },
  )

type Part = Pick<ShownChange, 'areaId' | 'stratum'> & { sums: Sums }

/** Of a whole and its parts, those that are shown: a part that is hidden must not follow from the others. */
const shownParts = (whole: Part, parts: readonly Part[]): Part[] => {
  const all = [whole, ...parts]
  const hidden = hiddenGroups(
    all.map(({ sums }, index) => ({
      size: sums.persons,
      within: index === 0 ? null : 0,
      isHidden: changeOf(sums) === null,
    })),
    noneBesideOne,
  )
  return all.filter((_, index) => !hidden.has(index))
}

/** One item: the country as a whole, by area, and by use. Areas are not divided further, so each sum has one way. */
const shownOfItem = (item: number, rows: readonly ItemSums[]): ShownChange[] => {
  const areas = [...new Set(rows.map(({ areaId }) => areaId))]
  const whole: Part = { areaId: null, stratum: 'all', sums: together(rows) }
  const byArea = areas.map(
    (areaId): Part => ({
      areaId,
      stratum: 'all',
      sums: together(rows.filter((row) => row.areaId === areaId)),
    }),
  )
  const byUse = strata.map(
    (stratum): Part => ({
      areaId: null,
      stratum,
      sums: together(rows.filter((row) => row.stratum === stratum)),
    }),
  )
  const [ofAreas, ofUse] = [shownParts(whole, byArea), shownParts(whole, byUse)]
  const isWholeShown = ofAreas.includes(whole) && ofUse.includes(whole)
  const shown = [whole, ...byArea, ...byUse].filter((part) =>
    part === whole ? isWholeShown : ofAreas.includes(part) || ofUse.includes(part),
  )
  return shown.map(({ areaId, stratum, sums }) => {
    const { mean, low, high } = changeOf(sums)!
    return {
      ...{ item, areaId, stratum, persons: toFive(sums.persons) },
      ...{ mean: oneDecimal(mean), low: oneDecimal(low), high: oneDecimal(high) },
    }
  })
}

/** The changes of one set of questions and year that are shown, by item. Item 0 is the total. */
export const shownChanges = (rows: readonly ItemSums[]): ShownChange[] =>
  [...new Set(rows.map(({ item }) => item))]
    .sort((a, b) => a - b)
    .flatMap((item) =>
      shownOfItem(
        item,
        rows.filter((row) => row.item === item),
      ),
    )

/** Whose first card ended in the year: asked at the first time, answered then, and answered again. */
type Response = { asked: number; before: number; bothTimes: number }
export type AreaResponse = Response & { areaId: number }
export type ShownResponse = {
  areaId: number | null
  asked: number | null
  before: number | null
  bothTimes: number | null
}

const measures = ['asked', 'before', 'bothTimes'] as const

/** How many were asked and answered, to the five below; null where fewer than ten, or where fewer would follow. */
export const shownResponses = (rows: readonly AreaResponse[]): ShownResponse[] => {
  const total = (measure: (typeof measures)[number]) => rows.reduce((sum, row) => sum + row[measure], 0)
  const country = {
    areaId: null,
    asked: total('asked'),
    before: total('before'),
    bothTimes: total('bothTimes'),
  }
  const all = [country, ...rows]
  const hidden = measures.map((measure) =>
    hiddenGroups(
      all.map((row, index) => ({ size: row[measure], within: index === 0 ? null : 0 })),
      noneBesideOne,
    ),
  )
  return all.map((row, index) => {
    const [asked, before, bothTimes] = measures.map((measure, at) =>
      hidden[at]!.has(index) ? null : toFive(row[measure]),
    )
    return { areaId: row.areaId, asked: asked!, before: before!, bothTimes: bothTimes! }
  })
}

/** A year is counted when its holders have had a quarter of a year to renew their cards, and 15 days. */
export const latestYear = (today: Day): number => yearOf(today) - (today.slice(5) >= '04-15' ? 1 : 2)
