import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  truncateSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'

/**
 * The second place. Whoever owns the database can rewrite the chain in it from end to end; the head of the chain, kept
 * once a day in a file that only grows, tells. The file should itself be copied to where the owner of the database
 * cannot write, such as the organisation's log server: beside the database it stops only those who forget it.
 */
const HeadLine = z.object({
  position: z.number().int().positive(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  rows: z.number().int().nonnegative(),
})
/** The chain as it stood: its last link, the Finnish day, and how many rows the log had. */
export type Head = z.output<typeof HeadLine>

/** A line that a power failure cut short was never a head: the next one must not be glued to it. */
const dropTornLine = (file: string) => {
  if (!existsSync(file)) return
  const bytes = readFileSync(file)
  const whole = bytes.lastIndexOf('\n') + 1
  if (whole < bytes.length) truncateSync(file, whole)
}

/** Adds one line and waits until it is on the disk. The file is made for its owner alone. */
export const appendHead = (file: string, head: Head): void => {
  mkdirSync(dirname(file), { recursive: true })
  dropTornLine(file)
  const open = openSync(file, 'a', 0o600)
  try {
    writeSync(open, `${JSON.stringify(head)}\n`)
    fsyncSync(open)
  } finally {
    closeSync(open)
  }
}

const headOf = (line: string): Head | null => {
  try {
    return HeadLine.safeParse(JSON.parse(line)).data ?? null
  } catch {
    return null
  }
}

/**
 * The heads in the file, oldest first; none when there is no file yet. A last line without its end was cut short by a
 * power failure and is left out.
 * @throws Error with a sentence for people when another line is no head
 */
export const readHeads = (file: string): Head[] => {
  if (!existsSync(file)) return []
  const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1)
  return lines.map((line, index) => {
    const head = headOf(line)
    if (!head) throw new Error(`Line ${index + 1} of ${file} is not the head of a chain.`)
    return head
  })
}
