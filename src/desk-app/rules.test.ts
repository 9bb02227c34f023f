import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatCode, newCode, readCode, suggestCode } from '../codes/rules.ts'
import { readEvent } from '../desk/event-rules.ts'
import { ChoiceForm } from '../desk/forms.ts'
import { daysToTell } from '../desk/rules.ts'
import { amountOf, dayAfter, dayOf, daysLeft, newKeyWatch, readOnDevice, warningOf } from './rules.ts'

/** Always the same code: no chance in a table of cases. */
const code = newCode((max) => 7919 % max)

describe('a code is read on the device as the server reads it', () => {
  const characters = fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZILOUÅÄÖ -–.abcxyzКО'.split(''))
  const typed = fc.oneof(
    fc.string({ unit: characters, maxLength: 14 }),
    fc.string({ maxLength: 50 }),
    fc.constantFrom('131052-308T', 'https://kaiku.example/k#K7PQ2-X9D4F', '', ' – ', 'x'.repeat(41)),
    fc.tuple(fc.nat(9), characters).map(([at, other]) => code.slice(0, at) + other + code.slice(at + 1)),
  )
  test('whatever is typed', () =>
    fc.assert(
      fc.property(typed, (text) => {
        const [here, there] = [readOnDevice(text), readCode(text)]
        expect(here.problem).toBe(there.problem)
        expect(here.isSound).toBe(there.fresh !== null)
        expect(here.code).toBe(there.fresh ?? there.legacy)
        // What is sent means the same to the server as what was typed.
        if (here.code) expect(readCode(here.code)).toMatchObject({ fresh: there.fresh })
      }),
      { numRuns: 600 },
    ))

  test('a wrong character is asked about, and never put right by itself', () => {
    const wrong = `${code.slice(0, 9)}${code[9] === '7' ? '8' : '7'}`
    expect(readOnDevice(wrong)).toEqual({
      code: wrong,
      isSound: false,
      problem: 'check',
      meant: formatCode(suggestCode(wrong)!),
    })
    expect(suggestCode(wrong)).toBe(code)
  })
})

test.each([
  '',
  '  Lumikuningatar ',
  'Joulu\u00a0konsertti 24.12.',
  'Soita 040 123 4567',
  'aino@esimerkki.example',
  '131052-308T',
  'Lumi\u202ekuningatar\u0007 ',
  formatCode(code),
  `Liput ${formatCode(code)}`,
  'x'.repeat(120),
  'x'.repeat(121),
])('the event “%s” is taken or refused as the server’s form does', (typed) => {
  const there = ChoiceForm.safeParse({ site: '1', event: typed, check: '' })
  const here = readEvent(typed)
  if (there.success) expect(here).toEqual({ event: there.data.event })
  else expect(there.error.issues.map(({ message }) => message)).toContain('problem' in here && here.problem)
})

test.each([
  ['3', '', 3],
  ['other', '12', 12],
  ['other', '１２', 12],
  ['other', '100', 100],
  ['other', '101', null],
  ['other', '-1', null],
  ['other', '', null],
  ['other', '1.5', null],
])('chip %s with “%s” beside it is %s', (chip, written, amount) =>
  expect(amountOf(chip, written)).toBe(amount),
)

const day = 24 * 3_600_000
test.each([
  [0, null, null],
  [5, day, null],
  [5, day + 1, 'old'],
  [5, 7 * day, 'old'],
  [5, 7 * day + 1, 'veryOld'],
  [1499, 0, null],
  [1500, 0, 'full'],
  [1500, 8 * day, 'full'],
])('%s waiting, the oldest for %s ms: %s', (waiting, age, warning) =>
  expect(warningOf({ waiting, oldest: age === null ? null : 1_000_000 }, 1_000_000 + (age ?? 0))).toBe(
    warning,
  ),
)

test('days are those of Finland, and count over the end of a month', () => {
  expect(dayOf(Date.parse('2026-05-03T21:30:00Z'))).toBe('2026-05-04')
  expect(dayAfter('2026-02-28', 1)).toBe('2026-03-01')
  for (const last of ['2026-05-03', '2026-05-04', '2026-06-03', '2026-06-04'])
    expect(daysLeft(last, '2026-05-04')).toBe(daysToTell(last, '2026-05-04'))
})

describe('keys of a hand-held scanner', () => {
  const watch = (gaps: number[]) => {
    const isScanner = newKeyWatch()
    let now = 0
    return gaps.map((gap) => {
      now += gap
      return isScanner(now)
    })
  }
  test('come faster than fingers', () => {
    expect(watch([500, 10, 10, 10, 10])).toEqual([false, false, false, true, true])
    expect(watch([500, 120, 120, 120, 120])).toEqual([false, false, false, false, false])
  })
  test('a digit and a quick Enter are a person’s', () => expect(watch([500, 40])).toEqual([false, false]))
})
