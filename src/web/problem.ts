import { z } from 'zod'
import type { Language } from '../i18n/translated.ts'
import { languages } from '../i18n/translated.ts'
import { generalMessages } from './problem-words.ts'

/** What a refusal says to people, in every language of the staff pages. */
export type Message = Record<Language, string>

/**
 * A refusal of the public API, as RFC 9457 has it: `type` for programs, `endUserMessage` for people.
 * `instance` is the number of the request, the same that our log has.
 */
export type Problem = {
  type: string
  status: number
  title: string
  detail?: string
  endUserMessage: Message
  errors?: { pointer: string; code: string; detail: string }[]
  retryAfter?: number
  /** Of `limit-reached`: how many, in what time, and the first day on which the card gets more. */
  limit?: { volume: number; period: string; resetsAt: string | null }
}

/** Thrown or returned by an endpoint to refuse. */
export class ApiProblem extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.title)
    this.problem = problem
  }
}

/** The refusals that every endpoint can give. A slice adds its own beside them. */
export const generalProblems = {
  'malformed-json': { status: 400, title: 'The body is not JSON' },
  'validation-failed': { status: 422, title: 'The request does not have the expected form' },
  unauthorized: { status: 401, title: 'A valid key is needed' },
  forbidden: { status: 403, title: 'This key may not do that' },
  'not-found': { status: 404, title: 'There is nothing here' },
  'method-not-allowed': { status: 405, title: 'This address does not take that method' },
  'not-acceptable': { status: 406, title: 'Accept what this address answers' },
  'unsupported-media-type': { status: 415, title: 'Send application/json' },
  'too-large': { status: 413, title: 'The body is too large' },
  'rate-limited': { status: 429, title: 'Too many requests' },
  'idempotency-key-missing': {
    status: 400,
    title: 'Send an Idempotency-Key of 1 to 255 printable characters',
  },
  'idempotency-key-reused-with-other-body': {
    status: 422,
    title: 'This Idempotency-Key was used with another body',
  },
  internal: { status: 500, title: 'The fault is ours' },
  unavailable: { status: 503, title: 'The service is not available right now' },
} as const
export type GeneralProblem = keyof typeof generalProblems

export const problem = (
  type: GeneralProblem,
  more: Partial<Omit<Problem, 'type' | 'status' | 'title'>> = {},
): ApiProblem =>
  new ApiProblem({
    type,
    ...generalProblems[type],
    endUserMessage: inEvery((language) => generalMessages[language][type]),
    ...more,
  })

/** The JSON that is sent: `type` becomes the address of the page that explains it. */
export const printProblem = (
  { problem: { type, ...rest } }: ApiProblem,
  origin: string,
  instance: string,
) => ({
  type: `${origin}/problems/${type}`,
  ...rest,
  instance,
})

const Sentence = z.object({ fi: z.string(), sv: z.string(), en: z.string() })

/** A refusal as it is sent, for the document that describes the API. */
export const ProblemAnswer = z.object({
  type: z.string().describe('The address of the page that explains it; its last part is the name.'),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().optional(),
  instance: z.string().describe('The number of this request: tell it when you ask for help.'),
  endUserMessage: Sentence.describe('To show to the person at the till, in their language.'),
  errors: z
    .array(z.object({ pointer: z.string(), code: z.string(), detail: z.string() }))
    .optional()
    .describe('Where in the body (RFC 6901), or under `/path` and `/query`. Values are never repeated.'),
  retryAfter: z.number().int().optional().describe('Seconds; the same as in `Retry-After`.'),
})

export const inEvery = (words: (language: Language) => string): Message =>
  Object.fromEntries(languages.map((language) => [language, words(language)])) as Message
