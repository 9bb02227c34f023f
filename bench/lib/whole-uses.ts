import { sql } from 'kysely'
import type { Connection } from '../../src/db/db.ts'

/** In how many places the uses of the register are counted: all are equal when each use is there once, and whole. */
export type Counts = {
  uses: number
  audited: number
  answered: number
  usage: number
  month: number
  year: number
}

export const countAll = async ({ pool }: Connection): Promise<Counts> => {
  const { rows } = await sql<Counts>`select
    (select count(*) from use) as uses,
    (select count(distinct subject ->> 'use') from audit where permission = 'uses.create' and outcome = 'done') as audited,
    (select count(*) from idempotency) as answered,
    coalesce((select sum(uses) from card_usage), 0) as usage,
    coalesce((select sum(uses) from statistics_use_month), 0) as month,
    coalesce((select sum(uses) from statistics_use_year), 0) as year`.execute(pool)
  return rows[0]!
}

/** @returns how many of the ids that clients were told are not in the register */
export const countLost = async ({ pool }: Connection, told: Iterable<string>): Promise<number> => {
  const { rows } = await sql<{ id: string }>`select id from use`.execute(pool)
  const stored = new Set(rows.map(({ id }) => id))
  return [...told].filter((id) => !stored.has(id)).length
}

export const isWhole = (counts: Counts): boolean => new Set(Object.values(counts)).size === 1
