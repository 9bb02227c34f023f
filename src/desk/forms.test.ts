import { describe, expect, test } from 'vitest'
import { CheckForm, ChoiceForm, RecordForm, shown } from './forms.ts'

const problemsOf = (form: typeof CheckForm | typeof ChoiceForm | typeof RecordForm, fields: object) => {
  const parsed = form.safeParse(fields)
  return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => [path.join('.'), message])
}

describe('a code', () => {
  test.each([
    ['nothing', undefined, 'empty'],
    ['spaces and dashes', ' – - ', 'empty'],
    ['a personal identity code', '131052-308T', 'identity-code'],
    ['one in a sentence', 'kortti 131052A308T ok', 'identity-code'],
    ['a novel', 'x'.repeat(10_000), 'too-long'],
  ])('%s is refused before anything is looked up', (_, code, problem) =>
    expect(problemsOf(CheckForm, { code })).toEqual([['code', problem]]),
  )
  test.each(['KAJ0012', 'k7pq2-x9d4', 'K7PQ2-X9D4F'])('%s may be a card, so it is looked up', (code) =>
    expect(problemsOf(CheckForm, { code })).toEqual([]),
  )
  test.each([
    [undefined, null],
    ['', null],
    ['12', 12],
    ['12; drop table', 0],
    ['99999999999', 0],
  ])('the hidden site %j is read as %j', (site, expected) =>
    expect(CheckForm.parse({ site, code: 'KAJ0012' }).site).toBe(expected),
  )
})

test('what comes back in a field is never an identity code, nor endless', () => {
  expect(shown('k7pq2')).toBe('k7pq2')
  expect(shown('hän 131052-308T')).toBe('')
  expect(shown('x'.repeat(201))).toBe('')
  expect(shown(undefined)).toBe('')
})

describe('an event', () => {
  const chosen = (fields: object) => ChoiceForm.parse(fields).event
  test('is one line without control characters and needless spaces', () => {
    expect(chosen({ event: '  Lumi\u0000kuningatar \n\u202e klo\t18 ' })).toBe('Lumi kuningatar klo 18')
    expect(chosen({ event: 'Ka\u0308enpesä' })).toBe('Käenpesä')
  })
  test('is none when the desk says “here today”, whatever was typed', () =>
    expect(chosen({ here: 'yes', event: 'Lumikuningatar' })).toBeNull())
  test('may be 120 characters and no more', () => {
    expect(chosen({ event: '🎭'.repeat(120) })).toHaveLength(240)
    expect(problemsOf(ChoiceForm, { event: 'x'.repeat(121) })).toEqual([['event', 'event-too-long']])
  })
  test.each(['', '   ', '\u0000\u0007'])('%j is no event', (event) =>
    expect(problemsOf(ChoiceForm, { event })).toEqual([['event', 'event-missing']]),
  )
  test('is about no person', () =>
    expect(problemsOf(ChoiceForm, { event: 'Aino 131052-308T' })).toContainEqual([
      'event',
      'event-identity-code',
    ]))
})

describe('tickets', () => {
  const none = {
    adults: 1,
    children: 0,
    companions: 0,
    event: null,
    kind: 'ticket',
    eventOn: null,
    override: false,
    again: false,
    reason: null,
  }
  test('without an answer are one adult', () => expect(RecordForm.parse({})).toEqual(none))
  test.each([
    ['a chip', { children: '2' }, { children: 2 }],
    ['a number beside the chips', { children: 'other', 'children-more': ' ７ ' }, { children: 7 }],
    ['a chip beside an old number', { children: '2', 'children-more': '7' }, { children: 2 }],
    ['the first chip beside the same number', { children: '0', 'children-more': '0' }, { children: 0 }],
    ['a whole group', { adults: '4', children: 'other', 'children-more': '25' }, { adults: 4, children: 25 }],
    ['a reason', { override: 'yes', reason: 'paper-card' }, { override: true, reason: 'paper-card' }],
    ['a reason that nobody asked for', { reason: 'paper-card' }, {}],
    ['a reason that is none of ours', { override: 'yes', reason: 'hän on sukulainen' }, { override: true }],
    ['an event of the page', { event: 'Lumikuningatar' }, { event: 'Lumikuningatar' }],
    ['a course place', { kind: 'course-place' }, { kind: 'course-place' }],
    ['a kind that is none of ours', { kind: 'x' }, {}],
    [
      'another day, for the event of the page',
      { event: 'A', 'event-on': '5.12.2026' },
      { event: 'A', eventOn: '2026-12-05' },
    ],
    [
      'another day, for another event',
      { event: 'A', 'event-on': '2026-12-05', 'other-event': 'B' },
      { event: 'B', eventOn: '2026-12-05' },
    ],
    [
      'another event without a day, which is a field left open',
      { event: 'A', 'other-event': 'B' },
      { event: 'A' },
    ],
  ])('%s', (_, fields, expected) => expect(RecordForm.parse(fields)).toEqual({ ...none, ...expected }))
  test.each([
    ['no number', { children: 'other' }, 'children', 'amount'],
    ['words', { children: 'other', 'children-more': 'kaksi' }, 'children', 'amount'],
    ['less than none', { adults: '-1' }, 'adults', 'amount'],
    ['half', { companions: '0.5' }, 'companions', 'amount'],
    [
      'a number that the chip contradicts',
      { children: '0', 'children-more': '3' },
      'children',
      'amount-unclear',
    ],
    ['a slip of the finger', { children: 'other', 'children-more': '222' }, 'children', 'too-many-tickets'],
    ['too many in all', { adults: '60', children: '60' }, 'children', 'too-many-tickets'],
    ['an identity code', { adults: 'other', 'adults-more': '131052-308T' }, 'adults', 'amount'],
  ])('%s is asked again', (_, fields, name, problem) =>
    expect(problemsOf(RecordForm, fields)).toEqual([[name, problem]]),
  )
})
