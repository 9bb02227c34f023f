import { sql } from 'kysely'
import type { UnitScope } from '../access.ts'
import type { Read, Write } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import type { Consent, ConsentKind } from './rules.ts'

/** Keeps that the holder agreed: to which words, in which language, when, and at which unit. */
export const giveConsent = (
  db: Write,
  { unitId }: UnitScope,
  given: { cardId: number; kind: ConsentKind; version: string; language: string; now: Date; today: Day },
) =>
  db
    .insertInto('consent')
    .values({
      card_id: given.cardId,
      kind: given.kind,
      text_version: given.version,
      language: given.language,
      given_on: given.today,
      given_at: given.now,
      unit_id: unitId,
    })
    .execute()

/** Marks what stands as withdrawn: that it was given is not rewritten. @param kind all kinds unless said */
export const withdrawConsents = (db: Write, cardId: number, now: Date, kind?: ConsentKind) =>
  db
    .updateTable('consent')
    .set({ withdrawn_at: now })
    .where('card_id', '=', cardId)
    .where('withdrawn_at', 'is', null)
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind!))
    .execute()

/** Of a registration that was a mistake no consent is kept: the card will be somebody else's. */
export const deleteConsents = (db: Write, cardId: number) =>
  db.deleteFrom('consent').where('card_id', '=', cardId).execute()

/** The consents of an own card with the words that were said, the latest first. */
export const listConsents = (db: Read, { unitId }: UnitScope, cardId: number): Promise<Consent[]> =>
  db
    .selectFrom('consent as k')
    .innerJoin('card as c', 'c.id', 'k.card_id')
    .innerJoin('issuing_unit as u', 'u.id', 'k.unit_id')
    .leftJoin('consent_text as t', (join) =>
      join
        .onRef('t.kind', '=', 'k.kind')
        .onRef('t.text_version', '=', 'k.text_version')
        .onRef('t.language', '=', 'k.language'),
    )
    .select([
      'k.kind',
      'k.text_version as version',
      'k.language',
      'k.given_on as givenOn',
      'k.given_at as givenAt',
      'k.withdrawn_at as withdrawnAt',
      'u.name as unit',
      't.words',
    ])
    .where('k.card_id', '=', cardId)
    .where('c.unit_id', '=', unitId)
    .orderBy('k.given_on', 'desc')
    .orderBy('k.id', 'desc')
    .execute()

/** The text to be said on a day, in each language it has. */
export const listTexts = (
  db: Read,
  kind: ConsentKind,
  today: Day,
): Promise<{ version: string; language: string; words: string }[]> =>
  db
    .selectFrom('consent_text as t')
    .select(['t.text_version as version', 't.language', 't.words'])
    .where('t.kind', '=', kind)
    .where('t.valid_from', '=', (eb) =>
      eb
        .selectFrom('consent_text as n')
        .select(sql<Day>`max(n.valid_from)`.as('latest'))
        .where('n.kind', '=', kind)
        .where('n.valid_from', '<=', today),
    )
    .execute()

/** The consents of a file of cards, which stands in `import_card`: of them only the day is known. */
export const writeImportedConsents = (db: Write) =>
  sql`
    insert into consent (card_id, kind, text_version, given_on, unit_id)
    select c.id, 'register', i.consent_version, i.consent_on, i.unit_id
    from import_card i join card c on c.code_hash = i.hash
    where i.card_id is null and i.consent_on is not null order by c.id`.execute(db)
