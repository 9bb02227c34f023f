import type { Pool, Write } from '../db/db.ts'
import { deviceSessionEnd } from './rules.ts'

/** The role in which a paired device records: for its one site, held by the device and by no person. */
export const createDeviceRole = async (
  db: Write,
  device: { id: string; siteId: number },
  now: Date,
): Promise<string> => {
  const role = await db
    .insertInto('account_role')
    .values({ device_id: device.id, role: 'device', site_id: device.siteId, created_at: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  return role.id
}

/** Ends a device's role and takes its sessions away: its next request is nobody's. */
export const endDeviceRole = async (db: Write, deviceId: string, now: Date): Promise<void> => {
  const role = await db
    .updateTable('account_role')
    .set({ ended_at: now })
    .where('device_id', '=', deviceId)
    .returning('id')
    .executeTakeFirst()
  if (role) await db.deleteFrom('session').where('account_role_id', '=', role.id).execute()
}

/** Ninety days more for the session of a device that is in use. */
export const prolongDeviceSession = (db: Pool, tokenHash: Buffer, now: Date) =>
  db
    .updateTable('session')
    .set({ expires_at: deviceSessionEnd(now) })
    .where('token_hash', '=', tokenHash)
    .where('kind', '=', 'device')
    .execute()
