import { type RawBuilder, sql } from 'kysely'
import type { AreaScope } from '../access.ts'
import type { Commitment, Kind, Side, State } from '../commitments/rules.ts'
import type { Read } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import { hasWords, isKept, isOf } from '../places/queries.ts'
import { endingMonths, type StandingKind } from './rules.ts'

type ListedParty = {
  id: number
  side: Side
  name: string
  organisationId: number | null
  signedAt: Date | null
}
export type Listed = Pick<
  Commitment,
  'id' | 'kind' | 'areaId' | 'state' | 'modelNumber' | 'from' | 'until'
> & {
  endedOn: Day | null
  area: string | null
  parties: ListedParty[]
}

/** @property ends within how many months, as text; empty for all · @property words of the parties' names */
type Filter = {
  words: readonly string[]
  area: string
  kind: Kind | ''
  standing: StandingKind | ''
  model: string
  ends: string
}

/** As `standingOf` tells it; a test holds the two together. */
const standingIn = (today: Day): RawBuilder<StandingKind> => sql<StandingKind>`case
  when c.state <> 'signed' then c.state
  when least(c.until_on, c.ended_on) < ${today}::date then 'ended'
  when c.ended_on is not null then 'ending'
  when c.from_on > ${today}::date then 'coming'
  when c.until_on <= (${today}::date + make_interval(months => ${endingMonths}))::date then 'ending'
  else 'in-force' end`

const endsWithin = (months: string, today: Day) =>
  /^[1-9]\d?$/.test(months)
    ? sql<boolean>`c.state = 'signed' and least(c.until_on, c.ended_on) between ${today}::date
        and (${today}::date + make_interval(months => ${Number(months)}))::date`
    : sql<boolean>`true`

/** A draft is to the newest version that is published, also when it was begun before: so it is sent. */
const modelNumber = sql<number>`case c.state when 'draft' then coalesce(
  (select max(v.number) from operating_model_version v where v.state = 'published'), c.model_number)
  else c.model_number end`

const columns = sql`c.id, c.kind, c.area_id as "areaId", a.name as area, c.state,
  ${modelNumber} as "modelNumber", c.from_on as "from", c.until_on as until, c.ended_on as "endedOn",
  (select json_agg(json_build_object('id', p.id, 'side', p.side, 'name', p.name,
    'organisationId', p.organisation_id, 'signedAt', p.signed_at) order by p.position)
    from commitment_party p where p.commitment_id = c.id) as parties`

type Row = Omit<Listed, 'parties' | 'state' | 'kind'> & {
  kind: Kind
  state: State
  parties: (Omit<ListedParty, 'signedAt'> & { signedAt: string | null })[] | null
}
const listedOf = ({ parties, ...row }: Row): Listed => ({
  ...row,
  parties: (parties ?? []).map((party) => ({
    ...party,
    signedAt: party.signedAt ? new Date(party.signedAt) : null,
  })),
})

/**
 * The commitments of the kept areas: what asks for something first (drafts, waiting), then by the day on which they
 * end. Deleted drafts are there only when they are asked for.
 * @param page null for all of them
 */
export const listCommitments = async (
  db: Read,
  scope: AreaScope,
  filter: Filter,
  today: Day,
  page: { page: number; size: number } | null,
): Promise<{ rows: Listed[]; total: number }> => {
  const standing = standingIn(today)
  const { rows } = await sql<Row & { total: number }>`
    select ${columns}, (count(*) over ())::integer as total
    from commitment c left join area a on a.id = c.area_id
    where ${isKept(scope, 'c.area_id')} and ${isOf('c.area_id', filter.area)}
      and ${filter.kind === '' ? sql`true` : sql`c.kind = ${filter.kind}`}
      and ${filter.standing === '' ? sql`c.state <> 'cancelled'` : sql`${standing} = ${filter.standing}`}
      and ${isOf(modelNumber, filter.model)} and ${endsWithin(filter.ends, today)}
      and ${hasWords(
        sql`(select string_agg(p.name, ' ') from commitment_party p where p.commitment_id = c.id)`,
        filter.words,
      )}
    order by array_position(array['waiting', 'draft', 'ending', 'coming', 'in-force', 'declined', 'expired', 'ended'],
      ${standing}), least(c.until_on, c.ended_on), c.from_on desc, c.id
    ${page ? sql`limit ${page.size} offset ${(page.page - 1) * page.size}` : sql``}`.execute(db)
  if (rows.length === 0 && page && page.page > 1)
    return listCommitments(db, scope, filter, today, { ...page, page: 1 })
  return { rows: rows.map(({ total: _, ...row }) => listedOf(row)), total: rows[0]?.total ?? 0 }
}

/** How many of the kept areas' commitments stand where; what there is none of is left out. */
export const countStandings = async (
  db: Read,
  scope: AreaScope,
  today: Day,
): Promise<Partial<Record<StandingKind, number>>> => {
  const { rows } = await sql<{ kind: StandingKind; count: number }>`
    select ${standingIn(today)} as kind, count(*)::integer as count from commitment c
    where ${isKept(scope, 'c.area_id')} group by 1`.execute(db)
  return Object.fromEntries(rows.map(({ kind, count }) => [kind, count]))
}

/** The versions of the operating model that the kept areas have commitments to, the newest first. */
export const listModels = async (db: Read, scope: AreaScope): Promise<number[]> =>
  (
    await sql<{ model: number }>`select distinct ${modelNumber} as model from commitment c
      where ${isKept(scope, 'c.area_id')} order by 1 desc`.execute(db)
  ).rows.map(({ model }) => model)

/** What an organisation's people were sent, the newest first; the database shows them no draft. */
export const listOwnCommitments = async (db: Read, organisationId: number): Promise<Listed[]> => {
  const { rows } = await sql<Row>`select ${columns} from commitment c left join area a on a.id = c.area_id
    where c.state not in ('draft', 'cancelled') and exists (select from commitment_party p
      where p.commitment_id = c.id and p.organisation_id = ${organisationId})
    order by c.sent_at desc, c.id desc`.execute(db)
  return rows.map(listedOf)
}
