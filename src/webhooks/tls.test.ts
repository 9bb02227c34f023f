import { expect, test } from 'vitest'
import { makeCertificate } from '../../test/certificate.ts'
import { startReceiver } from '../../test/receiver.ts'
import { languages } from '../i18n/translated.ts'
import { openPoster } from './post.ts'
import { problemText } from './problem-words.ts'

/** What comes of a try to a receiver with that certificate, and what arrived there. */
const tryAt = async (certificate: { key: string; cert: string }, ca?: string, allowLocal = true) => {
  const receiver = await startReceiver(() => ({ status: 204 }), certificate)
  try {
    const sent = await openPoster({ allowLocal, ...(ca && { ca }) })(receiver.url, {}, '{"id":"a"}')
    return { sent, bodies: receiver.received.map(({ body }) => body) }
  } finally {
    await receiver.stop()
  }
}

test('an event reaches a receiver whose certificate is of a trusted authority', async () => {
  const certificate = makeCertificate()
  expect(await tryAt(certificate, certificate.cert)).toEqual({
    sent: { status: 204 },
    bodies: ['{"id":"a"}'],
  })
})

test.each([
  ['of an authority that nobody knows', makeCertificate(), undefined, /varmenteen myöntäjää/],
  ['of another authority', makeCertificate(), makeCertificate().cert, /varmenteen myöntäjää/],
  ['that has expired', makeCertificate('127.0.0.1', 0), 'own', /varmenne ei ole voimassa/],
  ['for another address', makeCertificate('10.0.0.1'), 'own', /varmenne on toisen osoitteen/],
])(
  'to one with a certificate %s nothing is said, and a sentence tells why',
  async (_, certificate, ca, said) => {
    const { sent, bodies } = await tryAt(certificate, ca === 'own' ? certificate.cert : ca)
    expect(bodies).toEqual([])
    const { problem } = sent as { problem: string }
    expect(problemText('fi', problem)).toMatch(said)
  },
)

test('and none at all on a private address, where that is not allowed', async () => {
  const certificate = makeCertificate()
  expect(await tryAt(certificate, certificate.cert, false)).toEqual({
    sent: { problem: 'PRIVATE_ADDRESS' },
    bodies: [],
  })
})

test.each(languages)(
  'each problem has its own sentence in %s, and one unknown a sentence too',
  (language) => {
    const codes = [
      'TIMEOUT',
      'ECONNREFUSED',
      'ENOTFOUND',
      'CERT_HAS_EXPIRED',
      'PRIVATE_ADDRESS',
      'EPROTO',
      'NEWS',
    ]
    const said = codes.map((code) => problemText(language, code))
    expect(new Set(said).size).toBe(codes.length)
    for (const text of said) expect(text).toMatch(/^[A-ZÅÄÖ][^!]*\.$/)
  },
)
