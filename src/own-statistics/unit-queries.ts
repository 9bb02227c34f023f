import { sql } from 'kysely'
import type { UnitScope } from '../access.ts'
import type { Gender, LifeSituation } from '../cards/rules.ts'
import type { Read } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import { daysOfYear } from './rules.ts'

/*
 * A unit's own personal cards: some hundred a year, found by the index of the unit. What is older than their lifetime is
 * known from the rollup of years alone.
 */

export type CardYear = { year: number; registered: number; takenIntoUse: number }

/** Cards by the year of registration, the latest first, those that have been forgotten since too. */
export const listCardYears = async (db: Read, { unitId }: UnitScope): Promise<CardYear[]> => {
  const { rows } = await sql<CardYear>`
    select year::integer as year, sum(registered)::integer as registered, sum(taken_into_use)::integer as "takenIntoUse"
    from statistics_card_year where unit_id = ${unitId} and card_type = 'personal'
    group by year having sum(registered) > 0 order by year desc`.execute(db)
  return rows
}

export type CardMonth = { month: Day; registered: number; takenIntoUse: number; renewals: number }

/** Cards by the month of registration in a year and the year before; the database asks whose they are itself. */
export const listCardMonths = async (db: Read, { unitId }: UnitScope, year: number): Promise<CardMonth[]> => {
  const [from, until] = [daysOfYear(year - 1).from, daysOfYear(year).until]
  const { rows } = await sql<CardMonth>`
    select month, registered, taken_into_use as "takenIntoUse", renewals
    from own_card_months(${unitId}::integer, ${from}::date, ${until}::date) order by month`.execute(db)
  return rows
}

export type Holders = {
  /** In years, on the day of registration; null where the year of birth is not known. */
  age: number | null
  gender: Gender | null
  children: number
  situation: LifeSituation | null
  cards: number
}

/** What holders told as their cards were registered in a year; null where they did not tell. */
export const listHolders = async (db: Read, { unitId }: UnitScope, year: number): Promise<Holders[]> => {
  const { from, until } = daysOfYear(year)
  const { rows } = await sql<Holders>`
    select extract(year from c.registered_on)::integer - c.birth_year as age, c.gender, c.children,
      c.life_situation as situation, count(*)::integer as cards
    from card c where c.unit_id = ${unitId} and c.type = 'personal'
      and c.registered_on between ${from}::date and ${until}::date
    group by 1, 2, 3, 4`.execute(db)
  return rows
}

export type Standing = { valid: number; expiring: number }

/** Cards that are valid today, and those of them whose last day comes within three months, as it is published too. */
export const countStanding = async (db: Read, { unitId }: UnitScope, today: Day): Promise<Standing> => {
  const { rows } = await sql<Standing>`
    select count(*)::integer as valid,
      count(*) filter (where c.valid_until <= (${today}::date + interval '3 months')::date)::integer as expiring
    from card c where c.unit_id = ${unitId} and c.type = 'personal' and c.state = 'registered'
      and c.valid_until >= ${today}::date`.execute(db)
  return rows[0]!
}
