import { sql } from 'kysely'
import type { Read, Write } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'

/** Before an area was opened a meeting is of an interest; afterwards of the area. */
export type MeetingOf = { interestId: number } | { areaId: number }
type MeetingKind = 'talk' | 'feedback'
export type Action = { id: number; deed: string; who: string | null; dueOn: Day | null; doneOn: Day | null }
export type Meeting = { id: number; kind: MeetingKind; heldOn: Day; notes: string; actions: Action[] }
export type NewMeeting = Pick<Meeting, 'kind' | 'heldOn' | 'notes'> & {
  actions: readonly Pick<Action, 'deed' | 'who' | 'dueOn'>[]
}

/** The meetings with their actions, the latest first. */
export const listMeetings = async (db: Read, of: MeetingOf): Promise<Meeting[]> => {
  const isOf = 'areaId' in of ? sql`m.area_id = ${of.areaId}` : sql`m.interest_id = ${of.interestId}`
  const { rows } = await sql<Meeting>`
    select m.id, m.kind, m.held_on::text as "heldOn", m.notes, coalesce((
      select json_agg(json_build_object('id', a.id, 'deed', a.deed, 'who', a.who, 'dueOn', a.due_on,
        'doneOn', a.done_on) order by a.id) from joining_action a where a.meeting_id = m.id), '[]') as actions
    from joining_meeting m where ${isOf} and m.removed_at is null order by m.held_on desc, m.id desc`.execute(
    db,
  )
  return rows
}

/** @returns the meeting's id */
export const addMeeting = async (
  db: Write,
  of: MeetingOf,
  meeting: NewMeeting,
  { now, by }: { now: Date; by: string },
): Promise<number> => {
  const { id } = await db
    .insertInto('joining_meeting')
    .values({
      ...('areaId' in of ? { area_id: of.areaId } : { interest_id: of.interestId }),
      kind: meeting.kind,
      held_on: meeting.heldOn,
      notes: meeting.notes,
      made_at: now,
      made_by: by,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (meeting.actions.length > 0)
    await db
      .insertInto('joining_action')
      .values(meeting.actions.map(({ deed, who, dueOn }) => ({ meeting_id: id, deed, who, due_on: dueOn })))
      .execute()
  return id
}

/** Takes a meeting off the page, or puts it back. @returns whether there is such a one */
export const setMeetingRemoved = async (
  db: Write,
  areaId: number,
  id: number,
  removedAt: Date | null,
): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('joining_meeting')
    .set({ removed_at: removedAt })
    .where('id', '=', id)
    .where('area_id', '=', areaId)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Says that an action is done, or still open. @returns whether there is such a one */
export const setActionDone = async (
  db: Write,
  areaId: number,
  id: number,
  doneOn: Day | null,
): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('joining_action')
    .set({ done_on: doneOn })
    .where('id', '=', id)
    .where('meeting_id', 'in', (eb) =>
      eb.selectFrom('joining_meeting').select('id').where('area_id', '=', areaId),
    )
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
