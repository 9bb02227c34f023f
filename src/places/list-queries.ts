import { type RawBuilder, sql } from 'kysely'
import type { Read } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import { alphabetically } from './queries.ts'
import { type Attention, attentions, type PlaceKind, silentDays } from './rules.ts'

/** What every listed place has. `last` is the latest day on which a unit registered or a site recorded. */
export type ListedPlace = {
  id: number
  organisationId: number
  name: string
  state: string
  last: Day | null
}
export type Flags = Record<Attention, boolean>

/** Rows `b` of places with what needs attention: nothing does where a place is closed or was never agreed. */
const flagged = (kind: PlaceKind, places: RawBuilder<unknown>, today: Day) => {
  const key = sql.ref(`${kind}_id`)
  return sql`select b.*,
    b.state in ('active', 'paused', 'pop-up')
      and b.id not in (select ${key} from contact_person where ended_at is null and ${key} is not null)
      and b."organisationId" not in (
        select organisation_id from contact_person where ended_at is null and organisation_id is not null) as contact,
    b.state = 'active' and coalesce(b.last < ${today}::date - ${silentDays}::integer, true) as silent,
    b.state in ('active', 'paused', 'pop-up') and b.id not in (
      select ${key} from confirmation where year = extract(year from ${today}::date) and ${key} is not null)
      as confirmation
    from (${places}) b`
}

const hasAttention = (asked: string) => {
  if (asked === 'any') return sql<boolean>`(contact or silent or confirmation)`
  const one = attentions.find((attention) => attention === asked)
  return one ? sql<boolean>`${sql.ref(one)}` : sql<boolean>`true`
}

/**
 * One page of units or sites, what waits for an answer or needs attention first, then by name.
 * @param places a select of `ListedPlace` and whatever else a row shows
 * @param page null for all rows
 * @returns the rows, and how many there are on all pages
 */
export const listPlaces = async <Row extends ListedPlace>(
  db: Read,
  kind: PlaceKind,
  places: RawBuilder<Row>,
  asked: { today: Day; state: string; attention: string },
  page: { page: number; size: number } | null,
): Promise<{ rows: (Row & Flags)[]; total: number }> => {
  const { rows } = await sql<Row & Flags & { total: number }>`
    select *, count(*) over () as total from (${flagged(kind, places, asked.today)}) l
    where ${asked.state === '' ? sql`true` : sql`state = ${asked.state}`} and ${hasAttention(asked.attention)}
    order by state = 'proposed' desc, contact::integer * 4 + silent::integer * 2 + confirmation::integer desc,
      ${alphabetically(sql`name`)}, id
    ${page ? sql`limit ${page.size} offset ${(page.page - 1) * page.size}` : sql``}`.execute(db)
  if (rows.length === 0 && page && page.page > 1)
    return listPlaces(db, kind, places, asked, { ...page, page: 1 })
  return { rows, total: rows[0]?.total ?? 0 }
}
