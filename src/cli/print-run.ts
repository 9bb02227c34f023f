import { cardTypes } from '../stock/rules.ts'
import { makePrintRun } from '../stock/run-make.ts'
import { findRun } from '../stock/run-queries.ts'
import { mostByCommand } from '../stock/run-rules.ts'
import { writeAudit } from '../web/audit.ts'
import { byHand, type Command, textOf } from './command.ts'
import { progressOn } from './progress.ts'

export const printRunCommand: Command = {
  name: 'print-run',
  usage: '--type personal|community --cards <number> --name <name>',
  what: `Makes up to ${mostByCommand} new cards in the centre's stock. Their files for printing are on the page of the run.`,
  options: { type: { type: 'string' }, cards: { type: 'string' }, name: { type: 'string' } },
  needsDatabase: true,
  run: async ({ connection: { pool }, keys, options, now, print }) => {
    const cardType = cardTypes.find((type) => type === textOf(options, 'type'))
    if (!cardType) throw new Error(`Say which kind of cards: --type ${cardTypes.join('|')}.`)
    const asked = textOf(options, 'cards') ?? ''
    const cards = /^\d{1,6}$/.test(asked) ? Number(asked) : 0
    if (cards < 1 || cards > mostByCommand)
      throw new Error(`Say how many cards, from 1 to ${mostByCommand}: --cards <number>.`)
    const name = textOf(options, 'name')
    if (!name || name.length > 80)
      throw new Error('Give the run a name of 1 to 80 characters: --name <name>.')
    const progress = progressOn(process.stderr)
    try {
      const run = await pool.transaction().execute(async (db) => {
        const by = { actor: 'command-line', now }
        const id = await makePrintRun(db, keys, { name, cardType, cards }, by, (share) =>
          progress.show('drawing', share),
        )
        await writeAudit(db, { ...byHand(now), permission: 'print-run', subject: { run: id, cards } })
        return (await findRun(db, id))!
      })
      const { id, first, last } = run
      print(options.json ? JSON.stringify({ run: id, first, last }) : `Run ${id}: numbers ${first}–${last}.`)
      return 0
    } finally {
      progress.end()
    }
  },
}
