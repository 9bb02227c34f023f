import { sql } from 'kysely'
import type { CardType } from '../cards/rules.ts'
import type { Pool, Read, Write } from '../db/db.ts'
import type { Serials } from './rules.ts'
import { daysToPrint } from './run-rules.ts'

export type PrintRun = Serials & {
  id: number
  name: string
  cardType: CardType
  origin: 'made' | 'imported'
  madeAt: Date
  printedAt: Date | null
  hasSeed: boolean
}

const runs = (db: Read) =>
  db
    .selectFrom('print_run as p')
    .select([
      ...(['p.id', 'p.name', 'p.origin', 'p.card_type as cardType'] as const),
      ...(['p.first_serial as first', 'p.last_serial as last'] as const),
      ...(['p.made_at as madeAt', 'p.printed_at as printedAt'] as const),
    ])
    .select(sql<boolean>`p.sealed_seed is not null`.as('hasSeed'))

/** The newest first. The database shows them to the centre alone. */
export const listRuns = (db: Read): Promise<PrintRun[]> => runs(db).orderBy('p.id', 'desc').execute()

export const findRun = (db: Read, id: number): Promise<PrintRun | undefined> =>
  runs(db).where('p.id', '=', id).executeTakeFirst()

/** The run that a number belongs to. */
export const findRunOfSerial = (db: Read, serial: number): Promise<PrintRun | undefined> =>
  runs(db).where('p.first_serial', '<=', serial).where('p.last_serial', '>=', serial).executeTakeFirst()

/** The sealed seed, in base64; null once the cards are printed. */
export const findSealedSeed = async (db: Read, id: number): Promise<string | null> => {
  const run = await db.selectFrom('print_run').select('sealed_seed').where('id', '=', id).executeTakeFirst()
  return run?.sealed_seed ?? null
}

/** What the register keeps of a code: keyed hash, last characters, style. One of each a card, in the same order. */
export type KeptCodes = { hashes: Buffer[]; tails: string[]; styles: string[] }

/**
 * Makes the cards of a run, all in the centre's stock, with the next serial numbers.
 * @returns the run's id, or null when one of the codes is a card already: then nothing is made
 */
export const makeRun = async (
  db: Write,
  run: { name: string; cardType: CardType; origin: 'made' | 'imported'; keyVersion: number },
  { hashes, tails, styles }: KeptCodes,
  by: { actor: string; now: Date },
): Promise<number | null> => {
  const { rows } = await sql<{ id: number | null }>`
    select print_run_make(${run.name}, ${run.cardType}, ${run.origin}, ${hashes}::bytea[], ${tails}::text[],
      ${styles}::text[], ${run.keyVersion}::smallint, null, ${by.actor}, ${by.now}::timestamptz) as id`.execute(
    db,
  )
  return rows[0]!.id
}

/** @param seed sealed, in base64 */
export const keepSeed = (db: Write, id: number, seed: string) =>
  db.updateTable('print_run').set({ sealed_seed: seed }).where('id', '=', id).execute()

/** Empties the seed for good. @returns false when somebody else was first, or the run was never to be printed */
export const markPrinted = async (db: Write, id: number, now: Date): Promise<boolean> => {
  const printed = await db
    .updateTable('print_run')
    .set({ printed_at: now, sealed_seed: null })
    .where('id', '=', id)
    .where('origin', '=', 'made')
    .where('printed_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return printed !== undefined
}

/** Empties the seeds of runs that nobody has marked as printed in time. @returns how many */
export const forgetSeeds = async (db: Pool, now: Date): Promise<number> => {
  const madeBefore = new Date(now.getTime() - daysToPrint * 86_400_000)
  const { numUpdatedRows } = await db
    .updateTable('print_run')
    .set({ sealed_seed: null })
    .where('sealed_seed', 'is not', null)
    .where('made_at', '<', madeBefore)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}
