import { connect, type Socket } from 'node:net'

/** A whole HTTP request in text, and who hears of its answer. */
export type Shot = { kind: string; text: string; heard?: (status: number, body: string) => void }

/**
 * What became of one request. Times in milliseconds: `due` since the load began, `took` from then to the answer,
 * of which the load itself was `late`; `status` 0: no answer came.
 */
export type Outcome = {
  kind: string
  due: number
  late: number
  took: number
  status: number
  retryAfter: boolean
}

const longestWait = 15_000
const mostConnections = 4_000
/** The server closes a connection that nobody has used for longer; a client leaves it alone before that. */
const longestIdle = 30_000

type Answered = (status: number, head: string, body: string) => void

/** One connection that carries one request at a time. */
const openConnection = (port: number, idle: (line: Line) => void, gone: (line: Line) => void): Line => {
  const socket: Socket = connect(port, '127.0.0.1')
  socket.setNoDelay(true)
  let waiting: Answered | null = null
  let received = ''
  const fail = () => {
    waiting?.(0, '', '')
    waiting = null
    gone(line)
  }
  socket.on('error', () => {})
  socket.on('close', fail)
  socket.setTimeout(longestWait, () => waiting && socket.destroy())
  socket.on('data', (chunk) => {
    received += chunk.toString('latin1')
    const end = received.indexOf('\r\n\r\n')
    if (end === -1) return
    const head = received.slice(0, end)
    const status = Number(head.slice(9, 12))
    const length = status === 304 ? 0 : Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0)
    if (received.length < end + 4 + length) return
    const body = received.slice(end + 4, end + 4 + length)
    received = ''
    const answered = waiting
    waiting = null
    idle(line)
    answered?.(status, head, body)
  })
  const line: Line = {
    send: (text, answered) => {
      waiting = answered
      socket.write(text)
    },
    close: () => socket.destroy(),
  }
  return line
}
type Line = { send: (text: string, answered: Answered) => void; close: () => void }

/** Streams of requests that are due at fixed times, whatever becomes of those before: nothing is left out when answers are late. */
export type Stream = { perSecond: number; next: () => Shot }

/**
 * An open load: each request is sent when it is due, and its time is measured from then on. A load that waits for
 * answers before it asks again would measure least just where the server is slowest ("coordinated omission").
 */
export const newOpenLoad = (port: number) => {
  const began = performance.now()
  const now = () => performance.now() - began
  const free: { line: Line; since: number }[] = []
  const all = new Set<Line>()
  const outcomes: Outcome[] = []
  let underWay = 0

  const open = () => {
    const made = openConnection(
      port,
      (idle) => free.push({ line: idle, since: now() }),
      (gone) => all.delete(gone),
    )
    all.add(made)
    return made
  }
  /** In turn, so that none is left unused for long. */
  const take = (): Line | null => {
    for (let first = free.shift(); first; first = free.shift()) {
      if (all.has(first.line) && now() - first.since < longestIdle) return first.line
      first.line.close()
    }
    return all.size < mostConnections ? open() : null
  }

  const fire = ({ kind, text, heard }: Shot, due: number) => {
    const late = now() - due
    const end = (status: number, head: string, body: string) => {
      underWay--
      const retryAfter = /\r\nretry-after: \d/i.test(head)
      outcomes.push({ kind, due, late, took: now() - due, status, retryAfter })
      heard?.(status, body)
    }
    underWay++
    const line = take()
    if (line) line.send(text, end)
    else end(0, '', '')
  }

  const runStream = ({ perSecond, next }: Stream, from: number, until: number) =>
    new Promise<void>((done) => {
      let count = 0
      const dueOf = (index: number) => from + (index * 1000) / perSecond
      const timer = setInterval(() => {
        for (; dueOf(count) <= now() && dueOf(count) < until; count++) fire(next(), dueOf(count))
        if (now() < until) return
        clearInterval(timer)
        done()
      }, 1)
    })

  return {
    outcomes,
    now,
    /**
     * Opens connections one by one and keeps them, as the programs of ticket sellers do. Node takes in one new connection
     * a turn of its loop, so a flood of new ones would measure that.
     */
    connect: async (count: number) => {
      while (all.size < count) {
        const line = open()
        free.push({ line, since: now() })
        await new Promise((done) => setTimeout(done, 5))
      }
    },
    /** Runs all streams for some seconds. @returns when they began and ended, by the clock of the load */
    run: async (streams: readonly Stream[], seconds: number) => {
      const from = now()
      const until = from + seconds * 1000
      await Promise.all(streams.map((stream) => runStream(stream, from, until)))
      return { from, until }
    },
    /** Waits until all is answered, or given up. */
    settle: async () => {
      const limit = now() + longestWait + 1_000
      while (underWay > 0 && now() < limit) await new Promise((done) => setTimeout(done, 20))
      for (const line of all) line.close()
    },
  }
}
