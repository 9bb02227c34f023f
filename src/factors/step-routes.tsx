import { findEntering } from '../accounts/proof-queries.ts'
import { endSession, sessionOf, startSession } from '../accounts/queries.ts'
import { safeNext, stepMinutes } from '../accounts/rules.ts'
import { endStep, findStep, tryStep } from '../accounts/step-queries.ts'
import { firstPages, paths } from '../accounts/words.ts'
import type { Read, Write } from '../db/db.ts'
import { fill } from '../web/paths.ts'
import { action, type Outcome, page, type Route } from '../web/route.tsx'
import { hashToken, newToken } from '../web/session-cookie.ts'
import type { Typed, Visit } from '../web/visit.ts'
import { PasskeyForm, StepForm } from './forms.ts'
import { PasskeySignInPage } from './passkey-views.tsx'
import { type Proof, proveByCode, proveByPasskey } from './proving.ts'
import { findFactors } from './queries.ts'
import { relyingParty, triesOfStep } from './rules.ts'
import { StepEndedPage, StepPage } from './step-views.tsx'

type OfStep = Visit<'token'>

const showStep = async ({ db, language, params, origin, now }: OfStep & { db: Read }, typed: Typed) => {
  const step = await findStep(db, hashToken(params.token), triesOfStep, now)
  if (!step) return StepEndedPage({ language, minutes: stepMinutes })
  return StepPage({
    language,
    typed,
    action: fill(paths.step[language], { token: params.token }),
    factors: await findFactors(db, step.accountId),
    possible: relyingParty(origin) !== null,
  })
}

const showPasskeySignIn = async ({ language, query, origin }: Visit, typed: Typed) =>
  PasskeySignInPage({
    language,
    typed,
    possible: relyingParty(origin) !== null,
    next: safeNext(typed.values.next ?? query.get('next')),
  })

/** Starts the session of an account that has proved itself, and ends the one that this browser had. */
const enter = async (
  { db, user, browser, now }: Omit<Visit, 'params'> & { db: Write },
  account: NonNullable<Awaited<ReturnType<typeof findEntering>>>,
  proof: Proof,
  next: string | null,
): Promise<Outcome> => {
  const token = newToken()
  if (user) await endSession(db, sessionOf(user).tokenHash)
  await startSession(db, account.accountRoleId, hashToken(token), now, { proof, browser })
  // Whoever needed a recovery code has probably lost a phone: they are shown how to change it.
  const first = proof === 'recovery' ? paths.secondFactor : firstPages[account.role]
  return {
    redirect: next ?? first[account.language],
    session: token,
    subject: { account: account.id, factor: proof },
  }
}

export const routes: Route[] = [
  page(paths.step, 'sessions.start', showStep),

  action(paths.step, 'sessions.start', StepForm, showStep, async (visit, typed) => {
    const { db, params, now } = visit
    const step = await tryStep(db, hashToken(params.token), triesOfStep, now)
    const account = step && (await findEntering(db, step.accountId))
    if (!step || !account) return { problems: { token: 'ended' } }
    const { code, credential } = typed
    const proof = credential
      ? (await proveByPasskey(db, visit, credential)) === account.id && 'passkey'
      : await proveByCode(db, visit, account.id, code)
    if (!proof)
      return { problems: credential ? { '': 'passkey-unknown' } : { code: 'code-unknown' }, keep: true }
    await endStep(db, hashToken(params.token))
    return enter(visit, account, proof, step.nextPath)
  }),

  page(paths.passkeySignIn, 'sessions.start', showPasskeySignIn),

  action(
    paths.passkeySignIn,
    'sessions.start',
    PasskeyForm,
    showPasskeySignIn,
    async (visit, { credential, next }) => {
      const accountId = await proveByPasskey(visit.db, visit, credential)
      const account = accountId === null ? undefined : await findEntering(visit.db, accountId)
      return account
        ? enter(visit, account, 'passkey', safeNext(next))
        : { problems: { '': 'passkey-unknown' }, keep: true }
    },
  ),
]
