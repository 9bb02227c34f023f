import type { Config } from '../config.ts'
import { reconcileDeletions } from '../lifetimes/keep-deletions.ts'
import { writeAudit } from '../web/audit.ts'
import { byHand, type Command } from './command.ts'

/** @param config read only when the command runs: a wrong setting must not keep `--help` from answering */
export const deletionsReplayCommand = (config: () => Config): Command => ({
  name: 'deletions replay',
  usage: '',
  what: 'Deletes and withdraws again what a holder asked for and an older copy has brought back. Every start does so too.',
  options: {},
  needsDatabase: true,
  run: async ({ connection: { pool }, deletedAgain, options, now, print }) => {
    const again = deletedAgain + (await reconcileDeletions(pool, config().deletionsFile))
    await writeAudit(pool, { ...byHand(now), permission: 'deletions replay', subject: { again } })
    if (options.json) print(JSON.stringify({ again }))
    else print(again === 0 ? 'Nothing deleted has come back.' : `Deleted or withdrawn again: ${again}.`)
    return 0
  },
})
