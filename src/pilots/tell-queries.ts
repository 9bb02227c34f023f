import { sql } from 'kysely'
import type { Write } from '../db/db.ts'
import type { Language } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'

export type SurveyToTell = {
  id: number
  areaId: number
  municipalityIds: number[]
  closesOn: Day
  toldAt: Date | null
}

/** One job at a time writes letters of surveys, so that nobody gets two. */
export const lockLetters = async (db: Write): Promise<void> => {
  await sql`select pg_advisory_xact_lock(55)`.execute(db)
}

/** The surveys that are open on the day and that a letter is still to be sent of. */
export const listSurveysToTell = (db: Write, today: Day): Promise<SurveyToTell[]> =>
  db
    .selectFrom('pilot_survey')
    .select([
      'id',
      'area_id as areaId',
      'municipality_ids as municipalityIds',
      'closes_on as closesOn',
      'told_at as toldAt',
    ])
    .where('opened_on', '<=', today)
    .where('closes_on', '>=', today)
    .where((eb) => eb.or([eb('told_at', 'is', null), eb('reminded_at', 'is', null)]))
    .execute()

type Address = { email: string; language: Language; place: string }

/**
 * The contact persons of the area's units and sites, each once a place, in the language of their own account where they
 * have one.
 * @param onlyUnanswered leaves out the places that have answered
 */
export const listAddresses = async (
  db: Write,
  { id, areaId, municipalityIds }: SurveyToTell,
  onlyUnanswered: boolean,
  today: Day,
): Promise<Address[]> => {
  const open = sql`p.area_id = ${areaId} and p.municipality_id = any(${municipalityIds}::int[]) and p.merged_into_id is null
    and coalesce(p.closed_on, 'infinity') > ${today}::date`
  const unanswered = (column: 'unit_id' | 'site_id') =>
    onlyUnanswered
      ? sql`not exists (select from pilot_answer x where x.survey_id = ${id} and x.${sql.ref(column)} = p.id)`
      : sql`true`
  const of = (table: 'issuing_unit' | 'site', column: 'unit_id' | 'site_id') => sql<Address>`
    select distinct on (p.id, lower(c.email)) c.email, coalesce(a.language, 'fi') as language, p.name as place
    from ${sql.table(table)} p join contact_person c on c.${sql.ref(column)} = p.id
    left join account a on lower(a.email) = lower(c.email) and a.ended_at is null
    where ${open} and c.ended_at is null and c.email is not null and ${unanswered(column)}
    order by p.id, lower(c.email)`
  const units = await of('issuing_unit', 'unit_id').execute(db)
  const sites = await of('site', 'site_id').execute(db)
  return [...units.rows, ...sites.rows]
}

export const noteTold = (db: Write, { id }: SurveyToTell, which: 'told_at' | 'reminded_at', now: Date) =>
  db
    .updateTable('pilot_survey')
    .set({ [which]: now })
    .where('id', '=', id)
    .execute()
