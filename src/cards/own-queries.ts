import { sql } from 'kysely'
import type { UnitScope } from '../access.ts'
import type { Read } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import { type Standing, soonDays, standings } from './life-rules.ts'
import { type OwnCard, ownCards } from './queries.ts'

export type { Standing }

/** What a list of cards may be narrowed to. */
export const filters = {
  issued: ['valid', 'expiring', 'expired', 'replaced', 'lost', 'withdrawn'],
  valid: ['valid', 'expiring'],
  expiring: ['expiring'],
  expired: ['expired'],
  closed: ['replaced', 'lost', 'withdrawn'],
} as const satisfies Record<string, readonly Standing[]>
export type CardFilter = keyof typeof filters
export const isFilter = (text: string): text is CardFilter => Object.hasOwn(filters, text)

/** A card on its last days is told apart, so that the unit can renew it in time. */
const standingOn = (today: Day) => sql<Standing>`case
  when c.state <> 'registered' then c.state
  when c.valid_until < ${today}::date then 'expired'
  when c.valid_until <= ${today}::date + ${soonDays}::integer then 'expiring'
  else 'valid' end`

/** How many personal and community cards the unit has given out, in each standing. */
export const countOwnCards = async (
  db: Read,
  { unitId }: UnitScope,
  today: Day,
): Promise<Record<Standing, number>> => {
  const rows = await db
    .selectFrom('card as c')
    .select((eb) => [standingOn(today).as('standing'), eb.fn.countAll<number>().as('cards')])
    .where('c.unit_id', '=', unitId)
    .groupBy(sql`1`)
    .execute()
  const counts = Object.fromEntries(standings.map((standing) => [standing, 0])) as Record<Standing, number>
  for (const { standing, cards } of rows) counts[standing] = Number(cards)
  return counts
}

export type ListedCard = OwnCard & { standing: Standing }

/** One page of the unit's cards, the latest registered first. `page` is 1 or more. */
export const listOwnCards = (
  db: Read,
  scope: UnitScope,
  asked: { today: Day; standings: readonly Standing[]; page: number; size: number },
): Promise<ListedCard[]> =>
  ownCards(db, scope)
    .select(standingOn(asked.today).as('standing'))
    .where(standingOn(asked.today), 'in', asked.standings)
    .orderBy(sql`c.registered_on desc nulls last, c.registered_at desc nulls last, c.id desc`)
    .limit(asked.size)
    .offset((asked.page - 1) * asked.size)
    .execute()
