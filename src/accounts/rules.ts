import { createHash } from 'node:crypto'

const minutes = (count: number) => count * 60_000
const hours = (count: number) => minutes(count * 60)
const after = (now: Date, milliseconds: number) => new Date(now.getTime() + milliseconds)

/**
 * Whether a session may act in a role. A sign-in through a provider stands for a second factor only in the roles that
 * its own groups gave: what was given by hand asks for the person's own.
 */
export const isProvenFor = (
  session: { providerId: number | null },
  role: { groupId: number | null; needsFactor: boolean },
): boolean => session.providerId === null || role.groupId !== null || !role.needsFactor

/** A sign-in ends after half an hour without a touch, and in any case after a working day (ASVS 5.0, 7.3). */
export const idleMinutes = 30
const longestHours = 12

export const sessionIdleFrom = (now: Date) => after(now, -minutes(idleMinutes))
export const sessionEnd = (now: Date) => after(now, hours(longestHours))

/** A paired device works for ninety days; each day of work begins them anew. */
export const deviceDays = 90
export const deviceSessionEnd = (now: Date) => after(now, hours(deviceDays * 24))

/** An invitation that nobody took in three days is a stray link. */
export const invitationDays = 3
export const invitationEnd = (now: Date) => after(now, hours(invitationDays * 24))

/** A right password waits ten minutes for the second factor. */
export const stepMinutes = 10
export const stepEnd = (now: Date) => after(now, minutes(stepMinutes))

/** Whether somebody proved who they are within ten minutes, or within the grace after them. */
export const isRecent = (provenAt: Date, now: Date, graceMinutes = 0) =>
  provenAt > after(now, -minutes(10 + graceMinutes))

/** A bucket of tries: `size` at once, then `perHour`, evenly. */
export type Limit = { bucket: string; size: number; perHour: number }

/** Buckets older than this are full again under every limit here, so they can be forgotten. */
export const bucketsForgottenBefore = (now: Date) => after(now, -hours(72))

/** How long the link for a new password works, and the one for a new address. */
const resetMinutes = 60
export const resetLinkEnd = (now: Date) => after(now, minutes(resetMinutes))
const emailLinkHours = 24
export const emailLinkEnd = (now: Date) => after(now, hours(emailLinkHours))

const bucketOf = (...parts: string[]) =>
  `sign-in ${parts[0]} ${createHash('sha256').update(parts.join('\0')).digest('base64url')}`

/**
 * How many wrong passwords are let through; a right one costs nothing. Nobody is locked out for good (ASVS 5.0, 6.1.1):
 * - one network against one account: 5, then one every 5 minutes
 * - one network: 100, then 100 an hour, for a whole city may sit behind one address
 * - one account from everywhere: 50, then 50 a day
 * The names are hashed, so that what was typed for an e-mail address is kept nowhere.
 */
export const signInLimits = (email: string, network: string): Limit[] => [
  { bucket: bucketOf('network', network), size: 100, perHour: 100 },
  { bucket: bucketOf('pair', email.toLowerCase(), network), size: 5, perHour: 12 },
  { bucket: bucketOf('account', email.toLowerCase()), size: 50, perHour: 50 / 24 },
]

/**
 * How often a link for a new password is asked for: 3 for one address and 20 from one network at once, then as many an
 * hour. Nobody's mailbox is filled, and no list of addresses is tried. Asked the same of addresses that nobody has.
 */
export const resetLimits = (email: string, network: string): Limit[] => [
  { bucket: bucketOf('reset-network', network), size: 20, perHour: 20 },
  { bucket: bucketOf('reset-account', email.toLowerCase()), size: 3, perHour: 3 },
]

/** Whether it has the look of an address. Whether it is one, only a letter to it tells. */
export const isEmailAddress = (text: string) => text.length <= 254 && /^[^\s@]+@[^\s@]+$/.test(text)

/** How long a password may be, in characters. */
export const passwordLengths = { shortest: 12, longest: 200 }

