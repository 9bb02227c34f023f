import { repairRollups } from '../statistics/repair-queries.ts'
import { type Difference, findDifferences } from '../statistics/rollup-queries.ts'
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

export const statisticsRebuildCommand: Command = {
  name: 'statistics rebuild',
  usage: '[--verify] [--json]',
  what: 'Counts the rollups of the statistics anew from cards and uses and repairs what differs, while recording goes on. With --verify it repairs nothing, and ends with 1 when something differs.',
  options: { verify: { type: 'boolean' } },
  needsDatabase: true,
  run: async ({ connection: { pool }, options, now, print }) => {
    const differences = options.verify
      ? await findDifferences(pool, null)
      : await pool.transaction().execute(repairRollups)
    const isRepaired = differences.length > 0 && !options.verify
    if (isRepaired) {
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
