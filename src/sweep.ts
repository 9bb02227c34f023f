import { forgetSessions } from './accounts/queries.ts'
import { remindOfKeys } from './api-clients/remind.ts'
import { forgetCardTexts, forgetClosingTexts } from './cards/text-queries.ts'
import { expireCommitments, remindOfCommitments } from './commitment-drafts/remind.ts'
import { tellOfCommitments } from './commitment-life/tell.ts'
import { remindOfConfirmations } from './confirmations/remind.ts'
import type { Pool } from './db/db.ts'
import { forgetChecks } from './desk/queries.ts'
import { forgetPairings } from './devices/pairing-queries.ts'
import { forgetDoorLists } from './door-lists/queries.ts'
import { forgetImports } from './events/import-queries.ts'
import { forgetEvents } from './events/queries.ts'
import { forgetUnfinishedFactors } from './factors/queries.ts'
import { forgetAddresses, forgetThreads } from './feedback/queries.ts'
import { endQuietFeedback } from './feedback/quiet.ts'
import { remindOfFeedback } from './feedback/remind.ts'
import { publishFirstUses } from './first-use/count-queries.ts'
import { forgetVisits } from './group-visits/queries.ts'
import { forgetInductions } from './induction/queries.ts'
import { remindOfInductions } from './induction/remind.ts'
import { forgetSenders } from './joining/interest-queries.ts'
import { tellOfInterests } from './joining/tell.ts'
import { dayOf } from './lib/dates.ts'
import { replayDeletions } from './lifetimes/deletion-queries.ts'
import { forgetCards } from './lifetimes/queries.ts'
import { type LifetimeName, lifetimes } from './lifetimes/rules.ts'
import { forgetMails } from './mail/queries.ts'
import { forgetRemovedFiles } from './materials/file-queries.ts'
import { forgetDrafts, forgetMessages, forgetReads } from './messages/send-queries.ts'
import { tellOfModel } from './model/tell.ts'
import { forgetAskers } from './newcomers/queries.ts'
import { tellOfNewcomers } from './newcomers/tell.ts'
import { evaluatePilots } from './pilots/evaluate.ts'
import { tellOfSurveys } from './pilots/tell.ts'
import { applyDueChanges } from './places/period-queries.ts'
import { forgetRequests } from './providers/sign-in-queries.ts'
import { forgetReconciliations } from './reconciliations/queries.ts'
import { forgetRenewalChecks } from './renewals/queries.ts'
import { forgetRepeats } from './repeats/queries.ts'
import { tellOfReports } from './reports/order-mail.ts'
import { forgetSignals } from './signals/queries.ts'
import { forgetSeeds } from './stock/run-queries.ts'
import { tellOfTrainings } from './training-signups/letters.ts'
import { forgetSignUps } from './training-signups/queries.ts'
import { tidyUnrecognised } from './unrecognised/queries.ts'
import { forgetUploads } from './uploads/queries.ts'
import { forgetAnswers } from './uses/answer-queries.ts'
import { forgetSandboxUses } from './uses/sandbox-queries.ts'
import { forgetUndoTexts, forgetUseTexts } from './uses/text-queries.ts'
import { writeAudit } from './web/audit.ts'
import { forgetDeliveries, tellOfPolicies } from './webhooks/outbox-queries.ts'
import { publishChanges } from './wellbeing/change-queries.ts'
import { publishMeans } from './wellbeing/instrument-queries.ts'
import { forgetUnfinished } from './wellbeing/queries.ts'

/** That cards were forgotten is a deed like any other; which they were, the log must not tell. */
const forgetOldCards = async (db: Pool, now: Date) => {
  const cards = await forgetCards(db, dayOf(now), lifetimes.cards.after.months)
  const deed = {
    at: now,
    actor: 'kaiku',
    role: null,
    permission: 'lifetimes.cards',
    outcome: 'done',
  } as const
  if (cards > 0) await writeAudit(db, { ...deed, subject: { cards } })
}

const texts = (name: 'use-texts' | 'card-texts' | 'closing-texts' | 'undo-texts') =>
  lifetimes[name].after.months

