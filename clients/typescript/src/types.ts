/** The same sentence in Finnish, Swedish and English: show one of them to the person at the counter as it stands. */
export type Message = { fi: string; sv: string; en: string }

export type UseKind = 'ticket' | 'course-place' | 'season-pass'
export type Category = 'culture' | 'education' | 'science' | 'sports'

/** A card and what is wanted with it. `code` is sent in the body alone: never put it in an address or a log. */
export type CardCheck = {
  code: string
  siteId: number
  /** 1 unless said. */
  adults?: number
  children?: number
  /** Assistants and interpreters: always free, never counted. */
  companions?: number
  kind?: UseKind
  /** ISO 8601 with an offset; now unless said. */
  usedAt?: string
  /** The event, so that a repeat for it is noticed. */
  eventId?: string
}

export type Decision = {
  allowed: boolean
  /** The name of a problem (`/problems/<name>` explains it); null when allowed. */
  reason: string | null
  /** The last valid day; null when there is none to tell. */
  validUntil: string | null
  /** How many children the register has for the card. */
  children: number | null
  /** How many more the site's own limit lets; null without a limit, and of a card refused for another reason. */
  remaining: number | null
  message: Message
}

/** Tickets that are given, or have been. */
export type NewUse = {
  code: string
  siteId: number
  adults: number
  children: number
  companions?: number
  kind?: UseKind
  category?: Category
  /** The name of the event: never a person's. */
  event?: string
  /** The day of the event, `YYYY-MM-DD`, where the ticket is for another day. */
  eventOn?: string
  /** When the ticket was given, ISO 8601 with an offset; now unless said. */
  usedAt?: string
  /** Why more is given than the rule says, where the site may. */
  overrideReason?: string
  /** The same card was recorded a moment ago, and another ticket is meant. */
  confirmDuplicate?: boolean
  /** The ticket is in the customer's hand already: it then waits, should the card not be registered yet. */
  given?: boolean
}

export type Use = {
  id: string
  /** The day on which it counts, in Finland. */
  usedOn: string
  usedAt: string
  receivedAt: string
  siteId: number
  adults: number
  children: number
  companions: number
  kind: UseKind
  event: string | null
  eventOn: string | null
  category: Category
}

/** A ticket that waits until its card is registered: it is not counted yet. Its id finds it, also when it is a use. */
export type WaitingUse = { id: string; state: 'unrecognised' }

/** A use as lists have it; of the card only its last four characters. */
export type ListedUse = Use & {
  card: string
  source: 'desk' | 'api' | 'offline' | 'import' | 'reconciled'
  /** Null while the use stands. */
  cancelledAt: string | null
}

/**
 * A use by its id, or what became of a ticket that had to wait: `waiting` is not counted yet, `given-up` never will be.
 * `id` is the use's own: another than the one asked for where a ticket waited twice for its card.
 */
export type FoundUse = ListedUse & { state: 'recorded' | 'waiting' | 'given-up' | 'cancelled' }

export type UsesAsked = {
  siteId?: number
  /** Days, `YYYY-MM-DD`. */
  from?: string
  to?: string
  /** As many as one page holds, 200 at most. */
  limit?: number
}

/** One item of a batch; `key` is what the idempotency key is to a use of its own. */
export type BatchItem = NewUse & { key: string }
export type BatchOutcome =
  | { index: number; key: string; status: 201; replayed: boolean; use: Use }
  | { index: number; key: string; status: 202; replayed: boolean; waiting: WaitingUse }
  | { index: number; key: string; status: number; problem: ProblemBody }

/** Whose key this is, and what it may. */
export type Me = {
  name: string
  isTest: boolean
  key: { name: string; shownStart: string; expiresAt: string }
  scopes: string[]
  sites: { id: number; name: string }[]
  limit: { requests: number; seconds: number }
  /** The program that answers, and its version. */
  system: { name: string; version: string }
  serverTime: string
}

/** RFC 9457, with sentences for people. */
export type ProblemBody = {
  type: string
  status: number
  title: string
  detail?: string
  instance?: string
  endUserMessage?: Message
  errors?: { pointer: string; code: string; detail: string }[]
  /** Seconds. */
  retryAfter?: number
}
