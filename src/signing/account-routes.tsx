import type { z } from 'zod'
import { sessionOf } from '../accounts/queries.ts'
import { addEvent, lockCommitment } from '../commitments/event-queries.ts'
import type { SignedDetails } from '../commitments/event-rules.ts'
import { decline, sign } from '../commitments/sign-queries.ts'
import { actorOf } from '../web/audit.ts'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import { action, type Outcome, page, proven, type Route } from '../web/route.tsx'
import type { Typed } from '../web/visit.ts'
import { type Answers, ConfirmForm, ReasonForm, type RightPersonForm, StepForm } from './forms.ts'
import { statements, textIn } from './rules.ts'
import { signProblems } from './sign-words.ts'
import {
  type OnParty,
  onePath,
  ownPartyOf,
  type Reading,
  refusalNow,
  trailTo,
  type Writing,
} from './standing.ts'
import { checkPage, declinePage, refusedPage, rightPersonPage, stepPage } from './step-views.tsx'
import { findToTell, tell } from './tell.ts'
import { paths } from './words.ts'

type Step = z.output<typeof StepForm>

const by = (visit: Writing) => ({ actor: actorOf(visit.user), now: visit.now, today: visit.today })

const at = (path: keyof typeof paths, { language, params }: Reading & OnParty) =>
  fill(paths[path][language] as '/:commitment/:party', params)

/** The page of a party that can be signed for; else why it cannot. */
const forOwn = async (
  visit: Reading & OnParty,
  show: (own: Awaited<ReturnType<typeof ownPartyOf>>) => Page,
): Promise<Page> => {
  const own = await ownPartyOf(visit)
  const refusal = refusalNow(own, visit.user.accountId, visit.today)
  if (refusal === null) return show(own)
  const { language } = visit
  const trail = trailTo(language, own.commitment)
  return refusedPage({ language, trail, text: signProblems(language)[refusal]! })
}

const shared = (visit: Reading & OnParty, { commitment, party }: Awaited<ReturnType<typeof ownPartyOf>>) => ({
  language: visit.language,
  trail: trailTo(visit.language, commitment),
  party: party.name,
  signatory: visit.user.name,
})

const showStep = (visit: Reading & OnParty, typed: Typed) =>
  forOwn(visit, (own) =>
    stepPage({
      ...shared(visit, own),
      typed: {
        ...typed,
        values: { title: own.party.signatory?.title ?? '', language: visit.language, ...typed.values },
      },
      action: at('sign', visit),
      version: own.commitment.versionHash!,
    }),
  )

const check = (visit: Reading & OnParty, answers: Omit<Answers, 'right'>, typed: Typed) =>
  forOwn(visit, (own) => {
    const { commitment } = own
    const { title, basis, reference, language, version } = answers
    return checkPage({
      ...{ ...shared(visit, own), typed },
      commitment: textIn(commitment.content.title, visit.language, commitment.bindingLanguage).text,
      action: at('confirm', visit),
      back: at('sign', visit),
      answers: { title, right: { basis, reference }, language, version },
    })
  })

const textChanged = { problems: { version: 'text-changed' } }

const step = async (visit: Writing & OnParty, { again, ...answers }: Step): Promise<Outcome> => {
  const { commitment, party } = await ownPartyOf(visit)
  if (commitment.versionHash !== null && commitment.versionHash !== answers.version) return textChanged
  const subject = { commitment: commitment.id, party: party.id, step: again ? 'again' : 'check' }
  const values = { ...answers, reference: answers.reference ?? '' }
  const shown = again
    ? await showStep(visit, { values, problems: {} })
    : await check(visit, answers, { values: {}, problems: {} })
  return { page: shown, subject }
}

/** What was refused comes back as it was checked; a text that has changed is to be read anew. */
const showCheck = (visit: Reading & OnParty, typed: Typed) => {
  const parsed = StepForm.safeParse(typed.values)
  return parsed.success ? check(visit, parsed.data, typed) : showStep(visit, typed)
}

