import { type RawBuilder, sql } from 'kysely'
import type { AreaScope } from '../access.ts'
import { listAreaNames } from '../areas/queries.ts'
import type { Read, Write } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import type { Notice, Said } from './rules.ts'

const said = (
  prefix: string,
) => sql`case when e.${sql.ref(`${prefix}_fi`)} is not null then json_build_object(
  'fi', e.${sql.ref(`${prefix}_fi`)}, 'sv', e.${sql.ref(`${prefix}_sv`)}, 'en', e.${sql.ref(`${prefix}_en`)}) end`

const notice = sql`json_build_object('reason', ${said('reason')}, 'instead', ${said('instead')},
  'from', e.valid_from, 'until', e.valid_until, 'pausesSites', e.pauses_sites)`

/** Part of a statement: the one exception that bears on a site on a day, one that pauses it first. */
export const exceptionOn = (
  day: Day | RawBuilder<unknown>,
  site: RawBuilder<unknown>,
  area: RawBuilder<unknown>,
) => sql`
  select ${notice} as exception from exception_period e
  where e.withdrawn_at is null and ${day}::date between e.valid_from and e.valid_until
    and (e.site_id is null or e.site_id = ${site}) and (e.area_id is null or e.area_id = ${area})
  order by e.pauses_sites desc, e.id limit 1`

/** The exceptions of a day that everyone may hear of, of the whole country first; of one area's alone when asked. */
export const listNotices = async (db: Read, day: Day): Promise<PublicNotice[]> => {
  const { rows } = await sql<PublicNotice>`
    select a.name as area, t.name as site, t.id as "siteId", ${notice} as notice
    from exception_period e left join area a on a.id = e.area_id left join site t on t.id = e.site_id
    where e.withdrawn_at is null and ${day}::date between e.valid_from and e.valid_until
    order by e.area_id nulls first, e.site_id nulls first, e.id`.execute(db)
  return rows
}
/** Names of areas are their own; sites in several towns may share one, so a site has its id. */
export type PublicNotice = {
  area: string | null
  site: string | null
  siteId: number | null
  notice: Notice
}

/** National exceptions and those of whole areas that met the counts between two days, oldest first. */
export const listNoticesBetween = async (db: Read, from: Day, until: Day): Promise<PublicNotice[]> => {
  const { rows } = await sql<PublicNotice>`
    select a.name as area, null as site, null as "siteId", ${notice} as notice
    from exception_period e left join area a on a.id = e.area_id
    where e.withdrawn_at is null and e.site_id is null and e.valid_from <= ${until}::date
      and e.valid_until >= ${from}::date
    order by e.valid_from, e.id`.execute(db)
  return rows
}

export type ExceptionRow = Notice & {
  id: number
  areaId: number | null
  area: string | null
  site: string | null
  cardsUntil: Day | null
  withdrawnAt: Date | null
}

/** A coordinator meets the exceptions of the own area and its sites, and the national ones; the centre all of them. */
const inSight = ({ areaId }: AreaScope) => sql`(${areaId}::int is null or e.area_id = ${areaId}
  or t.area_id = ${areaId} or (e.area_id is null and e.site_id is null))`
/** One keeps the own area's and its sites'; the national ones are the centre's. */
const inReach = ({ areaId }: AreaScope) =>
  sql`(${areaId}::int is null or e.area_id = ${areaId} or t.area_id = ${areaId})`

const selectExceptions = async (db: Read, where: RawBuilder<unknown>): Promise<ExceptionRow[]> => {
  const { rows } = await sql<Omit<ExceptionRow, keyof Notice> & { notice: Notice }>`
    select e.id, coalesce(e.area_id, t.area_id) as "areaId", a.name as area, t.name as site,
      e.cards_until as "cardsUntil", e.withdrawn_at as "withdrawnAt", ${notice} as notice
    from exception_period e left join site t on t.id = e.site_id
    left join area a on a.id = coalesce(e.area_id, t.area_id)
    where ${where} order by e.valid_from desc, e.id desc limit 200`.execute(db)
  return rows.map(({ notice: told, ...row }) => ({ ...row, ...told }))
}

export const listExceptions = (db: Read, scope: AreaScope) => selectExceptions(db, inSight(scope))

/** One that the keeper may withdraw. */
export const findException = async (
  db: Read,
  scope: AreaScope,
  id: number,
): Promise<ExceptionRow | undefined> =>
  (await selectExceptions(db, sql`e.id = ${id} and ${inReach(scope)}`))[0]

/** The areas and sites that an exception of one's own can be for. */
export const listTargets = async (db: Read, scope: AreaScope) => {
  const { areaId } = scope
  const areas = await listAreaNames(db, scope)
  const sites = await db
    .selectFrom('site')
    .select(['id', 'name'])
    .where(sql<boolean>`(${areaId}::int is null or area_id = ${areaId})`)
    .where('closed_on', 'is', null)
    .orderBy('name')
    .execute()
  return { areas, sites }
}

export type NewException = {
  areaId: number | null
  siteId: number | null
  from: Day
  until: Day
  cardsUntil: Day | null
  pausesSites: boolean
  instead: Said | null
  reason: Said
}

export const makeException = async (
  db: Write,
  made: NewException,
  by: { actor: string; now: Date },
): Promise<number> => {
  const { id } = await db
    .insertInto('exception_period')
    .values({
      area_id: made.areaId,
      site_id: made.siteId,
      valid_from: made.from,
      valid_until: made.until,
      cards_until: made.cardsUntil,
      pauses_sites: made.pausesSites,
      instead_fi: made.instead?.fi ?? null,
      instead_sv: made.instead?.sv ?? null,
      instead_en: made.instead?.en ?? null,
      reason_fi: made.reason.fi,
      reason_sv: made.reason.sv,
      reason_en: made.reason.en,
      made_at: by.now,
      made_by: by.actor,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** @returns false when it was withdrawn before */
export const withdrawException = async (db: Write, id: number, now: Date): Promise<boolean> => {
  const done = await db
    .updateTable('exception_period')
    .set({ withdrawn_at: now })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return done !== undefined
}
