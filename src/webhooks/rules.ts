import { createHmac, randomBytes } from 'node:crypto'

/** What a program can be told of by itself. Of cards nothing: see docs/our-choices.md. */
export const webhookEvents = [
  ...(['use.cancelled', 'use.recognised', 'use.dropped', 'site.updated', 'model.changed'] as const),
] as const
/** What a program that is being built can bring about with the practice cards. */
export const practiceEvents = ['use.cancelled', 'use.recognised', 'use.dropped'] as const
export type WebhookEvent = (typeof webhookEvents)[number]
/** What is sent when a program asks for a try. */
export const testEvent = 'test'

export const deliveryStates = ['waiting', 'delivered', 'failed'] as const
export type DeliveryState = (typeof deliveryStates)[number]

export const webhooksAtMost = 10

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** Waits after each try; after every later one, the last. */
const waits = [minute, 5 * minute, 30 * minute, 2 * hour, 6 * hour, 12 * hour, 24 * hour]
const triedFor = 3 * day
/** A receiver that did not answer is left alone for this long, whatever else waits for it. */
const rest = minute

/**
 * When a delivery is tried again, should this try fail.
 * @param tries how often it has been tried, this one counted
 * @param since its first try
 * @returns null when it is given up: three days have passed
 */
export const nextTryAt = (tries: number, since: Date, now: Date): Date | null => {
  const next = new Date(now.getTime() + (waits[tries - 1] ?? waits.at(-1)!))
  return next.getTime() > since.getTime() + triedFor ? null : next
}

export const restsUntil = (now: Date): Date => new Date(now.getTime() + rest)

/** How long two secrets sign side by side while the receiver takes the new one into use. */
const bothSecrets = 7 * day
export const oldSecretEnd = (now: Date): Date => new Date(now.getTime() + bothSecrets)

export const isDelivered = (status: number): boolean => status >= 200 && status < 300

/** `whsec_` and 256 random bits; given out once. */
export const newSecret = (): string => `whsec_${randomBytes(32).toString('base64url')}`

/** What a secret is sealed for (`lib/sealed.ts`): it opens for its own webhook alone. */
export const secretPurpose = (webhook: string): string => `webhook ${webhook}`

/**
 * `Kaiku-Signature`: the second of sending, and for each living secret the HMAC-SHA256 over `<t>.<body>` in hex.
 * The receiver compares one of them, and refuses what is older than some minutes.
 */
export const signatureOf = (secrets: readonly string[], body: string, at: Date): string => {
  const t = Math.floor(at.getTime() / 1000)
  const signed = secrets.map((secret) => createHmac('sha256', secret).update(`${t}.${body}`).digest('hex'))
  return [`t=${t}`, ...signed.map((hex) => `v1=${hex}`)].join(',')
}

/** `isTest` of what a program that is being built is told. */
export type Told = { id: string; event: string; madeAt: Date; data: unknown; isTest: boolean }

/** The body, the same at every try. The receiver knows a repeat by `id`. */
export const bodyOf = ({ id, event, madeAt, data, isTest }: Told): string =>
  JSON.stringify({ id, event, createdAt: madeAt.toISOString(), ...(isTest && { test: true }), data })
