import { sql } from 'kysely'
import { may, type User } from '../access.ts'
import type { Content, Side, Way } from '../commitments/rules.ts'
import { findSigner } from '../commitments/sign-queries.ts'
import type { Read } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import { maySignHere } from './rules.ts'

/** @property madeAt when the letter with it was queued */
export type SentLink = {
  partyId: number
  email: string
  madeAt: Date
  expiresAt: Date
  openedAt: Date | null
  endedAt: Date | null
}

/** The latest link of each party that was sent one; only keepers see them. */
export const listSentLinks = (db: Read, commitmentId: number, round: number): Promise<SentLink[]> =>
  db
    .selectFrom('commitment_link')
    .distinctOn('party_id')
    .select([
      'party_id as partyId',
      'email',
      'made_at as madeAt',
      'expires_at as expiresAt',
      'opened_at as openedAt',
      'ended_at as endedAt',
    ])
    .where('commitment_id', '=', commitmentId)
    .where('round', '=', round)
    .orderBy('party_id')
    .orderBy('id', 'desc')
    .execute()

/** The latest commitment that is to take another's place, or does: not one that was ended before its first day. */
export const findLaterId = async (db: Read, commitmentId: number): Promise<number | null> => {
  const row = await db
    .selectFrom('commitment')
    .select('id')
    .where('earlier_id', '=', commitmentId)
    .where('state', 'in', ['draft', 'waiting', 'signed'])
    .where((of) => of.or([of('ended_on', 'is', null), of('ended_on', '>=', of.ref('from_on'))]))
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? null
}

/**
 * The parties for which somebody has named another as the right person since the commitment was sent: they are asked no
 * more, until a keeper decides anew who signs. A keeper who names a signatory may still sign for the own area.
 */
export const listPassedOn = async (db: Read, user: User): Promise<number[]> => {
  if (may(user, 'commitments.keep')) return []
  const { rows } = await sql<{ id: number }>`
    select distinct e.party_id as id from commitment_event e
    where e.kind = 'delegated' and e.actor = ${`account:${user.accountId}`} and e.number > (
      select max(s.number) from commitment_event s where s.commitment_id = e.commitment_id and s.kind = 'sent')
      and not exists (select from commitment_event later
        where later.party_id = e.party_id and later.kind = 'delegated' and later.number > e.number)`.execute(
    db,
  )
  return rows.map(({ id }) => id)
}

type Waiting = { commitmentId: number; content: Content; answerUntil: Day }

/** The commitments that wait for the signature of whoever asks, the most urgent first. */
export const listWaiting = async (db: Read, user: User, today: Day): Promise<Waiting[]> => {
  const rows = await db
    .selectFrom('commitment as c')
    .innerJoin('commitment_party as p', 'p.commitment_id', 'c.id')
    .select(['c.id', 'c.area_id as areaId', 'c.content', 'c.answer_until as answerUntil'])
    .select(['p.id as partyId', 'p.side', 'p.organisation_id as organisationId', 'p.way'])
    .where('c.state', '=', 'waiting')
    .where('c.answer_until', '>=', today)
    .where('p.signed_at', 'is', null)
    // One account does not sign for two parties.
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('commitment_party as other')
            .select('other.id')
            .whereRef('other.commitment_id', '=', 'c.id')
            .where('other.signed_by', '=', user.accountId),
        ),
      ),
    )
    .orderBy('c.answer_until')
    .orderBy('c.id')
    .execute()
  if (rows.length === 0) return []
  const signer = await findSigner(db, user)
  const passedOn = await listPassedOn(db, user)
  const own = rows.filter(
    ({ partyId, side, organisationId, way, areaId }) =>
      !passedOn.includes(partyId) &&
      maySignHere(signer, { side: side as Side, organisationId, way: way as Way }, areaId),
  )
  return [...new Map(own.map((row) => [row.id, row])).values()].map(({ id, content, answerUntil }) => ({
    commitmentId: id,
    content: content as unknown as Content,
    answerUntil,
  }))
}
