import { may } from '../access.ts'
import { listEvents } from '../commitments/event-queries.ts'
import { listParties } from '../commitments/queries.ts'
import { maySignFor, nameWhen, type Party } from '../commitments/rules.ts'
import { findSigner } from '../commitments/sign-queries.ts'
import type { Read, Write } from '../db/db.ts'
import { actorOf } from '../web/audit.ts'
import { NotFound } from '../web/errors.tsx'
import type { LocalPath } from '../web/paths.ts'
import { fill } from '../web/paths.ts'
import type { Outcome } from '../web/route.tsx'
import { rowId } from '../web/row-id.ts'
import type { SignedIn } from '../web/visit.ts'
import { findFacts, findLife, findNoticeMonths, live } from './queries.ts'
import { type Life, type LifeEvent, type LifeKind, type LifeRefusal, lifeRefusal } from './rules.ts'
import { paths } from './words.ts'

type OnOne = { params: { commitment: string } }
export type Reading = SignedIn & OnOne & { db: Read }
export type Writing = SignedIn & OnOne & { db: Write }

/**
 * A signed commitment as whoever asks may see it.
 * @property own the parties that they may act for: a keeper for each
 * @property signsFor those that they may sign for themselves
 */
export type Seen = {
  life: Life
  parties: Party[]
  isKeeper: boolean
  own: Party[]
  signsFor: Party[]
  noticeMonths: number
}

/** @throws NotFound for what is not there, is somebody else's or is not signed */
export const findSeen = async ({ db, user, params, today }: Reading): Promise<Seen> => {
  const life = await findLife(db, rowId(params.commitment))
  if (life?.state !== 'signed') throw new NotFound()
  const parties = await listParties(db, life.id)
  const signer = await findSigner(db, user)
  const isKeeper = may(user, 'commitments.keep')
  const signsFor = parties.filter((party) => maySignFor(signer, party, life.areaId))
  return {
    ...{ life, parties, isKeeper, signsFor, own: isKeeper ? parties : signsFor },
    noticeMonths: await findNoticeMonths(db, life.sentOn ?? today),
  }
}

/** Who gave the notice, or agreed: whether whoever asks may take the end back, and in which party's place. */
export const takesBack = ({ life, own, isKeeper }: Seen): { party: number | null } | null => {
  if (life.agreedEnd !== null) return isKeeper ? { party: null } : null
  const { notice } = life
  return notice !== null && own.some(({ id }) => id === notice.partyId) ? { party: notice.partyId } : null
}

/** The rule that an event would be refused by; nothing is written. */
export const refusalOf = async (
  { db, today }: Reading,
  { life, parties }: Seen,
  event: LifeEvent,
): Promise<LifeRefusal | null> => lifeRefusal(life, parties, event, await findFacts(db, life, event, today))

const addressOf = ({ language, params }: Pick<Reading, 'language' | 'params'>, path: LocalPath) =>
  fill(path[language] as '/:commitment', { commitment: params.commitment })

/** Lets it happen, and leads to the commitment's page; `at` is the field that a refusal is told at. */
export const happen = async (visit: Writing, event: LifeEvent, at: string): Promise<Outcome> => {
  const { db, user, now, today } = visit
  const id = rowId(visit.params.commitment)
  const done = await live(db, id, event, { actor: actorOf(user), now, today })
  if (typeof done === 'string') return { problems: { [at]: done } }
  return {
    redirect: `${addressOf(visit, paths.life)}?done=${event.kind}`,
    subject: { commitment: id, kind: event.kind, ...done },
  }
}

/** What happened since it was signed, the latest first. */
export const listLife = async ({ db }: Reading, { life, parties }: Seen) => {
  const told: readonly string[] = [
    ...([
      'signed',
      'notice',
      'notice-withdrawn',
      'ended',
      'extended',
      'made-permanent',
      'succeeded',
    ] as const),
  ]
  const events = await listEvents(db, life.id)
  const nameOf = nameWhen(parties, events)
  const sent = events.findLastIndex(({ kind }) => kind === 'sent')
  return events
    .slice(sent + 1)
    .filter(({ kind }) => told.includes(kind))
    .map((event) => ({ ...event, kind: event.kind as LifeKind | 'signed', who: nameOf(event) }))
    .reverse()
}
