import { protect } from '../disclosure/protect.ts'
import { closeDue } from '../publications/closing.ts'
import { writeAudit } from '../web/audit.ts'
import { byHand, type Command } from './command.ts'

/** For people who know that all of an imported past is in. What is due is due from a day on, so running it twice is harmless. */
export const statisticsCloseCommand: Command = {
  name: 'statistics close',
  usage: '[--json]',
  what: 'Closes the quarters and years that are due: counts, protects and publishes them for good. Begin an imported past with it, once all of it is in; after that the program closes by itself.',
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
