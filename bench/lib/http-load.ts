import { connect, type Socket } from 'node:net'

export type Load = {
  rate: number
  p50: number
  p95: number
  p99: number
  /** Of the body of the last answer. */
  bytes: number
  answers: Record<string, number>
}

/** What all clients of a load note down. */
type Notes = { times: number[]; answers: Record<string, number>; bytes: number }

/** One connection that sends a request as soon as the last is answered. Bare sockets, to leave the cores to the server. */
const runClient = (port: number, until: number, next: () => string, notes: Notes) =>
  new Promise<void>((resolve, reject) => {
    const socket: Socket = connect(port, '127.0.0.1')
    socket.setNoDelay(true)
    let sent = 0
    let received = ''
    const send = () => {
      if (performance.now() >= until) return socket.end(() => resolve())
      sent = performance.now()
      socket.write(next())
    }
    socket.on('connect', send)
    socket.on('error', reject)
    socket.on('data', (chunk) => {
      received += chunk.toString('latin1')
      const head = received.indexOf('\r\n\r\n')
      if (head === -1) return
      const length = Number(/content-length: (\d+)/i.exec(received)?.[1] ?? 0)
      if (received.length < head + 4 + length) return
      const status = received.slice(9, 12)
      notes.answers[status] = (notes.answers[status] ?? 0) + 1
      notes.times.push(performance.now() - sent)
      notes.bytes = length
      received = ''
      send()
    })
  })

/**
 * Sends requests from a number of clients for some seconds, each as soon as its last one is answered.
 * @param next a whole HTTP request in text
 * @returns answers a second; p50, p95 and p99 in milliseconds
 */
export const load = async (
  port: number,
  clients: number,
  seconds: number,
  next: () => string,
): Promise<Load> => {
  const notes: Notes = { times: [], answers: {}, bytes: 0 }
  const start = performance.now()
  const until = start + seconds * 1000
  await Promise.all(Array.from({ length: clients }, () => runClient(port, until, next, notes)))
  const took = (performance.now() - start) / 1000
  const { times, answers, bytes } = notes
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0
  return { rate: times.length / took, p50: at(0.5), p95: at(0.95), p99: at(0.99), bytes, answers }
}
