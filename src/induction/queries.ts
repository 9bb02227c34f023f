import { sql } from 'kysely'
import type { PlaceScope } from '../access.ts'
import type { Pool, Read, Write } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import type { InductionRole } from './lesson-rules.ts'
import { type InductionPolicy, inductionRoleOf, type LessonDone, type Standing, standingOf } from './rules.ts'

/** Whose induction: somebody in the role that they act in. */
export type Learner = { accountId: string; role: InductionRole }
export type Induction = { doneOn: Day; editionOn: Day; place: string }

/** All numbers that hold or held: few. */
export const listPolicies = (db: Read): Promise<InductionPolicy[]> =>
  db
    .selectFrom('induction_policy')
    .select(['valid_from as validFrom', 'valid_months as validMonths', 'told_days as toldDays'])
    .execute()

/** The latest induction of somebody; undefined while there is none. */
export const findInduction = (db: Read, { accountId, role }: Learner): Promise<Induction | undefined> =>
  db
    .selectFrom('induction')
    .select(['done_on as doneOn', 'edition_on as editionOn', 'place'])
    .where('account_id', '=', accountId)
    .where('role', '=', role)
    .orderBy('done_on', 'desc')
    .limit(1)
    .executeTakeFirst()

/** Where somebody stands in the role that they act in; null for a role without lessons. */
export const findStanding = async (
  db: Read,
  { accountId, role: acting }: { accountId: string; role: string },
  today: Day,
): Promise<Standing | null> => {
  const role = inductionRoleOf(acting)
  if (!role) return null
  const latest = await findInduction(db, { accountId, role })
  return standingOf(latest?.doneOn ?? null, await listPolicies(db), today)
}

/** What somebody has gone through since the latest induction. */
export const listLessonsDone = (db: Read, { accountId, role }: Learner): Promise<LessonDone[]> =>
  db
    .selectFrom('induction_lesson')
    .select(['lesson', 'text_on as textOn', 'done_at as doneAt'])
    .where('account_id', '=', accountId)
    .where('role', '=', role)
    .execute()

/** Keeps that a lesson was gone through; once more is the same with a later time. */
export const markLesson = async (
  db: Write,
  { accountId, role }: Learner,
  { lesson, textOn, now }: { lesson: string; textOn: Day; now: Date },
): Promise<void> => {
  await db
    .insertInto('induction_lesson')
    .values({ account_id: accountId, role, lesson, text_on: textOn, done_at: now })
    .onConflict((conflict) =>
      conflict.columns(['account_id', 'role', 'lesson']).doUpdateSet({ text_on: textOn, done_at: now }),
    )
    .execute()
}

/** Writes the induction down, and empties what led to it. A second one on the same day changes nothing. */
export const finishInduction = async (
  db: Write,
  { accountId, role }: Learner,
  { doneOn, editionOn, place }: Induction,
): Promise<void> => {
  await db
    .insertInto('induction')
    .values({ account_id: accountId, role, place, edition_on: editionOn, done_on: doneOn })
    .onConflict((conflict) => conflict.columns(['account_id', 'role', 'done_on']).doNothing())
    .execute()
  await db
    .deleteFrom('induction_lesson')
    .where('account_id', '=', accountId)
    .where('role', '=', role)
    .execute()
}

type Colleague = { name: string; doneOn: Day | null }

/** Everybody who has a role at the place, by name, with the day of their latest induction in that role. */
export const listColleagues = async (db: Read, scope: PlaceScope): Promise<Colleague[]> => {
  const own = 'unitId' in scope ? sql`r.unit_id = ${scope.unitId}` : sql`r.site_id = ${scope.siteId}`
  const { rows } = await sql<Colleague>`
    select a.name, max(i.done_on)::date as "doneOn" from account_role r join account a on a.id = r.account_id
    left join induction i on i.account_id = r.account_id and i.role = r.role
    where ${own} and r.role in ('issuer', 'venue') and r.ended_at is null and a.ended_at is null
    group by a.id order by lower(a.name), a.id`.execute(db)
  return rows
}

/** Removes what is older than people need: inductions and lessons. */
export const forgetInductions = async (db: Pool, today: Day, months: number): Promise<void> => {
  const last = sql<boolean>`(${today}::date - make_interval(months => ${months}::int))`
  await sql`delete from induction where done_on <= ${last}`.execute(db)
  await sql`delete from induction_lesson where (done_at at time zone 'Europe/Helsinki')::date <= ${last}`.execute(
    db,
  )
}
