import { generateKeyPairSync, sign } from 'node:crypto'

/** One value of ASN.1 as DER writes it: what kind, how long, and what it holds. */
const der = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
  const body = Buffer.concat(parts)
  if (body.length < 128) return Buffer.concat([Buffer.from([tag, body.length]), body])
  const length = Buffer.from(body.length.toString(16).padStart(4, '0'), 'hex')
  return Buffer.concat([Buffer.from([tag, 0x80 | length.length]), length, body])
}
const sequence = (...parts: readonly Uint8Array[]) => der(0x30, ...parts)
const integer = (...bytes: readonly number[]) => der(0x02, Buffer.from(bytes))
const named = (hex: string) => der(0x06, Buffer.from(hex, 'hex'))
const bits = (bytes: Uint8Array) => der(0x03, Buffer.from([0]), bytes)

/** `261126030000Z` */
const time = (at: Date) => der(0x17, Buffer.from(at.toISOString().replaceAll(/^20|[-:T]|\.\d+/g, '')))

const ecdsaWithSha256 = sequence(named('2a8648ce3d040302'))
const commonName = sequence(
  der(0x31, sequence(named('550403'), der(0x0c, Buffer.from('Esimerkkivastaanotin')))),
)
const isAuthority = sequence(named('551d13'), der(0x04, sequence(der(0x01, Buffer.from([0xff])))))
const nameOf = (address: string) => {
  const bytes = Buffer.from(address.split('.').map(Number))
  return sequence(named('551d11'), der(0x04, sequence(der(0x87, bytes))))
}

/**
 * A certificate of its own making for an address of this machine, and its key (RFC 5280): made by hand, since Node only
 * reads them. @param days from yesterday on; 0 has expired
 */
export const makeCertificate = (address = '127.0.0.1', days = 2): { key: string; cert: string } => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const from = Date.now() - 86_400_000
  const content = sequence(
    der(0xa0, integer(2)),
    integer(1),
    ecdsaWithSha256,
    commonName,
    sequence(time(new Date(from)), time(new Date(from + days * 86_400_000))),
    commonName,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(isAuthority, nameOf(address))),
  )
  const made = sequence(content, ecdsaWithSha256, bits(sign('sha256', content, privateKey)))
  // Lines of 64: an empty last one, where the length divides by that, would be no certificate any more.
  const lines = made.toString('base64').match(/.{1,64}/g)!
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n'),
  }
}
