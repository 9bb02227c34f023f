import { sql } from 'kysely'
import type { AreaScope } from '../access.ts'
import { isCommitted, isOpenPlace } from '../commitment-drafts/register-queries.ts'
import type { Terms } from '../commitment-drafts/rules.ts'
import type { Template } from '../commitment-templates/rules.ts'
import type { BindingLanguage, Texts } from '../commitments/rules.ts'
import type { Read, Write } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import { type BatchKind, type Category, type ItemProblem, mostPartners } from './rules.ts'

export type PlaceRef = { kind: 'site' | 'unit'; id: number }
/** @property isWaiting whether one of this kind waits for its signature, to whichever version: another beside it would be a second */
export type Candidate = PlaceRef & {
  name: string
  place: string
  hasCommitment: boolean
  isWaiting: boolean
}
type Asked = {
  kind: BatchKind
  areaId: number
  category: Category | null
  /** Only those without a commitment to the newest model. */
  lacking: boolean
  model: number
  today: Day
}

const tables = { site: sql`site`, unit: sql`issuing_unit` }
const placeKinds: Record<BatchKind, readonly ('site' | 'unit')[]> = {
  venue: ['site'],
  issuer: ['unit'],
  pilot: ['site', 'unit'],
}

/** The open places of an area that a batch could go to. */
export const listCandidates = async (db: Read, asked: Asked): Promise<Candidate[]> => {
  const { kind: batchKind, areaId, category, lacking, model, today } = asked
  const found: Candidate[] = []
  for (const kind of placeKinds[batchKind]) {
    const { rows } = await sql<Candidate>`
      select ${kind}::text as kind, p.id, p.name, m.name_fi as place, ${isCommitted(kind, model)} as "hasCommitment",
        exists (select from commitment_party q join commitment c on c.id = q.commitment_id
          where q.${kind === 'site' ? sql`site_id` : sql`unit_id`} = p.id and c.kind = ${batchKind}
            and c.state = 'waiting') as "isWaiting"
      from ${tables[kind]} p join municipality m on m.id = p.municipality_id
      where p.area_id = ${areaId} and ${isOpenPlace(kind, today)}
        and ${kind === 'site' ? sql`(${category}::text is null or p.category = ${category})` : sql`${category}::text is null`}
        and (${!lacking} or not ${isCommitted(kind, model)})
      order by p.name, p.id limit ${mostPartners}`.execute(db as Write)
    found.push(...rows)
  }
  return found.slice(0, mostPartners)
}

type NewBatch = {
  kind: BatchKind
  areaId: number
  template: Template
  modelNumber: number
  terms: Terms
  additions: Texts | null
  places: readonly PlaceRef[]
}

