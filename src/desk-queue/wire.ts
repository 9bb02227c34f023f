/**
 * What the desk's own script and the server say to each other: JSON under the session of the device or person, at
 * addresses without a language. A code goes only in a body, and comes back never.
 */
import type { UseKind, UseRefusal } from '../uses/rules.ts'

/** A sentence in each language of the desk: the screen shows one, and can change it without a network. */
export type Said = { fi: string; sv: string; en: string }

/** `GET`: what a desk works for, asked at its start and now and then. */
export type DeskState = {
  /** Names the holder of the session, so that a device knows whose records it keeps: no secret, no person’s name. */
  owner: string
  /** Of the sites that have become this one: what a device kept there is sent from here. */
  formerOwners: string[]
  sites: { id: number; name: string; kinds: UseKind[]; allowsOverride: boolean; keepsUnrecognised: boolean }[]
  /** The latest events of a site, by its id. */
  events: Record<number, string[]>
  /** What stands for today, by the id of the site. */
  today: Record<number, { uses: number; adults: number; children: number }>
  /** The groups that a site has promised to take today, in a sentence each, by its id. */
  groups: Record<number, Said[]>
  /** Milliseconds since 1970, by the server’s clock. */
  now: number
}

/** `POST`: looks a card up. Nothing is recorded, nor left on the device. */
export type CheckAsked = { code: string; siteId: number; event: string | null; eventOn: string | null }

export type CheckAnswer = {
  allowed: boolean
  reason: UseRefusal | 'card-code-malformed' | null
  /** Null when there is no such card. */
  card: {
    type: 'personal' | 'community'
    tail: string
    validUntil: string | null
    children: number
    childAge: number
    /** Of a community card alone. */
    unit: string | null
  } | null
  /** A ticket got before for today: arriving with it is no second use. */
  booking: { id: string; adults: number; children: number; event: string | null } | null
  /** A use of the same card here, near in time. */
  recent: { adults: number; children: number; at: string } | null
  remaining: number | null
  /** What is so, why (the rule of the national model), what still works, and what to do next. */
  explained: { what: Said; why: Said; still: Said; next: Said } | null
  notice: Said | null
}

/** One record as the device keeps it until it is answered: encrypted there, in clear only on its way. */
export type RecordSent = {
  /** UUID v7, made on the device before anything is sent: the key of the request, and the id of the use. */
  id: string
  code: string
  siteId: number
  event: string | null
  /** The day of the event, where the ticket is for another day. */
  eventOn: string | null
  kind: UseKind
  adults: number
  children: number
  companions: number
  /** ISO 8601 by the device’s clock, at the scan. */
  scannedAt: string
  /** ISO 8601 by the device’s clock, at this sending: the difference to the server’s clock corrects the scan. */
  sentAt: string
  overrideReason: string | null
  /** The clerk has seen that the card was recorded a moment ago. */
  confirmDuplicate: boolean
  /** The ticket was given without an answer from the register. */
  wasOffline: boolean
}

/** What the queue adds as it sends: whose the record is, so that it goes in no other name. */
type Owned = { owner: string }
export type OwnedRecord = RecordSent & Owned

/**
 * Of a ticket that was given already, `repeat` says that the card was recorded here near in time, and `late` that it has
 * expired or been closed since the scan: it counts all the same.
 */
type Flag = 'repeat' | 'late'

/** Why a person has to look: a rule of the register, or a code or number that no card allows. */
export type AttentionReason = UseRefusal | 'card-code-malformed' | 'one-adult' | 'not-accepted'

/** `attention` waits for a person on the device; nothing of it is kept by the server. */
export type RecordAnswer =
  | {
      state: 'recorded' | 'waiting'
      id: string
      usedAt: string
      tail: string
      flag: Flag | null
    }
  | { state: 'attention'; id: string; reason: AttentionReason; said: Said }

/** `POST`: undoes a record, by its id; a second time finds it done. Both times are ISO 8601 by the device’s clock. */
export type UndoSent = { id: string; undoneAt: string; sentAt: string } & Owned
export type UndoAnswer =
  | { state: 'undone' }
  | { state: 'attention'; reason: 'undo-too-late' | 'not-found' | 'not-accepted'; said: Said }

/**
 * The body of a refusal: 401 nobody is signed in, 403 not by this person, 404, 422, 429 with `Retry-After`, 5xx.
 * A record stays on the device whatever it is.
 */
export type Problem = { problem: string; said: Said }

/** `POST`: the holder of a booking has come; `arrived: false` takes back what was marked by mistake. */
export type ArrivalSent = { use: string; arrived: boolean }
export type ArrivalAnswer = { state: 'arrived' | 'taken-back' | 'not-today' }

export const wirePaths = {
  state: '/desk-app/state',
  checks: '/desk-app/checks',
  uses: '/desk-app/uses',
  undo: '/desk-app/undo',
  arrivals: '/desk-app/arrivals',
} as const
