import type { Worker } from 'node:worker_threads'
import { startThread } from '../lib/thread.ts'
import type { Protected } from './protect.ts'
import type { Tables } from './rules.ts'

type Answer = { done: Protected } | { problem: string }

const ask = (thread: Worker, tables: Tables): Promise<Protected> =>
  new Promise((resolve, reject) => {
    const fail = (reason: unknown) => reject(new Error(`The tables were not protected: ${String(reason)}`))
    thread.once('error', fail).once('exit', fail)
    thread.once('message', (answer: Answer) =>
      'done' in answer ? resolve(answer.done) : fail(answer.problem),
    )
    thread.postMessage(tables)
  })

/**
 * The same as `protect`, in a thread of its own, so that whoever stands at a desk meanwhile does not wait.
 * @throws Error when the tables do not add up or the thread ends
 */
export const protectInThread = async (tables: Tables): Promise<Protected> => {
  const thread = startThread(new URL('./protect-worker.ts', import.meta.url))
  try {
    return await ask(thread, tables)
  } finally {
    await thread.terminate()
  }
}
