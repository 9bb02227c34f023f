import { lookup } from 'node:dns/promises'
import { isIP, type LookupFunction } from 'node:net'
import { isPublicAddress } from './outgoing-addresses.ts'

/** How we call what is outside: only public addresses, each looked up and checked before it is called. */
export type Address = { address: string; family: number }
/** All addresses of a name. */
export type Resolve = (host: string) => Promise<Address[]>
/** The resolver of this machine. */
export const askDns: Resolve = (host) => lookup(host, { all: true, verbatim: true })

/** Our own name of what went wrong, or the system's; never the words around it. */
export const nameOfFailure = (error: unknown): string => {
  const { code, name } = error as { code?: unknown; name?: unknown }
  if (name === 'AbortError' || name === 'TimeoutError') return 'TIMEOUT'
  return typeof code === 'string' && /^[A-Z_0-9]{2,60}$/.test(code) ? code : 'UNKNOWN'
}

class Private extends Error {
  readonly code = 'PRIVATE_ADDRESS'
}

/**
 * The one address that is called. One closed address among several closes the name: who owns it mixes them.
 * @throws with the code `PRIVATE_ADDRESS` when one is not public, and as the resolver does
 */
export const findAddress = async (host: string, resolve: Resolve): Promise<Address> => {
  const found = isIP(host) === 0 ? await resolve(host) : [{ address: host, family: isIP(host) }]
  const [first] = found
  if (!first || found.some(({ address }) => !isPublicAddress(address))) throw new Private('closed address')
  return first
}

/** The address that was checked is the one that is called, whatever the name says a moment later (DNS rebinding). */
export const always = ({ address, family }: Address): LookupFunction =>
  ((_, options, done) =>
    options.all ? done(null, [{ address, family }]) : done(null, address, family)) as LookupFunction

/** Rejects when the time is up, for what cannot be stopped itself. */
export const timeUp = (signal: AbortSignal) =>
  new Promise<never>((_, failed) =>
    signal.addEventListener('abort', () => failed(signal.reason), { once: true }),
  )
