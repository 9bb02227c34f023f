import { sql } from 'kysely'
import type { AreaScope } from '../access.ts'
import type { Read, Write } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import { isKept } from '../places/queries.ts'
import { contactOf } from './contact-queries.ts'
import type { UnitContact } from './contact-rules.ts'
import { unitStateOn } from './list-queries.ts'
import type { UnitState } from './rules.ts'

export type Unit = {
  id: number
  name: string
  organisationId: number
  organisation: string
  kind: string
  thirdSector: boolean
  isPublic: boolean
  municipalityId: number
  nameFi: string
  nameSv: string | null
  areaId: number
  area: string
  state: UnitState
  closedOn: Day | null
  mergedInto: { id: number; name: string } | null
  lastRegisteredOn: Day | null
  reason: string | null
  answer: 'approved' | 'declined' | null
  answerReason: string | null
  contact: UnitContact | null
}

/** A unit of the kept areas, in whatever state. */
export const findUnit = async (
  db: Read,
  scope: AreaScope,
  id: number,
  today: Day,
): Promise<Unit | undefined> => {
  const { rows } = await sql<Unit>`
    select u.id, u.name, u.organisation_id as "organisationId", o.name as organisation, u.kind,
      u.third_sector as "thirdSector", u.is_public as "isPublic",
      u.municipality_id as "municipalityId", m.name_fi as "nameFi", m.name_sv as "nameSv",
      u.area_id as "areaId", a.name as area, ${unitStateOn(today)} as state, u.closed_on as "closedOn",
      case when n.id is not null then json_build_object('id', n.id, 'name', n.name) end as "mergedInto",
      x.last_registered_on as "lastRegisteredOn", q.reason, q.answer, q.answer_reason as "answerReason",
      ${contactOf} as contact
    from issuing_unit u
    join organisation o on o.id = u.organisation_id
    join municipality m on m.id = u.municipality_id
    join area a on a.id = u.area_id
    left join issuing_unit n on n.id = u.merged_into_id
    left join unit_activity x on x.unit_id = u.id
    left join issuer_request q on q.unit_id = u.id
    left join unit_contact c on c.unit_id = u.id
    where u.id = ${id} and ${isKept(scope, 'u.area_id')}`.execute(db)
  return rows[0]
}

export type WantedUnit = {
  name: string
  organisationId: number
  municipalityId: number
  areaId: number
  kind: string
  thirdSector: boolean
  isPublic: boolean
}

/** Adds a unit, active at once or waiting for the centre. @returns its id */
export const addUnit = async (
  db: Write,
  wanted: WantedUnit,
  state: 'active' | 'proposed',
): Promise<number> => {
  const { id } = await db
    .insertInto('issuing_unit')
    .values({
      name: wanted.name,
      organisation_id: wanted.organisationId,
      municipality_id: wanted.municipalityId,
      area_id: wanted.areaId,
      kind: wanted.kind,
      third_sector: wanted.thirdSector,
      is_public: wanted.isPublic,
      state,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** What a unit is, beside its name and place. */
export const describeUnit = (
  db: Write,
  id: number,
  wanted: Pick<WantedUnit, 'kind' | 'thirdSector' | 'isPublic'>,
) =>
  db
    .updateTable('issuing_unit')
    .set({ kind: wanted.kind, third_sector: wanted.thirdSector, is_public: wanted.isPublic })
    .where('id', '=', id)
    .execute()

/** A unit that the centre declined and that is now proposed again: the same name in the same place. */
export const findDeclinedTwin = async (db: Read, wanted: WantedUnit): Promise<number | undefined> => {
  const row = await db
    .selectFrom('issuing_unit')
    .select('id')
    .where('organisation_id', '=', wanted.organisationId)
    .where('municipality_id', '=', wanted.municipalityId)
    .where('area_id', '=', wanted.areaId)
    .where('name', '=', wanted.name)
    .where('state', '=', 'declined')
    .executeTakeFirst()
  return row?.id
}
