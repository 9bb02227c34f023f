import { z } from 'zod'
import { asJson } from '../web/answers.ts'
import { type Endpoint, openData } from '../web/endpoint.ts'
import { sandboxCards } from './sandbox-rules.ts'

const CardsAnswer = z.object({
  cards: z
    .array(
      z.object({
        code: z
          .string()
          .describe('As printed on a card. It never changes, and no card of a person begins so.'),
        name: z.string().describe('What the guide and the contract call it.'),
        what: z.string().describe('Which card it plays, in English.'),
        reason: z
          .string()
          .nullable()
          .describe('The name of the problem that it is refused with; null when tickets are given.'),
        seconds: z.number().int().describe('How long each answer takes at least.'),
      }),
    )
    .describe('One for each outcome.'),
})

/** What a program under test tries itself with: the same cards everywhere, so they need no key. */
export const practiceCardsRow: Endpoint = openData({
  path: '/api/v1/practice-cards',
  permission: 'api.read',
  summary: 'The practice cards, one for each outcome. Only a test key finds them.',
  answers: { 200: { what: 'All of them.', schema: CardsAnswer } },
  run: async () =>
    asJson({
      cards: sandboxCards.map(({ code, name, what, refusal, seconds = 0 }) => ({
        ...{ code, name, what, reason: refusal, seconds },
      })),
    }),
})
