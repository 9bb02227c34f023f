import { createHmac } from 'node:crypto'

/** The eight groups of an IPv6 address, `::` written out. */
const groupsOf = (address: string): string[] => {
  const [head = '', tail] = address.split('::').map((part) => part.split(':').filter(Boolean))
  if (tail === undefined) return [...head]
  return [...head, ...Array.from({ length: 8 - head.length - tail.length }, () => '0'), ...tail]
}

const isV6 = (address: string) => address.includes(':')

/** Coarse enough to be no address: /24 for IPv4, /48 for IPv6. */
export const networkOf = (address: string): string =>
  isV6(address) ? groupsOf(address).slice(0, 3).join(':') : address.split('.').slice(0, 3).join('.')

/**
 * Who calls, to tell neighbours of one network apart: a hash that needs the key file, so that no address can be found
 * from it by trying them all. One machine of IPv6 has a /64 to itself and may change its address in it at will.
 */
export const callerOf = (key: Uint8Array, address: string): string => {
  const host = isV6(address) ? groupsOf(address).slice(0, 4).join(':') : address
  return createHmac('sha256', key).update(`kk-caller-v1\0${host}`).digest('base64url')
}