/** Makes a batch that is not begun yet. @returns its id */
export const makeBatch = async (
  db: Write,
  { kind, areaId, template, modelNumber, terms, additions, places }: NewBatch,
  { now, actor }: { now: Date; actor: string },
): Promise<number> => {
  const { id } = await db
    .insertInto('commitment_batch')
    .values({
      ...{ kind, area_id: areaId, template: JSON.stringify(template), model_number: modelNumber },
      ...{ binding_language: terms.bindingLanguage, from_on: terms.from, until_on: terms.until },
      ...{ answer_until: terms.answerUntil, additions: additions && JSON.stringify(additions) },
      ...{ made_at: now, made_by: actor },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('commitment_batch_item')
    .values(
      places.map((place) => ({
        batch_id: id,
        site_id: place.kind === 'site' ? place.id : null,
        unit_id: place.kind === 'unit' ? place.id : null,
      })),
    )
    .execute()
  return id
}

export type Batch = Omit<NewBatch, 'places'> & {
  id: number
  area: string
  madeAt: Date
  madeBy: string
  startedAt: Date | null
  pausedAt: Date | null
}
export type Counts = {
  all: number
  made: number
  failed: number
  waiting: number
  signed: number
  codes: number
}

const listRows = async (
  db: Read | Write,
  where: ReturnType<typeof sql>,
): Promise<(Batch & { counts: Counts })[]> => {
  const { rows } = await sql<
    Omit<Batch, 'terms'> & {
      counts: Counts
      from: Day
      until: Day | null
      answerUntil: Day
      binding: BindingLanguage
    }
  >`
    select b.id, b.kind, b.area_id as "areaId", a.name as area, b.template, b.model_number as "modelNumber",
      b.from_on::text as "from", b.until_on::text as "until", b.answer_until::text as "answerUntil",
      b.binding_language as binding, b.additions, b.made_at as "madeAt", b.made_by as "madeBy",
      b.started_at as "startedAt", b.paused_at as "pausedAt",
      (select json_build_object('all', count(*), 'made', count(i.commitment_id), 'failed', count(i.problem),
          'waiting', count(*) filter (where i.done_at is null),
          'signed', count(*) filter (where c.state = 'signed'), 'codes', count(i.code_box))
        from commitment_batch_item i left join commitment c on c.id = i.commitment_id where i.batch_id = b.id) as counts
    from commitment_batch b join area a on a.id = b.area_id where ${where} order by b.id desc limit 100`.execute(
    db as Write,
  )
  return rows.map(({ from, until, answerUntil, binding, ...row }) => ({
    ...row,
    terms: { from, until, answerUntil, bindingLanguage: binding },
  }))
}

const isKept = ({ areaId }: AreaScope) => sql`(${areaId}::int is null or b.area_id = ${areaId})`

/** The batches of a scope, the newest first. */
export const listBatches = (db: Read, scope: AreaScope) => listRows(db, isKept(scope))

export const findBatch = async (db: Read | Write, scope: AreaScope, id: number) =>
  (await listRows(db, sql`b.id = ${id} and ${isKept(scope)}`))[0]

/** A batch as the job knows it, which acts for no scope. */
export const findBatchToMake = async (db: Write, id: number): Promise<Batch> =>
  (await listRows(db, sql`b.id = ${id}`))[0]!

export type Item = PlaceRef & {
  itemId: number
  name: string
  commitmentId: number | null
  problem: ItemProblem | null
  state: string | null
  signed: number
  parties: number
}

/** The partners of a batch: first those with a problem, then by name. */
export const listItems = async (db: Read | Write, batchId: number): Promise<Item[]> => {
  const { rows } = await sql<Item>`
    select i.id::int as "itemId", case when i.site_id is null then 'unit' else 'site' end as kind,
      coalesce(i.site_id, i.unit_id) as id, coalesce(s.name, u.name) as name, i.commitment_id as "commitmentId",
      i.problem, c.state,
      (select count(*) from commitment_party p where p.commitment_id = c.id and p.signed_at is not null)::int as signed,
      (select count(*) from commitment_party p where p.commitment_id = c.id)::int as parties
    from commitment_batch_item i left join site s on s.id = i.site_id left join issuing_unit u on u.id = i.unit_id
      left join commitment c on c.id = i.commitment_id
    where i.batch_id = ${batchId} order by i.problem is null, name, i.id`.execute(db as Write)
  return rows
}

/** Begins a batch, or lets it go on. */
export const startBatch = (db: Write, id: number, now: Date) =>
  sql`update commitment_batch set started_at = coalesce(started_at, ${now}), paused_at = null where id = ${id}`.execute(
    db,
  )

/** Stops it before its next partner. */
export const pauseBatch = (db: Write, id: number, now: Date) =>
  db
    .updateTable('commitment_batch')
    .set({ paused_at: now })
    .where('id', '=', id)
    .where('started_at', 'is not', null)
    .where('paused_at', 'is', null)
    .execute()

/** Tries those again that had a problem, once it is mended. @returns how many */
export const retryItems = async (db: Write, batchId: number): Promise<number> => {
  const { numUpdatedRows } = await db
    .updateTable('commitment_batch_item')
    .set({ problem: null, done_at: null })
    .where('batch_id', '=', batchId)
    .where('problem', 'is not', null)
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}

/** Gives up what was never begun. @returns false when somebody has begun it meanwhile */
export const deleteBatch = async (db: Write, id: number): Promise<boolean> => {
  const unstarted = await db
    .selectFrom('commitment_batch')
    .select('id')
    .where('id', '=', id)
    .where('started_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!unstarted) return false
  await db.deleteFrom('commitment_batch_item').where('batch_id', '=', id).execute()
  await db.deleteFrom('commitment_batch').where('id', '=', id).execute()
  return true
}
