import { protect } from '../disclosure/protect.ts'
import { closeDue } from '../publications/closing.ts'
import { writeAudit } from '../web/audit.ts'
import { byHand, type Command } from './command.ts'

/**
 * In a process of its own, since protecting the tables of a period may keep a processor busy for minutes. What is due is
 * due from a day on, so it may be run every night.
 */
export const statisticsCloseCommand: Command = {
  name: 'statistics close',
  usage: '[--json]',
  what: 'Closes the quarters and years that are due: counts, protects and publishes them for good. May take minutes for each; run it every night.',
  options: {},
  needsDatabase: true,
  run: async ({ connection: { pool }, now, options, print }) => {
    const closed = await closeDue(pool, now, protect)
    for (const period of closed)
      await writeAudit(pool, { ...byHand(now), permission: 'statistics.close', subject: { period } })
    if (options.json) print(JSON.stringify({ closed }))
    else print(closed.length === 0 ? 'Nothing is due.' : `Closed: ${closed.join(', ')}.`)
    return 0
  },
}
