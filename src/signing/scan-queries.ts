import { createHash } from 'node:crypto'
import type { Read, Write } from '../db/db.ts'
import type { ScanKind } from './rules.ts'

/** What a signature on paper names: SHA-256 of the file as it is kept, in hexadecimal. */
export const scanHash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Keeps the paper that a party signed in this round. */
export const addScan = async (
  db: Write,
  scan: {
    commitmentId: number
    partyId: number
    round: number
    kind: ScanKind
    bytes: Uint8Array
    by: string
    now: Date
  },
): Promise<void> => {
  await db
    .insertInto('commitment_scan')
    .values({
      commitment_id: scan.commitmentId,
      party_id: scan.partyId,
      round: scan.round,
      kind: scan.kind,
      bytes: Buffer.from(scan.bytes),
      hash: Buffer.from(scanHash(scan.bytes), 'hex'),
      taken_in_by: scan.by,
      taken_in_at: scan.now,
    })
    .execute()
}

/** The paper of a party in a round; undefined where it signed otherwise. */
export const findScan = async (
  db: Read,
  where: { commitmentId: number; partyId: number; round: number },
): Promise<{ kind: ScanKind; bytes: Uint8Array } | undefined> => {
  const row = await db
    .selectFrom('commitment_scan')
    .select(['kind', 'bytes'])
    .where('commitment_id', '=', where.commitmentId)
    .where('party_id', '=', where.partyId)
    .where('round', '=', where.round)
    .executeTakeFirst()
  return row && { kind: row.kind, bytes: row.bytes }
}
