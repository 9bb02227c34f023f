/** What an answer over the network means for a record that waits. */
import type { Problem, Said } from './wire.ts'

/** What came back, whoever answered; null when nothing did. */
export type Heard = { status: number; text: string; retryAfter: string | null } | null

export type Reply<Answer> =
  | { kind: 'answer'; answer: Answer }
  /** This record is not taken as it is: a person has to look at it. */
  | { kind: 'refused'; said: Said }
  /** The session has ended, or is another person’s. */
  | { kind: 'stop' }
  /** The fault is the server’s and perhaps this record’s alone: the others are tried. */
  | { kind: 'fault' }
  /** No network, or no server behind it. */
  | { kind: 'later'; seconds: number | null }

const readJson = (text: string): Record<string, unknown> | null => {
  try {
    const json = JSON.parse(text)
    return typeof json === 'object' && json !== null ? json : null
  } catch {
    return null
  }
}

const isSaid = (said: unknown): said is Said =>
  typeof said === 'object' && said !== null && ['fi', 'sv', 'en'].every((language) => language in said)

const isProblem = (json: Record<string, unknown> | null): json is Problem =>
  typeof json?.problem === 'string' && isSaid(json.said)

/**
 * Only what our own server says counts: the network of a hotel or a train answers everything with a page of its own,
 * and 200.
 * @param states that an answer of this request can have
 */
export const replyOf = <Answer>(heard: Heard, states: readonly string[]): Reply<Answer> => {
  const later = { kind: 'later', seconds: null } as const
  if (!heard) return later
  const { status, retryAfter } = heard
  const json = readJson(heard.text)
  if (status >= 200 && status < 300)
    return json && states.includes(String(json.state)) ? { kind: 'answer', answer: json as Answer } : later
  if (!isProblem(json)) return later
  if (status === 401 || status === 403) return { kind: 'stop' }
  if (status === 429 || status === 503)
    return { kind: 'later', seconds: Number.parseInt(retryAfter ?? '', 10) || null }
  return status >= 500 ? { kind: 'fault' } : { kind: 'refused', said: json.said }
}
