import type { Command } from './command.ts'

/** Opening the database brings it to the newest form; this command does only that, and says what was done. */
export const migrateCommand: Command = {
  name: 'migrate',
  usage: '',
  what: 'Brings the database to the newest form.',
  options: {},
  needsDatabase: true,
  run: async ({ applied, options, print }) => {
    if (options.json) print(JSON.stringify({ applied }))
    else print(applied.length === 0 ? 'The database is up to date.' : `Applied: ${applied.join(', ')}.`)
    return 0
  },
}
