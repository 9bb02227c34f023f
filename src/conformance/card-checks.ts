import { addDays, type Day, dayOf } from '../lib/dates.ts'
import type { Answer } from './caller.ts'
import { allCards, awayCard, codeOf, type PracticeCard, plainCards, slowCard, unknownCode } from './cards.ts'
import type { Check } from './check.ts'
import { fieldsOf, must, mustAnswer, mustPoint, mustRefuse, rowsOf } from './judging.ts'
import { checkCard, idOf, recordUse } from './recording.ts'
import type { Tested } from './tested.ts'

/** @throws Broken when the decision is another one, or not said in three languages */
const mustDecide = (answer: Answer, reason: string | null): void => {
  mustAnswer(answer, 200)
  const decision = fieldsOf(answer)
  must(
    decision.allowed === (reason === null) && decision.reason === reason,
    `allowed: ${reason === null}, reason: ${reason}`,
    answer,
  )
  const { fi, sv, en } = (decision.message ?? {}) as Record<string, unknown>
  must(
    [fi, sv, en].every((sentence) => typeof sentence === 'string' && sentence !== ''),
    'a message in fi, sv and en',
    answer,
  )
}

/** The last days of validity that the contract gives to two of the cards. */
const lastDays = (today: Day): Record<string, Day> => ({ expired: addDays(today, -1), expiresToday: today })

const tryCard = async (tested: Tested, { name, code, reason, children }: PracticeCard) => {
  const decision = await checkCard(tested, code)
  mustDecide(decision, reason)
  const { validUntil, children: known } = fieldsOf(decision)
  if (children !== undefined) must(known === children, `children: ${children}`, decision)
  const lastDay = lastDays(dayOf(tested.now))[name]
  if (lastDay) must(validUntil === lastDay, `validUntil: ${lastDay}`, decision)
  const recorded = await recordUse(tested, code)
  if (reason === null) idOf(recorded)
  else mustRefuse(recorded, 409, reason)
}

const cardCheck = (card: PracticeCard): Check => ({
  id: `card.${card.name}`,
  clause: `Trying it out: the card “${card.name}” is ${card.reason ? `refused with ${card.reason}` : 'taken'}, checked and recorded.`,
  run: (tested) => tryCard(tested, card),
})

/** As people type it: small letters, spaces, dashes, and letters for digits that look like them. */
const typedForms = ['test0-001d5', ' TEST0 001D5 ', 'TESTO-OOID5', 'testo00ld5', 'TEST0–001D5']

/** A made-up Finnish personal identity code, as it must never be kept or repeated. */
const identityCode = '131052-308T'

export const slowCheck: Check = {
  id: 'card.slow',
  clause: 'Trying it out: the slow practice card is taken, three seconds later.',
  run: async (tested) => {
    const begun = performance.now()
    const [decision, recorded] = await Promise.all([
      checkCard(tested, slowCard.code),
      recordUse(tested, slowCard.code),
    ])
    const seconds = (performance.now() - begun) / 1000
    mustDecide(decision, null)
    idOf(recorded)
    must(seconds >= 2.9, 'answers after 3 seconds', `after ${seconds.toFixed(1)} seconds`)
  },
}

export const cardChecks: Check[] = [
  {
    id: 'card.list',
    clause: 'Trying it out: GET /practice-cards lists the practice cards with their outcomes.',
    run: async ({ ask }) => {
      const answer = await ask({ method: 'GET', path: '/api/v1/practice-cards', by: null })
      mustAnswer(answer, 200)
      const told = rowsOf(answer, 'cards')
      for (const { name, code, reason } of allCards) {
        const one = told.find((card) => card.code === code)
        must(
          one !== undefined && one.reason === reason,
          `${name} ${code}: ${reason}`,
          JSON.stringify(one ?? null),
        )
      }
    },
  },
  ...plainCards.map(cardCheck),
  {
    id: 'card.unavailable',
    clause: 'Trying it out: a service that is away answers 503 with Retry-After.',
    run: async (tested) => {
      const { code } = awayCard
      for (const answer of [await checkCard(tested, code), await recordUse(tested, code)]) {
        mustRefuse(answer, 503, 'unavailable')
        const wait = answer.headers.get('retry-after') ?? ''
        must(/^\d+$/.test(wait), 'Retry-After in seconds', wait || 'no such header')
      }
    },
  },
  {
    id: 'card.children',
    clause: 'Uses: more children than the register says are refused, as many as it says are taken.',
    run: async (tested) => {
      const code = codeOf('validWithChildren')
      mustDecide(await checkCard(tested, code, { children: 3 }), 'children-exceed-card')
      mustRefuse(await recordUse(tested, code, { children: 3 }), 409, 'children-exceed-card')
      idOf(await recordUse(tested, code, { children: 2 }))
    },
  },
  {
    id: 'card.limit',
    clause: 'Uses: a limit that is reached says how many, in what time, and when the card gets more.',
    run: async (tested) => {
      const refused = await recordUse(tested, codeOf('limitReached'))
      mustRefuse(refused, 409, 'limit-reached')
      const { volume, period, resetsAt } = (fieldsOf(refused).limit ?? {}) as Record<string, unknown>
      must(
        volume === 1 && period === 'week' && typeof resetsAt === 'string',
        'limit: 1 a week, and a day',
        refused,
      )
    },
  },
  {
    id: 'card.typed',
    clause: 'Codes: small letters, spaces, dashes and look-alike letters are read as the code.',
    run: async (tested) => {
      for (const typed of typedForms) {
        mustDecide(await checkCard(tested, typed), null)
        idOf(await recordUse(tested, typed))
      }
    },
  },
  {
    id: 'card.unknown',
    clause: 'Refusals: a code that no card has is card-unknown.',
    run: async (tested) => {
      mustDecide(await checkCard(tested, unknownCode), 'card-unknown')
      mustRefuse(await recordUse(tested, unknownCode), 404, 'card-unknown')
    },
  },
  {
    id: 'card.malformed',
    clause: 'Refusals: what can be no code is card-code-malformed, and says where.',
    run: async (tested) => {
      mustDecide(await checkCard(tested, '---'), 'card-code-malformed')
      const refused = await recordUse(tested, '---')
      mustRefuse(refused, 422, 'card-code-malformed')
      mustPoint(refused, '/code')
    },
  },
  {
    id: 'card.identity-code',
    clause: 'Refusals: a personal identity code is refused by its kind, and never repeated.',
    run: async (tested) => {
      const decision = await checkCard(tested, identityCode)
      const refused = await recordUse(tested, identityCode)
      mustDecide(decision, 'card-code-malformed')
      mustRefuse(refused, 422, 'card-code-malformed')
      for (const { text } of [decision, refused])
        must(
          !text.includes(identityCode.slice(-4)),
          'an answer without what was typed',
          'what was typed is in it',
        )
    },
  },
]
