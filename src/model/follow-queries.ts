import { sql } from 'kysely'
import type { PlaceScope } from '../access.ts'
import type { Read, Write } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import { coversPlace } from './cover-queries.ts'
import {
  type Consequence,
  type ConsequenceKind,
  type Extension,
  type Follow,
  firstOf,
  followsAt,
  isStopped,
  type Signed,
  type Stop,
} from './follow-rules.ts'
import type { PlaceKind, Side } from './rules.ts'

/** Everything that follows from any version, also what has been ended: the newest version and the latest row first. */
export const listConsequences = async (db: Read): Promise<Consequence[]> => {
  const rows = await db
    .selectFrom('model_consequence as c')
    .innerJoin('operating_model_version as v', 'v.number', 'c.version_number')
    .select([
      'c.id',
      'c.version_number as version',
      'c.side',
      'c.kind',
      'c.grace_days as graceDays',
      'c.from_on as from',
      'c.until_on as until',
      'v.from_on as versionFrom',
    ])
    .orderBy('c.version_number', 'desc')
    .orderBy('c.id', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, side: row.side as Side, kind: row.kind as ConsequenceKind }))
}

export type NewConsequence = Pick<Consequence, 'version' | 'side' | 'kind' | 'graceDays' | 'from'>

/** @returns its id; undefined when the same follows from that version already */
export const addConsequence = async (
  db: Write,
  { version, side, kind, graceDays, from }: NewConsequence,
  by: { actor: string; now: Date },
): Promise<number | undefined> => {
  const added = await db
    .insertInto('model_consequence')
    .values({
      ...{ version_number: version, side, kind, grace_days: graceDays, from_on: from },
      ...{ made_at: by.now, made_by: by.actor },
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return added?.id
}

/** Ends a consequence on a day. @returns whether it was there to be ended */
export const endConsequence = async (
  db: Write,
  version: number,
  id: number,
  today: Day,
): Promise<boolean> => {
  const ended = await db
    .updateTable('model_consequence')
    .set({ until_on: today })
    .where('id', '=', id)
    .where('version_number', '=', version)
    .where('until_on', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return ended !== undefined
}

type Place = { kind: PlaceKind; id: number }
const placeOf = (scope: PlaceScope): Place =>
  'unitId' in scope ? { kind: 'unit', id: scope.unitId } : { kind: 'site', id: scope.siteId }

const tableOf = ({ kind }: Place) => sql.table(kind === 'unit' ? 'issuing_unit' : 'site')

const listSigned = async (db: Read, place: Place): Promise<Signed[]> => {
  const { rows } = await sql<Signed>`
    select c.model_number as model, c.state, c.from_on as "from", c.until_on as until, c.ended_on as "endedOn"
    from ${tableOf(place)} p
    join commitment_party q on q.organisation_id = p.organisation_id
    join commitment c on c.id = q.commitment_id and c.state = 'signed'
    where p.id = ${place.id} and ${coversPlace(place.kind)}`.execute(db)
  return rows
}

const listExtensions = async (db: Read, { kind, id }: Place): Promise<Extension[]> => {
  const { rows } = await sql<Extension>`
    select distinct on (version_number) version_number as version, until_on as until from model_extension
    where ${sql.ref(`${kind}_id`)} = ${id} order by version_number, id desc`.execute(db)
  return rows
}

/** What follows at one's own place from the operating model, and from when; nothing where the centre has said nothing. */
const listFollows = async (db: Read, scope: PlaceScope, today: Day): Promise<Follow[]> => {
  const consequences = await listConsequences(db)
  if (consequences.length === 0) return []
  const place = placeOf(scope)
  const [signed, extensions] = [await listSigned(db, place), await listExtensions(db, place)]
  return followsAt(consequences, { kind: place.kind, signed, extensions }, today)
}

/** Whether one's own place may begin something new on a day: register a card, enter an event, pair a device. */
export const mayBegin = async (db: Read, scope: PlaceScope, stop: Stop, today: Day): Promise<boolean> =>
  !isStopped(await listFollows(db, scope, today), stop)

/** The same with the commitment that waits for the place's signature: what its own pages tell above the work. */
export const findFollows = async (
  db: Read,
  scope: PlaceScope,
  today: Day,
): Promise<{ follows: Follow[]; waiting: number | undefined }> => {
  const follows = await listFollows(db, scope, today)
  const first = firstOf(follows)
  return { follows, waiting: first && (await findWaiting(db, scope, first.version)) }
}

/** A commitment to a version or to a newer one that waits for the place's own signature: its id, the latest first. */
const findWaiting = async (db: Read, scope: PlaceScope, version: number): Promise<number | undefined> => {
  const place = placeOf(scope)
  const { rows } = await sql<{ id: number }>`
    select c.id from ${tableOf(place)} p
    join commitment_party q on q.organisation_id = p.organisation_id and q.signed_at is null
    join commitment c on c.id = q.commitment_id and c.state = 'waiting' and c.model_number >= ${version}
    where p.id = ${place.id} and ${coversPlace(place.kind)} order by c.id desc limit 1`.execute(db)
  return rows[0]?.id
}

type NewExtension = Place & { version: number; until: Day; reason: string }

export const addExtension = async (
  db: Write,
  { kind, id, version, until, reason }: NewExtension,
  by: { actor: string; now: Date },
): Promise<void> => {
  await db
    .insertInto('model_extension')
    .values({
      version_number: version,
      unit_id: kind === 'unit' ? id : null,
      site_id: kind === 'site' ? id : null,
      until_on: until,
      reason,
      made_at: by.now,
      made_by: by.actor,
    })
    .execute()
}
