import { sql } from 'kysely'
import { type ContactScope, findOwner } from '../contacts/queries.ts'
import type { Read, Write } from '../db/db.ts'
import type { UnitContact } from './contact-rules.ts'

/** A unit that the visitor keeps or works at: only `findContactUnit` makes one. */
export type ContactUnit = { id: number; name: string; isPublic: boolean; contact: UnitContact | null }

/** What the public is told of a row of `unit_contact`; null where there is none. */
export const contactOf = sql`case when c.unit_id is not null then json_build_object(
  'street', c.street, 'phone', c.phone, 'url', c.url,
  'notes', json_strip_nulls(json_build_object('fi', c.note_fi, 'sv', c.note_sv, 'en', c.note_en))) end`

/** The unit with what it says of coming to it, whether that is shown or not. */
export const findContactUnit = async (
  db: Read,
  scope: ContactScope,
  id: number,
): Promise<ContactUnit | undefined> => {
  const owner = await findOwner(db, scope, 'unit', id)
  if (!owner) return undefined
  const { rows } = await sql<ContactUnit>`
    select u.id, u.name, u.is_public and u.state = 'active' as "isPublic", ${contactOf} as contact
    from issuing_unit u left join unit_contact c on c.unit_id = u.id
    where u.id = ${owner.id} and u.merged_into_id is null`.execute(db)
  return rows[0]
}

/** Keeps what the unit says in place of what it said. */
export const saveContact = async (
  db: Write,
  unit: ContactUnit,
  { street, phone, url, notes }: UnitContact,
  by: { actor: string; now: Date },
): Promise<void> => {
  const said = {
    ...{ street, phone, url, changed_at: by.now, changed_by: by.actor },
    ...{ note_fi: notes.fi ?? null, note_sv: notes.sv ?? null, note_en: notes.en ?? null },
  }
  await db
    .insertInto('unit_contact')
    .values({ unit_id: unit.id, ...said })
    .onConflict((conflict) => conflict.column('unit_id').doUpdateSet(said))
    .execute()
}
