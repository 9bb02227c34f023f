import type { Config } from '../config.ts'
import { findDue, lives } from '../lifetimes/row-queries.ts'
import { keptFor, lifetimes, spanText } from '../lifetimes/rules.ts'
import { connect } from '../open-database.ts'
import type { Command } from './command.ts'

const examples = 'such as card 17, or a table whose rows have no id by their key, such as card_usage 17'

/** @param config read only when the command runs: a wrong setting must not keep `--help` from answering */
export const doctorRowCommand = (config: () => Config): Command => ({
  name: 'doctor row',
  usage: '<table> <id> [--json]',
  what: 'Says how long a row lives: which rule bears on it, from when it counts, what is done and on which day. Never by a card’s code, which would stay in the command line’s history.',
  options: {},
  needsDatabase: false,
  run: async ({ words: [table, id], options, print }) => {
    const life = table === undefined ? undefined : lives[table]
    if (table === undefined || id === undefined)
      throw new Error(`Say which row: its table and its id, ${examples}.`)
    if (life === undefined) throw new Error(`There is no table ${table}.`)
    const connection = await connect(config())
    try {
      const dues = await findDue(connection.pool, table, id)
      if (!dues) throw new Error(`There is no row ${id} in ${table}.`)
      const rules = dues.map((due) => ({ ...due, ...lifetimes[due.rule] }))
      const kept = typeof life === 'string' ? keptFor[life] : null
      if (options.json) print(JSON.stringify({ table, id, kept, rules }, null, 2))
      else {
        print(`${table} ${id}`)
        if (kept) print(`  No rule removes it. ${kept}`)
        for (const { rule, begins, due, deed, after, from, choice } of rules) {
          print(`  ${rule}: ${deed}`)
          print(`    ${spanText(after)}, counted from ${from}. ${choice}`)
          print(
            due
              ? `    Counts from ${begins}, comes true on ${due.slice(0, 10)}.`
              : '    Does not bear on this row now.',
          )
        }
      }
      return 0
    } finally {
      await connection.close()
    }
  },
})
