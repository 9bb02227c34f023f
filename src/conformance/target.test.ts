import { expect, test } from 'vitest'
import { holdsPracticeCode } from './cards.ts'
import { pointsInto } from './pointers.ts'
import { readTarget, readTestKey } from './target.ts'
import { tidy } from './text.ts'

test.each([
  ['https://kaiku.example', 'https://kaiku.example'],
  ['https://kaiku.example:8443/fi/rajapinta?x#y', 'https://kaiku.example:8443'],
  ['http://127.0.0.1:3000/', 'http://127.0.0.1:3000'],
  ['http://localhost:3000', 'http://localhost:3000'],
  ['http://[::1]:3000', 'http://[::1]:3000'],
])('%s is asked at %s', (text, origin) => expect(readTarget(text)).toBe(origin))

test.each([
  [undefined, /^Say which/],
  ['kaiku.example', /no address/],
  ['http://kaiku.example', /does not travel in clear/],
  ['http://127.0.0.1.kaiku.example', /does not travel in clear/],
  ['http://localhost@kaiku.example', /user name/],
  ['https://kk_test_x@kaiku.example', /user name/],
  ['ftp://localhost', /does not travel in clear/],
  ['file:///etc/passwd', /does not travel in clear/],
])('%s is not asked', (text, sentence) => expect(() => readTarget(text)).toThrow(sentence))

test('only a test key is taken, and no refusal repeats a key', () => {
  expect(readTestKey('kk_test_0a1b2c3d_x')).toBe('kk_test_0a1b2c3d_x')
  expect(() => readTestKey(undefined)).toThrow('--key')
  expect(() => readTestKey('kk_live_0a1b2c3d_x')).toThrow(/^This is a live key: it would record real uses/)
  for (const key of ['', 'kk_test_', 'kk_test_a b', 'kk_test_a\r\nx: y', 'x_kk_test_a', 'kk_test_ä'])
    expect(() => readTestKey(key)).toThrow('A test key begins with kk_test_. This is none.')
})

test('what came from outside is one short line without what a terminal obeys', () => {
  expect(tidy('a\u001b[2J\u202eb\r\nc', 'kk_test_x')).toBe('a [2J b c')
  expect(tidy('Bearer kk_test_x', 'kk_test_x')).toBe('Bearer (the key)')
  expect(tidy(`${'x'.repeat(239)}😀${'x'.repeat(100)}`, 'k').isWellFormed()).toBe(true)
})

test.each([
  ['TEST0-001D5', true],
  ['{"code":"testo ooid5"}', true],
  ['/cards/TEST0001D5/', true],
  ['TEST0-001D', false],
  ['TEST9-999JN', false],
])('%s holds a practice code: %s', (text, holds) => expect(holdsPracticeCode(text)).toBe(holds))

const sent = JSON.stringify({ code: 'x', items: [{ key: 'a' }], 'a/b': 1 })
test.each<[string, boolean, boolean]>([
  ['', true, true],
  ['/code', true, true],
  ['/adults', true, false],
  ['/items/0/key', true, true],
  ['/items/0/code', true, false],
  ['/items/1', false, false],
  ['/body/code', false, false],
  ['/a~1b', true, true],
  ['code', false, false],
  ['/path/id', true, true],
  ['/query/limit', true, true],
  ['/query/size', false, false],
])('the pointer %j leads into what was sent: %s, exactly: %s', (pointer, near, exactly) => {
  const answer = { path: '/api/v1/uses/x?limit=0', sent }
  expect([pointsInto(pointer, answer, false), pointsInto(pointer, answer, true)]).toEqual([near, exactly])
})
