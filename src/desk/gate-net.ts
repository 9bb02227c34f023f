/** What the gate asks the server, and where it stands when there is no network. */
import type { Failed } from './gate-loop.ts'
import { type CheckAnswer, type CheckAsked, type DeskState, wirePaths } from './wire.ts'

/** A queue waits: after this long the gate goes on without the network. */
const patience = 2000
/** While the network is known to be down it is only tried. */
const shortPatience = 600
let isDown = false

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
      ...{ signal: stop.signal, redirect: 'error', cache: 'no-store' },
      ...(body !== undefined && {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    })
    isDown = false
    return response.ok ? ((await response.json()) as Answer) : { failed: failedBy(response.status) }
  } catch {
    isDown = true
    return { failed: 'off' }
  } finally {
    clearTimeout(timer)
  }
}

export const askState = () => ask<DeskState>(wirePaths.state)
export const askCheck = (asked: CheckAsked) => ask<CheckAnswer>(wirePaths.checks, asked)
export const sendArrival = (use: string) => ask<object>(wirePaths.arrivals, { use })

/** Whose the records are and where: no person’s name, no card, nothing secret. */
export type Place = Pick<DeskState, 'owner' | 'formerOwners'> & { sites: { id: number; name: string }[] }

const memory = 'kaiku-gate-place'
export const rememberPlace = ({ owner, formerOwners, sites }: Place): void => {
  const place: Place = { owner, formerOwners, sites: sites.map(({ id, name }) => ({ id, name })) }
  try {
    localStorage.setItem(memory, JSON.stringify(place))
  } catch {
    // A browser that keeps nothing has no queue either, and says so.
  }
}
export const recallPlace = (): Place | null => {
  try {
    return JSON.parse(localStorage.getItem(memory) ?? 'null') as Place | null
  } catch {
    return null
  }
}
