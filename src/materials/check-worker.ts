import { parentPort, workerData } from 'node:worker_threads'
import { checkFile } from './check-rules.ts'

/** One file in a thread of its own: what is made to be read for ever is stopped with it. */
try {
  const { name, bytes } = workerData as { name: string; bytes: Uint8Array }
  parentPort!.postMessage(checkFile(name, bytes))
} catch {
  parentPort!.postMessage(null)
}
