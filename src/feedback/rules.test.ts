import { describe, expect, test } from 'vitest'
import { holderLanguages } from '../i18n/holder-languages.ts'
import { tidyLines } from '../lib/one-line.ts'
import { lifetimes } from '../lifetimes/rules.ts'
import { formWords } from './form-words.ts'
import { DeedForm } from './forms.ts'
import { answeredLetter, quietLetter } from './letter-words.ts'
import { pageWords } from './page-words.ts'
import { problemWords } from './problem-words.ts'
import { doubtOf, isUsable, newStamp, readStamp } from './robot-rules.ts'
import { clockOf, deedsFor, dueOn } from './rules.ts'
import { hashOf, seedOf, tokenOf } from './secret-rules.ts'
import { formKeyFor } from './send.ts'
import { holdsReach, withoutSecrets } from './text-rules.ts'
import { threadWords } from './thread-words.ts'

const key = new Uint8Array(32).fill(7)
const now = new Date('2026-05-04T09:00:00Z')
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)

describe('the time for an answer', () => {
  test.each([
    ['2026-05-04', { is: 'running', days: 14 }],
    ['2026-05-14', { is: 'running', days: 4 }],
    ['2026-05-15', { is: 'soon', days: 3 }],
    ['2026-05-18', { is: 'soon', days: 0 }],
    ['2026-05-19', { is: 'over', days: 1 }],
  ])('of accessibility, on %s', (today, clock) =>
    expect(clockOf({ state: 'working', dueOn: dueOn('accessibility', '2026-05-04') }, today)).toEqual(clock),
  )
  test('stops with the answer', () =>
    expect(clockOf({ state: 'answered', dueOn: '2026-05-01' }, '2026-05-19')).toEqual({ is: 'stopped' }))
  test('nobody answers whom nobody reads', () => {
    expect(deedsFor({ state: 'new', way: 'none' })).toMatchObject({ answer: false, close: true })
    expect(deedsFor({ state: 'answered', way: 'link' })).toMatchObject({ answer: false, move: false })
  })
})

describe('a person and a robot', () => {
  const stamp = newStamp(key, now)
  const sent = { stamp, now: later(60), trap: '', message: 'Ovi oli kiinni.', isBusy: false, answer: '' }
  const right = String(stamp.number + 1)
  const links = 'http://a.example https://b.example www.c.example'
  test.each([
    ['a person', {}, null],
    ['a person who was away for hours', { now: later(20 * 3600) }, null],
    ['a page of yesterday', { now: later(25 * 3600) }, 'too-old'],
    ['no stamp, or a made up one', { stamp: null }, 'too-old'],
    ['a stamp of tomorrow', { now: later(-60) }, 'too-old'],
    ['sent at once', { now: later(1) }, 'too-fast'],
    ['the field that nobody sees', { trap: 'http://x.example' }, 'question'],
    ['many links', { message: links }, 'question'],
    ['many messages of one machine', { isBusy: true }, 'question'],
    ['a wrong answer', { trap: 'x', answer: '44' }, 'question-wrong'],
    ['words for an answer', { trap: 'x', answer: 'en tiedä' }, 'question-wrong'],
    ['a password manager’s person', { trap: 'x', answer: ` ${right}. ` }, null],
    ['a person with an Arabic keyboard', { trap: 'x', answer: '٠١٢٣٤٥٦٧٨٩'[stamp.number + 1]! }, null],
    ['a person with a Persian keyboard', { message: links, answer: '۰۱۲۳۴۵۶۷۸۹'[stamp.number + 1]! }, null],
  ])('%s', (_, more, problem) => expect(doubtOf({ ...sent, ...more })?.problem ?? null).toBe(problem))
  test('a stamp is the same for all who read within ten seconds, and nobody else makes one', () => {
    expect(newStamp(key, later(9)).text).toBe(stamp.text)
    expect(newStamp(key, later(10)).text).not.toBe(stamp.text)
    expect(readStamp(key, stamp.text)).toEqual(stamp)
    expect(readStamp(new Uint8Array(32), stamp.text)).toBeNull()
    for (const text of [
      '',
      'x',
      `${stamp.text}x`,
      stamp.text.replace(/^./, '1'),
      `__proto__.${'a'.repeat(16)}`,
    ])
      expect(readStamp(key, text), text).toBeNull()
    expect(isUsable(stamp, later(86_401))).toBe(false)
  })
})

