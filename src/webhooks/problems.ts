import type { UrlProblem } from '../lib/outgoing-addresses.ts'
import { ApiProblem, inEvery, problem } from '../web/problem.ts'
import { formWords } from './form-words.ts'
import type { NotMade } from './making.ts'
import { webhooksAtMost } from './rules.ts'

/** The refusals of this part of the public API. */
export const webhookProblems = {
  'webhook-exists': { status: 409, title: 'A webhook of this program has this address already' },
  'webhooks-too-many': { status: 409, title: 'The program has as many webhooks as it may have' },
} as const

/** What the programmer of the calling system does about each. */
export const webhookAdvice: Record<string, string> = {
  'webhook-exists':
    'GET /api/v1/webhooks lists it. End it first when its events or its secret should be other ones.',
  'webhooks-too-many': 'End one that is not needed any more: POST /api/v1/webhooks/{id}/ending.',
}

const refused = (type: keyof typeof webhookProblems): ApiProblem =>
  new ApiProblem({
    type,
    ...webhookProblems[type],
    ...(type === 'webhooks-too-many' ? { detail: `At most ${webhooksAtMost}` } : {}),
    endUserMessage: inEvery((language) => formWords[language].problems[type]),
  })

const urlDetails: Record<UrlProblem, string> = {
  'url-form': 'Give a whole address without a user name and without a part after #',
  'url-https': 'The address begins with https://',
  'url-port': 'Use port 443, or one from 1024 up',
  'url-private': 'The address is not on the public internet',
}

/** The address is never repeated: its path may hold a secret. */
const badUrl = (code: UrlProblem): ApiProblem =>
  problem('validation-failed', { errors: [{ pointer: '/url', code, detail: urlDetails[code] }] })

export const notMade = (why: NotMade): ApiProblem =>
  why === 'webhook-exists' || why === 'webhooks-too-many' ? refused(why) : badUrl(why)
