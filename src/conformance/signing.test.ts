import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { canonical, readStrictly } from '../lib/canonical.ts'
import { keyOfSeed, publicTextOf, readPrivateKey, readPublicText } from '../lib/ed25519.ts'
import { isKept, signReport, type Unsigned, verifyReport } from './report.ts'

const key = keyOfSeed(Buffer.alloc(32, 7))
const publicKey = publicTextOf(key)
const unsigned: Unsigned = {
  ...{ url: 'https://kaiku.example', at: '2026-05-04T09:00:00.000Z', requests: 230, checker: '0.1.0' },
  system: { name: 'Kaiku', version: '0.1.0' },
  contract: { version: '1.0.0', sha256: 'a'.repeat(64) },
  results: [
    { id: 'key.me', clause: 'Näin “on”.', outcome: 'pass', expected: null, came: null },
    { id: 'card.slow', clause: 'Hitaasti.', outcome: 'fail', expected: '3 s', came: '1 s' },
  ],
}
const report = signReport(unsigned, key)
const text = JSON.stringify(report, null, 2)

test('a report is whole as it was signed, in whatever order and with whatever white space it is written', () => {
  expect(verifyReport(text, publicKey)).toEqual({ outcome: 'whole', report })
  const { signature, ...rest } = report
  const turned = { signature: Object.fromEntries(Object.entries(signature).reverse()), ...rest }
  for (const other of [JSON.stringify(report), `\r\n${JSON.stringify(turned, null, '\t')}\n`])
    expect(verifyReport(other, null).outcome).toBe('whole')
})

test('one byte changed anywhere is found', () => {
  const bytes = Buffer.from(text)
  for (let place = 0; place < bytes.length; place += 1) {
    const changed = Buffer.from(bytes)
    changed[place]! ^= 1
    const { outcome } = verifyReport(changed.toString(), publicKey)
    expect(outcome, `byte ${place}, ${text.slice(Math.max(0, place - 9), place + 9)}`).not.toBe('whole')
  }
})

test.each<[string, string]>([
  ['a name that stands twice', text.replace('{', '{"requests":1,')],
  ['a further field', text.replace('{', '{"passed":true,')],
  ['a result left out', JSON.stringify({ ...report, results: report.results.slice(0, 1) })],
  ['nothing', ''],
  ['no report', '{}'],
  ['another kind of report', text.replace('conformance/1', 'conformance/2')],
  ['a signature that is spelt otherwise', text.replace(report.signature.value, `${report.signature.value}=`)],
])('%s is not whole', (_, changed) => {
  expect(verifyReport(changed, null).outcome).not.toBe('whole')
})

test('who signs anew is found by the key', () => {
  const other = keyOfSeed(Buffer.alloc(32, 8))
  const forged = JSON.stringify(signReport({ ...unsigned, results: [] }, other))
  expect(verifyReport(forged, publicKey).outcome).toBe('other-key')
  expect(verifyReport(forged, publicTextOf(other)).outcome).toBe('whole')
})

test('a contract is kept where something passed and nothing failed', () => {
  const [passed, failed] = unsigned.results
  const missed = { ...passed!, outcome: 'not-applicable' as const }
  expect(
    [[passed!], [passed!, missed], [passed!, failed!], [missed], []].map((results) => isKept({ results })),
  ).toEqual([true, true, false, false, false])
})

test('the same seed gives the same key, and a key is read as OpenSSL writes it', () => {
  expect(publicTextOf(keyOfSeed(Buffer.alloc(32, 7)))).toBe(publicKey)
  expect(publicKey).toMatch(/^[\w-]{43}$/)
  const pem = key.export({ format: 'pem', type: 'pkcs8' }).toString()
  expect(publicTextOf(readPrivateKey(pem))).toBe(publicKey)
  const publicPem = createPublicKey(pem).export({ format: 'pem', type: 'spki' }).toString()
  expect([readPublicText(publicPem), readPublicText(`${publicKey}\n`)]).toEqual([publicKey, publicKey])
})

test('another kind of key is refused in words that repeat nothing of it', () => {
  const { privateKey, publicKey: other } = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    privateKeyEncoding: { format: 'pem', type: 'pkcs8' },
    publicKeyEncoding: { format: 'pem', type: 'spki' },
  })
  for (const text of [privateKey, 'secret'])
    expect(() => readPrivateKey(text)).toThrow(/^The signing key is no/)
  for (const text of [other, 'secret']) expect(() => readPublicText(text)).toThrow(/^The public key is no/)
})

test('canonical text is that of RFC 8785', () => {
  const value = {
    '\u20ac': 1,
    '\r': 2,
    '\ufb33': 3,
    '1': [1e30, 4.5, 0.002, 1e-27, -0],
    '😀': null,
    ö: '\u000f"\\',
  }
  expect(canonical(value)).toBe(
    '{"\\r":2,"1":[1e+30,4.5,0.002,1e-27,0],"ö":"\\u000f\\"\\\\","€":1,"😀":null,"\ufb33":3}',
  )
  for (const bad of [Number.NaN, Number.POSITIVE_INFINITY, '\ud800'])
    expect(() => canonical(bad)).toThrow(RangeError)
  expect(readStrictly('{ "a" : [ 1 , "b \\" c" ] }')).toEqual({ a: [1, 'b " c'] })
  for (const bad of ['{"a":1,"a":2}', '{"a":1.0}', '{"a":1', '"\\u0041"'])
    expect(readStrictly(bad)).toBeUndefined()
})
