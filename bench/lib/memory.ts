import { readFileSync } from 'node:fs'

const memoryOf = (pid: number): number => {
  const [, kilobytes] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kilobytes) / 1024
}

/** Looks each second how much memory a process holds (Linux). @returns how to end that, and megabytes by the moment */
export const watchMemory = (pid: number, now: () => number) => {
  const seen: { at: number; megabytes: number }[] = []
  const look = () => seen.push({ at: now(), megabytes: memoryOf(pid) })
  look()
  const timer = setInterval(look, 1_000)
  return {
    seen,
    stop: () => {
      clearInterval(timer)
      look()
    },
  }
}
