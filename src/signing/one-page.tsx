import { may } from '../access.ts'
import { listEvents } from '../commitments/event-queries.ts'
import { findSigner } from '../commitments/sign-queries.ts'
import type { Typed } from '../web/visit.ts'
import { keepProblems } from './keep-views.tsx'
import { onePage } from './one-view.tsx'
import { findLaterId, listPassedOn, listSentLinks } from './queries.ts'
import { maySignHere } from './rules.ts'
import { commitmentOf, type OnCommitment, type Reading, refusalNow } from './standing.ts'
import { shownLanguage } from './text-view.tsx'
import { doneOf } from './words.ts'

/** The page of one commitment, for its keepers and its parties. */
export const showOne = async (visit: Reading & OnCommitment, typed: Typed) => {
  const { db, user, language, query, today, now } = visit
  const { commitment, parties } = await commitmentOf(visit)
  const signer = await findSigner(db, user)
  const isKeeper = may(user, 'commitments.keep')
  const passedOn = await listPassedOn(db, user)
  const texts = keepProblems(language)
  return onePage({
    ...{ language, commitment, parties, today, now, isKeeper },
    shown: shownLanguage(query, language),
    events: await listEvents(db, commitment.id),
    laterId: isKeeper ? await findLaterId(db, commitment.id) : null,
    links: isKeeper ? await listSentLinks(db, commitment.id, commitment.round) : [],
    // Nobody is asked for what the next page would refuse: one account does not sign for two parties.
    own: parties.filter(
      (party) =>
        !passedOn.includes(party.id) &&
        maySignHere(signer, party, commitment.areaId) &&
        refusalNow({ commitment, parties, party }, user.accountId, today) === null,
    ),
    done: doneOf(query),
    problems: Object.values(typed.problems).map((problem) => texts[problem] ?? problem),
  })
}
