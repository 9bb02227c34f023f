import type { Config } from '../config.ts'
import { reconcileDeletions } from '../lifetimes/keep-deletions.ts'
import { writeAudit } from '../web/audit.ts'
import { byHand, type Command } from './command.ts'

/** @param config read only when the command runs: a wrong setting must not keep `--help` from answering */
export const deletionsReplayCommand = (config: () => Config): Command => ({
  name: 'deletions replay',
  usage: '',
  what: 'Deletes again what was deleted at a holder’s request and has come back with an older copy. Every start does so too.',
  options: {},
  needsDatabase: true,
  run: async ({ connection: { pool }, deletedAgain, options, now, print }) => {
    const cards = deletedAgain + (await reconcileDeletions(pool, config().deletionsFile))
    await writeAudit(pool, { ...byHand(now), permission: 'deletions replay', subject: { cards } })
    if (options.json) print(JSON.stringify({ cards }))
    else print(cards === 0 ? 'Nothing deleted has come back.' : `Deleted again: ${cards} cards.`)
    return 0
  },
})
