import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Pool } from '../src/db/db.ts'
import type { MadeMunicipality } from './makers.ts'

/** What belongs to an area's way in, a row of every kind. */
export const putJoining = async <Relation extends string>(
  db: Pool,
  put: (name: string, relation: Relation, id: unknown) => void,
  relation: Relation,
  municipality: MadeMunicipality,
  now: Date,
) => {
  const { areaId } = municipality
  await sql`insert into joining_plan (area_id, started_on, changed_at) values (${areaId}, '2026-05-04', ${now})
    on conflict do nothing`.execute(db)
  const interest = await sql<{ id: number }>`
    insert into area_interest (form_key, municipality_id, organisation, sender_name, sender_email, message, language,
      received_at, changed_at)
    values (${randomUUID()}, ${municipality.id}, 'Esimerkkilän kaupunki', 'Oili Esimerkki', 'oili@esimerkkila.example',
      'Haluamme kortin.', 'fi', ${now}, ${now}) returning id`.execute(db)
  const meeting = await sql<{ id: number }>`
    insert into joining_meeting (area_id, kind, held_on, notes, made_at, made_by)
    values (${areaId}, 'talk', '2026-05-01', 'Sovittiin.', ${now}, 'test') returning id`.execute(db)
  const request = await sql<{ id: number }>`
    insert into place_request (form_key, kind, place_name, organisation, municipality_id, sender_name, sender_email, message,
      language, asked_at)
    values (${randomUUID()}, 'site', 'Esimerkkiteatteri', 'Esimerkkiteatteri ry', ${municipality.id}, 'Oili Esimerkki',
      'oili@esimerkkila.example', 'Haluamme kohteeksi.', 'fi', ${now}) returning id`.execute(db)
  put('request', relation, request.rows[0]!.id)
  put('interest', relation, interest.rows[0]!.id)
  put('meeting', relation, meeting.rows[0]!.id)
  put('step', relation, 'agreement')
}
