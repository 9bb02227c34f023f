import { sql } from 'kysely'
import type { UnitScope } from '../access.ts'
import type { Read, Write } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import type { Answers, Background, ClosedBy, Closing } from './life-rules.ts'
import { writeEvent } from './queries.ts'

/** What the unit's own card says of its holder; of another unit's there is nothing to find. */
export const findBackground = (
  db: Read,
  { unitId }: UnitScope,
  id: number,
): Promise<Background | undefined> =>
  db
    .selectFrom('card')
    .select([
      'birth_year as birthYear',
      'postal_code as postalCode',
      'children',
      'life_situation as lifeSituation',
      'gender',
    ])
    .where('id', '=', id)
    .where('unit_id', '=', unitId)
    .executeTakeFirst()

export type CardEvent = { event: string; at: Date; reason: string | null }

/** What has happened to a card of the unit, the latest first. */
export const listEvents = (db: Read, { unitId }: UnitScope, id: number): Promise<CardEvent[]> =>
  db
    .selectFrom('card_event as e')
    .innerJoin('card as c', 'c.id', 'e.card_id')
    .select(['e.event', 'e.happened_at as at', 'e.reason'])
    .where('c.id', '=', id)
    .where('c.unit_id', '=', unitId)
    .orderBy('e.id', 'desc')
    .execute()

/** The latest closing of a card of the unit, if there was one. */
export const findClosing = (db: Read, { unitId }: UnitScope, id: number): Promise<ClosedBy | undefined> =>
  db
    .selectFrom('card_event as e')
    .innerJoin('card as c', 'c.id', 'e.card_id')
    .select(['e.happened_at as at', 'e.reason'])
    .where('c.id', '=', id)
    .where('c.unit_id', '=', unitId)
    .where('e.event', 'in', ['lost', 'withdrawn'])
    .orderBy('e.id', 'desc')
    .limit(1)
    .executeTakeFirst()

type By = { actor: string; now: Date }

/** Puts right what was written down wrong. The caller holds the card and has asked the rules. */
export const correctCard = async (
  db: Write,
  { unitId }: UnitScope,
  id: number,
  answers: Answers,
  by: By,
): Promise<void> => {
  await db
    .updateTable('card')
    .set({
      birth_year: answers.birthYear,
      postal_code: answers.postalCode,
      children: answers.children,
      life_situation: answers.lifeSituation,
      gender: answers.gender,
      revision: sql`revision + 1`,
    })
    .where('id', '=', id)
    .where('unit_id', '=', unitId)
    .where('state', '=', 'registered')
    .execute()
  await writeEvent(db, id, 'corrected', by)
}

/** Closes a card at once: no desk takes it from now on. Counts stay as they are. The caller holds the card. */
export const closeCard = async (
  db: Write,
  { unitId }: UnitScope,
  id: number,
  closing: Closing,
  by: By & { today: Day },
): Promise<void> => {
  const state = closing === 'lost' ? 'lost' : 'withdrawn'
  const reason = closing === 'lost' ? null : closing
  await db
    .updateTable('card')
    .set({ state, closed_on: by.today, closed_reason: reason, revision: sql`revision + 1` })
    .where('id', '=', id)
    .where('unit_id', '=', unitId)
    .where('state', '=', 'registered')
    .execute()
  await writeEvent(db, id, state, by, reason)
}

/** Takes a closing back: the card is what it was. The caller holds the card and has asked the rules. */
export const reopenCard = async (db: Write, { unitId }: UnitScope, id: number, by: By): Promise<void> => {
  await db
    .updateTable('card')
    .set({ state: 'registered', closed_on: null, closed_reason: null, revision: sql`revision + 1` })
    .where('id', '=', id)
    .where('unit_id', '=', unitId)
    .where('state', 'in', ['lost', 'withdrawn'])
    .execute()
  await writeEvent(db, id, 'reopened', by)
}
