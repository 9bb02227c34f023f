// The queue of this device, put together: its disk, its network, and what wakes it.

import { createQueue, type OpenedQueue } from './core.ts'
import { newId } from './new-id.ts'
import type { Heard } from './replies.ts'
import { openStore } from './store.ts'
import type { OpenQueue } from './types.ts'
import type { RecordAnswer } from './wire.ts'

/** A network that says nothing for so long is none. */
const patience = 6_000

const post = async (path: string, body: unknown): Promise<Heard> => {
  const giveUp = new AbortController()
  const timer = setTimeout(() => giveUp.abort(), patience)
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      // Our own server never leads elsewhere; the page of a hotel’s network does.
      redirect: 'error',
      cache: 'no-store',
      signal: giveUp.signal,
    })
    const { status, headers } = response
    return { status, text: await response.text(), retryAfter: headers.get('retry-after') }
  } catch {
    return null
  } finally {
    clearTimeout(timer)
  }
}

/** One tab sends at a time where the browser can hold them to it. Else two may: the key of each record makes it once. */
const alone = async (run: () => Promise<void>): Promise<boolean> => {
  if (!navigator.locks) {
    await run()
    return true
  }
  return navigator.locks.request('kaiku-desk-send', { ifAvailable: true }, async (lock) => {
    if (lock) await run()
    return lock !== null
  })
}

const listen = (queue: OpenedQueue) => {
  addEventListener('online', () => queue.network(true))
  addEventListener('offline', () => queue.network(false))
  addEventListener('pageshow', () => void queue.flush())
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void queue.flush()
  })
}

export const openQueue: OpenQueue = async (owner, formerOwners = []) => {
  const store = await openStore()
  // Asked for, so that the browser does not tidy the queue away; it works without, too.
  void navigator.storage?.persist?.().catch(() => false)
  const others = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('kaiku-desk')
  let timer: ReturnType<typeof setTimeout> | undefined
  const queue: OpenedQueue = createQueue({
    ...{ store, post, alone, owner, formerOwners },
    now: Date.now,
    newId: () => newId(Date.now()),
    isOnline: () => navigator.onLine,
    tellOthers: (answer) => others?.postMessage(answer),
    wakeIn: (milliseconds) => {
      clearTimeout(timer)
      timer = setTimeout(() => void queue.flush(), milliseconds)
    },
  })
  if (others) others.onmessage = ({ data }: MessageEvent<RecordAnswer | null>) => queue.heardFromOthers(data)
  listen(queue)
  void queue.flush()
  return queue
}
