import type { Connection } from '../db/db.ts'
import type { Keys } from '../db/keys.ts'

export type Options = Record<string, string | boolean | undefined>

/** What a command is handed. It reads neither the clock nor the environment itself. */
export type Given = {
  /** The words after the command's name, such as the file of `import cards <file>`. */
  words: string[]
  /** The options by name, `json` among them. A switch that was not given is undefined. */
  options: Options
  now: Date
  /** The address that people use: `PUBLIC_URL`, else this machine. */
  origin: string
  /** Writes a line to standard output: the answer itself, so that a program can read it. */
  print: (line: string) => void
  /** Writes a line to standard error: what is said beside the answer, and refusals. */
  note: (line: string) => void
}

/** The database, brought to the newest form and compared with the key file. */
type Opened = {
  connection: Connection
  keys: Keys
  /** The migrations applied while opening. */
  applied: string[]
  /** Erased cards that an older copy had brought back: erased again while opening. */
  deletedAgain: number
}

/**
 * One command of `npm run --silent kaiku --`.
 * `run` gives the exit code; an Error that it throws is printed as one line and ends with 1.
 */
export type Command = {
  /** One or two words: `migrate`, `user invite`. */
  name: string
  /** What may follow the name: `--email <address> --role <role>`. */
  usage: string
  /** A sentence or two for `--help`. */
  what: string
  /** Beside `json` and `help`, which every command has. */
  options: Record<string, { type: 'string' | 'boolean' }>
} & (
  | { needsDatabase: false; run: (given: Given) => Promise<number> }
  | { needsDatabase: true; run: (given: Given & Opened) => Promise<number> }
)

/** An option that takes text; undefined when it was not given or is empty. */
export const textOf = (options: Options, name: string): string | undefined => {
  const value = options[name]
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

/** How the log names what was done from the command line: nobody signs in there. */
export const byHand = (now: Date) =>
  ({ at: now, actor: 'command-line', role: null, outcome: 'done' }) as const
