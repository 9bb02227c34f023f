import { type RawBuilder, sql } from 'kysely'
import type { AreaScope } from '../access.ts'
import type { Read } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import { hasWords } from '../places/queries.ts'
import { isAsked, isCommitted } from './cover-queries.ts'
import { type PlaceKind, placeKinds } from './rules.ts'

/** A unit or site that works with the card, and whether it has committed to a version. */
export type PartnerPlace = {
  kind: PlaceKind
  id: number
  name: string
  organisationId: number
  organisation: string
  nameFi: string
  nameSv: string | null
  areaId: number | null
  area: string | null
  isCommitted: boolean
  /** Whether a commitment to the version or to a newer one waits for signatures. */
  isAsked: boolean
  /** The last day of the more time that it was given for this version; null without. */
  moreUntil: Day | null
}

export type Narrowed = {
  kind: PlaceKind | null
  areaId: number | null
  show: 'missing' | 'committed' | 'all'
  /** As `foldText` leaves them. */
  words: readonly string[]
}

type Asked = { version: number; day: Day; today: Day }

const placesOf = (kind: PlaceKind, { areaId }: AreaScope, { version, day, today }: Asked) => {
  const isUnit = kind === 'unit'
  const own = sql.ref(isUnit ? 'x.unit_id' : 'x.site_id')
  return sql`
    select ${kind}::text as kind, p.id, p.name, o.id as "organisationId", o.name as organisation,
      m.name_fi as "nameFi", m.name_sv as "nameSv", p.area_id as "areaId", a.name as area,
      ${isCommitted(kind, version, day)} as "isCommitted",
      ${isAsked(kind, version)} as "isAsked",
      (select x.until_on from model_extension x where ${own} = p.id and x.version_number = ${version}
        order by x.id desc limit 1) as "moreUntil"
    from ${sql.table(isUnit ? 'issuing_unit' : 'site')} p
    join organisation o on o.id = p.organisation_id
    join municipality m on m.id = p.municipality_id
    left join area a on a.id = p.area_id
    where p.merged_into_id is null and (p.closed_on is null or p.closed_on > ${today}::date)
      and ${isUnit ? sql`p.state = 'active'` : sql`true`}
      and ${areaId === null ? sql`true` : sql`p.area_id = ${areaId}`}`
}

const places = (scope: AreaScope, asked: Asked): RawBuilder<unknown> =>
  sql.join(
    placeKinds.map((kind) => placesOf(kind, scope, asked)),
    sql` union all `,
  )

const narrowedTo = ({ kind, areaId, words }: Omit<Narrowed, 'show'>) => sql`
  ${kind === null ? sql`true` : sql`l.kind = ${kind}`}
  and ${areaId === null ? sql`true` : sql`l."areaId" = ${areaId}`}
  and ${hasWords(sql`concat_ws(' ', l.name, l.organisation, l."nameFi", l."nameSv")`, words)}`

const shown = {
  missing: sql`not l."isCommitted"`,
  committed: sql`l."isCommitted"`,
  all: sql`true`,
}

/**
 * The places that somebody keeps, by whether they have committed to a version on a day.
 * @param page null for all
 */
export const listPartners = async (
  db: Read,
  scope: AreaScope,
  asked: Asked,
  narrowed: Narrowed,
  page: { page: number; size: number } | null,
): Promise<PartnerPlace[]> => {
  const { rows } = await sql<PartnerPlace>`
    select * from (${places(scope, asked)}) l where ${narrowedTo(narrowed)} and ${shown[narrowed.show]}
    order by l.area nulls last, l."nameFi", l.name, l.kind, l.id
    ${page ? sql`limit ${page.size} offset ${(page.page - 1) * page.size}` : sql``}`.execute(db)
  return rows
}

export type Counts = { all: number; committed: number; asked: number }

/** How many places there are of those, how many have committed, and of the rest how many have been asked. */
export const countPartners = async (
  db: Read,
  scope: AreaScope,
  asked: Asked,
  narrowed: Omit<Narrowed, 'show'>,
): Promise<Counts> => {
  const { rows } = await sql<Counts>`
    select count(*)::integer as "all", count(*) filter (where l."isCommitted")::integer as committed,
      count(*) filter (where not l."isCommitted" and l."isAsked")::integer as asked
    from (${places(scope, asked)}) l where ${narrowedTo(narrowed)}`.execute(db)
  return rows[0]!
}

export type AreaCount = { areaId: number | null; area: string | null; all: number; committed: number }

/** The same area by area, those where most is missing first. */
export const countByArea = async (db: Read, scope: AreaScope, asked: Asked): Promise<AreaCount[]> => {
  const { rows } = await sql<AreaCount>`
    select l."areaId", l.area, count(*)::integer as "all", count(*) filter (where l."isCommitted")::integer as committed
    from (${places(scope, asked)}) l group by l."areaId", l.area
    order by count(*) filter (where not l."isCommitted") desc, l.area nulls last`.execute(db)
  return rows
}
