import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { looksLikeIdentityCode } from './identity-code.ts'

/** The agency's own examples: individual numbers from 900 up are never given to a person. */
const examples = [
  ...['131052-308T', '010594Y9032', '020594X903P', '030594W903B', '040594V9030', '050594U903M'],
  ...['010516B903X', '020516C903K', '030516D9037', '010501E9032', '020503F9037', '020504A902E'],
]

describe('the shape of an identity code', () => {
  test.each(examples)('%s is noticed', (code) => {
    expect(looksLikeIdentityCode(code)).toBe(true)
    expect(looksLikeIdentityCode(code.toLowerCase())).toBe(true)
    expect(looksLikeIdentityCode(`Asiakas ${code}, toinen lippu`)).toBe(true)
  })

  test.each([
    ['each century sign', [...'+-YXWVUABCDEF'].map((sign) => `010594${sign}9032`)],
    ['each dash', [...'-‐‑‒–—―−⁃'].map((dash) => `131052${dash}308T`)],
    ['spaces around the sign', ['131052 -308T', '131052- 308T', '131052 – 308T', '131052\u00a0-\u00a0308T']],
    ['spaces or dots in the date', ['13 10 52-308T', '13.10.52-308T', '131052-308 T']],
    [
      'invisible characters',
      ['131\u200b052-308T', '\ufeff131052-308T', '131052-\u00ad308T', '131052\u0000-308T'],
    ],
    ['full-width characters', ['１３１０５２－３０８Ｔ']],
    ['a wrong check character', ['131052-308U', '010594Y9033', '010594Y903O', '131052–308 U']],
    ['only a space for the sign', ['131052 308T', '010594 9032', '131052 308U', '131052  308T']],
    ['the sign left out', ['131052308T', '020504902e']],
    ['brackets and labels around it', ['(131052-308T)', 'hetu:131052-308T', '"131052-308T"', '131052-308T.']],
    ['the second of two numbers', ['12345 131052-308T', '120526 1900 131052-308T']],
    [
      'right after what only looked like one',
      ['010526 1900 131052308T', '010526 1900\n131052-308T', '😀131052-308T'],
    ],
  ])('%s', (_, texts) => {
    for (const text of texts) expect(looksLikeIdentityCode(text), text).toBe(true)
  })

  test.each([
    ['a month that does not exist', ['131352-308T', '130052-308T']],
    ['a day that does not exist', ['320152-308T', '000152-308T']],
    ['a sign that is none', ['131052G308T', '131052/308T']],
    ['a new-style card code', ['K7PQ2-X9D4F', 'K7PQ2X9D4F', '01059-4903N', '0BFXR71NSE']],
    [
      'a legacy card code',
      ['ES12345', 'ÖS0012', '123456', '0012345678', 'AB131052-308T', '131052308', '0105949032'],
    ],
    ['a postal code', ['87100', 'FI-87100', '953 31', 'SE-953 31']],
    ['a business id', ['1234567-8', 'FI12345678', '0112038-9']],
    ['a date or a time', ['13.10.1952', '1.1.2026', '2026-03-15', '2026-03-15T10:00:00Z', '010526 1900']],
    ['a span of dates', ['010526-020526', '1.5.–2.5.2026', '01.05.26-02.05.26']],
    ['a phone number or a sum', ['040 123 4567', '+358 40 1234567', '1 234 567,89']],
    ['a device id', ['018f3c2a-7b1c-7a3e-9f00-131052308a12']],
    ['nothing at all', ['', ' ', '\u0000', '-', '\ud800']],
  ])('is not seen in %s', (_, texts) => {
    for (const text of texts) expect(looksLikeIdentityCode(text), text).toBe(false)
  })
})

test('every wrong character in the last four still looks like one', () => {
  for (const code of examples)
    for (let place = 7; place < 11; place += 1)
      for (const wrong of place === 10 ? '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ' : '0123456789') {
        const text = code.slice(0, place) + wrong + code.slice(place + 1)
        expect(looksLikeIdentityCode(text), text).toBe(true)
      }
})

test('any date, sign and number is noticed, also between other words', () => {
  const two = (value: number) => String(value).padStart(2, '0')
  const identity = fc
    .tuple(
      fc.integer({ min: 1, max: 31 }).map(two),
      fc.integer({ min: 1, max: 12 }).map(two),
      fc.integer({ min: 0, max: 99 }).map(two),
      fc.constantFrom(...'+-–YXWVUABCDEF'),
      fc.integer({ min: 100, max: 999 }).map(String),
      fc.constantFrom(...'0123456789ABCDEFHJKLMNPRSTUVWXY'),
    )
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(identity, fc.constantFrom('', 'a b ', '… ', '12, ', 'å\n'), (code, before) =>
      looksLikeIdentityCode(`${before}${code} ${before}`),
    ),
  )
})

test('no text makes it fail, none without digits looks like one, and a long one is read in a moment', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.nat(0x10ffff), fc.nat(0x7f))), (points) => {
      const text = String.fromCodePoint(...points)
      const digits = text.normalize('NFKC').match(/\d/g)?.length ?? 0
      expect(looksLikeIdentityCode(text) && digits < 9).toBe(false)
    }),
  )
  const started = performance.now()
  for (const piece of ['1310', '13 10 ', '131052-', ' ', 'A']) looksLikeIdentityCode(piece.repeat(50_000))
  expect(performance.now() - started).toBeLessThan(3000)
})
