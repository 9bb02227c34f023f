import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'

export type Received = { headers: IncomingMessage['headers']; body: string; path: string }

/** Whether one of the signatures is that of the secret: what every receiver of a webhook does. */
export const isSigned = ({ headers, body }: Received, secret: string): boolean => {
  const parts = String(headers['kaiku-signature']).split(',')
  const t = parts.find((part) => part.startsWith('t='))!.slice(2)
  const wanted = createHmac('sha256', secret).update(`${t}.${body}`).digest()
  return parts
    .filter((part) => part.startsWith('v1='))
    .some((part) => timingSafeEqual(Buffer.from(part.slice(3), 'hex'), wanted))
}

/**
 * A receiver of webhooks on this machine.
 * @param tls its key and certificate, for one that is called by https
 * @param answer status and headers for the n-th request, counted from 0
 */
export const startReceiver = async (
  answer: (index: number) => { status: number; headers?: Record<string, string>; body?: string },
  tls?: { key: string; cert: string },
) => {
  const received: Received[] = []
  const listener: RequestListener = (request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      const { status, headers, body: said } = answer(received.length)
      received.push({ headers: request.headers, body, path: request.url ?? '' })
      response.writeHead(status, headers).end(said)
    })
  }
  const server = tls ? createTlsServer(tls, listener) : createServer(listener)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    url: `http${tls ? 's' : ''}://127.0.0.1:${port}/kaiku`,
    received,
    stop: () => new Promise((done) => server.close(done)),
  }
}
