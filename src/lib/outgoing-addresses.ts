import { BlockList, isIP } from 'node:net'

/** What stands between us and a server that anybody may name: no address of ours or of our neighbours (CWE-918). */
const closed = new BlockList()
// What is not public in IPv4 (IANA special-purpose registry, RFC 6890), and all that is sent to many.
for (const [net, bits] of [
  ...([
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
  ] as const),
  ...([
    ['169.254.0.0', 16],
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.0.2.0', 24],
  ] as const),
  ...([
    ['192.88.99.0', 24],
    ['192.168.0.0', 16],
    ['198.18.0.0', 15],
    ['198.51.100.0', 24],
  ] as const),
  ...([
    ['203.0.113.0', 24],
    ['224.0.0.0', 4],
    ['240.0.0.0', 4],
  ] as const),
])
  closed.addSubnet(net, bits, 'ipv4')
// Of IPv6 only global unicast is open, without what stands for something else: Teredo, documentation, 6to4.
const open = new BlockList()
open.addSubnet('2000::', 3, 'ipv6')
for (const [net, bits] of [
  ...([
    ['2001::', 23],
    ['2001:db8::', 32],
    ['2002::', 16],
    ['3fff::', 20],
  ] as const),
])
  closed.addSubnet(net, bits, 'ipv6')

/** @param address an IP address, without brackets */
export const isPublicAddress = (address: string): boolean => {
  const version = isIP(address)
  if (version === 4) return !closed.check(address, 'ipv4')
  return version === 6 && open.check(address, 'ipv6') && !closed.check(address, 'ipv6')
}

export type UrlProblem = 'url-form' | 'url-https' | 'url-port' | 'url-private'

/** An address of this machine, where a program is tried on one's own desk. */
export const isLocal = (url: URL): boolean => /^https?:$/.test(url.protocol) && url.hostname === '127.0.0.1'

/** The name or number of a host as the resolver takes it: without the brackets of IPv6. */
export const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '')

/**
 * Whether something may be sent to an address, as far as the address itself tells; what its name stands for is asked
 * each time before it is called.
 * @param allowLocal only for a demo on one's own machine and for tests: `http(s)://127.0.0.1:<port>`
 */
export const urlProblem = (text: string, allowLocal: boolean): UrlProblem | null => {
  if (!URL.canParse(text)) return 'url-form'
  const url = new URL(text)
  if (url.username !== '' || url.password !== '' || url.hash !== '' || url.hostname === '') return 'url-form'
  const port = url.port === '' ? null : Number(url.port)
  if (allowLocal && isLocal(url)) return null
  if (url.protocol !== 'https:') return 'url-https'
  if (port !== null && port < 1024) return 'url-port' // 443 is no port of an https address: it is left out
  const host = hostOf(url)
  if (isIP(host) !== 0 && !isPublicAddress(host)) return 'url-private'
  return /\.(localhost|local|internal|home\.arpa)$|^[^.:]+$/.test(host.replace(/\.$/, ''))
    ? 'url-private'
    : null
}
