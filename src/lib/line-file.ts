import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  truncateSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'

/** A line that a power failure cut short was never one: the next must not be glued to it. */
const dropTornLine = (file: string) => {
  if (!existsSync(file)) return
  const bytes = readFileSync(file)
  const whole = bytes.lastIndexOf('\n') + 1
  if (whole < bytes.length) truncateSync(file, whole)
}

/** Adds lines at once and waits until they are on the disk. The file is made for its owner alone. */
export const appendLines = (file: string, lines: readonly string[]): void => {
  mkdirSync(dirname(file), { recursive: true })
  dropTornLine(file)
  const open = openSync(file, 'a', 0o600)
  try {
    writeSync(open, lines.map((line) => `${line}\n`).join(''))
    fsyncSync(open)
  } finally {
    closeSync(open)
  }
}

/** Writes the file anew: it is the old or the new one as a whole, whenever the power fails. For its owner alone. */
export const writeLines = (file: string, lines: readonly string[]): void => {
  const made = `${file}.${process.pid}.new`
  mkdirSync(dirname(file), { recursive: true })
  const open = openSync(made, 'w', 0o600)
  try {
    writeSync(open, lines.map((line) => `${line}\n`).join(''))
    fsyncSync(open)
  } finally {
    closeSync(open)
  }
  renameSync(made, file)
  const folder = openSync(dirname(file), 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}

/** The whole lines, oldest first; none when there is no file yet. A last line without its end is left out. */
export const readLines = (file: string): string[] =>
  existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(0, -1) : []
