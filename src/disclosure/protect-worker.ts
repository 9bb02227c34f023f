import { parentPort } from 'node:worker_threads'
import { protect } from './protect.ts'
import type { Tables } from './rules.ts'

/** The thread that protects tables, which keeps a processor busy for seconds; nobody else waits in here. */
parentPort!.on('message', (tables: Tables) => {
  protect(tables).then(
    (done) => parentPort!.postMessage({ done }),
    (error: unknown) => parentPort!.postMessage({ problem: String(error) }),
  )
})
