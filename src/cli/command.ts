import type { Connection } from '../db/db.ts'
import type { Keys } from '../db/keys.ts'

/** What a command is handed. It reads neither the clock nor the environment itself. */
export type Given = {
  /** The words after the command's name, such as the file of `import cards <file>`. */
  words: string[]
  /** The options by name. A switch that was not given is undefined. */
  options: Record<string, string | boolean | undefined>
  now: Date
  /** The address that people use: `PUBLIC_URL`, else the default one. */
  origin: string
  /** Writes a line to standard output: the answer itself, nothing else. */
  print: (line: string) => void
  /** Writes a line to standard error: refusals, one a line. */
  complain: (line: string) => void
}

/** The database, brought to the newest form and claimed with the key file. */
export type Opened = { connection: Connection; keys: Keys }

/**
 * One command of `npm run --silent kaiku --`.
 * `run` gives the exit code; an Error that it throws is printed as one line and ends with 1.
 */
export type Command = {
  /** One or two words: `migrate`, `user invite`. */
  name: string
  /** What may follow the name: `--email <address> --role <role> [--scope <kind>:<name>]`. */
  usage: string
  /** One sentence for `--help`. */
  what: string
  options: Record<string, { type: 'string' | 'boolean' }>
} & (
  | { needsDatabase: false; run: (given: Given) => Promise<number> }
  | { needsDatabase: true; run: (given: Given & Opened) => Promise<number> }
)
