import { sql } from 'kysely'
import type { SiteScope } from '../access.ts'
import type { Read } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import type { Category } from '../network/rules.ts'
import type { UseKind } from '../uses/rules.ts'
import { isIn } from '../uses/scope-queries.ts'
import { daysOfYear, type HourCount, type Tickets } from './rules.ts'

/*
 * A site's own tickets, from the rollups of months and hours. Only what came late is counted from uses, by an index that
 * holds nothing else.
 */

export const sources = ['desk', 'api', 'offline', 'import', 'reconciled'] as const
export type Source = (typeof sources)[number]

/** Tickets of a month in one class of everything that the rollup parts them by. */
export type SiteMonth = Tickets & {
  month: Day
  category: Category
  kind: UseKind
  source: Source
  isCommunity: boolean
}

/** The years in which the site recorded anything that stands, the latest first. */
export const listSiteYears = async (db: Read, scope: SiteScope): Promise<number[]> => {
  const { rows } = await sql<{ year: number }>`
    select distinct extract(year from m.month)::integer as year
    from statistics_use_month m join site s on s.id = m.site_id
    where ${isIn(scope, 's')} and m.uses > 0 order by year desc`.execute(db)
  return rows.map(({ year }) => year)
}

/** A site's tickets of a year and the year before. */
export const listSiteMonths = async (db: Read, scope: SiteScope, year: number): Promise<SiteMonth[]> => {
  const { rows } = await sql<SiteMonth>`
    select m.month, m.category, m.kind, m.source, m.card_type = 'community' as "isCommunity", m.adults, m.children
    from statistics_use_month m join site s on s.id = m.site_id
    where ${isIn(scope, 's')} and m.uses > 0
      and m.month between ${daysOfYear(year - 1).from}::date and ${daysOfYear(year).until}::date
    order by m.month, m.category, m.kind, m.source, m.card_type`.execute(db)
  return rows
}

/** Tickets by hour of the week in a year; of what was recorded as it happened, with any card. */
export const listSiteHours = async (db: Read, scope: SiteScope, year: number): Promise<HourCount[]> => {
  const { rows } = await sql<HourCount>`
    select h.weekday, h.hour, sum(h.adults + h.children)::integer as count
    from statistics_use_hour h join site s on s.id = h.site_id
    where ${isIn(scope, 's')}
      and h.quarter_from between ${daysOfYear(year).from}::date and ${daysOfYear(year).until}::date
    group by h.weekday, h.hour`.execute(db)
  return rows
}

/** Tickets with a personal card that came after their month had ended, by that month; imported lists are told apart. */
export const listLateTickets = async (
  db: Read,
  scope: SiteScope,
  year: number,
): Promise<{ month: Day; count: number }[]> => {
  const { rows } = await sql<{ month: Day; count: number }>`
    select date_trunc('month', u.used_on)::date as month, sum(u.adults + u.children)::integer as count
    from use u join site s on s.id = u.site_id
    where ${isIn(scope, 's')} and u.source <> 'import'
      and date_trunc('month', u.received_at at time zone 'Europe/Helsinki') > date_trunc('month', u.used_on::timestamp)
      and u.used_on between ${daysOfYear(year - 1).from}::date and ${daysOfYear(year).until}::date
      and not exists (select from use_cancellation x where x.use_id = u.id and x.used_on = u.used_on)
    group by 1`.execute(db)
  return rows
}

/** What one of several sites recorded in a year and the year before. */
export type SiteRow = Tickets & {
  id: number
  name: string
  community: number
  /** Of the tickets: those that a program recorded. */
  byProgram: number
  before: number
}

/** The sites in scope by name, those that recorded nothing too; personal cards, community ones apart. */
export const listSiteRows = async (db: Read, scope: SiteScope, year: number): Promise<SiteRow[]> => {
  const inYear = sql`m.month >= ${daysOfYear(year).from}::date`
  const all = sql`m.adults + m.children`
  const sumOf = (what: typeof all, where: typeof all) =>
    sql`coalesce(sum(${what}) filter (where ${where}), 0)::integer`
  const personal = sql`m.card_type = 'personal'`
  const { rows } = await sql<SiteRow>`
    select s.id, s.name, ${sumOf(sql`m.adults`, sql`${inYear} and ${personal}`)} as adults,
      ${sumOf(sql`m.children`, sql`${inYear} and ${personal}`)} as children,
      ${sumOf(all, sql`${inYear} and m.card_type = 'community'`)} as community,
      ${sumOf(all, sql`${inYear} and ${personal} and m.source = 'api'`)} as "byProgram",
      ${sumOf(all, sql`not ${inYear} and ${personal}`)} as before
    from site s left join statistics_use_month m on m.site_id = s.id
      and m.month between ${daysOfYear(year - 1).from}::date and ${daysOfYear(year).until}::date
    where ${isIn(scope, 's')} group by s.id, s.name order by s.name, s.id`.execute(db)
  return rows
}
