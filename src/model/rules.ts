import { addDays, type Day } from '../lib/dates.ts'

/** Of the operating model (toimintamalli): basics and issuing, then the sites' supply, then statistics and data protection. */
export const chapters = [1, 2, 3] as const
export type Chapter = (typeof chapters)[number]

/** Whom a point concerns: J and K in the model's own marks, and the areas' coordinators. */
export const marks = ['issuers', 'venues', 'coordinators'] as const
export type Mark = (typeof marks)[number]

/** Whose commitment is asked for: of issuers and of venues. */
export const sides = ['issuers', 'venues'] as const
export type Side = (typeof sides)[number]

/** The kinds of place, as the register names them. */
export const placeKinds = ['unit', 'site'] as const
export type PlaceKind = (typeof placeKinds)[number]
export const sideOf = (kind: PlaceKind): Side => (kind === 'unit' ? 'issuers' : 'venues')

type Three = { fi: string; sv: string; en: string }

/** @property line the same point through the versions, whatever its number */
export type Point = {
  line: number
  chapter: Chapter
  place: number
  marks: readonly Mark[]
  heading: Three
  text: Three
}

/** @property from the day from which it holds; null of a draft */
export type Version = {
  number: number
  state: 'draft' | 'published'
  from: Day | null
  publishedAt: Date | null
  changedAt: Date
}

/** The number that people know a point by: `2.3`. */
export const numberOf = ({ chapter, place }: Pick<Point, 'chapter' | 'place'>): string =>
  `${chapter}.${place}`

/** In the order of the model. */
export const inOrder = <P extends Pick<Point, 'chapter' | 'place'>>(points: readonly P[]): P[] =>
  [...points].sort((a, b) => a.chapter - b.chapter || a.place - b.place)

/** Where a version stands on a day: a draft, published ahead, in force, or behind a newer one. */
export type Standing = 'draft' | 'coming' | 'in-force' | 'former'
export const standingOf = (version: Version, versions: readonly Version[], today: Day): Standing => {
  if (version.from === null) return 'draft'
  if (version.from > today) return 'coming'
  return inForce(versions, today)?.number === version.number ? 'in-force' : 'former'
}

/** The version that holds on a day: the newest that has begun. */
export const inForce = (versions: readonly Version[], today: Day): Version | undefined =>
  [...versions].filter(({ from }) => from !== null && from <= today).sort((a, b) => b.number - a.number)[0]

type Placed = Pick<Point, 'line' | 'chapter' | 'place'>

/** Gives the points of each chapter the places 1, 2, 3 in the order that they stand in. */
export const renumbered = <P extends Placed>(points: readonly P[]): P[] => {
  const used = new Map<Chapter, number>()
  return points.map((point) => {
    const place = (used.get(point.chapter) ?? 0) + 1
    used.set(point.chapter, place)
    return { ...point, place }
  })
}

type Direction = 'up' | 'down'

/**
 * The points after one has moved a step. From the edge of its chapter it moves into the next chapter; at the edge of the
 * whole model it stays.
 */
export const moved = <P extends Placed>(points: readonly P[], line: number, direction: Direction): P[] => {
  const list = inOrder(points)
  const index = list.findIndex((point) => point.line === line)
  const point = list[index]
  if (!point) return list
  const step = direction === 'up' ? -1 : 1
  const neighbour = list[index + step]
  if (neighbour?.chapter === point.chapter) {
    list[index] = neighbour
    list[index + step] = point
    return renumbered(list)
  }
  const chapter = chapters.find((one) => one === point.chapter + step)
  if (chapter === undefined) return list
  list[index] = { ...point, chapter }
  return renumbered(list)
}

/** How long before anything follows everyone has been told: our own choice, two weeks. */
export const leastWarningDays = 14

export type PublishProblem =
  | 'from-past'
  | 'from-early'
  | 'nothing-changed'
  | 'points-missing'
  | 'warning-short'

/**
 * Why a draft cannot be published from a day; null when it can. It begins tomorrow at the earliest, so that there is a
 * day for taking it back, after the versions before it, and nothing follows from it sooner than it was told.
 * @param before the newest version that is published
 * @param graces the days of grace of what follows from it
 */
export const publishProblem = (
  wanted: { from: Day; isChanged: boolean; points: number; graces: readonly number[] },
  before: Version | undefined,
  today: Day,
): PublishProblem | null => {
  if (wanted.points === 0) return 'points-missing'
  if (!wanted.isChanged) return 'nothing-changed'
  if (wanted.from <= today) return 'from-past'
  if (before?.from && wanted.from <= before.from) return 'from-early'
  const firstDay = addDays(today, leastWarningDays)
  return wanted.graces.some((days) => addDays(wanted.from, days) < firstDay) ? 'warning-short' : null
}

/** Whether a published version can still be taken back: its day has not come, and nobody was asked to commit to it. */
export const mayTakeBack = (version: Version, commitments: number, today: Day): boolean =>
  version.from !== null && version.from > today && commitments === 0

/** The day on which commitments to a version are counted: today, or its first day while that is still to come. */
export const countedOn = ({ from }: Pick<Version, 'from'>, today: Day): Day =>
  from !== null && from > today ? from : today
