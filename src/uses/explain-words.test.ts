import { describe, expect, test } from 'vitest'
import { languages } from '../i18n/translated.ts'
import { type ExplainFacts, explain, refusalText } from './explain-words.ts'
import { useProblems } from './problems.ts'
import type { UseRefusal } from './rules.ts'

const facts: ExplainFacts = {
  card: { validUntil: '2026-03-14', children: 2 },
  recent: { adults: 1, children: 2, usedAt: new Date('2026-05-04T14:00:00Z') },
  exception: null,
  limit: {
    ...{ kind: 'ticket', volume: 2, period: 'week', used: 2 },
    days: { from: '2026-11-23', until: '2026-11-29' },
  },
}
const refusals = Object.keys(useProblems) as (keyof typeof useProblems)[]

/** Words that blame or shame, or sound the alarm: none is said with a customer beside. */
const forbidden =
  /!|kiel(le)?t|virhee|syyl|epäil|väärinkäyt|varast|kadon|köyh|vähävarai|huijau|\bet saa\b|förbjud|missbruk|stulen|stulet|förlora|fattig|misstänk|\bskuld|forbid|illegal|misuse|stolen|\blost\b|\bpoor\b|suspect|fraud|denied|refus/i

const sentences = (text: string) => text.split(/(?<=[.?])\s+(?=[A-ZÅÄÖ])/)
const wordsIn = (sentence: string) => sentence.split(/\s+/).length

describe.each(languages)('in %s', (language) => {
  test.each(refusals)('%s says what, why, what still works and what next', (refusal) => {
    for (const known of [facts, { ...facts, card: { validUntil: '2026-03-14', children: 0 } }]) {
      const parts = Object.values(explain(language, refusal, known))
      expect(parts).toHaveLength(4)
      expect(new Set(parts).size).toBe(4)
      for (const part of parts) {
        expect(part).toMatch(/^[A-ZÅÄÖ].*\.$/)
        expect(part).not.toMatch(forbidden)
        expect(part).not.toMatch(/undefined|null|NaN/)
        for (const sentence of sentences(part)) expect(wordsIn(sentence)).toBeLessThanOrEqual(15)
      }
    }
  })
})

test('a limit is told with the site’s own numbers, and when the next one comes', () => {
  expect(refusalText('fi', 'limit-reached', facts)).toBe(
    'Tässä kohteessa saa 2 lippua viikossa. Seuraavan saa maanantaina 30.11.2026.',
  )
  const event = { ...facts.limit!, volume: 1, period: 'event', days: null } as const
  expect(explain('fi', 'limit-reached', { ...facts, limit: event })).toMatchObject({
    what: 'Tässä kohteessa saa 1 lipun yhteen tapahtumaan.',
    next: 'Seuraavan saa toiseen tapahtumaan.',
  })
})

test('an exception is told in its own words', () => {
  const said = (fi: string) => ({ fi, sv: null, en: null })
  const exception = {
    ...{ reason: said('Kokeilua siirretään.'), instead: said('Käy kirjastossa.') },
    ...{ from: '2026-05-01', until: '2026-05-31', pausesSites: true },
  }
  const paused: UseRefusal = 'site-paused'
  expect(explain('sv', paused, { ...facts, exception })).toMatchObject({
    ...{ why: 'Kokeilua siirretään.', still: 'Käy kirjastossa.' },
  })
  expect(refusalText('fi', paused, { ...facts, exception })).toContain(
    'Kokeilua siirretään. Käy kirjastossa.',
  )
})
