import { sql } from 'kysely'
import type { SiteScope } from '../access.ts'
import type { Pool, Read, Write } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import { isIn } from '../uses/scope-queries.ts'

/** A sale that has its uses: in an earlier reconciliation it was matched, or they were added for it. */
export type SettledLine = { fingerprint: Buffer; useIds: string[] }

/** The settled sales of a site on some days, and those of any day that have one of these fingerprints. */
export const listSettled = async (
  db: Read,
  siteId: number,
  days: { from: Day; until: Day },
): Promise<SettledLine[]> => {
  const { rows } = await sql<SettledLine>`
    select fingerprint, to_jsonb(use_ids) as "useIds" from settled_line
    where site_id = ${siteId} and sold_on between ${days.from}::date - 1 and ${days.until}::date + 1`.execute(
    db,
  )
  return rows
}

export type Counts = {
  lines: number
  matched: number
  missing: number
  added: number
  unclear: number
  unsold: number
}
export type Reconciliation = Counts & {
  id: string
  siteId: number
  siteName: string
  soldFrom: Day
  soldUntil: Day
  madeAt: Date
  undoneAt: Date | null
}

export const saveReconciliation = async (
  db: Write,
  made: Counts & {
    id: string
    siteId: number
    source: 'page' | 'api'
    soldFrom: Day
    soldUntil: Day
    now: Date
    actor: string
  },
): Promise<void> => {
  const { siteId, soldFrom, soldUntil, now, actor, ...counts } = made
  await db
    .insertInto('reconciliation')
    .values({
      ...counts,
      site_id: siteId,
      sold_from: soldFrom,
      sold_until: soldUntil,
      made_at: now,
      made_by: actor,
    })
    .execute()
}

export type NewlySettled = {
  fingerprint: Buffer
  useIds: readonly string[]
  /** The use that was added for it; null where all had been recorded. */
  addedId: string | null
  soldOn: Day
}

/** Keeps which uses belong to which sales. A sale whose uses have been undone meanwhile gets its new ones. */
export const settleLines = async (
  db: Write,
  siteId: number,
  reconciliationId: string,
  lines: readonly NewlySettled[],
): Promise<void> => {
  const rows = lines.map(({ fingerprint, ...line }) => ({ ...line, print: fingerprint.toString('hex') }))
  await sql`
    insert into settled_line as l (site_id, fingerprint, reconciliation_id, use_ids, added_use_id, sold_on)
    select ${siteId}::int, decode(r.print, 'hex'), ${reconciliationId}::uuid,
      array(select jsonb_array_elements_text(r."useIds")::uuid), r."addedId", r."soldOn"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r (print text, "useIds" jsonb, "addedId" uuid, "soldOn" date)
    on conflict (site_id, fingerprint) do update set reconciliation_id = excluded.reconciliation_id,
      use_ids = excluded.use_ids, added_use_id = excluded.added_use_id`.execute(db)
}

const selectOwn = (db: Read, scope: SiteScope) =>
  db
    .selectFrom('reconciliation as r')
    .innerJoin('site as s', 's.id', 'r.site_id')
    .select(['r.id', 'r.site_id as siteId', 's.name as siteName'])
    .select(['r.sold_from as soldFrom', 'r.sold_until as soldUntil', 'r.made_at as madeAt'])
    .select([
      'r.undone_at as undoneAt',
      'r.lines',
      'r.matched',
      'r.missing',
      'r.added',
      'r.unclear',
      'r.unsold',
    ])
    .where(sql<boolean>`${isIn(scope, 's')}`)

export const findReconciliation = (
  db: Read,
  scope: SiteScope,
  id: string,
): Promise<Reconciliation | undefined> => selectOwn(db, scope).where('r.id', '=', id).executeTakeFirst()

/** The latest of one's own, as many as a list holds. */
export const listReconciliations = (db: Read, scope: SiteScope): Promise<Reconciliation[]> =>
  selectOwn(db, scope).orderBy('r.made_at', 'desc').limit(20).execute()

/** The uses that a reconciliation has added. */
export const listAddedUses = async (db: Read, id: string): Promise<string[]> => {
  const rows = await db
    .selectFrom('settled_line')
    .select('added_use_id')
    .where('reconciliation_id', '=', id)
    .execute()
  return rows.flatMap(({ added_use_id }) => added_use_id ?? [])
}

/** That it was undone, and that its added sales are settled no more. Those that were matched stay so. */
export const markUndone = async (db: Write, id: string, now: Date): Promise<void> => {
  await db
    .deleteFrom('settled_line')
    .where('reconciliation_id', '=', id)
    .where('added_use_id', 'is not', null)
    .execute()
  await db.updateTable('reconciliation').set({ undone_at: now }).where('id', '=', id).execute()
}

/** How long a sale is known as settled: an export of a whole year comes once more in the spring after it. */
const monthsSettled = 18

/** Forgets settled sales and reconciliations so long after; killed in between, the next sweep goes on. */
export const forgetReconciliations = async (db: Pool, now: Date) => {
  await sql`delete from reconciliation where made_at + make_interval(months => ${monthsSettled}::int) <= ${now}`.execute(
    db,
  )
}
