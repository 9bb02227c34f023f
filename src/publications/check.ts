import type { Pool } from '../db/db.ts'
import { type Difference, differencesOf, type Forged, forgedFigures } from './check-rules.ts'
import { countsOfYear, digestOf } from './closing-rules.ts'
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
}

const recount = async (db: Pool, { period, asOf }: Publication) => {
  const counted = await countSpan(db, { ...daysOf(period), asOf })
  if (!isYear(period)) return counted
  const quarters = []
  for (const quarter of quartersOf(period))
    quarters.push(await findClosed(db, (await findPublication(db, quarter))!))
  return countsOfYear(quarters, counted)
}

/** Recomputes every published figure from cards and uses, as of its closing, one publication at a time. */
export async function* checkPublications(db: Pool): AsyncGenerator<Checked> {
  for (const publication of (await listPublications(db)).reverse()) {
    const { counted, figures } = await findClosed(db, publication)
    const digest = digestOf(publication.period, publication.asOf, figures).toString('hex')
    yield {
      publication,
      figures: figures.length,
      isDigestRight: digest === publication.digest,
      forged: forgedFigures(publication.period, figures, counted),
      differences: differencesOf(counted, await recount(db, publication)),
    }
  }
}
