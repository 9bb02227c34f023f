import { expect, test } from 'vitest'
import { isTaken } from './taken.ts'

const firefox = 'Mozilla/5.0 (Android 16; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0'
const safari =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Version/19.0 Safari/604.1'
const cubot =
  'Mozilla/5.0 (Linux; Android 13; CUBOT NOTE 50) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36'

type Case = [
  what: string,
  isTaken: boolean,
  headers: Record<string, string>,
  method?: string,
  status?: number,
]
const cases: Case[] = [
  ['a phone', true, { 'user-agent': firefox }],
  ['another phone', true, { 'user-agent': safari }],
  ['a phone whose maker is called a robot', true, { 'user-agent': cubot }],
  ['the first part of a file', true, { 'user-agent': firefox, range: 'bytes=0-' }],
  ['a look at the headers', false, { 'user-agent': firefox }, 'HEAD'],
  ['a file that has not changed', false, { 'user-agent': firefox }, 'GET', 304],
  ['a file that is gone', false, { 'user-agent': firefox }, 'GET', 410],
  ['a later part', false, { 'user-agent': firefox, range: 'bytes=65536-' }],
  ['the last bytes', false, { 'user-agent': firefox, range: 'bytes=-500' }],
  ['a guess', false, { 'user-agent': firefox, 'sec-purpose': 'prefetch;prerender' }],
  ['nobody', false, {}],
  [
    'a search engine',
    false,
    { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' },
  ],
  ['a preview of a link', false, { 'user-agent': 'facebookexternalhit/1.1' }],
  ['a tool', false, { 'user-agent': 'curl/8.5.0' }],
  ['a script', false, { 'user-agent': 'python-requests/2.32' }],
]
test.each(cases)('%s', (_, expected, headers, method = 'GET', status = 200) => {
  expect(isTaken(new Request('http://127.0.0.1/a.pdf', { method, headers }), status)).toBe(expected)
})
