import type { Pool } from '../db/db.ts'
import { addDays, type Day } from '../lib/dates.ts'
import { insertRows, unitRow } from './makers.ts'
import type { WorldUnit } from './network.ts'
import type { Town } from './places.ts'

const pilotDays = 200
const home: Town = { name: 'Vesilahti', postalCodes: ['37470'], size: 1, language: 'fi' }
const office = {
  name: 'Sosiaalitoimisto Koskenkylä',
  organisation: 'Esimerkkipalvelut, Vesilahti',
  kind: 'sosiaalitoimisto',
  thirdSector: false,
}

/**
 * A municipality that only prepares in the real network tries the card here, at first in its own area alone: so that
 * there is a card which works at no desk of the demo's theatre.
 */
export const makeLocalPilot = async (db: Pool, today: Day): Promise<WorldUnit> => {
  const from = addDays(today, -pilotDays)
  const { id: municipalityId } = await db
    .selectFrom('municipality')
    .select('id')
    .where('name_fi', '=', home.name)
    .executeTakeFirstOrThrow()
  const { area_id: areaId } = await db
    .updateTable('area_membership')
    .set({ phase: 'pilot', phase_from: from, cross_use: false, preliminary: false })
    .where('municipality_id', '=', municipalityId)
    .returning('area_id')
    .executeTakeFirstOrThrow()
  await insertRows(db, 'organisation', [{ name: office.organisation }])
  const { id: organisationId } = await db
    .selectFrom('organisation')
    .select('id')
    .where('name', '=', office.organisation)
    .executeTakeFirstOrThrow()
  const { id } = await db
    .insertInto('issuing_unit')
    .values(unitRow({ ...office, organisationId, municipalityId, areaId }))
    .returning('id')
    .executeTakeFirstOrThrow()
  const terms = [{ phase: 'pilot' as const, from, until: null, crossUse: false }]
  return { ...office, id, municipalityId, areaId, terms, town: home.name, home }
}
