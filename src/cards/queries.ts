import { sql } from 'kysely'
import type { UnitScope } from '../access.ts'
import { codeHashes, type ReadCode } from '../codes/rules.ts'
import { deleteConsents, giveConsent } from '../consents/queries.ts'
import type { Read, Write } from '../db/db.ts'
import type { Keys } from '../db/keys.ts'
import type { Day } from '../lib/dates.ts'
import type { CardState, CardType, OwnStockPlace, Policy } from './rules.ts'

/** Every policy there has been and will be, in order; `policyOn` says which holds on a day. */
export const listPolicies = (db: Read): Promise<Policy[]> =>
  db
    .selectFrom('policy')
    .select([
      'valid_from as validFrom',
      'validity_months as validityMonths',
      'minimum_age as minimumAge',
      'child_age as childAge',
      'maximum_children as maximumChildren',
      'community_child_age as communityChildAge',
      'community_validity_months as communityValidityMonths',
      'phone_card as phoneCard',
    ])
    .orderBy('valid_from')
    .execute()

type CardOfCode =
  | {
      own: true
      id: number
      type: CardType
      state: CardState
      registeredOn: Day | null
      place: OwnStockPlace | null
    }
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
    select own, id, type, state, registered_on as "registeredOn", place from card_by_code(${legacy}::bytea, ${fresh}::bytea)`.execute(
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
 * Registers a card of the unit's own stock, with the client's consent. The database takes its number out of the stock,
 * and refuses one that lies elsewhere (migration 0011).
 * @returns false when somebody else was a moment earlier: then nothing is written
 */
export const registerCard = async (
  db: Write,
  scope: UnitScope,
  cardId: number,
  answers: NewRegistration,
  by: {
    actor: string
    now: Date
    /** The day from which the card counts: today, or the day it was handed over with a paper form. */
    registeredOn: Day
    ownUntil: Day
    validUntil: Day
    consent: { version: string; language: string }
  },
): Promise<boolean> => {
  const registered = await db
    .updateTable('card')
    .set((eb) => ({
      state: 'registered',
      unit_id: scope.unitId,
      registered_on: by.registeredOn,
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
    .where('state', '=', 'stock')
    .where('type', '=', 'personal')
    .returning('id')
    .executeTakeFirst()
  if (!registered) return false
  await writeEvent(db, cardId, 'registered', by)
  const { now, registeredOn, consent } = by
  await giveConsent(db, scope, { cardId, kind: 'register', ...consent, now, today: registeredOn })
  return true
}

type Happening = 'registered' | 'registration-undone' | 'corrected' | 'lost' | 'withdrawn' | 'reopened'

/** Keeps what happened to a card, when and by whom. `reason` is the name of one in a list. */
export const writeEvent = (
  db: Write,
  cardId: number,
  event: Happening,
  by: { actor: string; now: Date },
  reason: string | null = null,
) =>
  db
    .insertInto('card_event')
    .values({ card_id: cardId, event, happened_at: by.now, actor: by.actor, reason })
    .execute()

/**
 * When this person registered the card with these very answers, if they did: perhaps the same form, sent twice.
 * @param handedOn of a paper form: the same answers of another day are another form
 */
export const findSameRegistration = async (
  db: Read,
  cardId: number,
  answers: NewRegistration,
  actor: string,
  handedOn: Day | null,
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
    .where(sql<boolean>`(${handedOn}::date is null or c.registered_on = ${handedOn}::date)`)
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

/** The cards that one unit has given out. Every list of them begins here. */
export const ownCards = (db: Read, { unitId }: UnitScope) => shownCards(db).where('c.unit_id', '=', unitId)

const shownCards = (db: Read) =>
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

/** Where the holder lives, to prepare a guide by; null while the card is in stock. */
export const findPostalCode = async (db: Read, { unitId }: UnitScope, id: number): Promise<string | null> => {
  const found = await db
    .selectFrom('card')
    .select('postal_code')
    .where('id', '=', id)
    .where('unit_id', '=', unitId)
    .executeTakeFirst()
  return found?.postal_code ?? null
}

/** A card of the unit: given out, or lying in its stock. */
export const findOwnCard = (db: Read, { unitId }: UnitScope, id: number): Promise<OwnCard | undefined> =>
  shownCards(db)
    .where('c.id', '=', id)
    .where((eb) =>
      eb.or([
        eb('c.unit_id', '=', unitId),
        eb.exists(
          eb
            .selectFrom('stock_range as r')
            .whereRef('r.first_serial', '<=', 'c.serial')
            .whereRef('r.last_serial', '>=', 'c.serial')
            .where('c.state', '=', 'stock')
            .where('r.place', '=', 'unit')
            .where('r.unit_id', '=', unitId),
        ),
      ]),
    )
    .executeTakeFirst()

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
    .where((eb) => eb.or([eb('unit_id', '=', scope.unitId), eb('state', '=', 'stock')]))
    .forUpdate()
    .execute()
  return findOwnCard(db, scope, id)
}

/**
 * Puts the card back in stock and empties all that was said of the client. The events stay: what
 * happened is not rewritten. The consents go, since they were one person's and the card will be another's.
 */
export const undoRegistration = async (
  db: Write,
  { unitId }: UnitScope,
  cardId: number,
  by: { actor: string; now: Date },
) => {
  await deleteConsents(db, cardId)
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
  await writeEvent(db, cardId, 'registration-undone', by)
}
