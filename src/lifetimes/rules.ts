import type { Day } from '../lib/dates.ts'
/** How long, in one unit: months are months of the calendar, days are 24 hours from an instant, or days from a day. */
export type Span = { months: number } | { days: number } | { hours: number } | { minutes: number }

export type Lifetime = {
  /** What is done when the time has come. */
  deed: string
  /** How long it is kept, and from when. */
  after: Span
  from: string
  /** Who chose it: the scheme's own rules, or ours until its controller chooses. */
  choice: string
}

const ours = 'Our own choice; the controller decides.'
const proposed = 'Proposed in the privacy rules of the project; the controller decides.'

const cards = {
  deed: 'The card is counted and removed with its events, consents and links; its uses stay without a card.',
  after: { months: 24 },
  from: 'the day on which it was closed, else the day after its last valid day',
  choice: proposed,
} as const

/**
 * How long data lives: each rule that removes something by itself. What each bears on, `row-queries.ts` says for the
 * tables, and `docs/lifetimes.md` for people.
 */
export const lifetimes = {
  cards,
  'use-texts': {
    deed: 'The name of the event and the reason for more tickets are emptied; the use stays.',
    after: { months: 12 },
    from: 'the day of the use',
    choice: proposed,
  },
  'card-texts': {
    deed: 'The reason is emptied; the event of the card stays.',
    after: { months: 12 },
    from: 'the instant of the event',
    choice: proposed,
  },
  'closing-texts': {
    deed: 'The reason of closing is emptied; the card stays.',
    after: { months: 12 },
    from: 'the day of closing',
    choice: proposed,
  },
  'undo-texts': {
    deed: 'The reason for undoing is emptied; that the use was undone stays.',
    after: { months: 12 },
    from: 'the instant of undoing',
    choice: proposed,
  },
  checks: { deed: 'The check at a desk is removed.', after: { days: 30 }, from: 'the check', choice: ours },
  repeats: {
    deed: 'That a use which came late looked like another is removed; both uses stay.',
    after: { days: 30 },
    from: 'when it was found',
    choice: ours,
  },
  renewals: {
    deed: 'Which old card a worker had in hand is removed.',
    after: { days: 1 },
    from: 'when it was read',
    choice: ours,
  },
  'waiting-tickets': {
    deed: 'The ticket is given up: no registration came for its card.',
    after: { days: 90 },
    from: 'when it was received',
    choice: ours,
  },
  'decided-tickets': {
    deed: 'What became of the ticket is removed; the use that it may have become stays.',
    after: { days: 90 },
    from: 'the decision',
    choice: ours,
  },
  uploads: {
    deed: 'A file that was uploaded to be looked through is removed, with what was corrected in it.',
    after: { days: 1 },
    from: 'the upload',
    choice: ours,
  },
  'door-lists': {
    deed: 'Which uses came from a door list is removed; the uses stay.',
    after: { days: 30 },
    from: 'when they were recorded',
    choice: ours,
  },
  reconciliations: {
    deed: 'Which sales of a till were compared is removed; what it added stays.',
    after: { months: 18 },
    from: 'the comparison',
    choice: ours,
  },
  'unfinished-answers': {
    deed: 'Answers that were never handed in are removed.',
    after: { days: 0 },
    from: 'the end of the link or screen',
    choice: ours,
  },
  seeds: {
    deed: 'The sealed seed that tells the codes of a print run is emptied; the cards stay.',
    after: { days: 30 },
    from: 'the making of the run',
    choice: ours,
  },
  answers: {
    deed: 'The answer to a key is removed: the same request then counts as a new one.',
    after: { days: 90 },
    from: 'the answer',
    choice: proposed,
  },
  'sandbox-uses': {
    deed: 'What a program has practised with the cards of the sandbox is removed.',
    after: { days: 30 },
    from: 'when it was received',
    choice: ours,
  },
  sessions: {
    deed: 'The session is removed; also a person’s that was idle for half an hour.',
    after: { days: 0 },
    from: 'its end',
    choice: ours,
  },
  tries: { deed: 'The count of tries is removed.', after: { hours: 72 }, from: 'the last try', choice: ours },
  invitations: { deed: 'The invitation is removed.', after: { hours: 72 }, from: 'its end', choice: ours },
  links: { deed: 'The link of a mail is removed.', after: { hours: 72 }, from: 'its end', choice: ours },
  'sign-ins': {
    deed: 'The unfinished sign-in is removed.',
    after: { days: 0 },
    from: 'its end',
    choice: ours,
  },
  'unfinished-factors': {
    deed: 'The secret that waits for its first code is removed; recovery codes to be shown are emptied.',
    after: { minutes: 30 },
    from: 'when it was made',
    choice: ours,
  },
  pairings: { deed: 'The pairing is removed.', after: { days: 1 }, from: 'its end', choice: ours },
  deliveries: {
    deed: 'What was told to a program by webhook is removed.',
    after: { days: 30 },
    from: 'when it was made',
    choice: ours,
  },
  mails: { deed: 'The mail is removed.', after: { days: 90 }, from: 'when it was made', choice: ours },
  'mail-texts': {
    deed: 'The text of the mail is emptied: it may hold a link.',
    after: { days: 0 },
    from: 'its end, or when it was sent',
    choice: ours,
  },
  'group-visits': {
    deed: 'The visit of a group is removed.',
    after: { months: 24 },
    from: 'its day',
    choice: ours,
  },
  'interest-senders': {
    deed: 'Who told that a municipality would like the card, and what they wrote, is emptied; that it asked stays.',
    after: { months: 24 },
    from: 'the answer',
    choice: ours,
  },
  'place-request-senders': {
    deed: 'Who asked for a place to come in, what they wrote and why it was declined is emptied; that it asked stays.',
    after: { months: 24 },
    from: 'the answer',
    choice: ours,
  },
  'quiet-feedback': {
    deed: 'A thread that waits is closed by itself, and the e-mail address of its writer emptied.',
    after: { days: 90 },
    from: 'the last message, note or deed',
    choice: ours,
  },
  'feedback-addresses': {
    deed: 'The e-mail address of a writer is emptied.',
    after: { days: 90 },
    from: 'the answer, or the closing',
    choice: ours,
  },
  feedback: {
    deed: 'The thread is removed with its messages and notes.',
    after: { days: 365 },
    from: 'the answer, or the closing',
    choice: ours,
  },
  'removed-files': {
    deed: 'The file of a material is removed.',
    after: { days: 30 },
    from: 'when it was taken away or replaced',
    choice: ours,
  },
  events: {
    deed: 'The event of a site is removed.',
    after: { months: 12 },
    from: 'its last day',
    choice: ours,
  },
  inductions: {
    deed: 'That somebody went through an induction, or a lesson of it, is removed.',
    after: { months: 24 },
    from: 'the day on which it was done',
    choice: ours,
  },
  'training-sign-ups': {
    deed: 'Who signed up for a training, and who came, is removed.',
    after: { months: 12 },
    from: 'the day of the training',
    choice: ours,
  },
  messages: {
    deed: 'The message is removed, with who opened it and who got it by mail.',
    after: { months: 24 },
    from: 'the last day on which it was new',
    choice: ours,
  },
  'message-drafts': {
    deed: 'The draft of a message is removed.',
    after: { months: 12 },
    from: 'when it was last written in',
    choice: ours,
  },
  'message-reads': {
    deed: 'Who opened a message is removed; its writer then sees no count of them either.',
    after: { months: 12 },
    from: 'the day on which it was opened',
    choice: ours,
  },
  signals: {
    deed: 'What was noticed of a place is removed, with its note; so are mutes and the days of looks.',
    after: { months: 6 },
    from: 'the closing; of a mute its last day, of a look its day',
    choice: ours,
  },
  log: {
    deed: 'The row of the audit log is removed; the head of the chain stays.',
    after: { months: 60 },
    from: 'the day of the head that seals it',
    choice: proposed,
  },
} as const satisfies Record<string, Lifetime>
export type LifetimeName = keyof typeof lifetimes

/** Tables whose rows no rule removes, and why. */
export const keptFor = {
  network: 'A place, a rule or a text of the network: kept as its history. It holds nothing of a cardholder.',
  people: 'Somebody who works with the card: kept until the controller has chosen how long.',
  counts: 'A count: it holds nothing of a person.',
  deletions: 'Kept as long as any copy of the data may come back; it is a keyed hash and a day.',
  program: 'What the program needs of itself.',
} as const

/** In words: `24 months`, `90 days`, `at once`. */
export const spanText = (span: Span): string => {
  const [unit, count] = Object.entries(span)[0] as [string, number]
  return count === 0 ? 'at once' : `${count} ${unit}`
}

/** What was deleted at a holder's request: a keyed hash in hexadecimal, and the day; an instant would lead into the log. */
export type Deletion = {
  kind: 'card' | 'consent'
  hash: string
  deletedOn: Day
  /** Of the key of the card codes that the hash was made with. */
  keyVersion: number
}
