import { sql } from 'kysely'
import type { Pool, Read, Write } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import type { Answer, DecisionKind, Evaluation, GoesOn, SideAsked } from './rules.ts'

export type Survey = { id: number; areaId: number; municipalityIds: number[]; openedOn: Day; closesOn: Day }

const surveys = (db: Read | Pool) =>
  db
    .selectFrom('pilot_survey')
    .select(['id', 'area_id as areaId', 'municipality_ids as municipalityIds'])
    .select(['opened_on as openedOn', 'closes_on as closesOn'])

/** The latest survey of an area. */
export const findSurvey = (db: Read | Pool, areaId: number): Promise<Survey | undefined> =>
  surveys(db).where('area_id', '=', areaId).orderBy('id', 'desc').limit(1).executeTakeFirst()

/** The survey that a place can answer on the day: of its own area, as the database knows it. */
export const findOpenSurvey = (db: Read, today: Day): Promise<Survey | undefined> =>
  surveys(db)
    .where('opened_on', '<=', today)
    .where('closes_on', '>=', today)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()

/** Holds what is decided of the area's pilot until the transaction ends, so that two who open a survey open one. */
export const lockSurveys = (db: Write, areaId: number) =>
  sql`select pg_advisory_xact_lock(69, ${areaId})`.execute(db)

export const openSurvey = (
  db: Write,
  { areaId, municipalityIds, openedOn, closesOn }: Omit<Survey, 'id'>,
  now: Date,
) =>
  db
    .insertInto('pilot_survey')
    .values({
      area_id: areaId,
      municipality_ids: municipalityIds,
      opened_on: openedOn,
      closes_on: closesOn,
      made_at: now,
    })
    .execute()

export const changeSurvey = (db: Write, id: number, closesOn: Day) =>
  db.updateTable('pilot_survey').set({ closes_on: closesOn }).where('id', '=', id).execute()

export type OwnPlace = { unitId: number } | { siteId: number }
const placeColumns = (place: OwnPlace) =>
  'unitId' in place ? { unit_id: place.unitId, site_id: null } : { unit_id: null, site_id: place.siteId }

export type OwnAnswer = Omit<Answer, 'side'>

/** What one's own place has answered; it can be changed while the survey is open. */
export const findOwnAnswer = async (db: Read, surveyId: number): Promise<OwnAnswer | undefined> => {
  const row = await db
    .selectFrom('pilot_answer')
    .select(['marks', 'goes_on as goesOn', 'well', 'better'])
    .where('survey_id', '=', surveyId)
    .executeTakeFirst()
  return row && { ...row, goesOn: row.goesOn as GoesOn }
}

export const keepAnswer = (db: Write, surveyId: number, place: OwnPlace, answer: OwnAnswer, now: Date) => {
  const values = {
    marks: sql<number[]>`${answer.marks}::smallint[]`,
    goes_on: answer.goesOn,
    well: answer.well,
    better: answer.better,
    answered_at: now,
  }
  return db
    .insertInto('pilot_answer')
    .values({ survey_id: surveyId, ...placeColumns(place), ...values })
    .onConflict((conflict) =>
      conflict.columns(['survey_id', 'unitId' in place ? 'unit_id' : 'site_id']).doUpdateSet(values),
    )
    .execute()
}

/** The answers to a survey, without the places: for its keepers. */
export const listAnswers = async (db: Read, surveyId: number): Promise<Answer[]> => {
  const { rows } = await sql<Answer & { side: SideAsked }>`
    select side, marks, goes_on as "goesOn", well, better from pilot_answers(${surveyId})`.execute(db)
  return rows
}

export type KeptEvaluation = { number: number; from: Day; until: Day; countedAt: Date; content: Evaluation }

/** The counts of an area's pilots, the latest first. */
export const listEvaluations = async (db: Read | Pool, areaId: number): Promise<KeptEvaluation[]> => {
  const rows = await db
    .selectFrom('pilot_evaluation')
    .select(['number', 'pilot_from as from', 'pilot_until as until', 'counted_at as countedAt', 'content'])
    .where('area_id', '=', areaId)
    .orderBy('number', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, content: row.content as Evaluation }))
}

export type Decision = {
  id: number
  kind: DecisionKind
  decidedOn: Day
  reason: string
  recordNumber: string | null
}

/** The decision that stands on an area's pilot. */
export const findDecision = (db: Read, areaId: number): Promise<Decision | undefined> =>
  db
    .selectFrom('pilot_decision')
    .select(['id', 'kind', 'decided_on as decidedOn', 'reason', 'record_number as recordNumber'])
    .where('area_id', '=', areaId)
    .where('removed_at', 'is', null)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()

export const addDecision = (
  db: Write,
  areaId: number,
  { kind, decidedOn, reason, recordNumber }: Omit<Decision, 'id'>,
  { now, by }: { now: Date; by: string },
) =>
  db
    .insertInto('pilot_decision')
    .values({
      area_id: areaId,
      kind,
      decided_on: decidedOn,
      reason,
      record_number: recordNumber,
      made_at: now,
      made_by: by,
    })
    .execute()

/** Takes a decision back that was written down by mistake. */
export const removeDecision = (db: Write, areaId: number, now: Date) =>
  db
    .updateTable('pilot_decision')
    .set({ removed_at: now })
    .where('area_id', '=', areaId)
    .where('removed_at', 'is', null)
    .execute()

/** What an area is called. */
export const findAreaName = async (db: Read, id: number): Promise<string> =>
  (await db.selectFrom('area').select('name').where('id', '=', id).executeTakeFirstOrThrow()).name

/** The areas in which any municipality pilots or has piloted. */
export const listPilotAreas = (db: Pool): Promise<{ id: number }[]> =>
  db
    .selectFrom('area_membership')
    .select('area_id as id')
    .where('phase', '=', 'pilot')
    .groupBy('area_id')
    .orderBy('area_id')
    .execute()