const confirm = async (visit: Writing & OnParty, answers: Answers): Promise<Outcome> => {
  const { db, user, language, now, origin } = visit
  const { commitment, party } = await ownPartyOf(visit)
  const { title, basis, reference, version } = answers
  const details: SignedDetails = {
    ...{ version, name: user.name, title, right: { basis, reference } },
    ...{ statement: statements.right, language: answers.language },
    ...{ way: 'account', account: user.accountId, provider: sessionOf(user).providerId },
  }
  const told = await findToTell(db, commitment, { parties: true, keepers: true, except: null })
  const signed = await sign(db, commitment.id, party.id, details, by(visit))
  if (typeof signed === 'string') return { problems: { version: signed } }
  if (signed.isLast) await tell(db, 'commitment-signed', told, { commitment, origin, now })
  const subject = { commitment: commitment.id, party: party.id, event: signed.event, hash: signed.hash }
  return { redirect: onePath(language, commitment.id, 'signed'), subject }
}

const showDecline = (visit: Reading & OnParty, typed: Typed) =>
  forOwn(visit, (own) => declinePage({ ...shared(visit, own), typed, action: at('decline', visit) }))

const declineNow = async (
  visit: Writing & OnParty,
  { reason }: z.output<typeof ReasonForm>,
): Promise<Outcome> => {
  const { db, user, language, now, origin } = visit
  const { commitment, party } = await ownPartyOf(visit)
  const told = await findToTell(db, commitment, { parties: true, keepers: true, except: party.id })
  const declined = await decline(db, commitment.id, party.id, { reason, name: user.name }, by(visit))
  if (typeof declined === 'string') return { problems: { '': declined } }
  await tell(db, 'commitment-declined', told, { commitment, party: party.name, reason, origin, now })
  const subject = { commitment: commitment.id, party: party.id, ...declined }
  return { redirect: onePath(language, commitment.id, 'declined'), subject }
}

export const showRightPerson = (visit: Reading & OnParty, typed: Typed) =>
  forOwn(visit, (own) =>
    rightPersonPage({ ...shared(visit, own), typed, action: at('signatory', visit), endsLink: false }),
  )

/** A partner's people name who signs; the keeper then asks them, since the code goes through the keeper. */
export const nameRightPerson = async (
  visit: Writing & OnParty,
  { name, title, email, reason }: z.output<typeof RightPersonForm>,
): Promise<Outcome> => {
  const { db, user, language, now, today, origin } = visit
  const own = await ownPartyOf(visit)
  const { commitment, party } = own
  const told = await findToTell(db, commitment, { parties: false, keepers: true, except: null })
  await lockCommitment(db, commitment.id)
  const refusal = refusalNow(await ownPartyOf(visit), user.accountId, today)
  if (refusal) return { problems: { '': refusal } }
  const details = { name, title, email, way: 'link', reason } as const
  const event = { kind: 'delegated', party: party.id, actor: actorOf(user), at: now, details } as const
  const added = await addEvent(db, commitment.id, event)
  await tell(db, 'commitment-right-person', told, {
    ...{ commitment, party: party.name, who: name, reason, origin, now },
  })
  const subject = { commitment: commitment.id, party: party.id, ...added }
  return { redirect: onePath(language, commitment.id, 'right-person'), subject }
}

export const routes: Route[] = [
  proven(page(paths.sign, 'commitments.sign', showStep)),
  proven(action(paths.sign, 'commitments.sign', StepForm, showStep, step)),
  proven(action(paths.confirm, 'commitments.sign', ConfirmForm, showCheck, confirm)),
  // Checked answers stand at this address: a reload asks for them again.
  proven(page(paths.confirm, 'commitments.sign', showStep)),
  page(paths.decline, 'commitments.sign', showDecline),
  action(paths.decline, 'commitments.sign', ReasonForm, showDecline, declineNow),
]
