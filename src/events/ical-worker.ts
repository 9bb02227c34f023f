import { parentPort, workerData } from 'node:worker_threads'
import { readCalendar } from './ical-read.ts'

/** One calendar in a thread of its own: a rule that repeats for ever is stopped with it. */
try {
  const { text, now } = workerData as { text: string; now: Date }
  parentPort!.postMessage(readCalendar(text, now))
} catch {
  parentPort!.postMessage(null)
}
