import { startThread } from '../lib/thread.ts'
import type { FileRead } from './file-rules.ts'

/** Milliseconds. A year's programme takes a fraction of one second. */
const longest = 10_000

/** The text of a calendar: UTF-8 by its standard (RFC 5545 §3.1.4), and what old programs write all the same. */
const decode = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/**
 * Reads a calendar in a thread with time and memory of its own: some rules of repeating have no end.
 * @param within milliseconds
 * @returns null when it was not read in time
 */
export const readCalendarFile = (bytes: Uint8Array, now: Date, within = longest): Promise<FileRead | null> =>
  new Promise((resolve) => {
    const thread = startThread(new URL('./ical-worker.ts', import.meta.url), {
      workerData: { text: decode(bytes), now },
      resourceLimits: { maxOldGenerationSizeMb: 256 },
    })
    thread.ref()
    const end = (read: FileRead | null) => {
      clearTimeout(limit)
      void thread.terminate()
      resolve(read)
    }
    const limit = setTimeout(() => end(null), within)
    thread.once('message', (read: FileRead | null) => end(read))
    thread.once('error', () => end(null))
    thread.once('exit', () => end(null))
  })
