import { z } from 'zod'
import { appendLines, readLines } from '../lib/line-file.ts'

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

/** Adds one line and waits until it is on the disk. The file is made for its owner alone. */
export const appendHead = (file: string, head: Head): void => appendLines(file, [JSON.stringify(head)])

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
export const readHeads = (file: string): Head[] =>
  readLines(file).map((line, index) => {
    const head = headOf(line)
    if (!head) throw new Error(`Line ${index + 1} of ${file} is not the head of a chain.`)
    return head
  })
