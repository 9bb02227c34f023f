import { sql } from 'kysely'
import type { UnitScope } from '../access.ts'
import type { CardState, CardType } from '../cards/rules.ts'
import { codeHashes, type ReadCode } from '../codes/rules.ts'
import type { Pool, Read, Write } from '../db/db.ts'
import type { Keys } from '../db/keys.ts'
import type { Day } from '../lib/dates.ts'

/**
 * Keeps which old card is in hand, by its code or by the id of one of the unit's own cards.
 * @returns false where the unit may not renew the card, or no card has the code: the two are not told apart here
 */
export const openRenewal = async (
  db: Write,
  _scope: UnitScope,
  old: { code: ReadCode; keys: Keys } | { cardId: number },
  asked: { id: string; now: Date; today: Day },
): Promise<boolean> => {
  const [legacy, fresh] = 'code' in old ? codeHashes(old.keys.cardCode, old.code) : [null, null]
  const cardId = 'cardId' in old ? old.cardId : null
  const { rows } = await sql<{ opened: boolean }>`
    select open_renewal(${asked.id}::uuid, ${legacy}::bytea, ${fresh}::bytea, ${cardId}::bigint,
      ${asked.now}::timestamptz, ${asked.today}::date) as opened`.execute(db)
  return rows[0]!.opened
}

/** The old card in hand, as it stands now. */
export type OldCard = {
  id: number
  /** False where it is of a unit that closed without a successor. */
  own: boolean
  unit: string
  type: CardType
  state: CardState
  registeredOn: Day | null
  validUntil: Day | null
  birthYear: number | null
  postalCode: string | null
  children: number
  lifeSituation: string | null
  gender: string | null
  tail: string
  revision: number
  isRenewed: boolean
  checkedAt: Date
  /** This very reading led to a new card. */
  isDone: boolean
}

/** What one has in hand oneself; of what others have there is nothing to find. */
export const findOldCard = async (
  db: Read,
  _scope: UnitScope,
  renewal: string,
  today: Day,
): Promise<OldCard | undefined> => {
  const { rows } = await sql<OldCard>`
    select id, own, unit, type, state, registered_on as "registeredOn", valid_until as "validUntil",
      birth_year as "birthYear", postal_code as "postalCode", children, life_situation as "lifeSituation", gender,
      code_tail as tail, revision, is_renewed as "isRenewed", checked_at as "checkedAt", is_done as "isDone"
    from card_of_renewal(${renewal}::uuid, ${today}::date)`.execute(db)
  return rows[0]
}

/**
 * Closes the old card and ties it to the new one, which the caller registered in the same transaction, at `now`.
 * @param renewal the reading of the old card; null for a community card of the unit's own
 * @returns false when the old card is no longer as it was seen: the caller then takes everything back
 */
export const replaceCard = async (
  db: Write,
  _scope: UnitScope,
  cards: { renewal: string | null; old: { id: number; revision: number }; newId: number },
  by: { actor: string; now: Date; today: Day },
): Promise<boolean> => {
  const { rows } = await sql<{ renewed: boolean }>`
    select renew_card(${cards.renewal}::uuid, ${cards.old.id}::bigint, ${cards.newId}::bigint,
      ${cards.old.revision}::int, ${by.actor}, ${by.now}::timestamptz, ${by.today}::date) as renewed`.execute(
    db,
  )
  return rows[0]!.renewed
}

/** The card that took the place of one of the unit's own. Never the other way. Its permission is `renewals.follow`. */
export const findSuccessor = async (
  db: Read,
  _scope: UnitScope,
  oldId: number,
): Promise<{ id: number; tail: string } | undefined> => {
  const { rows } = await sql<{ id: number; tail: string }>`
    select id, code_tail as tail from renewed_as(${oldId}::bigint)`.execute(db)
  return rows[0]
}

/** The new card of a renewal that one did oneself. */
export const findNewCardId = async (db: Read, renewal: string): Promise<number | null> => {
  const { rows } = await sql<{ id: number | null }>`
    select card_of_done_renewal(${renewal}::uuid) as id`.execute(db)
  return rows[0]!.id
}

const daysOfChecks = 1

/** Which card a worker had in hand is kept for the day's undo, and then forgotten. */
export const forgetRenewalChecks = (db: Pool, now: Date) =>
  db
    .deleteFrom('renewal_check')
    .where('checked_at', '<', new Date(now.getTime() - daysOfChecks * 86_400_000))
    .execute()
