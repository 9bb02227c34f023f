import { sql } from 'kysely'
import type { Write } from '../db/db.ts'
import { addEvent } from '../events/queries.ts'
import type { EventFacts, Incoming } from '../events/rules.ts'
import { applyPlan } from '../events/source-queries.ts'
import { addDays, dayOf } from '../lib/dates.ts'
import { instantAt } from './clock.ts'
import type { WorldSite } from './network.ts'

type Given = { demoSite: WorldSite; actor: string; now: Date }

const factsOf = (fi: string, sv: string, day: string, hour: number): EventFacts => {
  const startsAt = instantAt(day, hour * 60)
  return {
    ...{ names: { fi, sv }, startsAt, endsAt: new Date(startsAt.getTime() + 5_400_000), allDay: false },
    ...{ place: null, tickets: null, forChildren: false, accessible: false, booking: false, how: null },
    ...{ url: null, isCancelled: false },
  }
}

/** A feed of the theatre's town that worked until three days ago, and what it told then. */
const makeBrokenFeed = async (db: Write, { demoSite, actor, now }: Given) => {
  const hours = (count: number) => new Date(now.getTime() + count * 3_600_000)
  const { rows } = await sql<{ id: number }>`insert into event_feed
      (site_id, url, place, made_at, made_by, tried_at, read_at, problem, held, skipped, failures, next_at)
    values (${demoSite.id}, 'https://tapahtumat.esimerkki.example/v1/event/', 'tprek:7259', ${hours(-900)}, ${actor},
      ${hours(-2)}, ${hours(-72)}, 'STATUS_404', 2, 0, 6, ${hours(22)}) returning id`.execute(db)
  const [today, feedId] = [dayOf(now), rows[0]!.id]
  const told: Incoming[] = [
    { ...factsOf('Taidekävely', 'Konstpromenad', addDays(today, 6), 17), outsideId: 'esimerkki:1' },
    { ...factsOf('Levyraati', 'Skivjury', addDays(today, 13), 18), outsideId: 'esimerkki:2' },
  ]
  const plan = { added: told, changed: [], ended: [], same: 0 }
  await applyPlan(db, { siteId: demoSite.id, feedId }, plan, { now: hours(-72), actor: 'kaiku' })
}

/** An invented pop-up site that opens in nine days for three, with its programme. */
const makePopUp = async (db: Write, { demoSite, actor, now }: Given) => {
  const [first, last] = [addDays(dayOf(now), 9), addDays(dayOf(now), 11)]
  const { rows } = await sql<{ id: number; name: string }>`
    insert into site (organisation_id, municipality_id, name, category, popup_from, popup_until)
    select organisation_id, municipality_id, 'Talvilava Esimerkki', 'culture', ${first}, ${last}
    from site where id = ${demoSite.id} returning id, name`.execute(db)
  const owner = { kind: 'site' as const, nameFi: null, nameSv: null, ...rows[0]! }
  for (const [fi, sv, day, hour] of [
    ['Avajaiset', 'Invigning', first, 16],
    ['Päätöskonsertti', 'Avslutningskonsert', last, 18],
  ] as const)
    await addEvent(db, owner, factsOf(fi, sv, day, hour), { actor, now })
}

/** What events look like when something is not as usual: a feed that fails, and a site that is there for some days. */
export const makeEventOddities = async (db: Write, given: Given): Promise<void> => {
  await makeBrokenFeed(db, given)
  await makePopUp(db, given)
}
