import type { Pool } from '../db/db.ts'
import {
  type Changes,
  countChanges,
  countStanding,
  findLastEvent,
  type Late,
  listToldOf,
} from './correction-queries.ts'
import { type Corrected, correctedBy, decideCorrections } from './correction-rules.ts'
import { daysOf, isYear } from './period-rules.ts'
import type { Protect } from './protecting-rules.ts'
import { listAllFigures, listPublications } from './queries.ts'
import type { Correction, Period, Publication } from './rules.ts'

/** A closing, with the last event of a card that had been written by then. */
type Closing = { period: Period; asOf: Date; lastEvent: number | null }

/** The window of a closing: from the closing of a quarter before it. Undefined while there was none. */
const windowOf = async (
  db: Pool,
  publications: readonly Publication[],
  closing: Closing,
): Promise<Omit<Late, 'from' | 'until'> | undefined> => {
  const before = publications.find(({ period }) => !isYear(period))
  if (!before) return undefined
  const sinceEvent = await findLastEvent(db, before.number)
  return { since: before.asOf, sinceEvent, asOf: closing.asOf, untilEvent: closing.lastEvent }
}

const isSomething = ({ added, removed }: Changes) => added.length + removed.length > 0

const correctedOf = async (db: Pool, late: Late, publication: Publication): Promise<Corrected | null> => {
  const { period } = publication
  const changes = await countChanges(db, late)
  if (!isSomething(changes)) return null
  return {
    ...{ period, ...changes, figures: await listAllFigures(db, publication.number) },
    told: await listToldOf(db, period),
    standing: changes.removed.length > 0 ? await countStanding(db, late) : [],
  }
}

/** What came and went since the closing before and bears on each of the quarters that a closing corrects. */
const listCorrected = async (
  db: Pool,
  publications: readonly Publication[],
  closing: Closing,
): Promise<Corrected[]> => {
  const window = await windowOf(db, publications, closing)
  const quarters: Corrected[] = []
  for (const publication of window ? correctedBy(closing.period, publications) : []) {
    const corrected = await correctedOf(db, { ...window!, ...daysOf(publication.period) }, publication)
    if (corrected) quarters.push(corrected)
  }
  return quarters
}

/** The corrections that the closing of a quarter tells of the quarters before it. */
export const correctQuarters = async (
  db: Pool,
  closing: Closing,
  protect: Protect,
): Promise<Correction[]> => {
  const quarters = await listCorrected(db, await listPublications(db), closing)
  return quarters.length > 0 ? decideCorrections(quarters, protect) : []
}

/** What the corrections of a publication would be counted as today. */
export const recountCorrections = async (db: Pool, publication: Publication): Promise<Corrected[]> => {
  if (isYear(publication.period)) return []
  const before = (await listPublications(db)).filter(({ number }) => number < publication.number)
  const { period, asOf, number } = publication
  return listCorrected(db, before, { period, asOf, lastEvent: await findLastEvent(db, number) })
}
