import { createHmac, randomInt } from 'node:crypto'
import { sql } from 'kysely'
import { actBy, proofOfLink, type Read, type Write } from '../db/db.ts'
import type { Keys } from '../db/keys.ts'
import { keyFor } from '../lib/sealed.ts'
import { type LinkFacts, linkEnd } from './link-rules.ts'

/** The code is short: what is kept of it is keyed, so that a copy of the table alone does not give it away. */
const codeHash = (keys: Keys, code: string) =>
  createHmac('sha256', keyFor(keys, 'codes of links to sign by')).update(code).digest()

/**
 * Makes the link of a party that signs by one, and ends what it had before. The token goes to the address alone, the code
 * to the coordinator alone.
 * @param token what `proofOfToken` is of: 256 random bits as text
 * @returns the code of six digits, shown once
 */
export const makeLink = async (
  db: Write,
  keys: Keys,
  given: { commitmentId: number; partyId: number; round: number; email: string; proof: Buffer; now: Date },
): Promise<{ id: number; code: string }> => {
  await endLinks(db, given.partyId, given.now)
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  const { id } = await db
    .insertInto('commitment_link')
    .values({
      commitment_id: given.commitmentId,
      party_id: given.partyId,
      round: given.round,
      email: given.email,
      token_hash: sql<Buffer>`sha256(${given.proof}::bytea)`,
      code_hash: codeHash(keys, code),
      made_at: given.now,
      expires_at: linkEnd(given.now),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, code }
}

const endLinks = (db: Write, partyId: number, now: Date) =>
  db
    .updateTable('commitment_link')
    .set({ ended_at: now })
    .where('party_id', '=', partyId)
    .where('ended_at', 'is', null)
    .where('used_at', 'is', null)
    .execute()

/** What a link's token opens by itself: nothing of the text. Looking uses nothing up, so a mail scanner may look. */
export const findLink = async (db: Read, proof: Buffer): Promise<LinkFacts | undefined> => {
  const { rows } = await sql<LinkFacts>`
    select id, commitment_id as "commitmentId", party_id as "partyId", party, email, kind, state,
      is_current as "isCurrent", expires_at as "expiresAt", wrong_codes as "wrongCodes", used_at as "usedAt",
      ended_at as "endedAt"
    from commitment_link_facts(${proof}::bytea)`.execute(db)
  return rows[0]
}

export type Opening = 'opened' | 'unknown' | 'used' | 'ended' | 'expired' | 'wrong-code'

/** Gives a link's code; the right one ties it to this browser's bond. A wrong one is counted, so the deed is kept. */
export const openLink = async (
  db: Write,
  keys: Keys,
  { proof, bond, code, now }: { proof: Buffer; bond: Buffer; code: string; now: Date },
): Promise<Opening> => {
  const { rows } = await sql<{ opening: Opening }>`
    select commitment_link_opens(${proof}::bytea, ${codeHash(keys, code)}::bytea, ${bond}::bytea,
      ${now}::timestamptz) as opening`.execute(db)
  return rows[0]!.opening
}

/** Acts in this transaction by the right of the link that this browser opened. */
export const actByLink = (db: Write | Read, bond: Buffer) => actBy(db, proofOfLink(bond))

/** The link that this browser opened; undefined when it opened none, or it has ended. */
export const findOpenedLink = async (
  db: Read,
): Promise<
  | { id: number; commitmentId: number; partyId: number; email: string; expiresAt: Date; usedAt: Date | null }
  | undefined
> => {
  const { rows } = await sql<{
    id: number
    commitmentId: number
    partyId: number
    email: string
    expiresAt: Date
    usedAt: Date | null
  }>`select id, commitment_id as "commitmentId", party_id as "partyId", email, expires_at as "expiresAt",
      used_at as "usedAt" from visit_link() where id is not null`.execute(db)
  return rows[0]
}
