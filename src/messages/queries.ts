import { type RawBuilder, sql } from 'kysely'
import type { AreaScope } from '../access.ts'
import type { Read, Write } from '../db/db.ts'
import { addDays, type Day } from '../lib/dates.ts'
import { type AreaCount, leavingAt, type Message, type MessageFacts } from './rules.ts'

const texts = (name: string) => sql`json_build_object('fi', m.${sql.ref(`${name}_fi`)},
  'sv', m.${sql.ref(`${name}_sv`)}, 'en', m.${sql.ref(`${name}_en`)})`

/** A message with who wrote it; `m` is its row. */
export const shownMessage = sql`m.id, m.area_id as "areaId", a.name as area, ${texts('title')} as title,
  ${texts('body')} as body, m.is_important as "isImportant", m.roles, m.area_ids as "areaIds",
  m.site_categories as "siteCategories", m.shown_until as "shownUntil", m.changed_at as "changedAt",
  m.leaves_at as "leavesAt", m.left_at as "leftAt", m.removed_at as "removedAt"`

const select = async (db: Read, where: RawBuilder<unknown>): Promise<Message[]> => {
  const { rows } = await sql<Message>`
    select ${shownMessage} from message m left join area a on a.id = m.area_id
    where ${where} order by coalesce(m.leaves_at, m.changed_at) desc, m.id desc limit 300`.execute(db)
  return rows
}

const isKept = ({ areaId }: AreaScope) => sql`(${areaId}::int is null or m.area_id = ${areaId})`

/** Everything that one keeps: the centre all, a coordinator the area's. */
export const listKeptMessages = (db: Read, scope: AreaScope): Promise<Message[]> => select(db, isKept(scope))

export const findKeptMessage = async (db: Read, scope: AreaScope, id: number): Promise<Message | undefined> =>
  (await select(db, sql`m.id = ${id} and ${isKept(scope)}`))[0]

/** A coordinator's is for the own area, whatever was asked. */
const valuesOf = (facts: MessageFacts, areaId: number | null) => ({
  ...{ title_fi: facts.title.fi, title_sv: facts.title.sv, title_en: facts.title.en },
  ...{ body_fi: facts.body.fi, body_sv: facts.body.sv, body_en: facts.body.en },
  is_important: facts.isImportant,
  roles: facts.roles,
  area_ids: areaId === null ? facts.areaIds : [areaId],
  site_categories: facts.siteCategories,
  shown_until: facts.shownUntil,
})

/** @returns its id */
export const addDraft = async (
  db: Write,
  { areaId }: AreaScope,
  facts: MessageFacts,
  { actor, now }: { actor: string; now: Date },
): Promise<number> => {
  const { id } = await db
    .insertInto('message')
    .values({
      ...valuesOf(facts, areaId),
      ...{ area_id: areaId, made_at: now, made_by: actor, changed_at: now },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** What has been written of a draft. @returns false when it is on its way by now */
export const changeDraft = async (
  db: Write,
  { id, areaId }: Message,
  facts: MessageFacts,
  now: Date,
): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('message')
    .set({ ...valuesOf(facts, areaId), changed_at: now })
    .where('id', '=', id)
    .where('leaves_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Sends a draft on its way, as it was when it was looked at. @returns false when it is on its way already, or has been changed since */
export const sendMessage = async (
  db: Write,
  { id, changedAt }: Message,
  { actor, now }: { actor: string; now: Date },
): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('message')
    .set({ leaves_at: leavingAt(now), sent_by: actor })
    .where('id', '=', id)
    .where('leaves_at', 'is', null)
    .where('removed_at', 'is', null)
    .where('changed_at', '=', changedAt)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Takes sending back: it is a draft again. @returns false when it has left */
export const takeBack = async (db: Write, { id }: Message): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('message')
    .set({ leaves_at: null, sent_by: null })
    .where('id', '=', id)
    .where('leaves_at', 'is not', null)
    .where('left_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** From today on it is among the earlier ones. */
export const endShowing = async (db: Write, { id, shownUntil }: Message, today: Day): Promise<void> => {
  const yesterday = addDays(today, -1)
  await db
    .updateTable('message')
    .set({ shown_until: shownUntil < yesterday ? shownUntil : yesterday })
    .where('id', '=', id)
    .where('left_at', 'is not', null)
    .execute()
}

/** Throws a draft away, or takes it back. @returns false when it is on its way */
export const setRemoved = async (
  db: Write,
  { id }: Message,
  isRemoved: boolean,
  now: Date,
): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('message')
    .set({ removed_at: isRemoved ? now : null, changed_at: now })
    .where('id', '=', id)
    .where('leaves_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export type Figures = { total: AreaCount; areas: AreaCount[] }

/** How many a message is for today and how many of them opened it, exactly: what of it is told, the rules say. */
export const countReaders = async (db: Read, { id }: Pick<Message, 'id'>): Promise<Figures> => {
  const { rows } = await sql<AreaCount & { isTotal: boolean }>`
    select area_id as "areaId", is_total as "isTotal", recipients, readers from message_figures(${id}::int)`.execute(
    db,
  )
  const [total] = rows.filter(({ isTotal }) => isTotal)
  return {
    total: total ?? { areaId: null, recipients: 0, readers: 0 },
    areas: rows.filter(({ isTotal }) => !isTotal),
  }
}

export type Progress = { mails: number; gone: number; failed: number }

/** How far the mails of a message are. */
export const countMails = async (db: Read, { id }: Pick<Message, 'id'>): Promise<Progress> => {
  const { rows } = await sql<Progress>`select mails, gone, failed from message_progress(${id}::int)`.execute(
    db,
  )
  return rows[0] ?? { mails: 0, gone: 0, failed: 0 }
}
