import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Kept, Refused } from './make.ts'
import type { Thumbnail } from './picture-make.ts'

export type Made = Kept & { thumbnail: Thumbnail | null }
export type NotMade = Refused | { problem: 'busy' }
type Answer = { kept: Kept | Refused } | { thumbnail: Thumbnail | null }

/** Milliseconds. The largest deck of pictures takes half of it. */
const longest = 15_000
const idleMs = 60_000
const mostWaiting = 10

let child: ChildProcess | null = null
let idle: NodeJS.Timeout | undefined
let waiting = 0
let last: Promise<unknown> = Promise.resolve()

/** It is given nothing of this program's surroundings: no address of a database, no key. */
const start = (): ChildProcess =>
  fork(fileURLToPath(new URL('./make-worker.ts', import.meta.url)), {
    execArgv: ['--max-old-space-size=512', '--import', import.meta.resolve('tsx')],
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })

const hold = (on: ChildProcess, isHeld: boolean) => {
  const handles = [on, on.channel]
  for (const one of handles) isHeld ? one?.ref() : one?.unref()
}

const end = () => {
  child?.kill('SIGKILL')
  child = null
}

const ask = (name: string, bytes: Uint8Array, within: number): Promise<Made | Refused> =>
  new Promise((resolve) => {
    clearTimeout(idle)
    child ??= start()
    const asked = child
    hold(asked, true)
    let kept: Kept | null = null
    const finish = (made: Made | Refused, isSound: boolean) => {
      clearTimeout(limit)
      asked.off('message', take).off('error', fail).off('exit', fail)
      hold(asked, false)
      if (isSound) idle = setTimeout(end, idleMs).unref()
      else end()
      resolve(made)
    }
    /** Too slow, or it fell: what was made by then counts, and nobody else is asked by the same one. */
    const fail = () => finish(kept ? { ...kept, thumbnail: null } : { problem: 'broken' }, false)
    const take = (answer: Answer) => {
      if ('thumbnail' in answer) finish({ ...kept!, thumbnail: answer.thumbnail }, true)
      else if ('problem' in answer.kept) finish(answer.kept, true)
      else kept = answer.kept
    }
    const limit = setTimeout(fail, within)
    asked.on('message', take).on('error', fail).on('exit', fail)
    asked.send({ name, bytes })
  })

/**
 * Makes of what was sent a file that may be kept, and its small picture, one at a time in a process of its own: what takes
 * for ever, or brings down the library that reads it, costs nobody but its sender.
 * @param within milliseconds
 * @returns `broken` too when it was not read in time; `busy` when ten wait already
 */
export const makeFile = (name: string, bytes: Uint8Array, within = longest): Promise<Made | NotMade> => {
  if (waiting >= mostWaiting) return Promise.resolve({ problem: 'busy' })
  waiting++
  const made = last.then(() => ask(name, bytes, within)).finally(() => waiting--)
  last = made
  return made
}
