import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { dayOf } from '../lib/dates.ts'
import { writeAudit } from '../web/audit.ts'
import { importInstrument } from '../wellbeing/import.ts'
import { byHand, type Command } from './command.ts'

/** A set of questions has some kilobytes; what is larger is another file. */
const largestFile = 1_000_000

const readWhole = (file: string): string => {
  const stat = statSync(file, { throwIfNoEntry: false })
  if (!stat) throw new Error(`There is no file ${file}.`)
  if (!stat.isFile()) throw new Error(`${file} is no file.`)
  if (stat.size > largestFile) throw new Error(`${file} is too large to be a set of questions.`)
  return readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
}

export const importInstrumentCommand: Command = {
  name: 'import instrument',
  usage: '<file.json> [--dry-run]',
  what: 'Takes a set of wellbeing questions into the register, in force from the day that it names; --dry-run only checks it.',
  options: { 'dry-run': { type: 'boolean' } },
  needsDatabase: true,
  run: async ({ words, options, now, print, note, connection }) => {
    const [file, ...more] = words
    if (file === undefined || more.length > 0)
      throw new Error(`Say which file: import instrument ${importInstrumentCommand.usage}`)
    const content = readWhole(file)
    const dryRun = options['dry-run'] === true
    const transaction = await connection.pool.startTransaction().execute()
    try {
      const { problems, added, items } = await importInstrument(transaction, content, dayOf(now))
      if (added && !dryRun) {
        await writeAudit(transaction, { ...byHand(now), permission: 'import instrument', subject: { items } })
        await transaction.commit().execute()
      } else await transaction.rollback().execute()
      const name = basename(file)
      if (options.json)
        print(JSON.stringify({ command: 'import instrument', file, items, added, problems, dryRun }))
      else {
        for (const { path, reason } of problems) note(`${name}${path && `, ${path}`}: ${reason}`)
        if (problems.length > 0)
          note(`${name} is refused, and nothing was written: ${problems.length} problems.`)
        else
          print(
            `${name}: ${items} items, ${added ? (dryRun ? 'to add' : 'added') : 'unchanged'}.${dryRun ? ' This was a trial: nothing was written.' : ''}`,
          )
      }
      return problems.length > 0 ? 1 : 0
    } catch (error) {
      if (!transaction.isCommitted && !transaction.isRolledBack) await transaction.rollback().execute()
      throw error
    }
  },
}