/** Where guessing starts: what many people choose, the words of this service, and rows of the keyboard. */
const guessable = [
  ...['salasana', 'sanasala', 'losenord', 'losen', 'password', 'passwort', 'passphrase', 'secret', 'letmein'],
  ...['welcome', 'tervetuloa', 'valkommen', 'admin', 'administrator', 'iloveyou', 'rakastan', 'master'],
  ...['kaikukortti', 'kaikukortet', 'kaikukort', 'kaikukanta', 'kaikukeskus', 'kaiku', 'kortti', 'kulttuuri'],
  ...['kultur', 'culture', 'sosiaali', 'liikunta', 'suomi', 'finland', 'helsinki', 'perkele', 'saatana'],
  ...['football', 'jalkapallo', 'jaakiekko', 'superman', 'monkey', 'dragon', 'sunshine', 'princess'],
  ...['kesa', 'talvi', 'syksy', 'kevat', 'sommar', 'vinter', 'summer', 'winter'],
]
const rows = ['abcdefghijklmnopqrstuvwxyz', '1234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm']
const runs = [...rows, ...rows.map((row) => [...row].reverse().join(''))]

/** Small letters without dots and rings, so that `Kesä` and `kesa` are one word. */
const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
const signs: Record<string, string> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', '@': 'a', $: 's' }
const unsigned = (text: string) => text.replace(/[013457@$]/g, (sign) => signs[sign]!)

/** How many characters guessing still has to find when known words, rows and repeats are taken out. */
const strengthOf = (text: string, words: string[]) => {
  let rest = text
  for (const word of words) rest = rest.replaceAll(word, ' ')
  const left = [...rest.replaceAll(/\s/g, '').replaceAll(/(.{1,4}?)\1+/gu, '$1')]
  const goesOn = (at: number) =>
    at > 1 && runs.some((run) => run.includes(left.slice(at - 2, at + 1).join('')))
  return left.filter((_, at) => !goesOn(at)).length
}

export type PasswordProblem = 'password-too-short' | 'password-too-long' | 'password-too-common'

/**
 * What is wrong with a new password: its length (in characters) or that it is easily guessed. Nothing is asked about
 * the kinds of characters, and nobody has to change it by the calendar (ASVS 5.0, 6.2.1–6.2.11).
 * @param near words that others know of this person: name, e-mail address, places
 */
export const passwordProblem = (password: string, near: string[]): PasswordProblem | null => {
  const { length } = [...password]
  if (length < passwordLengths.shortest) return 'password-too-short'
  if (length > passwordLengths.longest) return 'password-too-long'
  const close = near.flatMap((text) => plain(text).split(/[^\p{L}\p{N}]+/u)).filter((word) => word.length > 3)
  const words = [...close, ...guessable].sort((a, b) => b.length - a.length)
  const text = plain(password).replaceAll(/(19|20)\d\d/g, ' ')
  const strength = Math.min(strengthOf(text, words), strengthOf(unsigned(text), words))
  return strength < 5 ? 'password-too-common' : null
}

/**
 * Where to go after signing in: the page that was asked for, when it is one of ours.
 * Everything else, such as another host or an address without a language, is dropped.
 */
export const safeNext = (asked: string | null | undefined): string | null => {
  if (!asked?.startsWith('/') || !URL.canParse(asked, 'http://here')) return null
  const { host, pathname, search } = new URL(asked, 'http://here')
  return host === 'here' && /^\/(fi|sv|en)(\/|$)/.test(pathname) ? pathname + search : null
}

/**
 * Seconds until a bucket of tries has one again; 0 when it has. Of card codes it is asked before the code is looked
 * up: else a guesser with an empty bucket would go on and see only the hits.
 */
export const secondsToWait = (
  bucket: { tokens: number; refilledAt: Date } | undefined | null,
  perHour: number,
  now: Date,
): number => {
  if (!bucket) return 0
  const passed = (now.getTime() - bucket.refilledAt.getTime()) / 3_600_000
  const seconds = ((1 - (bucket.tokens + passed * perHour)) / perHour) * 3600
  // A millionth of a second is what is lost in counting with fractions: it is nobody's wait.
  return Math.max(0, Math.ceil(seconds - 1e-6))
}

/** Which messages of the network somebody gets by mail; in Kaikukanta they are always. */
export const newsChoices = ['all', 'important', 'none'] as const
export type NewsChoice = (typeof newsChoices)[number]
