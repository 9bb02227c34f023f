import type { Write } from '../db/db.ts'
import { addDays, dayOf } from '../lib/dates.ts'
import { instantAt } from './clock.ts'

type Given = { unitId: number; siteId: number; issuer: string; venue: string; now: Date }

/** A group that comes today, one that is asked for next week, and one that has been. */
export const makeGroupVisits = async (db: Write, { unitId, siteId, issuer, venue, now }: Given) => {
  const today = dayOf(now)
  const visit = (days: number, state: 'asked' | 'accepted', event: string | null, answer: string | null) => ({
    ...{ unit_id: unitId, site_id: siteId, visit_on: addDays(today, days), starts_at: '13:30' },
    ...{ clients: 4, under_16: days === 0 ? 2 : 0, workers: 1, event, answer, state },
    ...{ asked_at: instantAt(addDays(today, days - 14), 10 * 60), asked_by: issuer },
    changed_at: instantAt(addDays(today, days - 13), 10 * 60),
    changed_by: state === 'asked' ? issuer : venue,
  })
  const meet = 'Tulkaa pääovesta 15 minuuttia ennen. Otan teidät vastaan.'
  await db
    .insertInto('group_visit')
    .values([
      visit(0, 'accepted', null, meet),
      visit(8, 'asked', 'Lumikuningatar', null),
      visit(-30, 'accepted', 'Talvikonsertti', null),
    ])
    .execute()
}
