import { sql } from 'kysely'
import type { Read, Write } from '../db/db.ts'
import { type OpenRound, proofOf } from './rules.ts'

/** What a link and a browser prove. The database finds out by itself what that opens. */
export type Link = { token: string; bond: string | null }
const proofs = ({ token, bond }: Link) =>
  sql`${proofOf(token)}::bytea, ${bond === null ? null : proofOf(bond)}::bytea`

/** The round that a link leads to, whoever follows it; undefined where there is none. */
export const findRound = async (db: Read, link: Link): Promise<OpenRound | undefined> => {
  const { rows } = await sql<OpenRound>`
    select id, instrument_id as "instrumentId", way, language, card_id as "cardId", expires_at as "expiresAt",
      is_opened as "isOpened", is_here as "isHere", is_finished as "isFinished", is_ended as "isEnded"
    from wellbeing_open(${proofs(link)})`.execute(db)
  return rows[0]
}

/** Ties the link to the browser. @returns false when another was a moment earlier, or it is over */
export const startRound = (db: Write, link: Link, now: Date): Promise<boolean> =>
  isDone(db, sql`wellbeing_start(${proofs(link)}, ${now}::timestamptz)`)

/** Keeps or changes one answer. @param points null when it is skipped. @returns false when nothing can be kept */
export const putAnswer = (
  db: Write,
  link: Link,
  given: { item: number; points: number | null; now: Date },
): Promise<boolean> =>
  isDone(
    db,
    sql`wellbeing_put(${proofs(link)}, ${given.item}::integer, ${given.points}::integer, ${given.now}::timestamptz)`,
  )

/** Hands the answers in, or deletes them. */
export const finishRound = (db: Write, link: Link, keep: boolean, now: Date): Promise<boolean> =>
  isDone(db, sql`wellbeing_finish(${proofs(link)}, ${keep}::boolean, ${now}::timestamptz)`)

const isDone = async (db: Write, call: ReturnType<typeof sql>): Promise<boolean> => {
  const { rows } = await sql<{ done: boolean }>`select ${call} as done`.execute(db)
  return rows[0]!.done
}

/** An answer that can be gone back to. On the office's screen it is only known that there is one: `points` is null. */
export type Given = { points: number | null; isAnswered: boolean }

/** One's own answers while one is answering, by item. */
export const listGiven = async (db: Read, link: Link, now: Date): Promise<Map<number, Given>> => {
  const { rows } = await sql<Given & { item: number }>`
    select item, points, is_answered as "isAnswered"
    from wellbeing_given(${proofs(link)}, ${now}::timestamptz)`.execute(db)
  return new Map(rows.map(({ item, ...given }) => [item, given]))
}
