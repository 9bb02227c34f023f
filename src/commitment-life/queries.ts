import { sql } from 'kysely'
import { addEvent, lockCommitment } from '../commitments/event-queries.ts'
import type { NewEvent } from '../commitments/event-rules.ts'
import { findCommitment, listParties } from '../commitments/queries.ts'
import type { Read, Write } from '../db/db.ts'
import { type Day, dayOf } from '../lib/dates.ts'
import { type Facts, type Life, type LifeEvent, type LifeRefusal, lifeRefusal } from './rules.ts'

/** A commitment with what ends it; undefined for what is not there or is somebody else's. */
export const findLife = async (db: Read, id: number): Promise<Life | undefined> => {
  const commitment = await findCommitment(db, id)
  if (!commitment) return undefined
  const ending = await db
    .selectFrom('commitment')
    .select(['notice_ends_on as endsOn', 'notice_party_id as partyId', 'agreed_ends_on as agreedEnd'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const { kind, areaId, state, from, until, content, sentAt } = commitment
  return {
    ...{ id, kind, areaId, state, from, until, content },
    notice:
      ending.partyId === null || ending.endsOn === null
        ? null
        : { partyId: ending.partyId, endsOn: ending.endsOn },
    agreedEnd: ending.agreedEnd,
    sentOn: sentAt && dayOf(sentAt),
  }
}

/** How many months of notice a commitment asks for: the terms of the day on which it was sent. */
export const findNoticeMonths = async (db: Read, sentOn: Day): Promise<number> =>
  (await sql<{ months: number }>`select commitment_notice_months(${sentOn}::date) as months`.execute(db))
    .rows[0]!.months

/** Whether a municipality of the area is in permanent use, or is to be. */
const isAreaPermanent = async (db: Read, areaId: number | null, today: Day): Promise<boolean> =>
  (
    await sql<{ found: boolean }>`select exists (select from area_membership where area_id = ${areaId}
      and phase = 'permanent' and coalesce(phase_until >= ${today}::date, true)) as found`.execute(db)
  ).rows[0]!.found

type Successor = { organisation: number; unit: number | null; site: number | null }
const isSuccessorThere = async (db: Read, { organisation, unit, site }: Successor): Promise<boolean> =>
  (
    await sql<{ found: boolean }>`select exists (select from organisation o where o.id = ${organisation}
      and o.merged_into_id is null
      and (${unit}::integer is null or exists (select from issuing_unit u where u.id = ${unit}
        and u.organisation_id = o.id and u.merged_into_id is null))
      and (${site}::integer is null or exists (select from site s where s.id = ${site}
        and s.organisation_id = o.id and s.merged_into_id is null))) as found`.execute(db)
  ).rows[0]!.found

/** What the rules ask of the register before an event of life. */
export const findFacts = async (db: Read, life: Life, event: LifeEvent, today: Day): Promise<Facts> => ({
  today,
  noticeMonths: await findNoticeMonths(db, life.sentOn ?? today),
  isAreaPermanent: event.kind === 'made-permanent' && (await isAreaPermanent(db, life.areaId, today)),
  isSuccessorThere: event.kind === 'succeeded' && (await isSuccessorThere(db, event.details)),
})

/**
 * Lets something happen to a signed commitment, whatever others do to it at the same moment.
 * @returns the event, or the rule that refused
 */
export const live = async (
  db: Write,
  id: number,
  event: LifeEvent,
  { actor, now, today }: { actor: string; now: Date; today: Day },
): Promise<{ event: number; hash: string } | LifeRefusal> => {
  await lockCommitment(db, id)
  const life = await findLife(db, id)
  if (!life) return 'not-signed'
  const refusal = lifeRefusal(life, await listParties(db, id), event, await findFacts(db, life, event, today))
  return refusal ?? addEvent(db, id, { ...event, actor, at: now } as NewEvent)
}
