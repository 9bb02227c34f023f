import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import type { Write } from '../db/db.ts'
import { addDays, dayOf } from '../lib/dates.ts'
import { instantOf } from '../lib/local-time.ts'
import { addMute } from '../signals/mute-queries.ts'
import { noticeIn } from '../signals/notice.ts'
import { decide } from '../signals/queries.ts'
import { type Kind, weekToLookAt } from '../signals/rules.ts'
import { insertRows, useRow } from './makers.ts'
import type { WorldSite } from './network.ts'
import { randomFrom } from './random.ts'

const day = 86_400_000

/** Some evening a desk reads a box of cards one after another. */
const readBox = async (db: Write, siteId: number, actorRole: string, monday: string) => {
  const { rows } = await sql<{ id: number }>`
    select c.id from stock_range r join card c on c.serial between r.first_serial and r.first_serial + 8
    where r.last_serial >= r.first_serial + 8 order by r.first_serial, c.serial limit 9`.execute(db)
  await insertRows(
    db,
    'card_check',
    rows.map(({ id }, nth) => ({
      ...{ id: randomUUID(), account_role_id: actorRole, site_id: siteId, card_id: id },
      checked_at: new Date(instantOf(addDays(monday, 3), 15 * 3_600).getTime() + nth * 45_000),
    })),
  )
}

/** Tickets that were given on cards of one unit while their forms lay in a pile. */
const useEarly = async (db: Write, unitId: number, siteId: number, monday: string, now: Date) => {
  const { rows } = await sql<{ id: number; tail: string }>`
    select id, code_tail as tail from card where unit_id = ${unitId} and type = 'personal' and registered_on is not null
    order by registered_on desc limit 8`.execute(db)
  const usedAt = instantOf(addDays(monday, 2), 17 * 3_600)
  await insertRows(
    db,
    'unrecognised_use',
    rows.map(({ id, tail }) => ({
      ...{
        id: newId(),
        card_id: id,
        code_tail: tail,
        site_id: siteId,
        used_on: dayOf(usedAt),
        used_at: usedAt,
      },
      ...{ received_at: usedAt, adults: 1, children: 0, companions: 0, category: 'culture', kind: 'ticket' },
      ...{
        source: 'desk',
        recorded_by: 'demo',
        state: 'dropped',
        why: 'before-registration',
        decided_at: now,
      },
    })),
  )
}

type Moment = { day: string; hour: number }
/** So many people come at each of these times, each with a card of their own. */
const come = async (db: Write, site: WorldSite, people: number, moments: readonly Moment[]) => {
  const { rows } = await sql<{ id: number }>`
    select c.id from card c join card_usage g on g.card_id = c.id and g.uses between 2 and 12
    where c.type = 'personal' and c.state = 'registered' and c.valid_until >= ${moments.at(-1)!.day}::date
      and c.registered_on < ${moments[0]!.day}::date order by c.id limit ${people * moments.length}`.execute(
    db,
  )
  // Of its own, so that the same moment gives the same uses.
  const random = randomFrom(site.id)
  const uses = moments.flatMap(({ day, hour }, nth) =>
    rows.slice(nth * people, (nth + 1) * people).map(({ id }, person) => {
      const usedAt = new Date(instantOf(day, hour * 3_600).getTime() + person * 60_000)
      return useRow({
        ...{ id: newId({ msecs: usedAt.getTime(), random: random.bytes(16) }), cardId: id, siteId: site.id },
        ...{ usedAt, adults: 1, children: 0, companions: 0, category: site.category, kind: 'ticket' },
        ...{ event: null, source: 'desk', recordedBy: 'demo' },
      })
    }),
  )
  await insertRows(db, 'use', uses)
}

/** A site that records at most so many uses a year, the busiest of them; only what is recorded as it happens tells its hours. */
const siteWith = async (db: Write, sites: readonly WorldSite[], most: number) => {
  const { rows } = await sql<{ id: number }>`
    select site_id as id from statistics_use_hour group by site_id having sum(uses) <= ${most}::integer
    order by sum(uses) desc, site_id`.execute(db)
  return rows.map(({ id }) => sites.find((site) => site.id === id)).find((site) => site !== undefined)
}

const newest = async (db: Write, kind: Kind) =>
  (
    await sql<{ id: number; siteId: number | null; unitId: number | null }>`
      select id, site_id as "siteId", unit_id as "unitId" from signal where kind = ${kind} and ended_at is null
      order by id desc limit 1`.execute(db)
  ).rows[0]

type Given = {
  sites: readonly WorldSite[]
  units: readonly { id: number }[]
  demoSite: WorldSite
  actor: string
  now: Date
}

/** What the register has noticed in the last months, by the same looks as in real use: of each state one. */
export const makeSignals = async (
  db: Write,
  { sites, units, demoSite, actor, now }: Given,
): Promise<void> => {
  const { id: role } = await db
    .selectFrom('account_role')
    .select('id')
    .where('site_id', '=', demoSite.id)
    .where('role', '=', 'venue')
    .executeTakeFirstOrThrow()
  const others = sites.filter(({ id }) => id !== demoSite.id)
  const other = others[0]!
  const at = (days: number) => new Date(now.getTime() - days * day)
  const weekOf = (days: number) => weekToLookAt(dayOf(at(days)))
  const by = (days: number) => ({ actor, now: at(days) })

  // Nobody looked at the first one, and it closes by itself in the look of today.
  await readBox(db, demoSite.id, role, weekOf(70))
  await noticeIn(db, at(70))
  await readBox(db, other.id, role, weekOf(45))
  await useEarly(db, units[0]!.id, other.id, weekOf(45), now)
  await noticeIn(db, at(45))
  const [read, early] = [await newest(db, 'sequence'), await newest(db, 'early')]
  const closing = { watchUntil: null }
  if (read)
    await decide(
      db,
      read.id,
      { ...closing, decision: 'explained', note: 'Kassalla harjoiteltiin uusilla korteilla.' },
      by(41),
    )
  if (early)
    await decide(
      db,
      early.id,
      { ...closing, decision: 'followed-up', note: 'Yksikkö sai apua rekisteröintiin.' },
      by(38),
    )

  const week = weekOf(0)
  // Few uses a week, so that two score of them are news; and a hall whose hours are known.
  const small = await siteWith(db, others, 150)
  if (small)
    await come(
      db,
      small,
      14,
      [4, 5, 6].map((days) => ({ day: addDays(week, days), hour: 13 })),
    )
  const hall = await siteWith(db, others, 100_000)
  if (hall)
    await come(
      db,
      hall,
      3,
      [1, 3].map((days) => ({ day: addDays(week, days), hour: 3 })),
    )
  await useEarly(db, units[1]!.id, other.id, week, now)
  await noticeIn(db, now)
  const [busy, late] = [await newest(db, 'busy'), await newest(db, 'hours')]
  const watchUntil = addDays(dayOf(now), 30)
  if (late)
    await decide(db, late.id, { decision: 'watched', note: 'Kysytty yhteyshenkilöltä.', watchUntil }, by(0))
  if (busy) {
    const { siteId, unitId } = busy
    const until = addDays(dayOf(now), 120)
    await addMute(db, { kind: 'quiet', siteId, unitId, until, reason: 'Remontti talvella' }, by(0))
  }
}
