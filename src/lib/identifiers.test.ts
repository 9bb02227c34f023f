import { describe, expect, test } from 'vitest'
import { english } from '../../test/identifiers/negatives-en.ts'
import { finnish } from '../../test/identifiers/negatives-fi.ts'
import { swedish } from '../../test/identifiers/negatives-sv.ts'
import { positives } from '../../test/identifiers/positives.ts'
import { identifierIn, identifierKinds, reachKinds, saysIdentifier } from './identifiers.ts'

const linesOf = (text: string) => text.split('\n').filter((line) => line.trim() !== '')
const negatives = [finnish, swedish, english].map(linesOf)
const all = negatives.flat()

describe('the corpora', () => {
  const missed = positives.filter(({ text }) => identifierIn(text) === null)
  const mistaken = all.filter((text) => identifierIn(text) !== null)

  test('are large enough, and no text stands in them twice', () => {
    expect(positives.length).toBeGreaterThanOrEqual(200)
    expect(all.length).toBeGreaterThanOrEqual(500)
    for (const texts of negatives) expect(texts.length).toBeGreaterThanOrEqual(150)
    expect(new Set(positives.map(({ text }) => text)).size).toBe(positives.length)
    for (const texts of negatives) expect(new Set(texts).size).toBe(texts.length)
  })

  test('every identity code, phone, address of e-mail and account number is found', () => {
    const certain = ['identity-code', 'phone', 'e-mail', 'iban']
    expect(missed.filter(({ kind }) => certain.includes(kind))).toEqual([])
  })

  test('at most one street or birth date in fifty is missed', () =>
    expect(missed.length, JSON.stringify(missed)).toBeLessThanOrEqual(positives.length / 50))

  test('each is refused by its own kind', () =>
    expect(
      positives
        .map(({ kind, text }) => ({ kind, text, found: identifierIn(text) }))
        .filter(({ kind, found }) => found !== null && found !== kind),
    ).toEqual([]))

  test('at most one false alarm in a hundred', () => {
    const count = (kind: string) => positives.filter((positive) => positive.kind === kind).length
    console.info(
      `${positives.length} positives (${identifierKinds.map((kind) => `${kind} ${count(kind)}`).join(', ')}), ${missed.length} missed; ` +
        `${all.length} negatives (fi ${negatives[0]!.length}, sv ${negatives[1]!.length}, en ${negatives[2]!.length}), ${mistaken.length} false alarms`,
    )
    expect(mistaken.length, JSON.stringify(mistaken)).toBeLessThanOrEqual(all.length / 100)
  })
})

test('in the middle of an ordinary sentence they are found as well', () => {
  const certain = positives.filter(({ kind }) => ['identity-code', 'phone', 'e-mail', 'iban'].includes(kind))
  const sentences = certain.flatMap(({ text }, at) =>
    [0, 1, 2, 3].map((turn) => {
      const [before, after] = [
        all[(at * 11 + turn * 199) % all.length]!,
        all[(at * 7 + turn * 97) % all.length]!,
      ]
      return `${before}, ${text}; ${after}`
    }),
  )
  expect(sentences.length).toBeGreaterThan(500)
  expect(sentences.filter((text) => identifierIn(text) === null)).toEqual([])
})

describe('a field for one kind takes that kind and no other', () => {
  test.each([
    ['Varaa liput: 09 123 4567 tai liput@teatteri.example', null],
    ['Sisäänkäynti Rantakatu 12', null],
    ['Soita 040 123 4567, tilille FI21 1234 5600 0007 85', 'iban'],
    ['Aino, s. 1.2.80, Rantakatu 12', 'birth-date'],
    ['131052-308T, 040 123 4567', 'identity-code'],
  ])('%s', (text, kind) => expect(identifierIn(text, reachKinds)).toBe(kind))
})

test('a problem of a form says whether it names a kind', () => {
  for (const problem of ['phone', 'event-phone', 'name-e-mail', 'event-identity-code'])
    expect(saysIdentifier(problem), problem).toBe(true)
  for (const problem of ['phone-form', 'email-missing', 'event-too-long', ''])
    expect(saysIdentifier(problem), problem).toBe(false)
})

test('a long text is read in a moment, whatever it says', () => {
  const pieces = [
    '1',
    '0',
    '01 ',
    '1.2.',
    'a@',
    'a@a.',
    'katu ',
    'aa-',
    '12 Aa ',
    'FI21 ',
    ' at ',
    '(',
    '+',
    'Aa',
  ]
  const started = performance.now()
  for (const piece of pieces) identifierIn(piece.repeat(Math.ceil(20_000 / piece.length)))
  expect(performance.now() - started).toBeLessThan(4000)
})
