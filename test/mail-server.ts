import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

export type Delivered = { from: string; to: string[]; raw: string; secure: boolean }

/** What a server may say instead of yes: an SMTP code, such as 451 (later) or 550 (never). */
export const refusal = (responseCode: number, words = 'said the server') =>
  Object.assign(new Error(words), { responseCode })

/**
 * A real SMTP server on this machine, which keeps what it is given.
 * @param more anything of `smtp-server`; without it no password is asked and nothing is encrypted
 * @param port 0 picks a free one
 */
export const startMailServer = async (more: SMTPServerOptions = {}, port = 0) => {
  const delivered: Delivered[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData: (stream, session, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        delivered.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(parts).toString('latin1'),
          secure: session.secure,
        })
        done()
      })
    },
    ...more,
  })
  server.on('error', () => {}) // a client that gives up, such as one that does not trust us
  server.listen(port, '127.0.0.1')
  await once(server.server, 'listening')
  const close = async () => {
    await new Promise<void>((done) => server.close(() => done()))
  }
  return { port: (server.server.address() as AddressInfo).port, delivered, close }
}

const decoded = (head: string, body: string): string => {
  if (/^content-transfer-encoding: base64/im.test(head)) return Buffer.from(body, 'base64').toString('utf8')
  if (!/^content-transfer-encoding: quoted-printable/im.test(head))
    return Buffer.from(body, 'latin1').toString('utf8')
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

const cut = (raw: string) => {
  const at = raw.indexOf('\r\n\r\n')
  return { head: raw.slice(0, at).replace(/\r\n[ \t]+/g, ' '), body: raw.slice(at + 4) }
}

/** RFC 2047: `=?UTF-8?Q?…?=` and `=?UTF-8?B?…?=` as what they stand for. */
const decodedWords = (text: string) => {
  const bytes = text
    .replace(/\?= =\?/g, '?==?')
    .replace(/=\?utf-8\?(q|b)\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(word, 'base64').toString('latin1')
        : word
            .replaceAll('_', ' ')
            .replace(/=([0-9A-F]{2})/gi, (_all, hex: string) =>
              String.fromCharCode(Number.parseInt(hex, 16)),
            ),
    )
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

/** A delivered mail as a mail program reads it. */
export const readMail = ({ raw }: Delivered) => {
  const { head, body } = cut(raw)
  const headers = new Map(
    head.split('\r\n').map((line) => {
      const [, name, value] = /^([^:]+):\s*(.*)$/.exec(line)!
      return [name!.toLowerCase(), decodedWords(value!)] as const
    }),
  )
  const boundary = /boundary="([^"]+)"/.exec(head)?.[1]
  const parts = boundary
    ? body
        .split(`--${boundary}`)
        .slice(1, -1)
        .map((part) => cut(part.trimStart()))
    : []
  const of = (type: string) => {
    const part = parts.find((one) => one.head.toLowerCase().includes(`content-type: ${type}`))
    return part && decoded(part.head, part.body)
  }
  return { headers, text: of('text/plain'), html: of('text/html') }
}
