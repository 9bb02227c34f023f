import { startThread } from '../lib/thread.ts'
import type { Checked } from './check-rules.ts'

/** Milliseconds. The largest deck of pictures takes a fraction of it. */
const longest = 10_000

/**
 * Checks a file in a thread with time and memory of its own, so that nobody else waits: ten megabytes can be made to take
 * hours, or to unpack to a hundred.
 * @param within milliseconds
 * @returns `broken` too when it was not read in time
 */
export const checkFileApart = (name: string, bytes: Uint8Array, within = longest): Promise<Checked> =>
  new Promise((resolve) => {
    const thread = startThread(new URL('./check-worker.ts', import.meta.url), {
      workerData: { name, bytes },
      resourceLimits: { maxOldGenerationSizeMb: 512 },
    })
    thread.ref()
    const end = (checked: Checked | null) => {
      clearTimeout(limit)
      void thread.terminate()
      resolve(checked ?? { problem: 'broken' })
    }
    const limit = setTimeout(() => end(null), within)
    thread.once('message', (checked: Checked | null) => end(checked))
    thread.once('error', () => end(null))
    thread.once('exit', () => end(null))
  })
