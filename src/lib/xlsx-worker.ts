import { parentPort, workerData } from 'node:worker_threads'
import { readWorkbook } from './xlsx.ts'

/** One workbook in a thread of its own: however large or broken it is, no desk waits for it. */
try {
  parentPort!.postMessage({ rows: await readWorkbook(workerData as Uint8Array) })
} catch {
  parentPort!.postMessage({ rows: null })
}
