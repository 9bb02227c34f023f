/** Which requests the server takes in at once; the others wait in a line, or are told to come again. */
import type { IncomingMessage } from 'node:http'
import type { HttpBindings } from '@hono/node-server'
import { type AdmissionLimits, newAdmission } from './lib/admission.ts'

/** Four times the connections of a pool (`connectPostgres`): while some are there, the others compute or wait for one. */
export const usualLimits: AdmissionLimits = { places: 40, waiting: 1_000, longWait: 1_000, shortWait: 50 }

/** In bytes. What is larger is read by the row that takes it, in a place: so only a few of those are taken in at once. */
const smallBody = 64 * 1024
const largeAtOnce = 8

type Program = {
  fetch: (request: Request, env: HttpBindings) => Response | Promise<Response>
  busy: (request: Request) => Response
}

const bodyOf = ({ headers }: IncomingMessage): 'none' | 'small' | 'large' => {
  const length = headers['content-length']
  if (length === undefined) return headers['transfer-encoding'] === undefined ? 'none' : 'large'
  return Number(length) === 0 ? 'none' : Number(length) <= smallBody ? 'small' : 'large'
}

/** Reads a small body whole, so that whoever sends slowly holds no place. @throws when the sender hangs up */
const readWhole = (incoming: IncomingMessage & { rawBody?: Buffer }) =>
  new Promise<void>((done, fail) => {
    const chunks: Buffer[] = []
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    incoming.on('end', () => {
      incoming.rawBody = Buffer.concat(chunks) // where @hono/node-server looks first
      done()
    })
    incoming.on('close', fail)
  })

/** Takes requests in as there are places for them, and answers `busy` to the rest. */
export const admitting = (limits: AdmissionLimits) => {
  const admit = newAdmission<Response>(limits)
  const admitLarge = newAdmission<Response>({ ...limits, places: largeAtOnce, waiting: 0 })

  return ({ fetch, busy }: Program, request: Request, env: HttpBindings): Response | Promise<Response> => {
    const refuse = () => busy(request)
    const hasGone = () => env.outgoing.destroyed
    const takeIn = () => admit({ run: () => fetch(request, env), refuse, hasGone })
    const body = bodyOf(env.incoming)
    if (body === 'none') return takeIn()
    if (body === 'large') return admitLarge({ run: takeIn, refuse })
    return readWhole(env.incoming).then(takeIn, () => new Response(null, { status: 400 }))
  }
}
