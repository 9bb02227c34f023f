import { sql } from 'kysely'
import { findFindings, type KeptArea } from '../areas/queries.ts'
import type { Read, Write } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import type { KeptStep, StepFacts, StepName, StepState } from './rules.ts'

export type Plan = { startedOn: Day; wantedFrom: Day | null; wantedUntil: Day | null }

export const findPlan = (db: Read, areaId: number): Promise<Plan | undefined> =>
  db
    .selectFrom('joining_plan')
    .select(['started_on as startedOn', 'wanted_from as wantedFrom', 'wanted_until as wantedUntil'])
    .where('area_id', '=', areaId)
    .executeTakeFirst()

/** Begins an area's plan; one that it has already stays as it is. */
export const startPlan = (db: Write, areaId: number, { now, today }: { now: Date; today: Day }) =>
  db
    .insertInto('joining_plan')
    .values({ area_id: areaId, started_on: today, changed_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()

export const changePlan = (
  db: Write,
  areaId: number,
  { wantedFrom, wantedUntil }: Omit<Plan, 'startedOn'>,
  now: Date,
) =>
  db
    .updateTable('joining_plan')
    .set({ wanted_from: wantedFrom, wanted_until: wantedUntil, changed_at: now })
    .where('area_id', '=', areaId)
    .execute()

export const listSteps = async (db: Read, areaId: number): Promise<KeptStep[]> => {
  const rows = await db
    .selectFrom('joining_step')
    .select(['name', 'who', 'due_on as dueOn', 'note', 'state'])
    .where('area_id', '=', areaId)
    .execute()
  return rows.map((row) => ({ ...row, name: row.name as StepName, state: row.state as StepState }))
}

export const keepStep = (
  db: Write,
  areaId: number,
  { name, ...step }: KeptStep,
  { now, by }: { now: Date; by: string },
) => {
  const said = { who: step.who, due_on: step.dueOn, note: step.note, state: step.state }
  const values = { ...said, changed_at: now, changed_by: by }
  return db
    .insertInto('joining_step')
    .values({ area_id: areaId, name, ...values })
    .onConflict((conflict) => conflict.columns(['area_id', 'name']).doUpdateSet(values))
    .execute()
}

/** What the register has of the steps of an area's plan. */
export const findStepFacts = async (db: Read, area: KeptArea, today: Day): Promise<StepFacts> => {
  const { rows } = await sql<Omit<StepFacts, keyof Awaited<ReturnType<typeof findFindings>>>>`
    with unit as (
      select u.id, u.organisation_id from issuing_unit u
      where u.area_id = ${area.id} and u.state = 'active' and coalesce(u.closed_on, 'infinity') > ${today}::date
    ), place as (
      select t.id, t.organisation_id from site t
      where t.area_id = ${area.id} and coalesce(t.closed_on, 'infinity') > ${today}::date
    ), committed as (
      select p.organisation_id from commitment_party p join commitment c on c.id = p.commitment_id
      where c.state = 'signed' and p.organisation_id is not null
    )
    select (select count(*) from joining_meeting m where m.area_id = ${area.id} and m.kind = 'talk'
        and m.removed_at is null) as talks,
      (select count(*) from unit u where u.organisation_id not in (table committed))
        + (select count(*) from place p where p.organisation_id not in (table committed)) as "placesWithoutCommitment",
      (select count(*) from card_order o where o.area_id = ${area.id}
        and o.state not in ('declined', 'cancelled')) as "cardOrders",
      exists (select from area_contact c where c.area_id = ${area.id}) as "hasContact",
      (select count(*) from unit u where not exists (
        select from account_role r where r.unit_id = u.id and r.ended_at is null))
        + (select count(*) from place p where not exists (
          select from account_role r where r.site_id = p.id and r.ended_at is null)) as "placesWithoutAccount"`.execute(
    db,
  )
  return { ...(await findFindings(db, area, today)), ...rows[0]! }
}

/** Areas with a plan in which a municipality is still on its way to permanent use, by name. */
export const listPlannedAreas = async (db: Read, today: Day): Promise<KeptArea[]> => {
  const { rows } = await sql<KeptArea>`
    select a.id, a.name, a.name_sv as "nameSv" from joining_plan p join area a on a.id = p.area_id
    where exists (select from area_membership s where s.area_id = a.id and s.phase in ('interest', 'preparing', 'pilot')
      and coalesce(s.phase_until, 'infinity') >= ${today}::date)
    order by a.name`.execute(db)
  return rows
}
