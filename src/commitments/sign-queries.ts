import type { Read, Write } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import { addEvent, lockCommitment } from './event-queries.ts'
import type { SignedDetails } from './event-rules.ts'
import { findCommitment, listParties } from './queries.ts'
import { type Signer, type SigningRefusal, signingRefusal } from './rules.ts'

type Signing = { actor: string; now: Date; today: Day }
export type Signed = { event: number; hash: string; isLast: boolean }

/**
 * Signs for one party, whatever others do at the same moment: two that sign together wait for each other, and a text that
 * was withdrawn meanwhile is refused.
 * @param details `version` is the one that the signer read
 * @returns the event, or the rule that refused
 */
export const sign = async (
  db: Write,
  id: number,
  partyId: number,
  details: SignedDetails,
  { actor, now, today }: Signing,
): Promise<Signed | SigningRefusal> => {
  await lockCommitment(db, id)
  const commitment = await findCommitment(db, id)
  const parties = await listParties(db, id)
  const party = parties.find((one) => one.id === partyId)
  if (!commitment || !party) return 'withdrawn'
  const account = details.way === 'account' ? details.account : null
  const refusal = signingRefusal(commitment, party, parties, { seen: details.version, account, today })
  if (refusal) return refusal
  const added = await addEvent(db, id, { kind: 'signed', party: partyId, actor, at: now, details })
  return { ...added, isLast: parties.every((one) => one.id === partyId || one.signedAt !== null) }
}

/**
 * Declines for one party, with a reason that the others read.
 * @returns the event, or the rule that refused: what was withdrawn or signed cannot be declined
 */
export const decline = async (
  db: Write,
  id: number,
  partyId: number,
  details: { reason: string; name: string | null },
  { actor, now, today }: Signing,
): Promise<{ event: number; hash: string } | SigningRefusal> => {
  await lockCommitment(db, id)
  const commitment = await findCommitment(db, id)
  const party = (await listParties(db, id)).find((one) => one.id === partyId)
  if (!commitment || !party) return 'withdrawn'
  const seen = commitment.versionHash ?? ''
  const refusal = signingRefusal(commitment, party, [], { seen, account: null, today })
  return refusal ?? addEvent(db, id, { kind: 'declined', party: partyId, actor, at: now, details })
}

/**
 * Takes a commitment back before its last signature; it is a draft again, and what was signed of it is void.
 * @returns the event; null when it does not wait for signatures any more
 */
export const withdraw = async (
  db: Write,
  id: number,
  reason: string | null,
  { actor, now }: Pick<Signing, 'actor' | 'now'>,
): Promise<{ event: number; hash: string } | null> => {
  await lockCommitment(db, id)
  if ((await findCommitment(db, id))?.state !== 'waiting') return null
  return addEvent(db, id, { kind: 'withdrawn', party: null, actor, at: now, details: { reason } })
}

/**
 * Who somebody with a role signs as: the role, its area, and the organisation of its unit or site.
 */
export const findSigner = async (
  db: Read,
  user: {
    role: string
    accountId: string
    areaId: number | null
    unitId: number | null
    siteId: number | null
  },
): Promise<Signer> => {
  const { role, accountId, areaId, unitId, siteId } = user
  const place =
    unitId !== null
      ? db.selectFrom('issuing_unit').select('organisation_id as id').where('id', '=', unitId)
      : db
          .selectFrom('site')
          .select('organisation_id as id')
          .where('id', '=', siteId ?? 0)
  const found = unitId === null && siteId === null ? undefined : await place.executeTakeFirst()
  return { role, accountId, areaId, organisationId: found?.id ?? null }
}
