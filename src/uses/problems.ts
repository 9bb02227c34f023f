import { formatDay } from '../i18n/translated.ts'
import { ApiProblem, inEvery, problem } from '../web/problem.ts'
import { refusalText } from './explain-words.ts'
import { type LimitFacts, resetsAt } from './limit-rules.ts'
import { programWords } from './program-words.ts'
import type { Found } from './queries.ts'
import type { UseRefusal } from './rules.ts'
import { words } from './words.ts'

/** Why no tickets are given: what the rules say of a card, a site and a time. */
export const refusalProblems = {
  'card-code-malformed': { status: 422, title: 'This is not a card code' },
  'card-unknown': { status: 404, title: 'No card has this code' },
  'card-not-registered': { status: 409, title: 'The card is not registered yet' },
  'card-expired': { status: 409, title: 'The card has expired' },
  'card-lost': { status: 409, title: 'The card was reported lost' },
  'card-blocked': { status: 409, title: 'The card is no longer in use' },
  'card-replaced': { status: 409, title: 'The card was replaced by a new one' },
  'card-local-only': { status: 409, title: 'The card does not work at this site' },
  'site-closed': { status: 409, title: 'The site does not take the card on this day' },
  'site-paused': { status: 409, title: 'The site is paused on this day' },
  'children-exceed-card': { status: 409, title: 'More children than the register says' },
  'children-not-on-courses': { status: 409, title: 'Children get no course places' },
  'ticket-type-not-offered': { status: 409, title: 'The site does not give this with the card' },
  'limit-reached': { status: 409, title: 'The card has had all that this site gives in that time' },
  'duplicate-suspected': { status: 409, title: 'The same card was recorded here a moment ago' },
  'recorded-in-future': { status: 422, title: 'The time is in the future' },
  'recorded-too-late': { status: 409, title: 'The use is too old to record' },
  'nothing-to-record': { status: 422, title: 'There is nobody to record' },
} as const satisfies Record<UseRefusal | 'card-code-malformed', { status: number; title: string }>

/** The refusals of this part of the public API; each has a page at `/problems/<type>`. */
export const useProblems = {
  ...refusalProblems,
  'idempotency-in-progress': { status: 409, title: 'A request with this key is being answered' },
  'batch-rejected': { status: 422, title: 'Nothing of the batch is recorded' },
  'undo-too-late': { status: 410, title: 'The use can be cancelled no more' },
} as const

const eventDayDetails = {
  'event-day-past': 'The day of the event is before that of the use',
  'event-day-far': 'The day of the event is too far away',
}
export const eventDayRefused = (code: keyof typeof eventDayDetails): ApiProblem =>
  problem('validation-failed', { errors: [{ pointer: '/eventOn', code, detail: eventDayDetails[code] }] })

const inProgress = () =>
  new ApiProblem({
    type: 'idempotency-in-progress',
    ...useProblems['idempotency-in-progress'],
    retryAfter: 1,
    endUserMessage: inEvery((language) => programWords[language].inProgress),
  })

/** What PostgreSQL says when something waited in vain for another's lock. */
const lockNotAvailable = '55P03'
/**
 * Another request with the same key is being recorded this very moment, and has not come to its end in the time that
 * one waits for it. @throws whatever else went wrong as it is
 */
export const inProgressOr = (error: unknown): never => {
  const { code, where } = error as { code?: string; where?: string }
  if (code !== lockNotAvailable) throw error
  throw /idempotency/.test(where ?? '') ? inProgress() : problem('unavailable', { retryAfter: 1 })
}

const limitOf = (limit: LimitFacts) => ({
  volume: limit.volume,
  period: limit.period,
  resetsAt: resetsAt(limit),
})

export const refused = (refusal: UseRefusal, found: Found): ApiProblem =>
  new ApiProblem({
    type: refusal,
    ...refusalProblems[refusal],
    ...(refusal === 'card-expired'
      ? { detail: `Valid until ${formatDay('en', found.card!.validUntil!)}` }
      : {}),
    ...(refusal === 'limit-reached' ? { limit: limitOf(found.limit!) } : {}),
    endUserMessage: inEvery((language) => refusalText(language, refusal, found)),
  })

/** A code that no card can have. A personal identity code is told by its kind and never repeated. */
export const malformedMessage = (kind: 'empty' | 'too-long' | 'identity-code') =>
  inEvery((language) => (kind === 'identity-code' ? words[language].identityCode : words[language].malformed))

export const malformed = (kind: 'empty' | 'too-long' | 'identity-code'): ApiProblem =>
  new ApiProblem({
    type: 'card-code-malformed',
    ...useProblems['card-code-malformed'],
    detail: kind === 'identity-code' ? 'It looks like a personal identity code' : 'It is empty or too long',
    endUserMessage: malformedMessage(kind),
    errors: [{ pointer: '/code', code: kind, detail: useProblems['card-code-malformed'].title }],
  })

/** Nothing of a batch is recorded, because some of its items cannot be. */
export const batchRejected = (
  refused: readonly (readonly [index: number, refusal: ApiProblem])[],
): ApiProblem =>
  new ApiProblem({
    type: 'batch-rejected',
    ...useProblems['batch-rejected'],
    endUserMessage: inEvery((language) => programWords[language].batchRejected(refused.length)),
    errors: refused.map(
      ([
        index,
        {
          problem: { type, title, detail },
        },
      ]) => ({
        pointer: `/items/${index}`,
        code: type,
        detail: detail ?? title,
      }),
    ),
  })

export const undoTooLate = (): ApiProblem =>
  new ApiProblem({
    type: 'undo-too-late',
    ...useProblems['undo-too-late'],
    endUserMessage: inEvery((language) => programWords[language].undoTooLate),
  })
