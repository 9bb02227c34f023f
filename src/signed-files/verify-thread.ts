import { startThread } from '../lib/thread.ts'
import { type Verdict, verifyFile } from './verify-rules.ts'

/** Milliseconds. A package of ten rounds takes a fraction of one second. */
const longest = 8000
/** Files that wait for the one in hand: who comes later is asked to come again. */
const mostWaiting = 5

let waiting = 0
/** One after another, so that ten files at once take the time and memory of one. */
let last: Promise<unknown> = Promise.resolve()

const readInThread = (bytes: Uint8Array, keys: readonly string[], within: number): Promise<Verdict> =>
  new Promise((resolve) => {
    const thread = startThread(new URL('./verify-worker.ts', import.meta.url), {
      workerData: { bytes, keys },
      resourceLimits: { maxOldGenerationSizeMb: 256 },
    })
    thread.ref()
    const end = (verdict: Verdict | null) => {
      clearTimeout(limit)
      void thread.terminate()
      // What cannot be read in time is nothing that was issued here.
      resolve(verdict ?? verifyFile(new Uint8Array(), keys))
    }
    const limit = setTimeout(() => end(null), within)
    thread.once('message', (verdict: Verdict | null) => end(verdict))
    thread.once('error', () => end(null))
    thread.once('exit', () => end(null))
  })

/**
 * Says whether a file is as it was issued (`verifyFile`), in a thread with time and memory of its own: anybody may hand in
 * a file, and one of 130 KB can unpack to gigabytes.
 * @param within milliseconds
 * @returns `unknown-file` when it was not read in time; null when too many wait already
 */
export const verifyInThread = async (
  bytes: Uint8Array,
  keys: readonly string[],
  within = longest,
): Promise<Verdict | null> => {
  if (waiting >= mostWaiting) return null
  waiting += 1
  const verdict = last.then(() => readInThread(bytes, keys, within))
  last = verdict
  try {
    return await verdict
  } finally {
    waiting -= 1
  }
}
