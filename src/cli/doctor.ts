import { existsSync } from 'node:fs'
import type { Config } from '../config.ts'
import type { Connection } from '../db/db.ts'
import { connect } from '../open-database.ts'
import type { Command } from './command.ts'
import { type Check, examine } from './doctor-checks.ts'

/** Opens what is there. Unlike every other command it makes nothing and migrates nothing. */
const openAsIs = (config: Config): Promise<Connection> => {
  if (config.databaseUrl === null && !existsSync(config.dataDirectory))
    throw new Error(`There is no database in ${config.dataDirectory} yet. Start Kaiku once.`)
  return connect(config)
}

const check = async (config: Config, now: Date): Promise<Check[]> => {
  try {
    const connection = await openAsIs(config)
    try {
      return await examine({ config, connection, now })
    } finally {
      await connection.close()
    }
  } catch (error) {
    return [{ name: 'database', state: 'wrong', sentence: (error as Error).message }]
  }
}

const marks: Record<Check['state'], string> = { ok: 'ok', unknown: '?', wrong: 'WRONG' }

/** @param config read only when the command runs: a wrong setting must not keep `--help` from answering */
export const doctorCommand = (config: () => Config): Command => ({
  name: 'doctor',
  usage: '[--json]',
  what: 'Looks at the database, the key file, the chains of the audit log and of commitments, mail and disk; changes nothing. Ends with 1 when something is wrong.',
  options: {},
  needsDatabase: false,
  run: async ({ options, now, print }) => {
    const checks = await check(config(), now)
    const isWell = checks.every(({ state }) => state !== 'wrong')
    if (options.json) print(JSON.stringify({ ok: isWell, checks }, null, 2))
    else
      for (const { name, state, sentence } of checks)
        print(`${marks[state].padEnd(6)} ${name.padEnd(12)} ${sentence}`)
    return isWell ? 0 : 1
  },
})
