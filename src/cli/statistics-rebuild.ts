import { setTimeout as sleep } from 'node:timers/promises'
import type { Pool } from '../db/db.ts'
import { type Difference, findDifferences, repairRollups } from '../statistics/rollup-queries.ts'
import { writeAudit } from '../web/audit.ts'
import { byHand, type Command } from './command.ts'

const valuesText = (values: object | null) =>
  values === null
    ? 'nothing'
    : Object.entries(values)
        .map(([name, value]) => `${name} ${value ?? '–'}`)
        .join(', ')

export const differenceText = ({ table, key, kept, real }: Difference): string =>
  `${table} (${valuesText(key)}): kept ${valuesText(kept)}; real ${valuesText(real)}.`

const tries = 40
/** Another has held the tables for too long: let it go first, then try again. */
const isHeldOff = (error: unknown) => (error as { code?: string }).code === '55P03'

const repairPatiently = async (pool: Pool): Promise<Difference[]> => {
  for (let attempt = 1; ; attempt++) {
    try {
      return await pool.transaction().execute(repairRollups)
    } catch (error) {
      if (!isHeldOff(error) || attempt === tries) throw error
      await sleep(250)
    }
  }
}

export const statisticsRebuildCommand: Command = {
  name: 'statistics rebuild',
  usage: '[--verify] [--json]',
  what: 'Counts the rollups of the statistics anew from cards and uses and repairs what differs; recording waits for the repair alone. With --verify it repairs nothing, and ends with 1 when something differs.',
  options: { verify: { type: 'boolean' } },
  needsDatabase: true,
  run: async ({ connection: { pool }, options, now, print }) => {
    let differences = await findDifferences(pool, null)
    const isRepaired = differences.length > 0 && !options.verify
    if (isRepaired) {
      differences = await repairPatiently(pool)
      const subject = { repaired: differences.length }
      await writeAudit(pool, { ...byHand(now), permission: 'statistics rebuild', subject })
    }
    if (options.json) print(JSON.stringify({ differences, repaired: isRepaired }))
    else {
      for (const difference of differences) print(differenceText(difference))
      if (differences.length === 0) print('Every count is what cards and uses give.')
      else print(`${isRepaired ? 'Repaired' : 'Different'}: ${differences.length}.`)
    }
    return differences.length > 0 && !isRepaired ? 1 : 0
  },
}
