import { parentPort, workerData } from 'node:worker_threads'
import { verifyFile } from './verify-rules.ts'

/** One file in a thread of its own: whatever it unpacks to, nobody's page waits for it. */
try {
  const { bytes, keys } = workerData as { bytes: Uint8Array; keys: string[] }
  parentPort!.postMessage(verifyFile(bytes, keys))
} catch {
  parentPort!.postMessage(null)
}
