import type { z } from 'zod'
import { takeTokens } from '../accounts/limit-queries.ts'
import { addEvent, lockCommitment } from '../commitments/event-queries.ts'
import type { SignedDetails } from '../commitments/event-rules.ts'
import { findLink, openLink } from '../commitments/link-queries.ts'
import { decline, sign } from '../commitments/sign-queries.ts'
import type { Read, Write } from '../db/db.ts'
import { NotFound, TooMany } from '../web/errors.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import { action, type Outcome, page, type Route } from '../web/route.tsx'
import { newToken, proofOfToken } from '../web/session-cookie.ts'
import type { Typed } from '../web/visit.ts'
import { type Answers, CodeForm, ConfirmForm, ReasonForm, RightPersonForm, StepForm } from './forms.ts'
import { codeFormPage, linkTextPage, refusalPage } from './link-views.tsx'
import { linkWords } from './link-words.ts'
import { type ByToken, followLink, linkTrail, type Opened } from './opened.ts'
import { linkLimits, statements, textIn } from './rules.ts'
import { signProblems } from './sign-words.ts'
import { refusalNow } from './standing.ts'
import { checkPage, declinePage, refusedPage, rightPersonPage, stepPage } from './step-views.tsx'
import { findToTell, tell } from './tell.ts'
import { shownLanguage } from './text-view.tsx'
import { linkPaths } from './words.ts'

type Reading = ByToken & { db: Read }
type Writing = ByToken & { db: Write }

const at = (path: keyof typeof linkPaths, { language, params }: ByToken) =>
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

const showLink = (visit: Reading, typed: Typed) => follow(visit, typed)

/** The page of a step, while the party can be signed for. */
const followStep = (visit: Reading, show: (opened: Opened) => Page): Promise<Page> =>
  follow(visit, { values: {}, problems: {} }, (opened) => {
    const { language, params, today } = visit
    const refusal = refusalNow(opened, null, today)
    if (refusal === null) return show(opened)
    const trail = linkTrail(language, params.token, opened.commitment)
    return refusedPage({ language, trail, text: signProblems(language)[refusal]! })
  })

const shared = ({ language, params }: ByToken, { commitment, party }: Opened) => ({
  language,
  trail: linkTrail(language, params.token, commitment),
  party: party.name,
  signatory: party.signatory!.name,
})

const showStep = (visit: Reading, typed: Typed) =>
  followStep(visit, (opened) =>
    stepPage({
      ...shared(visit, opened),
      typed: {
        ...typed,
        values: {
          ...{ title: opened.party.signatory!.title ?? '', language: visit.language },
          ...typed.values,
        },
      },
      action: at('sign', visit),
      version: opened.commitment.versionHash!,
    }),
  )

const check = (visit: Reading, answers: Omit<Answers, 'right'>, typed: Typed) =>
  followStep(visit, (opened) => {
    const { content, bindingLanguage } = opened.commitment
    const { title, basis, reference, language, version } = answers
    return checkPage({
      ...{ ...shared(visit, opened), typed },
      commitment: textIn(content.title, visit.language, bindingLanguage).text,
      action: at('confirm', visit),
      back: at('sign', visit),
      answers: { title, right: { basis, reference }, language, version },
    })
  })

const showCheck = (visit: Reading, typed: Typed) => {
  const parsed = StepForm.safeParse(typed.values)
  return parsed.success ? check(visit, parsed.data, typed) : showStep(visit, typed)
}

/** The link that is open here, for a deed. Where it is not, the page of the link says why: nothing is done. */
const openedFor = async (visit: Writing): Promise<Opened | { problems: Record<string, string> }> => {
  const standing = await followLink(visit)
  return standing.kind === 'open' ? standing.opened : { problems: { '': 'link-over' } }
}

const subjectOf = ({ facts }: Opened) => ({
  commitment: facts.commitmentId,
  party: facts.partyId,
  link: facts.id,
})
const by = (visit: Writing, { facts }: Opened) => ({
  actor: `link:${facts.id}`,
  now: visit.now,
  today: visit.today,
})

/** Gives the code: the right one ties the link to this browser. A wrong one is counted, so the attempt is kept. */
const open = async (visit: Writing, { code }: z.output<typeof CodeForm>): Promise<Outcome> => {
  const { db, keys, params, now } = visit
  const proof = proofOfToken(params.token)
  const bond = newToken()
  const opening = await openLink(db, keys, { proof, bond: proofOfToken(bond), code, now })
  if (opening !== 'opened') return { problems: { code: opening }, keep: true }
  const facts = await findLink(db, proof)
  const subject = { commitment: facts!.commitmentId, party: facts!.partyId, link: facts!.id, step: 'code' }
  return { redirect: at('link', visit), bond, subject }
}

const step = async (visit: Writing, input: z.output<typeof StepForm>): Promise<Outcome> => {
  const opened = await openedFor(visit)
  if ('problems' in opened) return opened
  const { again, ...answers } = input
  if (opened.commitment.versionHash !== answers.version) return { problems: { version: 'text-changed' } }
  const values = { ...answers, reference: answers.reference ?? '' }
  const shown = again
    ? await showStep(visit, { values, problems: {} })
    : await check(visit, answers, { values: {}, problems: {} })
  return { page: shown, subject: { ...subjectOf(opened), step: again ? 'again' : 'check' } }
}

