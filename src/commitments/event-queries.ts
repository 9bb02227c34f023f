import { sql } from 'kysely'
import type { Pool, Read, Write } from '../db/db.ts'
import { type EventKind, eventHash, eventText, type NewEvent } from './event-rules.ts'
import type { Way } from './rules.ts'

/** Locks of commitments are of this kind: two deeds on one commitment wait for each other, and read what the first did. */
const lockKind = 53

/** Waits until nobody else is acting on the commitment. Taken before its state is read, kept until the end of the deed. */
export const lockCommitment = async (db: Write, id: number): Promise<void> => {
  await sql`select pg_advisory_xact_lock(${lockKind}, ${id})`.execute(db)
}

/**
 * Adds an event to a commitment's chain; the database moves the commitment by it (migration 0053).
 * The caller holds the lock (`lockCommitment`) and has asked the rules whether it may happen.
 * @returns its number and its hash, for the audit row
 * @throws when the state does not allow it after all
 */
export const addEvent = async (
  db: Write,
  id: number,
  event: NewEvent,
): Promise<{ event: number; hash: string }> => {
  const head = await db
    .selectFrom('commitment')
    .select(['head_number as number', 'head_hash as hash'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const number = head.number + 1
  const previous = Buffer.from(head.hash)
  const text = eventText(id, number, event)
  const hash = eventHash(previous.toString('hex'), text)
  await db
    .insertInto('commitment_event')
    .values({
      commitment_id: id,
      number,
      kind: event.kind,
      party_id: event.party,
      way: event.kind === 'signed' ? event.details.way : null,
      actor: event.actor,
      happened_at: event.at,
      text,
      previous_hash: previous,
      hash: Buffer.from(hash, 'hex'),
    })
    .execute()
  return { event: number, hash }
}

/** @property details as in the chain, read from its text */
export type CommitmentEvent = {
  number: number
  kind: EventKind
  partyId: number | null
  way: Way | null
  actor: string
  at: Date
  details: Record<string, unknown>
  text: string
  hash: string
}

/** All that happened to a commitment, from the first on. */
export const listEvents = async (db: Read | Pool, id: number): Promise<CommitmentEvent[]> => {
  const rows = await db
    .selectFrom('commitment_event')
    .select(['number', 'kind', 'party_id', 'way', 'actor', 'happened_at', 'text', 'hash'])
    .where('commitment_id', '=', id)
    .orderBy('number')
    .execute()
  return rows.map((row) => ({
    number: row.number,
    kind: row.kind as EventKind,
    partyId: row.party_id,
    way: row.way as Way | null,
    actor: row.actor,
    at: row.happened_at,
    details: (JSON.parse(row.text) as { details: Record<string, unknown> }).details,
    text: row.text,
    hash: Buffer.from(row.hash).toString('hex'),
  }))
}