describe('what must not be kept is taken out, and the rest stays', () => {
  test.each([
    ['Tunnukseni on 131052-308T ja ovi oli kiinni.', 'Tunnukseni on … ja ovi oli kiinni.', 'identity-code'],
    ['Maksakaa FI21 1234 5600 0007 85\nkiitos', 'Maksakaa …\nkiitos', 'iban'],
    ['Olen syntynyt 1.2.1980, saanko?', /^Olen .*saanko\?$/, 'birth-date'],
    ['Ovi oli kiinni 4.5.2026.', 'Ovi oli kiinni 4.5.2026.', null],
    ['Soita 040 123 4567', 'Soita 040 123 4567', null],
  ])('%s', (text, rest, found) => {
    const cleaned = withoutSecrets(text)
    expect(cleaned.found).toBe(found)
    if (typeof rest === 'string') expect(cleaned.text).toBe(rest)
    else expect(cleaned.text).toMatch(rest)
  })
  test('twice in one text, both', () =>
    expect(withoutSecrets('131052-308T tai 131052-308T').text).toBe('… tai …'))
  test.each([
    ['Soita 040 123 4567', true],
    ['aino@esimerkki.example', true],
    ['Rantakatu 12 on kiinni', false],
    ['Ovi 4.5. klo 12.30', false],
  ])('%s is asked about first: %s', (text, asked) => expect(holdsReach(text)).toBe(asked))
  test('lines stay lines', () => expect(tidyLines(' a  b \r\n\r\n\r\n\r\nc\u0000 ')).toBe('a b\n\nc'))
})

test('the same form leads to the same link, another key or word to another', () => {
  const seed = seedOf(key, { message: 'a', way: 'link' })
  expect(seedOf(key, { way: 'link', message: 'a' })).toEqual(seed)
  expect(seedOf(key, { message: 'b', way: 'link' })).not.toEqual(seed)
  const token = tokenOf(key, seed)
  expect(token).toMatch(/^[\w-]{43}$/)
  expect(tokenOf(new Uint8Array(32), seed)).not.toBe(token)
  expect(hashOf(token)).toHaveLength(32)
})

test.each([
  ['answer', '131052-308T', 'identity-code'],
  ['answer', 'Soita 040 123 4567', undefined],
  ['note', 'Soita 040 123 4567', 'phone'],
  ['note', '', 'note-missing'],
])('in %s: %s', (deed, text, problem) =>
  expect(DeedForm.safeParse({ deed, [deed]: text }).error?.issues[0]?.message).toBe(problem),
)

test('the letter is in the writer’s language, else in English and Finnish', () => {
  const subjects = holderLanguages.map((reader) => {
    const { language, letter } = answeredLetter(reader, { answer: 'Kyllä.\nTervetuloa.', url: null })
    expect(letter.paragraphs).toContain('Tervetuloa.')
    return `${language}: ${letter.subject}`
  })
  expect(new Set(subjects)).toEqual(
    new Set([
      'fi: Vastaus palautteeseesi',
      'sv: Svar på din respons',
      'en: An answer to your feedback',
      'en: An answer to your feedback / Vastaus palautteeseesi',
    ]),
  )
})

test.each(holderLanguages)('every sentence is there in %s, and short', (reader) => {
  const { abouts, ...page } = pageWords[reader]
  const { ways, ...form } = formWords[reader]
  const parts = [page, abouts, form, ways, problemWords[reader], threadWords[reader]]
  const all = parts.flatMap((part) => Object.values<unknown>(part))
  for (const text of all.filter((one) => typeof one === 'string')) {
    expect(text.trim()).not.toBe('')
    for (const sentence of text.split(/(?<=[.?؟:])\s/))
      expect(sentence.split(' ').length, sentence).toBeLessThanOrEqual(15)
  }
})

test.each(holderLanguages)('what %s says of the days until a quiet thread ends is what is done', (reader) => {
  const days = String(lifetimes['quiet-feedback'].after.days)
  expect(threadWords[reader].quietText).toContain(days)
  expect(quietLetter(reader).letter.paragraphs.join(' ')).toContain(days)
})

test('a form keeps its key; without one, or with a made up one, it gets another', () => {
  const key = formKeyFor(undefined)
  expect(formKeyFor(key)).toBe(key)
  for (const typed of ['', 'x', `${key}x`]) expect(formKeyFor(typed)).not.toBe(typed)
  expect(formKeyFor(undefined)).not.toBe(key)
})