const confirm = async (visit: Writing, answers: Answers): Promise<Outcome> => {
  const { db, now, origin } = visit
  const opened = await openedFor(visit)
  if ('problems' in opened) return opened
  const { commitment, party, link } = opened
  const { title, basis, reference, language, version } = answers
  const details: SignedDetails = {
    ...{ version, name: party.signatory!.name, title, right: { basis, reference } },
    ...{ statement: statements.right, language },
    ...{ way: 'link', link: link.id, email: link.email },
  }
  const told = await findToTell(db, commitment, { parties: true, keepers: true, except: null })
  const signed = await sign(db, commitment.id, party.id, details, by(visit, opened))
  if (typeof signed === 'string') return { problems: { version: signed } }
  if (signed.isLast) await tell(db, 'commitment-signed', told, { commitment, origin, now })
  const subject = { ...subjectOf(opened), event: signed.event, hash: signed.hash }
  return { redirect: at('link', visit), subject }
}

const showDecline = (visit: Reading, typed: Typed) =>
  followStep(visit, (opened) =>
    declinePage({ ...shared(visit, opened), typed, action: at('decline', visit) }),
  )

const declineNow = async (visit: Writing, { reason }: z.output<typeof ReasonForm>): Promise<Outcome> => {
  const { db, now, origin } = visit
  const opened = await openedFor(visit)
  if ('problems' in opened) return opened
  const { commitment, party } = opened
  const told = await findToTell(db, commitment, { parties: true, keepers: true, except: party.id })
  const { name } = party.signatory!
  const declined = await decline(db, commitment.id, party.id, { reason, name }, by(visit, opened))
  if (typeof declined === 'string') return { problems: { '': declined } }
  await tell(db, 'commitment-declined', told, { commitment, party: party.name, reason, origin, now })
  return {
    redirect: `${at('link', visit)}?done=declined`,
    bond: null,
    subject: { ...subjectOf(opened), ...declined },
  }
}

const showRightPerson = (visit: Reading, typed: Typed) =>
  followStep(visit, (opened) =>
    rightPersonPage({ ...shared(visit, opened), typed, action: at('signatory', visit), endsLink: true }),
  )

/** Names the right person. The link ends by it; a new one is made by the coordinator alone, who tells its code. */
const nameRightPerson = async (
  visit: Writing,
  { name, title, email, reason }: z.output<typeof RightPersonForm>,
): Promise<Outcome> => {
  const { db, now, origin } = visit
  const first = await openedFor(visit)
  if ('problems' in first) return first
  const { commitment, party, link } = first
  if (email.toLowerCase() === link.email.toLowerCase()) return { problems: { email: 'same-email' } }
  const told = await findToTell(db, commitment, { parties: false, keepers: true, except: null })
  await lockCommitment(db, commitment.id)
  const opened = await openedFor(visit)
  if ('problems' in opened) return opened
  const refusal = refusalNow(opened, null, visit.today)
  if (refusal) return { problems: { '': refusal } }
  const { actor } = by(visit, opened)
  const details = { name, title, email, way: 'link', reason } as const
  const event = { kind: 'delegated', party: party.id, actor, at: now, details } as const
  const added = await addEvent(db, commitment.id, event)
  await tell(db, 'commitment-right-person', told, {
    ...{ commitment, party: party.name, who: name, reason, origin, now },
  })
  return {
    redirect: `${at('link', visit)}?done=right-person`,
    bond: null,
    subject: { ...subjectOf(opened), ...added },
  }
}

/**
 * Tokens that lead nowhere, and codes, are counted by network, beside the five tries of a link. Who only looks at a link
 * that exists is never held: scanners of mail look too.
 */
const counted = (route: Route): Route => ({
  ...route,
  serve: async (visit, fields, database) => {
    const { params, network, keys, now } = visit as unknown as ByToken
    const found = await database.read((db) => findLink(db, proofOfToken(params.token)))
    const isCode = route.method === 'POST' && route.form === CodeForm
    if (!found || isCode) {
      const limits = linkLimits(keys.cardCode, network, found ? 'codes' : 'tokens')
      const wait = await takeTokens(database.pool, limits, now)
      if (wait > 0) throw new TooMany(wait)
      if (!found && route.method === 'POST') throw new NotFound()
    }
    return route.serve(visit, fields, database)
  },
})

export const routes: Route[] = [
  page(linkPaths.link, 'commitments.sign-by-link', showLink),
  action(linkPaths.link, 'commitments.sign-by-link', CodeForm, showLink, open),
  page(linkPaths.sign, 'commitments.sign-by-link', showStep),
  action(linkPaths.sign, 'commitments.sign-by-link', StepForm, showStep, step),
  action(linkPaths.confirm, 'commitments.sign-by-link', ConfirmForm, showCheck, confirm),
  page(linkPaths.confirm, 'commitments.sign-by-link', showStep),
  page(linkPaths.decline, 'commitments.sign-by-link', showDecline),
  action(linkPaths.decline, 'commitments.sign-by-link', ReasonForm, showDecline, declineNow),
  page(linkPaths.signatory, 'commitments.sign-by-link', showRightPerson),
  action(linkPaths.signatory, 'commitments.sign-by-link', RightPersonForm, showRightPerson, nameRightPerson),
].map(counted)
