import {
  type ArrivalAnswer,
  type ArrivalSent,
  type CheckAnswer,
  type CheckAsked,
  type DeskState,
  wirePaths,
} from './wire.ts'

/** `off`: no answer in time · `ended`: the session is over · `wait`: too many codes tried · `fault`: anything else */
export type Failed = { failed: 'off' | 'ended' | 'wait' | 'fault' }

/** A customer waits: after this long the desk goes on without the network. */
const patience = 2500
/** While the network is known to be down it is only tried. */
const shortPatience = 1000

let isDown = !navigator.onLine

const failedBy = (status: number): Failed['failed'] => {
  if (status === 401 || status === 403) return 'ended'
  if (status === 429) return 'wait'
  return status >= 500 ? 'off' : 'fault'
}

const ask = async <Answer>(path: string, body?: unknown): Promise<Answer | Failed> => {
  if (!navigator.onLine) return { failed: 'off' }
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), isDown ? shortPatience : patience)
  try {
    const response = await fetch(path, {
      signal: stop.signal,
      redirect: 'error',
      cache: 'no-store',
      headers: {
        accept: 'application/json',
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
    })
    isDown = false
    // Read whatever it is: a body that nobody reads holds its connection.
    const text = await response.text()
    return response.ok ? (JSON.parse(text) as Answer) : { failed: failedBy(response.status) }
  } catch {
    isDown = true
    return { failed: 'off' }
  } finally {
    clearTimeout(timer)
  }
}

export const askState = () => ask<DeskState>(wirePaths.state)
export const askCheck = (asked: CheckAsked) => ask<CheckAnswer>(wirePaths.checks, asked)
export const sendArrival = (sent: ArrivalSent) => ask<ArrivalAnswer>(wirePaths.arrivals, sent)
