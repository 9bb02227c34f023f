import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
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

/**
 * Takes the data directory for this process. The embedded database has no lock of its own:
 * two processes on one directory lose data without an error.
 * @returns a function that gives the directory back
 * @throws Error with a sentence for people when another living process holds it
 */
export const lockDirectory = (directory: string): (() => void) => {
  const file = `${directory}.lock`
  mkdirSync(dirname(file), { recursive: true })
  const mine = `${process.pid} ${startOf(process.pid)}`
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      writeFileSync(file, mine, { flag: 'wx' })
      const release = () => {
        process.off('exit', release)
        rmSync(file, { force: true })
      }
      process.on('exit', release)
      return release
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const [pid, start] = readFileSync(file, 'utf8').split(' ')
    const alive = pid && isAlive(Number(pid)) && (!start || startOf(Number(pid)) === start)
    if (alive)
      throw new Error(
        `The embedded database in ${directory} is in use by process ${pid}. Stop that process first, or use PostgreSQL (DATABASE_URL).`,
      )
    rmSync(file, { force: true }) // its owner was killed
  }
  throw new Error(`The embedded database in ${directory} is being opened by another process.`)
}
