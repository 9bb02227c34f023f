import type { z } from 'zod'
import { takeTokens } from '../accounts/limit-queries.ts'
import { addEvent } from '../commitments/event-queries.ts'
import type { SignedDetails } from '../commitments/event-rules.ts'
import { findLink, openLink } from '../commitments/link-queries.ts'
import { decline, sign } from '../commitments/sign-queries.ts'
import { proofOfLink } from '../db/db.ts'
import { NotFound, TooMany } from '../web/errors.tsx'
import { action, type Outcome, page, type Route } from '../web/route.tsx'
import { newToken, proofOfToken } from '../web/session-cookie.ts'
import type { Typed } from '../web/visit.ts'
import { type Answers, CodeForm, ConfirmForm, ReasonForm, RightPersonForm, StepForm } from './forms.ts'
import {
  at,
  by,
  followStep,
  openedFor,
  type Reading,
  shared,
  showLink,
  subjectOf,
  type Writing,
} from './link-steps.tsx'
import type { ByToken } from './opened.ts'
import { linkLimits, statements, textIn } from './rules.ts'
import { refusalNow } from './standing.ts'
import { checkPage, declinePage, rightPersonPage, stepPage } from './step-views.tsx'
import { findToTell, tell } from './tell.ts'
import { linkPaths } from './words.ts'

const showStep = (visit: Reading, typed: Typed) =>
  followStep(visit, typed, (opened) =>
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
  followStep(visit, typed, (opened) => {
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
  followStep(visit, typed, (opened) =>
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
  followStep(visit, typed, (opened) =>
    rightPersonPage({ ...shared(visit, opened), typed, action: at('signatory', visit), endsLink: true }),
  )

/** Names the right person. The link ends by it; a new one is made by the coordinator alone, who tells its code. */
const nameRightPerson = async (
  visit: Writing,
  { name, title, email, reason }: z.output<typeof RightPersonForm>,
): Promise<Outcome> => {
  const { db, now, origin } = visit
  const opened = await openedFor(visit)
  if ('problems' in opened) return opened
  const { commitment, party, link } = opened
  if (email.toLowerCase() === link.email.toLowerCase()) return { problems: { email: 'same-email' } }
  const told = await findToTell(db, commitment, { parties: false, keepers: true, except: null })
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

const proofOfBond = (bond: string | null) => (bond === null ? null : proofOfLink(proofOfToken(bond)))

/**
 * Who follows a link acts by its right alone: whatever role the reader may have besides sees and signs nothing by it.
 * Tokens that lead nowhere, and codes, are counted by network, beside the five tries of a link. Who only looks at a link
 * that exists is never held: scanners of mail look too.
 */
const counted = (route: Route): Route => ({
  ...route,
  serve: async (visit, fields, database) => {
    const { params, network, keys, now, bond } = visit as unknown as ByToken
    const found = await database.read((db) => findLink(db, proofOfToken(params.token)))
    const isCode = route.method === 'POST' && route.form === CodeForm
    if (!found || isCode) {
      const limits = linkLimits(keys.cardCode, network, found ? 'codes' : 'tokens')
      const wait = await takeTokens(database.pool, limits, now)
      if (wait > 0) throw new TooMany(wait)
      if (!found && route.method === 'POST') throw new NotFound()
    }
    return route.serve({ ...visit, proof: proofOfBond(bond) }, fields, database)
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
