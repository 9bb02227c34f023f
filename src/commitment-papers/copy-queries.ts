import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { listEvents } from '../commitments/event-queries.ts'
import type { Read, Write } from '../db/db.ts'
import { type CopyFacts, copyEnd } from './copy-rules.ts'

/**
 * Makes a link to the signed files for each that signed by a link, once all have signed. The token goes to the address
 * that the link to sign by went to, and nowhere else.
 * @returns the tokens by address in small letters
 */
export const makeCopyLinks = async (
  db: Write,
  commitmentId: number,
  now: Date,
): Promise<Map<string, string>> => {
  const events = await listEvents(db as unknown as Read, commitmentId)
  const round = events.slice(events.findLastIndex(({ kind }) => kind === 'sent'))
  const tokens = new Map<string, string>()
  for (const { way, details } of round) {
    const email = String(details.email).toLowerCase()
    if (way !== 'link' || tokens.has(email)) continue
    const token = randomBytes(32).toString('base64url')
    const proof = createHash('sha256').update(token).digest()
    await db
      .insertInto('commitment_copy_link')
      .values({
        ...{ commitment_id: commitmentId, link_id: Number(details.link) },
        token_hash: sql<Buffer>`sha256(${proof}::bytea)`,
        ...{ made_at: now, expires_at: copyEnd(now) },
      })
      .execute()
    tokens.set(email, token)
  }
  return tokens
}

/** What a copy link's token tells by itself. Looking uses nothing up, so a mail scanner may look. */
export const findCopy = async (db: Read, proof: Buffer): Promise<CopyFacts | undefined> => {
  const { rows } = await sql<CopyFacts>`
    select id, commitment_id as "commitmentId", party_id as "partyId", party, expires_at as "expiresAt", openings
    from commitment_copy_facts(${proof}::bytea)`.execute(db)
  return rows[0]
}

/** Opens a copy link, which ties it to this browser's bond. */
export const openCopy = async (
  db: Write,
  { proof, bond, now }: { proof: Buffer; bond: Buffer; now: Date },
): Promise<'opened' | 'unknown' | 'expired' | 'spent'> => {
  const { rows } = await sql<{ opening: 'opened' | 'unknown' | 'expired' | 'spent' }>`
    select commitment_copy_opens(${proof}::bytea, ${bond}::bytea, ${now}::timestamptz) as opening`.execute(db)
  return rows[0]!.opening
}

/** The id of the copy link that this browser opened; undefined when it opened none. */
export const findOpenedCopy = async (db: Read): Promise<number | undefined> => {
  const { rows } = await sql<{ id: number }>`select id from visit_copy_link() where id is not null`.execute(
    db,
  )
  return rows[0]?.id
}
