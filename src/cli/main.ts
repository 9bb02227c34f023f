import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import { openDatabase, sentenceOf } from '../open-database.ts'
import { accessCommand } from './access.ts'
import type { Command, Given } from './command.ts'
import { conformanceCommand } from './conformance.ts'
import { conformanceVerifyCommand } from './conformance-verify.ts'
import { deletionsReplayCommand } from './deletions.ts'
import { doctorCommand } from './doctor.ts'
import { doctorRowCommand } from './doctor-row.ts'
import { doctorStatisticsCommand } from './doctor-statistics.ts'
import { importCommand } from './import.ts'
import { importInstrumentCommand } from './import-instrument.ts'
import { keyCreateCommand, keyEndCommand, keyListCommand } from './key.ts'
import { migrateCommand } from './migrate.ts'
import { printRunCommand } from './print-run.ts'
import { statisticsCloseCommand } from './statistics-close.ts'
import { statisticsRebuildCommand } from './statistics-rebuild.ts'
import { userInviteCommand } from './user-invite.ts'
import { verifyCommand } from './verify.ts'

const commands: Command[] = [
  migrateCommand,
  importInstrumentCommand,
  importCommand,
  userInviteCommand,
  keyCreateCommand,
  keyEndCommand,
  keyListCommand,
  printRunCommand,
  accessCommand,
  statisticsCloseCommand,
  statisticsRebuildCommand,
  // Before `conformance`, whose name it begins with.
  conformanceVerifyCommand,
  conformanceCommand(() => readConfig(process.env)),
  verifyCommand,
  deletionsReplayCommand(() => readConfig(process.env)),
  // Before `doctor`, whose name it begins with.
  doctorRowCommand(() => readConfig(process.env)),
  doctorStatisticsCommand(() => readConfig(process.env)),
  doctorCommand(() => readConfig(process.env)),
]

const program = 'npm run --silent kaiku --'
const print = (line: string) => console.log(line)
const note = (line: string) => console.error(line)

const helpOf = ({ name, usage, what }: Command) => [`  ${`${name} ${usage}`.trim()}`, `      ${what}`]
const help = (about: Command[]) => [
  `Usage: ${program} <command> [--json] [--help]`,
  '',
  ...about.flatMap(helpOf),
]

/** The name of the command comes first, in one word or two. */
const findCommand = (args: string[]) =>
  commands.find(({ name }) => name.split(' ').every((word, at) => args[at] === word))

const common = { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const

const readArguments = (args: string[]) => {
  const loose = parseArgs({ args, options: common, strict: false, allowPositionals: true })
  const command = findCommand(args)
  if (!command) return { command, words: loose.positionals, options: { help: loose.values.help === true } }
  const { values, positionals } = parseArgs({
    args,
    options: { ...command.options, ...common },
    allowPositionals: true,
  })
  return { command, words: positionals.slice(command.name.split(' ').length), options: values }
}

/** The database is closed whatever happens, so that the embedded one is left in order and free for others. */
const runWithDatabase = async (command: Command & { needsDatabase: true }, given: Given) => {
  const opened = await openDatabase(readConfig(process.env), false, given.now)
  try {
    return await command.run({ ...given, ...opened })
  } finally {
    await opened.connection.close()
  }
}

const originOf = () => {
  const { publicUrl, port } = readConfig(process.env)
  return publicUrl ?? `http://localhost:${port}`
}

const run = async (args: string[]): Promise<number> => {
  const { command, words, options } = readArguments(args)
  if (options.help) {
    for (const line of help(command ? [command] : commands)) print(line)
    return 0
  }
  if (!command) {
    const asked = words.length === 0 ? 'Say what to do' : `There is no command “${words.join(' ')}”`
    note(`${asked}. See ${program} --help`)
    return 1
  }
  const given = { words, options, now: new Date(), origin: originOf(), print, note }
  return command.needsDatabase ? runWithDatabase(command, given) : command.run(given)
}

/** The parser of the arguments explains at length; its first sentence is enough. */
const isAboutArguments = (error: unknown) =>
  String((error as { code?: string }).code).startsWith('ERR_PARSE_ARGS')

try {
  process.exitCode = await run(process.argv.slice(2))
} catch (error) {
  note(isAboutArguments(error) ? `${(error as Error).message.split('. ')[0]}.` : sentenceOf(error))
  process.exitCode = 1
}
