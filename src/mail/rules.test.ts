import { expect, test } from 'vitest'
import { type Letter, renderLetter, unwrapped } from '../lib/letter.tsx'
import { isGivenUp, isOfMail, nextTryAt, problemKind, problemOf } from './rules.ts'

test.each([
  [1, 1],
  [2, 5],
  [3, 30],
  [4, 120],
  [5, 360],
  [99, 360],
])('after try %i the next is in %i minutes', (tries, minutes) => {
  const now = new Date('2026-05-04T09:00:00Z')
  expect(nextTryAt(tries, now).getTime() - now.getTime()).toBe(minutes * 60_000)
})

test('of a failure its names and number are kept, and nothing that a server said', () => {
  const error = Object.assign(new Error('550 <aino@esimerkki.example> https://k.example/salainen'), {
    ...{ code: 'EENVELOPE', responseCode: 550, response: '550 salainen' },
  })
  expect(problemOf(error)).toBe('EENVELOPE 550')
  expect(problemOf(new Error('salainen'))).toBe('EUNKNOWN')
  expect(problemOf({ code: 'aino@esimerkki.example', originalCode: 'ECONNREFUSED' })).toBe(
    'EUNKNOWN ECONNREFUSED',
  )
})

test.each([
  ['EENVELOPE 550', 'recipient', true],
  ['EMESSAGE 554', 'refused', true],
  ['EAUTH 535', 'password', false],
  ['ESOCKET ECONNREFUSED', 'unreachable', false],
  ['ESOCKET CERT_HAS_EXPIRED', 'encryption', false],
  ['ETLS', 'encryption', false],
  ['ETIMEDOUT', 'slow', false],
  ['EUNKNOWN', 'other', false],
])('%s is %s', (problem, kind, ofMail) => {
  expect(problemKind(problem)).toBe(kind)
  expect(isOfMail(problem)).toBe(ofMail)
})

test.each([
  ['EENVELOPE 550', 3, false],
  ['EENVELOPE 550', 4, true],
  ['EENVELOPE 451', 40, false],
  ['EAUTH 535', 40, false],
])('%s at try %i is given up: %s', (problem, tries, given) => {
  expect(isGivenUp(problem, tries)).toBe(given)
})

const long =
  'Sinut on kutsuttu Kaikukantaan, jossa annat kortteja asiakkaille ja näet oman toimipisteesi kortit.'
const letter: Letter = {
  subject: 'Kutsu <ja> & "lainaus"',
  paragraphs: [long],
  link: { label: 'Luo tili', url: `https://kaiku.example/${'a'.repeat(100)}` },
  after: ['Loppu.'],
}

test('text is broken at 72 characters, but the link stands whole on a line of its own', () => {
  const { text } = renderLetter(letter, 'fi')
  const lines = text.split('\n')
  expect(lines).toContain(letter.link!.url)
  expect(
    Math.max(...lines.filter((line) => !line.startsWith('https')).map((line) => line.trimEnd().length)),
  ).toBeLessThanOrEqual(72)
  expect(lines.length).toBeGreaterThan(10)
  expect(unwrapped(text).split('\n')).toContain(long)
  expect(unwrapped(text)).toContain('\n--\n')
})

test.each(['fi', 'sv', 'en'] as const)(
  'every letter in %s says who sent it, and that no password is asked',
  (language) => {
    const { text, html } = renderLetter(letter, language)
    const never = {
      fi: 'Emme koskaan pyydä salasanaa',
      sv: 'Vi ber aldrig om ditt lösenord',
      en: 'We never ask for your password',
    }
    for (const form of [text, html]) {
      expect(form).toContain('Kaikukanta')
      expect(form).toContain(never[language])
    }
  },
)

test('HTML escapes what was typed, and shows the link’s address beside the button', () => {
  const { html } = renderLetter(letter, 'fi')
  expect(html).toMatch(/^<!doctype html><html lang="fi">/)
  expect(html).toContain(
    '<h1 style="margin:0 0 16px;font-size:22px;line-height:1.3">Kutsu &lt;ja&gt; &amp; &quot;lainaus&quot;</h1>',
  )
  expect(html.split(letter.link!.url)).toHaveLength(3)
})
