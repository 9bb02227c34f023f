import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { areaAndSite, signedBy } from '../../test/commitment-life.ts'
import { makeMunicipality, makeSite } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { addEvent, listEvents } from '../commitments/event-queries.ts'
import { chainFindings, type NewEvent } from '../commitments/event-rules.ts'
import { findCommitment, listParties } from '../commitments/queries.ts'
import { isInForce, kinds } from '../commitments/rules.ts'
import type { Write } from '../db/db.ts'
import { addDays, type Day } from '../lib/dates.ts'
import { findFacts, findLife } from './queries.ts'
import { type LifeEvent, type LifeRefusal, lifeKinds, lifeRefusal, lifeRefusals } from './rules.ts'

let world: World
beforeAll(async () => {
  world = await newWorld('2026-05-04T09:00:00Z')
})
afterAll(() => world.end())

/** Numbers from a seed (mulberry32), so that a life that fails is lived again. */
const randomOf = (seed: number) => {
  let state = seed
  return (below: number) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

const start = '2026-05-04'
const noonOf = (day: Day) => new Date(`${day}T09:00:00Z`)

/** A life as simply as it can be told: its days, and which ending stands. */
type Model = { from: Day; until: Day | null; notice: Day | null; agreed: Day | null }
const lives = ({ from, until, notice, agreed }: Model, day: Day) =>
  day >= from && day <= (until ?? '9999') && day <= (agreed ?? notice ?? '9999')
const after = (model: Model, event: LifeEvent): Model => {
  if (event.kind === 'notice') return { ...model, notice: event.details.endsOn }
  if (event.kind === 'ended') return { ...model, agreed: event.details.endsOn }
  if (event.kind === 'notice-withdrawn')
    return event.party === null ? { ...model, agreed: null } : { ...model, notice: null }
  if (event.kind === 'extended') return { ...model, until: event.details.until }
  return event.kind === 'made-permanent' ? { ...model, until: null } : model
}

/** Whether the database lets it happen, asked without the rules; what it refused leaves nothing behind. */
const happens = async (db: Write, id: number, event: NewEvent): Promise<string | null> => {
  await sql`savepoint tried`.execute(db)
  try {
    await addEvent(db, id, event)
    await sql`release savepoint tried`.execute(db)
    return null
  } catch (error) {
    await sql`rollback to savepoint tried`.execute(db)
    return (error as Error).message
  }
}

const lifeCount = 300
const eventCount = 7

test(`${lifeCount} random lives: rules and database agree on each event, and on each day`, async () => {
  const { db } = world
  const kainuu = await makeSite(db, { municipality: await makeMunicipality(db, {}) })
  const pilot = await makeSite(db, {
    municipality: await makeMunicipality(db, { area: 'Kokeilualue', phase: 'pilot' }),
  })
  const gone = await areaAndSite(world, await makeSite(db, { municipality: kainuu.municipality }))
  const goneId = gone[1]!.organisationId!
  await db
    .updateTable('organisation')
    .set({ merged_into_id: (await areaAndSite(world, kainuu))[1]!.organisationId! })
    .where('id', '=', goneId)
    .execute()
  const partiesAt = new Map([
    [kainuu, await areaAndSite(world, kainuu)],
    [pilot, await areaAndSite(world, pilot)],
  ])
  const seen = new Map<LifeRefusal | 'done', number>()
  const differing: string[] = []

  await db.transaction().execute(async (write) => {
    for (let seed = 1; seed <= lifeCount; seed++) {
      const random = randomOf(seed)
      const pick = <T>(...from: readonly T[]) => from[random(from.length)]!
      const site = pick(kainuu, pilot)
      const parties = partiesAt.get(site)!
      const from = addDays(start, pick(0, 0, -30, 40, 200))
      const until = pick(null, addDays(from, 100 + random(500)), addDays(from, 1 + random(200)))
      const kind = pick(...kinds, 'pilot' as const, 'pilot' as const)
      const given = { kind, areaId: site.municipality.areaId, parties, from, until }
      const id = await signedBy(write, given, noonOf(start), start)
      let stored = await listParties(write, id)
      let life = (await findLife(write, id))!
      const organisations = [parties[1]!.organisationId!, goneId, 999_999]
      let model: Model = { from, until, notice: null, agreed: null }
      let today = start
      for (let step = 0; step < eventCount; step++) {
        today = addDays(today, pick(0, 0, 1, 5, 30, 90, random(200)))
        const party = pick(...stored).id
        const endsOn = addDays(today, pick(-1, 0, 1, 30, 60 + random(80), 91, 92, 93, 120, 400))
        const reason = pick(null, 'Sovittu kokouksessa')
        const event = (
          {
            notice: { kind: 'notice', party, details: { endsOn, reason, came: null } },
            'notice-withdrawn': { kind: 'notice-withdrawn', party: pick(null, party), details: { reason } },
            ended: { kind: 'ended', party: null, details: { endsOn, reason } },
            extended: {
              ...{ kind: 'extended', party: null },
              details: { until: addDays(model.until ?? endsOn, pick(-1, 0, 1, 300)), reason },
            },
            'made-permanent': { kind: 'made-permanent', party: null, details: { reason } },
            succeeded: {
              ...{ kind: 'succeeded', party },
              details: {
                ...{ organisation: pick(...organisations), unit: null, site: pick(null, kainuu.id) },
                ...{ name: 'Jatkaja', businessId: null, reason },
              },
            },
          } satisfies Record<LifeEvent['kind'], LifeEvent>
        )[pick(...lifeKinds, 'notice' as const, 'notice-withdrawn' as const)]
        const asksRegister = event.kind === 'succeeded' || event.kind === 'made-permanent'
        const facts = asksRegister
          ? await findFacts(write, life, event, today)
          : { today, noticeMonths: 3, isAreaPermanent: false, isSuccessorThere: false }
        const refusal = lifeRefusal(life, stored, event, facts)
        const answer = await happens(write, id, {
          ...event,
          actor: 'account:test',
          at: noonOf(today),
        } as NewEvent)
        if (answer !== null ? !answer.endsWith(`: ${refusal}`) : refusal !== null)
          differing.push(`${seed}.${step} ${event.kind}: rules ${refusal}, database ${answer}`)
        seen.set(refusal ?? 'done', (seen.get(refusal ?? 'done') ?? 0) + 1)
        if (answer !== null) continue
        model = after(model, event)
        life = (await findLife(write, id))!
        stored = await listParties(write, id)
      }
      const ended = (await findCommitment(write, id))!
      for (let day = -40; day < 900; day += 9)
        if (isInForce(ended, addDays(start, day)) !== lives(model, addDays(start, day)))
          differing.push(`${seed}: another answer on ${addDays(start, day)}`)
      if (chainFindings(await listEvents(write, id)).length > 0) differing.push(`${seed}: broken chain`)
    }
  })
  expect(differing).toEqual([])
  // Every outcome was met, so that none is believed unseen.
  const all = ['done', ...lifeRefusals.filter((one) => one !== 'not-signed')]
  expect(all.filter((one) => (seen.get(one as LifeRefusal) ?? 0) < 5)).toEqual([])
}, 120_000)
