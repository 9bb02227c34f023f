import { sql } from 'kysely'
import type { UnitScope } from '../access.ts'
import { codeHashes, type ReadCode } from '../codes/rules.ts'
import type { Read, Write } from '../db/db.ts'
import type { Keys } from '../db/keys.ts'
import type { Day } from '../lib/dates.ts'
import type { CardState, CardType, Policy } from './rules.ts'

/** Every policy there has been; `policyOn` says which holds on a day. */
export const listPolicies = (db: Read): Promise<Policy[]> =>
  db
    .selectFrom('policy')
    .select([
      'valid_from as validFrom',
      'validity_months as validityMonths',
      'minimum_age as minimumAge',
      'child_age as childAge',
      'maximum_children as maximumChildren',
    ])
    .execute()

type CardOfCode =
  | { own: true; id: number; type: CardType; state: CardState; registeredOn: Day | null }
  | { own: false }

/** The card that a code names: of another unit's card, only that it is one. The database knows whose unit asks. */
export const findCardByCode = async (
  db: Read,
  _scope: UnitScope,
  keys: Keys,
  code: ReadCode,
): Promise<CardOfCode | undefined> => {
  const [legacy, fresh] = codeHashes(keys.cardCode, code)
  const { rows } = await sql<CardOfCode>`
    select own, id, type, state, registered_on as "registeredOn" from card_by_code(${legacy}::bytea, ${fresh}::bytea)`.execute(
    db,
  )
  return rows[0]
}

export type NewRegistration = {
  birthYear: number
  postalCode: string
  children: number
  lifeSituation: string | null
  gender: string | null
}

/**
 * Registers a card of the unit's own stock, with the client's consent.
 * @returns false when somebody else was a moment earlier: then nothing is written
 */
export const registerCard = async (
  db: Write,
  { unitId }: UnitScope,
  cardId: number,
  answers: NewRegistration,
  by: {
    actor: string
    now: Date
    today: Day
    ownUntil: Day
    validUntil: Day
    consent: { version: string; language: string }
  },
): Promise<boolean> => {
  const registered = await db
    .updateTable('card')
    .set((eb) => ({
      state: 'registered',
      registered_on: by.today,
      registered_at: by.now,
      own_until: by.ownUntil,
      valid_until: by.validUntil,
      birth_year: answers.birthYear,
      postal_code: answers.postalCode,
      children: answers.children,
      life_situation: answers.lifeSituation,
      gender: answers.gender,
      revision: eb('revision', '+', 1),
    }))
    .where('id', '=', cardId)
    .where('unit_id', '=', unitId)
    .where('state', '=', 'stock')
    .where('type', '=', 'personal')
    .returning('id')
    .executeTakeFirst()
  if (!registered) return false
  await writeEvent(db, cardId, 'registered', by)
  await db
    .insertInto('consent')
    .values({
      card_id: cardId,
      kind: 'register',
      text_version: by.consent.version,
      language: by.consent.language,
      given_on: by.today,
      unit_id: unitId,
    })
    .execute()
  return true
}

const writeEvent = (
  db: Write,
  cardId: number,
  event: 'registered' | 'registration-undone',
  by: { actor: string; now: Date },
) =>
  db
    .insertInto('card_event')
    .values({ card_id: cardId, event, happened_at: by.now, actor: by.actor })
    .execute()

/** When this person registered the card with these very answers, if they did: perhaps the same form, sent twice. */
export const findSameRegistration = async (
  db: Read,
  cardId: number,
  answers: NewRegistration,
  actor: string,
): Promise<Date | undefined> => {
  const same = await db
    .selectFrom('card as c')
    .innerJoin('card_event as e', (join) =>
      join.onRef('e.card_id', '=', 'c.id').onRef('e.happened_at', '=', 'c.registered_at'),
    )
    .select('e.happened_at as registeredAt')
    .where('c.id', '=', cardId)
    .where('c.birth_year', '=', answers.birthYear)
    .where('c.postal_code', '=', answers.postalCode)
    .where('c.children', '=', answers.children)
    .where('c.life_situation', 'is not distinct from', answers.lifeSituation)
    .where('c.gender', 'is not distinct from', answers.gender)
    .where('e.event', '=', 'registered')
    .where('e.actor', '=', actor)
    .executeTakeFirst()
  return same?.registeredAt
}

export type OwnCard = {
  id: number
  tail: string
  type: CardType
  state: CardState
  registeredOn: Day | null
  registeredAt: Date | null
  validUntil: Day | null
  closedOn: Day | null
  children: number
  revision: number
  /** How many of its uses still stand. */
  uses: number
  /** How many of those were tickets that had waited for its registration: they wait again when it is undone. */
  waited: number
}

/** The cards of one unit. Every query on cards by id or in lists begins here. */
export const ownCards = (db: Read, { unitId }: UnitScope) =>
  db
    .selectFrom('card as c')
    .leftJoin('card_usage as u', 'u.card_id', 'c.id')
    .select((eb) => [
      'c.id',
      'c.code_tail as tail',
      'c.type',
      'c.state',
      'c.registered_on as registeredOn',
      'c.registered_at as registeredAt',
      'c.valid_until as validUntil',
      'c.closed_on as closedOn',
      'c.children',
      'c.revision',
      eb.fn.coalesce('u.uses', sql<number>`0`).as('uses'),
      sql<number>`case when u.uses > 0 then uses_that_waited(c.id) else 0 end`.as('waited'),
    ])
    .where('c.unit_id', '=', unitId)

export const findOwnCard = (db: Read, scope: UnitScope, id: number): Promise<OwnCard | undefined> =>
  ownCards(db, scope).where('c.id', '=', id).executeTakeFirst()

/**
 * The same, held until the transaction ends. The lock comes first and the facts after it: a use recorded in
 * the meantime has then either been counted, or waits and finds another revision. The table's lock is the one that
 * a change of the card takes anyway; taken before the row's it waits for an import, which needs the row, to end.
 */
export const lockOwnCard = async (db: Write, scope: UnitScope, id: number): Promise<OwnCard | undefined> => {
  await sql`lock table card in row exclusive mode`.execute(db)
  await db
    .selectFrom('card')
    .select('id')
    .where('id', '=', id)
    .where('unit_id', '=', scope.unitId)
    .forUpdate()
    .execute()
  return findOwnCard(db, scope, id)
}

/**
 * Puts the card back in stock and empties all that was said of the client. The events stay, and the consent
 * is marked as withdrawn: what happened is not rewritten.
 */
export const undoRegistration = async (
  db: Write,
  { unitId }: UnitScope,
  cardId: number,
  by: { actor: string; now: Date },
) => {
  await db
    .updateTable('card')
    .set((eb) => ({
      state: 'stock',
      registered_on: null,
      registered_at: null,
      own_until: null,
      valid_until: null,
      birth_year: null,
      postal_code: null,
      children: 0,
      life_situation: null,
      gender: null,
      revision: eb('revision', '+', 1),
    }))
    .where('id', '=', cardId)
    .where('unit_id', '=', unitId)
    .where('state', '=', 'registered')
    .execute()
  await db
    .updateTable('consent')
    .set({ withdrawn_at: by.now })
    .where('card_id', '=', cardId)
    .where('withdrawn_at', 'is', null)
    .execute()
  await writeEvent(db, cardId, 'registration-undone', by)
}
