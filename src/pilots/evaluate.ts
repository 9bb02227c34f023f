import { listMembers } from '../areas/queries.ts'
import type { Pool } from '../db/db.ts'
import { addDays, dayOf } from '../lib/dates.ts'
import { countPilot, keepEvaluation } from './count-queries.ts'
import { findSurvey, listEvaluations, listPilotAreas, lockSurveys } from './queries.ts'
import { isEvaluationDue, pilotOf } from './rules.ts'

/**
 * Counts the pilots that end soon or have ended, and counts them anew when late tickets or a survey have come in. It may be run as
 * often as one likes.
 * @returns how many were counted
 */
export const evaluatePilots = async (db: Pool, now: Date): Promise<number> => {
  const today = dayOf(now)
  let counted = 0
  for (const { id } of await listPilotAreas(db)) {
    const pilot = pilotOf(await listMembers(db, { id }), today)
    if (pilot?.until == null) continue
    const { until } = pilot
    await db.transaction().execute(async (write) => {
      await lockSurveys(write, id)
      const own = (await listEvaluations(write, id)).filter(({ from }) => from === pilot.from)
      const days = own.map(({ countedAt }) => dayOf(countedAt)).sort()
      const survey = await findSurvey(write, id)
      const closedOn = survey && survey.openedOn >= pilot.from ? survey.closesOn : null
      if (!isEvaluationDue({ from: pilot.from, until }, days, closedOn, today)) return
      const yesterday = addDays(today, -1)
      const of = { ...pilot, areaId: id, until: [until, yesterday].sort()[0]! }
      await keepEvaluation(write, of, await countPilot(write, of), now)
      counted++
    })
  }
  return counted
}
