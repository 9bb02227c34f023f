import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { type HttpBindings, serve } from '@hono/node-server'
import { sql } from 'kysely'
import { admitting, usualLimits } from './admitting.ts'
import type { Pool } from './db/db.ts'

type Answer = (request: Request, env: HttpBindings) => Response | Promise<Response>

type Program = {
  fetch: Answer
  /** A public page as it was just sent to somebody else: that takes no place. */
  findKept?: (request: Request) => Response | null
  /** What is answered where there is no place for a request. */
  busy: (request: Request) => Response
  /** Whether what the program needs is there; asked at each `GET /health`. */
  isHealthy: () => Promise<boolean>
}

export type Listening = {
  port: number
  /** From now on requests reach the program; before that everything is answered with 503. */
  open: (program: Program) => void
  /** Takes no more requests, and waits until those under way are answered, or `longest` has passed. */
  close: (longest: number) => Promise<void>
}

const sentences: Record<string, string> = {
  EADDRINUSE: 'is in use by another program. Stop that program, or set PORT to another number.',
  EADDRNOTAVAIL: 'is not an address of this machine. Set HOST to one that is.',
  ENOTFOUND: 'is not an address of this machine. Set HOST to one that is.',
  EACCES: 'may not be opened by this user. Set PORT to a number above 1023.',
}

const health = (status: 'ok' | 'starting' | 'unavailable') =>
  Response.json({ status }, { status: status === 'ok' ? 200 : 503, headers: { 'cache-control': 'no-store' } })

const starting = () => new Response('Kaiku is starting.\n', { status: 503, headers: { 'retry-after': '1' } })

/**
 * Listens at once, so that whoever watches sees a program that is starting, not one that is missing.
 * @param port 0 picks a free one
 * @param limits how many requests are taken in at once
 * @throws Error with a sentence for people when the address cannot be had
 */
export const listen = async (host: string, port: number, limits = usualLimits): Promise<Listening> => {
  let program: Program | null = null
  const takeIn = admitting(limits)
  const answer: Answer = (request, env) => {
    const { pathname } = new URL(request.url)
    const isHealth = request.method === 'GET' && pathname === '/health'
    if (!program) return isHealth ? health('starting') : starting()
    if (isHealth) return program.isHealthy().then((isHealthy) => health(isHealthy ? 'ok' : 'unavailable'))
    // Scripts and styles lie in memory: a page that tells people to wait should look like one.
    if (pathname.startsWith('/assets/')) return program.fetch(request, env)
    return program.findKept?.(request) ?? takeIn(program, request, env)
  }
  const server = serve({
    fetch: (request, env) => answer(request, env as HttpBindings),
    hostname: host,
    port,
  }) as Server
  // Longer than the minute that proxies keep theirs: none then sends on a connection that is just being closed.
  server.keepAliveTimeout = 65_000
  try {
    await once(server, 'listening')
  } catch (error) {
    const sentence = sentences[(error as NodeJS.ErrnoException).code ?? '']
    throw sentence ? new Error(`${host}:${port} ${sentence}`) : error
  }
  return {
    port: (server.address() as AddressInfo).port,
    open: (opened) => {
      program = opened
    },
    close: (longest) => closeWithin(server, longest),
  }
}

const closeWithin = async (server: Server, longest: number) => {
  const closed = once(server, 'close')
  server.close()
  // A browser keeps its connection open after its answer: such idle ones are closed as they fall idle.
  const sweep = setInterval(() => server.closeIdleConnections(), 50)
  await Promise.race([closed, wait(longest, undefined, { ref: false })])
  clearInterval(sweep)
  server.closeAllConnections()
}

/** Whether the database answers within two seconds. */
export const answersInTime = async (pool: Pool): Promise<boolean> => {
  const late = new AbortController()
  try {
    return await Promise.race([
      sql`select 1`.execute(pool).then(() => true),
      wait(2_000, false, { signal: late.signal }),
    ])
  } catch {
    return false
  } finally {
    late.abort()
  }
}
