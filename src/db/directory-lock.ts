import { createHash, randomUUID } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** When a process started, in clock ticks: tells a living owner from a stranger who got its number later. */
const startOf = (pid: number) => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return ''
  }
}

/** The process that a lock names, if it still lives; null when it was killed. */
const ownerOf = (text: string): number | null => {
  const [number, start] = text.split(' ')
  const pid = Number(number)
  const lives = pid > 0 && isAlive(pid) && (!start || startOf(pid) === start)
  return lives ? pid : null
}

const read = (file: string): string | null => {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** A file comes to its name with all its content, and only where there is none. */
const putInPlace = (made: string, file: string): boolean => {
  try {
    linkSync(made, file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Where the one process that may succeed this dead lock puts its own. No two locks have the same text. */
const heirOf = (file: string, text: string) =>
  `${file}.${createHash('sha256').update(text).digest('hex').slice(0, 16)}`

/**
 * Tries once. A dead lock is never removed: whoever read it may be late, and would remove a living one.
 * It gets an heir instead, which only one process can become, and the heir replaces it by renaming. A late one
 * becomes heir of a lock that has gone already, sees that, and steps back.
 */
const take = (file: string, made: string, inUse: (pid: number) => Error): boolean => {
  const first = read(file)
  const places = [file]
  for (let text = first; text !== null; ) {
    const owner = ownerOf(text)
    if (owner) throw inUse(owner)
    places.push(heirOf(file, text))
    text = read(places.at(-1)!)
  }
  const free = places.at(-1)!
  if (!putInPlace(made, free)) return false
  if (free === file) return true
  if (read(file) !== first) {
    rmSync(free, { force: true })
    return false
  }
  renameSync(free, file)
  for (const heir of places.slice(1)) rmSync(heir, { force: true }) // heirs that were killed too
  return true
}

/** Each attempt that fails means that another process got further, so few are ever needed. */
const attempts = 100

/**
 * Takes the data directory for this process. The embedded database has no lock of its own:
 * two processes on one directory lose data without an error.
 * @returns a function that gives the directory back
 * @throws Error with a sentence for people when another living process holds it
 */
export const lockDirectory = (directory: string): (() => void) => {
  const file = `${directory}.lock`
  const mine = `${process.pid} ${startOf(process.pid)} ${randomUUID()}`
  const made = `${file}.${randomUUID()}`
  const inUse = (pid: number) =>
    new Error(
      `The embedded database in ${directory} is in use by process ${pid}. Stop that process first, or use PostgreSQL (DATABASE_URL).`,
    )
  const release = () => {
    process.off('exit', release)
    if (read(file) === mine) rmSync(file, { force: true })
  }
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(made, mine, { flag: 'wx' })
  try {
    for (let attempt = 0; attempt < attempts; attempt++) {
      if (!take(file, made, inUse)) continue
      process.on('exit', release)
      return release
    }
  } finally {
    rmSync(made, { force: true })
  }
  throw new Error(`The embedded database in ${directory} is being opened by another process.`)
}
