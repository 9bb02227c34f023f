import { lockCommitment } from '../commitments/event-queries.ts'
import { findLink } from '../commitments/link-queries.ts'
import type { Read, Write } from '../db/db.ts'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import { proofOfToken } from '../web/session-cookie.ts'
import type { Typed } from '../web/visit.ts'
import { codeFormPage, linkTextPage, refusalPage } from './link-views.tsx'
import { linkWords } from './link-words.ts'
import { type ByToken, followLink, linkTrail, type Opened } from './opened.ts'
import { signProblems } from './sign-words.ts'
import { refusalNow } from './standing.ts'
import { refusedPage } from './step-views.tsx'
import { shownLanguage } from './text-view.tsx'
import { linkPaths } from './words.ts'

export type Reading = ByToken & { db: Read }
export type Writing = ByToken & { db: Write }

export const at = (path: keyof typeof linkPaths, { language, params }: ByToken) =>
  fill(linkPaths[path][language], params)

/** What this very browser has just said, where its link is over by that. */
const justSaid = ({ language, query }: ByToken): string | null => {
  const { doneDeclined, doneRightPerson } = linkWords[language]
  const said: Record<string, string> = { declined: doneDeclined, 'right-person': doneRightPerson }
  return said[query.get('done') ?? ''] ?? null
}

/** What a link shows: a page of its commitment where its code was given, else what keeps it from that. */
const follow = async (
  visit: Reading,
  typed: Typed,
  show: (opened: Opened) => Page = (opened) => textPage(visit, opened, false),
): Promise<Page> => {
  const { language, params } = visit
  const standing = await followLink(visit)
  if (standing.kind === 'over') {
    const isJustSaid = standing.refusal === 'declined' || standing.refusal === 'replaced'
    return refusalPage(language, standing.refusal, isJustSaid ? justSaid(visit) : null)
  }
  if (standing.kind === 'closed')
    return codeFormPage({ language, token: params.token, facts: standing.facts, typed })
  return standing.kind === 'signed' ? textPage(visit, standing.opened, true) : show(standing.opened)
}

const textPage = (visit: ByToken, { commitment, parties, party }: Opened, hasSigned: boolean) => {
  const { language, query, params, today } = visit
  const refusal = hasSigned ? null : refusalNow({ commitment, parties, party }, null, today)
  return linkTextPage({
    ...{ language, commitment, parties, party, today, hasSigned, token: params.token },
    shown: shownLanguage(query, language),
    refused: refusal && signProblems(language)[refusal]!,
  })
}

export const showLink = (visit: Reading, typed: Typed) => follow(visit, typed)

const linkOver = { '': 'link-over' }

/** The page of a step, while the party can be signed for. Where its code is asked instead, that the link is not open is told. */
export const followStep = (
  visit: Reading,
  { problems }: Pick<Typed, 'problems'>,
  show: (opened: Opened) => Page,
): Promise<Page> =>
  // What else is wrong with the answers has no field on the page of the code.
  follow(visit, { values: {}, problems: Object.keys(problems).length > 0 ? linkOver : {} }, (opened) => {
    const { language, params, today } = visit
    const refusal = refusalNow(opened, null, today)
    if (refusal === null) return show(opened)
    const trail = linkTrail(language, params.token, opened.commitment)
    return refusedPage({ language, trail, text: signProblems(language)[refusal]! })
  })

export const shared = ({ language, params }: ByToken, { commitment, party }: Opened) => ({
  language,
  trail: linkTrail(language, params.token, commitment),
  party: party.name,
  signatory: party.signatory!.name,
})

/** The link that is open here, for a deed. Where it is not, the page of the link says why: nothing is done. */
export const openedFor = async (visit: Writing): Promise<Opened | { problems: Record<string, string> }> => {
  const facts = await findLink(visit.db, proofOfToken(visit.params.token))
  // What is read for the deed stays so until its end.
  if (facts) await lockCommitment(visit.db, facts.commitmentId)
  const standing = await followLink(visit)
  return standing.kind === 'open' ? standing.opened : { problems: linkOver }
}

export const subjectOf = ({ facts }: Opened) => ({
  commitment: facts.commitmentId,
  party: facts.partyId,
  link: facts.id,
})
export const by = (visit: Writing, { facts }: Opened) => ({
  actor: `link:${facts.id}`,
  now: visit.now,
  today: visit.today,
})
