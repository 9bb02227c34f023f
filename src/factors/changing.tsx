import { endPasswordSessions, lockAccount, needsFactor, renewSession } from '../accounts/proof-queries.ts'
import { sessionOf } from '../accounts/queries.ts'
import { paths as accounts, firstPages, proveAgainPath } from '../accounts/words.ts'
import type { Read, Write } from '../db/db.ts'
import { NotFound } from '../web/errors.tsx'
import type { Page } from '../web/page.ts'
import type { Outcome } from '../web/route.tsx'
import { hashToken, newToken } from '../web/session-cookie.ts'
import type { SignedIn } from '../web/visit.ts'
import { ProveFirstPage } from './again-views.tsx'
import { type Proof, proofAfter } from './proving.ts'
import { findFactors, mustProve } from './queries.ts'
import { makeRecoveryCodes, removeRecoveryCodes } from './recovery-queries.ts'
import { type Factors, hasFactors, isLastFactor } from './rules.ts'
import { type Done, paths } from './words.ts'

type Looking = Omit<SignedIn, 'params'> & { db: Read }
type Changing = Omit<SignedIn, 'params'> & { db: Write }

/** Shows the page to who has proved lately who they are; to others, the way there and back. */
export const showProven = async (visit: Looking, here: string, show: () => Promise<Page>): Promise<Page> =>
  mustProve(visit.user, await findFactors(visit.db, visit.user.accountId), visit.now)
    ? ProveFirstPage({ language: visit.language, next: here })
    : show()

/**
 * Changes the factors of one account, one action at a time, for who has proved lately who they are; others are led to
 * prove it and back to `here`.
 */
export const changeProven = async (
  visit: Changing,
  here: string,
  change: (factors: Factors) => Promise<Outcome>,
): Promise<Outcome> => {
  await lockAccount(visit.db, visit.user.accountId)
  const factors = await findFactors(visit.db, visit.user.accountId)
  if (mustProve(visit.user, factors, visit.now))
    return { redirect: proveAgainPath(visit.language, here), subject: { proven: false } }
  return change(factors)
}

const overview = ({ language }: Pick<Changing, 'language'>, done: Done) =>
  `${accounts.secondFactor[language]}?done=${done}`

/**
 * A new factor stands: the session rests on it from here on, under a new token, and sessions that a password alone
 * began are over. With the first factor come the recovery codes.
 */
export const takeFactor = async (visit: Changing, before: Factors, proof: Proof): Promise<Outcome> => {
  const { db, user, keys, language, now } = visit
  const session = sessionOf(user)
  const isFirst = !hasFactors(before)
  const token = newToken()
  if (isFirst) await makeRecoveryCodes(db, keys, user.accountId, now)
  await endPasswordSessions(db, user.accountId, session.tokenHash)
  await renewSession(db, session.tokenHash, hashToken(token), { proof: proofAfter(session, proof), now })
  const next = encodeURIComponent(firstPages[user.role][language])
  return {
    redirect: isFirst
      ? `${paths.codes[language]}${user.needsSetUp ? `?next=${next}` : ''}`
      : overview(visit, proof === 'passkey' ? 'passkey' : 'app'),
    session: token,
    subject: { factor: proof },
  }
}

/**
 * Takes a factor away. A role that needs one keeps its last; with the last of another role go its recovery codes.
 * @param remove says whether there was such a factor
 * @throws NotFound when there was none
 */
export const dropFactor = async (
  visit: Changing,
  factors: Factors,
  done: Done,
  remove: () => Promise<boolean>,
): Promise<Outcome> => {
  const { db, user } = visit
  if (!(await remove())) throw new NotFound()
  if (isLastFactor(factors)) {
    if (await needsFactor(db, user.accountId)) return { problems: { '': 'last' } }
    await removeRecoveryCodes(db, user.accountId)
  }
  return { redirect: overview(visit, done), subject: { removed: done } }
}
