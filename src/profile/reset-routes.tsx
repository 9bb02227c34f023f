import { setTimeout } from 'node:timers/promises'
import { findOwnAccount, setPassword } from '../accounts/account-queries.ts'
import { listTownNames } from '../accounts/invitation-queries.ts'
import { takeTokens } from '../accounts/limit-queries.ts'
import { findLink, makeResetLink, takeLink } from '../accounts/link-queries.ts'
import { passwordProblem, resetLimits, resetLinkEnd } from '../accounts/rules.ts'
import { paths as accounts } from '../accounts/words.ts'
import type { Read, Write } from '../db/db.ts'
import { hashPassword } from '../lib/passwords.ts'
import { queueMail } from '../mail/queries.ts'
import { TooMany } from '../web/errors.tsx'
import { fill } from '../web/paths.ts'
import { action, type Outcome, page, type Route } from '../web/route.tsx'
import type { Typed, Visit } from '../web/visit.ts'
import { ForgottenForm, ResetForm } from './forms.ts'
import { queuePasswordChanged } from './letters.ts'
import { ForgottenPage, ForgottenSentPage, ResetDonePage, ResetPage } from './reset-views.tsx'
import { evenAnswer } from './rules.ts'
import { LinkEndedPage } from './views.tsx'
import { paths, resetLetter } from './words.ts'

const showForgotten = async ({ language, query }: Visit, typed: Typed) => {
  if (query.has('sent')) return ForgottenSentPage({ language })
  return query.has('changed') ? ResetDonePage({ language }) : ForgottenPage({ language, typed })
}

const sendLink = async (
  { db, language, origin, now }: Visit & { db: Write },
  { email }: { email: string },
): Promise<Outcome> => {
  const link = await makeResetLink(db, email, now)
  if (link)
    await queueMail(db, {
      kind: 'reset',
      to: link.email,
      language: link.language,
      letter: resetLetter(link.language, {
        name: link.name,
        url: `${origin}${fill(paths.reset[link.language], { token: link.token })}`,
      }),
      now,
      expiresAt: resetLinkEnd(now),
    })
  return {
    redirect: `${accounts.forgotten[language]}?sent`,
    subject: link ? { account: link.accountId } : {},
  }
}

const sending = action(accounts.forgotten, 'passwords.reset', ForgottenForm, showForgotten, sendLink)

/**
 * Asks for a link. The answer says the same whoever asks, and takes the same time: what little more a known address
 * costs is over before the answer goes. The tries are counted before, by the address that was typed.
 */
const askForLink: Route = {
  ...sending,
  serve: async (visit, fields, database) => {
    const typed = ForgottenForm.safeParse(fields)
    if (!typed.success) return sending.serve(visit, fields, database)
    const wait = await takeTokens(database.pool, resetLimits(typed.data.email, visit.network), visit.now)
    if (wait > 0) throw new TooMany(wait)
    const [answer] = await Promise.all([sending.serve(visit, fields, database), setTimeout(evenAnswer)])
    return answer
  },
}

type ByToken = Visit<'token'>

const showReset = async ({ db, language, params, now }: ByToken & { db: Read }, typed: Typed) => {
  const link = await findLink(db, 'reset', params.token, now)
  return link
    ? ResetPage({ language, typed, email: link.email, token: params.token })
    : LinkEndedPage({ language, again: accounts.forgotten[language] })
}

const choose = async (
  { db, language, params, now }: ByToken & { db: Write },
  { newPassword }: { newPassword: string },
): Promise<Outcome> => {
  const link = await findLink(db, 'reset', params.token, now)
  const account = link && (await findOwnAccount(db, link.accountId))
  if (!account || !(await takeLink(db, 'reset', params.token, now))) return { problems: { token: 'ended' } }
  const problem = passwordProblem(newPassword, [account.name, account.email, ...(await listTownNames(db))])
  if (problem) return { problems: { newPassword: problem } }
  await setPassword(db, account.id, await hashPassword(newPassword))
  await queuePasswordChanged(db, account, now)
  return { redirect: `${accounts.forgotten[language]}?changed`, subject: { account: account.id } }
}

export const routes: Route[] = [
  page(accounts.forgotten, 'passwords.reset', showForgotten),
  askForLink,
  page(paths.reset, 'passwords.reset', showReset),
  action(paths.reset, 'passwords.reset', ResetForm, showReset, choose),
]