/** What lets each rule come true. The log has a job of its own, which knows the file of heads (`audit/seal.ts`). */
export const sweeps: { rules: LifetimeName[]; run: (db: Pool, now: Date) => Promise<unknown> }[] = [
  { rules: ['cards'], run: forgetOldCards },
  { rules: ['use-texts'], run: (db, now) => forgetUseTexts(db, dayOf(now), texts('use-texts')) },
  { rules: ['card-texts'], run: (db, now) => forgetCardTexts(db, now, texts('card-texts')) },
  { rules: ['closing-texts'], run: (db, now) => forgetClosingTexts(db, dayOf(now), texts('closing-texts')) },
  { rules: ['undo-texts'], run: (db, now) => forgetUndoTexts(db, now, texts('undo-texts')) },
  { rules: ['checks'], run: forgetChecks },
  { rules: ['answers'], run: forgetAnswers },
  { rules: ['sandbox-uses'], run: forgetSandboxUses },
  { rules: ['sessions', 'tries', 'invitations', 'links', 'sign-ins'], run: forgetSessions },
  { rules: ['sign-ins'], run: forgetRequests },
  { rules: ['sign-ins', 'unfinished-factors'], run: forgetUnfinishedFactors },
  { rules: ['renewals'], run: forgetRenewalChecks },
  { rules: ['waiting-tickets', 'decided-tickets'], run: tidyUnrecognised },
  { rules: ['unfinished-answers'], run: forgetUnfinished },
  { rules: ['pairings'], run: forgetPairings },
  { rules: ['mails', 'mail-texts'], run: forgetMails },
  { rules: ['deliveries'], run: (db, now) => forgetDeliveries(db, now, lifetimes.deliveries.after.days) },
  { rules: ['seeds'], run: forgetSeeds },
  {
    rules: ['group-visits'],
    run: (db, now) => forgetVisits(db, dayOf(now), lifetimes['group-visits'].after.months),
  },
  {
    rules: ['quiet-feedback'],
    run: (db, now) => endQuietFeedback(db, now, lifetimes['quiet-feedback'].after.days),
  },
  {
    rules: ['feedback-addresses'],
    run: (db, now) => forgetAddresses(db, now, lifetimes['feedback-addresses'].after.days),
  },
  { rules: ['feedback'], run: (db, now) => forgetThreads(db, now, lifetimes.feedback.after.days) },
  {
    rules: ['removed-files'],
    run: (db, now) => forgetRemovedFiles(db, now, lifetimes['removed-files'].after.days),
  },
  {
    rules: ['interest-senders'],
    run: (db, now) => forgetSenders(db, dayOf(now), lifetimes['interest-senders'].after.months),
  },
  {
    rules: ['place-request-senders'],
    run: (db, now) => forgetAskers(db, dayOf(now), lifetimes['place-request-senders'].after.months),
  },
  { rules: ['repeats'], run: forgetRepeats },
  { rules: ['uploads'], run: forgetUploads },
  { rules: ['uploads'], run: forgetImports },
  { rules: ['events'], run: (db, now) => forgetEvents(db, dayOf(now), lifetimes.events.after.months) },
  {
    rules: ['inductions'],
    run: (db, now) => forgetInductions(db, dayOf(now), lifetimes.inductions.after.months),
  },
  {
    rules: ['training-sign-ups'],
    run: (db, now) => forgetSignUps(db, dayOf(now), lifetimes['training-sign-ups'].after.months),
  },
  {
    rules: ['messages'],
    run: (db, now) => forgetMessages(db, dayOf(now), lifetimes.messages.after.months),
  },
  {
    rules: ['message-drafts'],
    run: (db, now) => forgetDrafts(db, now, lifetimes['message-drafts'].after.months),
  },
  {
    rules: ['message-reads'],
    run: (db, now) => forgetReads(db, dayOf(now), lifetimes['message-reads'].after.months),
  },
  { rules: ['signals'], run: (db, now) => forgetSignals(db, now, lifetimes.signals.after.months) },
  { rules: ['door-lists'], run: forgetDoorLists },
  { rules: ['reconciliations'], run: forgetReconciliations },
]

/**
 * Lets what was planned for today come true, removes what is only kept for a time, and what had been deleted and an
 * old file has brought back.
 */
export const forgetPast = async (db: Pool, now: Date) => {
  await applyDueChanges(db, dayOf(now))
  await tellOfPolicies(db, now)
  await evaluatePilots(db, now)
  for (const { run } of sweeps) await run(db, now)
  await replayDeletions(db)
}

/** What the program does by itself every hour: forgets what is past, publishes what is due, and reminds of what the year still asks. */
export const keepHouse = async (db: Pool, now: Date, origin: string) => {
  await forgetPast(db, now)
  await publishMeans(db, dayOf(now))
  await publishChanges(db, dayOf(now))
  await publishFirstUses(db, dayOf(now))
  await remindOfConfirmations(db, now, origin)
  await tellOfModel(db, now, origin)
  await expireCommitments(db, now, origin)
  await remindOfCommitments(db, now, origin)
  await remindOfKeys(db, now, origin)
  await tellOfReports(db, now, origin)
  await remindOfFeedback(db, now, origin)
  await tellOfInterests(db, now, origin)
  await tellOfSurveys(db, now, origin)
  await remindOfInductions(db, now, origin)
  await tellOfNewcomers(db, now, origin)
  await tellOfTrainings(db, now, origin)
  await tellOfCommitments(db, now, origin)
}
