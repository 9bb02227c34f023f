import { expect, test } from 'vitest'
import { readCode, tailOf } from '../codes/rules.ts'
import { dayOf } from '../lib/dates.ts'
import { refusalOf, usedOn } from './rules.ts'
import { sandboxCardOf, sandboxCards, sandboxFacts, sandboxSite } from './sandbox-rules.ts'

const wanted = (usedAt: Date) => ({
  ...{ adults: 1, children: 0, companions: 0, kind: 'ticket' as const, usedAt },
  ...{ overrideReason: null, confirmDuplicate: false },
})
const judge = (card: (typeof sandboxCards)[number], now: Date, usedAt = now) => {
  const use = wanted(usedAt)
  const facts = sandboxFacts(card, { kind: 'ticket', event: null, usedOn: usedOn(use) }, dayOf(now))
  return refusalOf({ ...facts, site: sandboxSite, recent: null }, use, now)
}

// A leap day, the turn of a year, the night of each change of the clock, and an hour before midnight in Finland.
test.each(['2028-02-29T12:00:00Z', '2026-12-31T23:30:00Z', '2026-10-25T00:30:00Z', '2026-03-29T20:59:00Z'])(
  'at %s each card gets the answer that it is there for, by the rules of all cards',
  (text) => {
    for (const card of sandboxCards)
      if (card.refusal !== 'unavailable') expect(judge(card, new Date(text)), card.name).toBe(card.refusal)
  },
)

test('the card that expires today is good until the last minute of the day in Finland, and a scan of then counts later', () => {
  const card = sandboxCards.find(({ name }) => name === 'expired')!
  expect(judge(card, new Date('2026-05-04T21:01:00Z'), new Date('2026-05-04T20:59:00Z'))).toBeNull()
  expect(judge(card, new Date('2026-05-04T21:01:00Z'), new Date('2026-05-04T21:00:00Z'))).toBe('card-expired')
})

test('the codes are sound, told from all others, and never change', () => {
  expect(sandboxCards.map(({ code }) => code)).toMatchInlineSnapshot(`
    [
      "TEST0-001D5",
      "TEST0-0027X",
      "TEST0-0031N",
      "TEST0-004K8",
      "TEST0-005N0",
      "TEST0-006ZR",
      "TEST0-007SG",
      "TEST0-008Y7",
      "TEST0-009RF",
      "TEST0-010QR",
      "TEST0-011HG",
      "TEST0-012V8",
      "TEST0-013X0",
    ]
  `)
  expect(new Set(sandboxCards.map(({ code }) => code)).size).toBe(13)
  for (const card of sandboxCards) {
    expect(sandboxCardOf(readCode(card.code.toLowerCase()))).toBe(card)
    expect(card.code).toMatch(/^TEST0-/)
  }
  expect(sandboxCardOf(readCode('K7PQ2-X9D4F'))).toBeUndefined()
  expect(new Set(sandboxCards.map(({ code }) => tailOf(code))).size).toBe(13)
})
