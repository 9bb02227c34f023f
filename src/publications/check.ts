import type { Pool } from '../db/db.ts'
import { type Difference, differencesOf, type Forged, forgedFigures } from './check-rules.ts'
import { type Closed, countsOfYear, digestOf } from './closing-rules.ts'
import { recountCorrections } from './correcting.ts'
import { listCorrections } from './correction-queries.ts'
import { type CorrectionDifference, correctionDifferences, digestOfCorrections } from './correction-rules.ts'
import { countSpan } from './count-queries.ts'
import { daysOf, isYear, quartersOf } from './period-rules.ts'
import { findClosed, findPublication, listPublications } from './queries.ts'
import type { Publication } from './rules.ts'

/** What was found of one publication. */
export type Checked = {
  publication: Publication
  figures: number
  isDigestRight: boolean
  forged: Forged[]
  /** What would be counted otherwise today. */
  differences: Difference[]
  /** What it tells of earlier quarters: how much, whether it is what was told, and what would be counted otherwise today. */
  corrections: { told: number; isDigestRight: boolean; differences: CorrectionDifference[] }
}

const checkCorrections = async (db: Pool, publication: Publication): Promise<Checked['corrections']> => {
  const corrections = await listCorrections(db, publication.number)
  const digest =
    corrections.length > 0 ? digestOfCorrections(publication.period, publication.asOf, corrections) : null
  return {
    told: corrections.length,
    isDigestRight: (digest?.toString('hex') ?? null) === (publication.correctionsDigest ?? null),
    differences: correctionDifferences(corrections, await recountCorrections(db, publication)),
  }
}

const quartersOfYear = async (db: Pool, { period }: Publication): Promise<Closed[]> => {
  const quarters = []
  for (const quarter of isYear(period) ? quartersOf(period) : [])
    quarters.push(await findClosed(db, (await findPublication(db, quarter))!))
  return quarters
}

/** Recomputes every published figure from cards and uses, as of its closing, one publication at a time. */
export async function* checkPublications(db: Pool): AsyncGenerator<Checked> {
  for (const publication of (await listPublications(db)).reverse()) {
    const { period, asOf } = publication
    const { counted, figures } = await findClosed(db, publication)
    const quarters = await quartersOfYear(db, publication)
    const recounted = await countSpan(db, { ...daysOf(period), asOf })
    yield {
      publication,
      figures: figures.length,
      isDigestRight: digestOf(period, asOf, figures).toString('hex') === publication.digest,
      forged: forgedFigures(period, figures, counted, quarters),
      differences: differencesOf(counted, isYear(period) ? countsOfYear(quarters, recounted) : recounted),
      corrections: await checkCorrections(db, publication),
    }
  }
}
