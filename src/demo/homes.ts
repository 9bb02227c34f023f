import { sql } from 'kysely'
import type { Write } from '../db/db.ts'
import { addDays, dayOf } from '../lib/dates.ts'

/** A neighbour whose people the demo's area serves, so that its list is not empty. The agreement is invented. */
export const makeHomes = (db: Write, by: { areaId: number; actor: string; now: Date }) =>
  sql`
    insert into area_home_exception (area_id, municipality_id, valid_from, valid_until, made_at, made_by)
    select ${by.areaId}, id, ${addDays(dayOf(by.now), -90)}::date, ${addDays(dayOf(by.now), 275)}::date, ${by.now}, ${by.actor}
    from municipality where name_fi = 'Sonkajärvi'`.execute(db)
