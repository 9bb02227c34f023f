import { sql } from 'kysely'
import type { SiteScope } from '../access.ts'
import type { Pool, Read, Write } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import { isIn } from '../uses/scope-queries.ts'

/** A list that was recorded, for as long as somebody may ask what became of it. */
export type RecordedList = {
  id: string
  siteId: number
  siteName: string
  event: string | null
  listedOn: Day
  recordedAt: Date
  useIds: string[]
  undoneAt: Date | null
}

export const saveDoorList = async (
  db: Write,
  list: Pick<RecordedList, 'id' | 'siteId' | 'event' | 'listedOn' | 'useIds'>,
  by: { actor: string; now: Date },
): Promise<void> => {
  const ids = sql<
    string[]
  >`array(select jsonb_array_elements_text(${JSON.stringify(list.useIds)}::jsonb)::uuid)`
  await db
    .insertInto('door_list')
    .values({
      id: list.id,
      site_id: list.siteId,
      event: list.event,
      listed_on: list.listedOn,
      recorded_at: by.now,
      recorded_by: by.actor,
      use_ids: ids,
    })
    .execute()
}

const selectOwn = (db: Read, scope: SiteScope) =>
  db
    .selectFrom('door_list as l')
    .innerJoin('site as s', 's.id', 'l.site_id')
    .select(['l.id', 'l.site_id as siteId', 's.name as siteName', 'l.event', 'l.listed_on as listedOn'])
    .select(['l.recorded_at as recordedAt', 'l.undone_at as undoneAt'])
    .select(sql<string[]>`to_jsonb(l.use_ids)`.as('useIds'))
    .where(sql<boolean>`${isIn(scope, 's')}`)

export const findDoorList = (db: Read, scope: SiteScope, id: string): Promise<RecordedList | undefined> =>
  selectOwn(db, scope).where('l.id', '=', id).executeTakeFirst()

/** The latest of one's own, as many as a list holds. */
export const listDoorLists = (db: Read, scope: SiteScope): Promise<RecordedList[]> =>
  selectOwn(db, scope).orderBy('l.recorded_at', 'desc').limit(20).execute()

export const markListUndone = async (db: Write, id: string, now: Date): Promise<void> => {
  await db.updateTable('door_list').set({ undone_at: now }).where('id', '=', id).execute()
}

const daysOfLists = 30

export const forgetDoorLists = (db: Pool, now: Date) =>
  db
    .deleteFrom('door_list')
    .where('recorded_at', '<', new Date(now.getTime() - daysOfLists * 86_400_000))
    .execute()
