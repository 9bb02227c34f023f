/** How long a mail is listed after it was made. Its words are emptied long before that. */
const keptDays = 90
const minute = 60_000
const hour = 60 * minute

export const mailsForgottenBefore = (now: Date): Date => new Date(now.getTime() - keptDays * 24 * hour)

/** Waits after the first, second, third and fourth try; after every later one, six hours. */
const waits = [minute, 5 * minute, 30 * minute, 2 * hour]
const longestWait = 6 * hour

/**
 * When a mail is tried again, should this try fail.
 * @param tries how often it has been tried, this one counted
 */
export const nextTryAt = (tries: number, now: Date): Date =>
  new Date(now.getTime() + (waits[tries - 1] ?? longestWait))

/** Names of failures, never the words around them: some servers repeat the letter or the address in what they say. */
const isName = (text: unknown): text is string => typeof text === 'string' && /^[A-Z_]{2,60}$/.test(text)

/**
 * Why a mail did not go out: nodemailer's name of the failure, the system's own when there is one, and the server's
 * three digits when it said any.
 * @example 'EENVELOPE 550', 'ESOCKET ECONNREFUSED', 'ESOCKET DEPTH_ZERO_SELF_SIGNED_CERT'
 */
export const problemOf = (error: unknown): string => {
  const { code, originalCode, responseCode } = error as Record<string, unknown>
  return [
    isName(code) ? code : 'EUNKNOWN',
    ...(isName(originalCode) ? [originalCode] : []),
    ...(typeof responseCode === 'number' ? [responseCode] : []),
  ].join(' ')
}

/** A refusal for good (5xx) may still be a mistake of the moment, such as a mailbox that is just being made. */
const triesAfterRefusal = 4

/** Whether it is of no use to try again: the server said so (5xx), of this mail, and several times. */
export const isGivenUp = (problem: string, tries: number): boolean =>
  /^(EENVELOPE|EMESSAGE) 5\d\d$/.test(problem) && tries >= triesAfterRefusal

export const mailStates = ['waiting', 'failed', 'sent', 'expired'] as const
export type MailState = (typeof mailStates)[number]
export const isMailState = (text: string): text is MailState => mailStates.some((state) => state === text)

/** What went wrong, as far as a person can do something about it. */
export type ProblemKind =
  | 'recipient'
  | 'refused'
  | 'password'
  | 'encryption'
  | 'unreachable'
  | 'slow'
  | 'other'

const kinds: Record<string, ProblemKind> = {
  EENVELOPE: 'recipient',
  EMESSAGE: 'refused',
  EAUTH: 'password',
  ENOAUTH: 'password',
  ETLS: 'encryption',
  EDNS: 'unreachable',
  ECONNECTION: 'unreachable',
  ESOCKET: 'unreachable',
  ETIMEDOUT: 'slow',
  EABORT: 'slow',
}

/** @param problem as `problemOf` gave it */
export const problemKind = (problem: string): ProblemKind =>
  /CERT|SSL|TLS/.test(problem) ? 'encryption' : (kinds[problem.split(' ')[0]!] ?? 'other')

/** Whether the failure is of this one mail. Any other stands between us and the server: the next mail would meet it too. */
export const isOfMail = (problem: string): boolean => ['recipient', 'refused'].includes(problemKind(problem))

/** Kinds of letters with a link that opens an account, or what is to be signed: whoever has the link is taken for the recipient. */
const linkKinds = ['invitation', 'reset', 'email', 'commitment-link', 'commitment-copy']
export const carriesLink = (kind: string): boolean => linkKinds.includes(kind)
