import { sql } from 'kysely'
import type { Write } from '../db/db.ts'
import type { Language } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import type { About } from './rules.ts'

/** Held until the end of the transaction, so that two processes do not remind at once. */
export const lockReminders = (db: Write) => sql`lock table feedback in share row exclusive mode`.execute(db)

export type Waiting = { id: number; areaId: number | null; about: About; dueOn: Day; areaName: string | null }
type Told = 'told_at' | 'warned_at' | 'overdue_told_at'

const open = (db: Write, told: Told) =>
  db
    .selectFrom('feedback as f')
    .leftJoin('area as a', 'a.id', 'f.area_id')
    .select(['f.id', 'f.area_id as areaId', 'f.about', 'f.due_on as dueOn', 'a.name as areaName'])
    .where('f.state', 'in', ['new', 'working'])
    .where(`f.${told}`, 'is', null)
    .orderBy('f.due_on')
    .orderBy('f.id')
    .$castTo<Waiting>()

/** Threads that their answerers have not heard of. */
export const listUntold = (db: Write) => open(db, 'told_at').execute()

/** Of accessibility: those whose clock ends by a day and whose answerers have not been warned. */
export const listToWarn = (db: Write, by: Day) =>
  open(db, 'warned_at').where('f.about', '=', 'accessibility').where('f.due_on', '<=', by).execute()

/** Of accessibility: those whose clock has run out, unknown to the centre. */
export const listOverdue = (db: Write, today: Day) =>
  open(db, 'overdue_told_at').where('f.about', '=', 'accessibility').where('f.due_on', '<', today).execute()

export const noteTold = (db: Write, threads: readonly Waiting[], told: Told, now: Date) =>
  db
    .updateTable('feedback')
    .set({ [told]: now })
    .where(
      'id',
      'in',
      threads.map(({ id }) => id),
    )
    .execute()

/** Who answers for an area, or at the centre (null), in the language of each. */
export const listAnswerers = (
  db: Write,
  areaId: number | null,
): Promise<{ email: string; language: Language }[]> =>
  db
    .selectFrom('account_role as r')
    .innerJoin('account as a', 'a.id', 'r.account_id')
    .select(['a.email', 'a.language'])
    .distinct()
    .where('r.ended_at', 'is', null)
    .where('a.ended_at', 'is', null)
    .where((eb) =>
      areaId === null
        ? eb('r.role', '=', 'centre')
        : eb.and([eb('r.role', '=', 'coordinator'), eb('r.area_id', '=', areaId)]),
    )
    .orderBy('a.email')
    .$castTo<{ email: string; language: Language }>()
    .execute()
