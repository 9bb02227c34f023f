import { randomUUID } from 'node:crypto'
import { createDeviceRole } from '../accounts/device-role-queries.ts'
import type { Pool, Read, Write } from '../db/db.ts'
import { dayOf } from '../lib/dates.ts'
import { type DeviceScope, type DeviceSite, holds, isOpenOn } from './queries.ts'
import { codeOf, hashOfCode, hashOfToken, pairingEnd, tokenOf } from './rules.ts'

/**
 * Opens a pairing: a link and a code that make one phone a device of the site, within ten minutes.
 * @param secret of the key file: link and code follow from it and from the id, and only their hashes are kept
 * @returns its id
 */
export const createPairing = async (
  db: Write,
  secret: Uint8Array,
  given: { site: DeviceSite; name: string; actor: string; now: Date },
): Promise<string> => {
  const id = randomUUID()
  await db
    .insertInto('device_pairing')
    .values({
      id,
      token_hash: hashOfToken(tokenOf(secret, id)),
      code_hash: hashOfCode(secret, codeOf(secret, id)),
      site_id: given.site.id,
      name: given.name,
      made_at: given.now,
      made_by: given.actor,
      expires_at: pairingEnd(given.now),
    })
    .execute()
  return id
}

export type Pairing = { id: string; name: string; site: string; expiresAt: Date; usedAt: Date | null }

/** A pairing as those see it who opened it: waiting, used or expired. */
export const findPairing = (db: Read, scope: DeviceScope, id: string): Promise<Pairing | undefined> =>
  db
    .selectFrom('device_pairing as p')
    .innerJoin('site as s', 's.id', 'p.site_id')
    .select(['p.id', 'p.name', 's.name as site', 'p.expires_at as expiresAt', 'p.used_at as usedAt'])
    .where('p.id', '=', id)
    .where(holds(scope))
    .executeTakeFirst()

/** Pairings that a phone can still take, at sites that are open. */
const selectOpen = (db: Read, now: Date) =>
  db
    .selectFrom('device_pairing as p')
    .innerJoin('site as s', 's.id', 'p.site_id')
    .where('p.used_at', 'is', null)
    .where('p.expires_at', '>', now)
    .where(isOpenOn(dayOf(now)))

/** What a link offers; undefined when it is used, expired or was never made. */
export const findOffer = (
  db: Read,
  token: string,
  now: Date,
): Promise<{ name: string; site: string } | undefined> =>
  selectOpen(db, now)
    .select(['p.name', 's.name as site'])
    .where('p.token_hash', '=', hashOfToken(token))
    .executeTakeFirst()

/** The pairing whose code was typed, while it is open. */
export const findPairingByCode = async (
  db: Read,
  secret: Uint8Array,
  code: string,
  now: Date,
): Promise<string | undefined> => {
  const found = await selectOpen(db, now)
    .select('p.id')
    .where('p.code_hash', '=', hashOfCode(secret, code))
    .executeTakeFirst()
  return found?.id
}

/**
 * Makes the phone that holds the link a device. Of two phones that come at once, one gets undefined.
 * @returns the device, and the role in which it records
 */
export const takePairing = async (
  db: Write,
  token: string,
  now: Date,
): Promise<{ deviceId: string; siteId: number; accountRoleId: string } | undefined> => {
  const taken = await db
    .updateTable('device_pairing')
    .set({ used_at: now })
    .where('id', 'in', selectOpen(db, now).select('p.id').where('p.token_hash', '=', hashOfToken(token)))
    .where('used_at', 'is', null)
    .returning(['id', 'name', 'site_id as siteId', 'made_by as madeBy'])
    .executeTakeFirst()
  if (!taken) return undefined
  const { siteId } = taken
  const device = await db
    .insertInto('device')
    .values({
      site_id: siteId,
      name: taken.name,
      paired_at: now,
      paired_by: taken.madeBy,
      last_seen_on: dayOf(now),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db.updateTable('device_pairing').set({ device_id: device.id }).where('id', '=', taken.id).execute()
  return {
    deviceId: device.id,
    siteId,
    accountRoleId: await createDeviceRole(db, { id: device.id, siteId }, now),
  }
}

/** What somebody has opened and no phone has taken is over: once their right has ended, it lets no phone in. */
export const endPairingsOf = (db: Write, actor: string, now: Date) =>
  db
    .updateTable('device_pairing')
    .set({ expires_at: now })
    .where('made_by', '=', actor)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .execute()

/** Sweeps out pairings that a day ago could still be taken: their page has long been closed. */
export const forgetPairings = (db: Pool, now: Date) =>
  db
    .deleteFrom('device_pairing')
    .where('expires_at', '<', new Date(now.getTime() - 86_400_000))
    .execute()
