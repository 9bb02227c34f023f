import { expect, test } from 'vitest'
import { frame } from '../frame.ts'
import { newBusyAnswer } from './busy.ts'
import { exchangeGet } from './exchange-route.ts'

const never = () => {
  throw new Error('Nobody is asked when there is no time')
}
const path = '/desk-app/state'
const busy = newBusyAnswer([exchangeGet(path, 'cards.check', never)], {
  ...{ pool: null as never, read: never, keys: null as never, whoIs: never, isProven: never },
  ...{ clock: never, log: never, frame: frame(false), demo: false },
  ...{ origin: () => 'https://kaiku.example', publicOrigin: null, movedTo: never, isAddress: never },
})
const ask = (at: string, headers = {}) =>
  busy(new Request(`https://kaiku.example${at}`, { method: 'POST', headers }))

test('each is told to come again in one to three seconds, not all at once', () => {
  const waits = Array.from({ length: 60 }, () => ask('/api/v1/uses').headers.get('retry-after'))
  expect(new Set(waits)).toEqual(new Set(['1', '2', '3']))
})

test('a program hears it as a problem, with a sentence for people', async () => {
  const reply = ask('/api/v1/uses')
  expect(reply.status).toBe(503)
  expect(reply.headers.get('content-type')).toBe('application/problem+json')
  expect(await reply.json()).toMatchObject({
    type: 'https://kaiku.example/problems/unavailable',
    retryAfter: Number(reply.headers.get('retry-after')),
    endUserMessage: { sv: 'Tjänsten svarar inte just nu. Försök igen om en stund.' },
  })
})

test('our own script hears it as it hears everything', async () => {
  const reply = ask(path)
  expect(reply.status).toBe(503)
  expect(await reply.json()).toMatchObject({
    problem: 'busy',
    said: { en: expect.stringMatching(/^The service/) },
  })
})

test('a person gets a page in their language, which lets them try the same again', async () => {
  const reply = ask('/sv/kassa')
  expect(reply.headers.get('content-security-policy')).toContain("default-src 'none'")
  const page = await reply.text()
  expect(page).toContain('<h1>Tjänsten hinner inte svara just nu</h1>')
  expect(page).toContain('<a href="">Försök igen</a>')
  expect(await ask('/', { 'accept-language': 'en' }).text()).toContain('Try again')
})
