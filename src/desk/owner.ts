import { createHmac } from 'node:crypto'
import type { User } from '../access.ts'

/**
 * Under which name a device keeps the records of whoever is at it: it tells two apart, and nothing else about them.
 * The devices of a site share one, so that a device that is paired anew can send what it kept before.
 */
export const deskOwner = (
  key: Uint8Array,
  who: { siteOfDevice: number } | { accountRoleId: string },
): string => {
  const name = 'siteOfDevice' in who ? `device of ${who.siteOfDevice}` : `role ${who.accountRoleId}`
  return createHmac('sha256', key).update(`kk-desk-owner-v1\0${name}`).digest('base64url').slice(0, 22)
}

/** The name under which a device keeps what this user records. */
export const ownerOf = (key: Uint8Array, user: User): string =>
  user.role === 'device' && user.siteId !== null
    ? deskOwner(key, { siteOfDevice: user.siteId })
    : deskOwner(key, { accountRoleId: user.accountRoleId })
