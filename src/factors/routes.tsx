import { findAccountById, needsFactor } from '../accounts/proof-queries.ts'
import { sessionOf } from '../accounts/queries.ts'
import { safeNext } from '../accounts/rules.ts'
import { paths as accounts } from '../accounts/words.ts'
import type { Read } from '../db/db.ts'
import { NotFound } from '../web/errors.tsx'
import { action, page, type Route } from '../web/route.tsx'
import type { SignedIn, Typed } from '../web/visit.ts'
import { AppPage, RemovePage } from './app-views.tsx'
import { changeProven, dropFactor, showProven, takeFactor } from './changing.tsx'
import { CodesPage } from './codes-view.tsx'
import { AppForm, NoForm, SavedForm } from './forms.ts'
import { listPasskeys } from './passkey-queries.ts'
import { findFactors } from './queries.ts'
import { hideCodes, listNewCodes, makeRecoveryCodes } from './recovery-queries.ts'
import { hasFactors, isLastFactor } from './rules.ts'
import { confirmTotp, findNextSecret, removeTotp, startTotp } from './totp-queries.ts'
import { OverviewPage } from './views.tsx'
import { type Done, paths, words } from './words.ts'

type Looking = SignedIn & { db: Read }

const isDone = (text: string | null): text is Done => text !== null && Object.hasOwn(words.fi.done, text)

const emailOf = async (db: Read, accountId: string) => {
  const account = await findAccountById(db, accountId)
  if (!account) throw new NotFound()
  return account.email
}

const showOverview = async ({ db, user, language, query }: Looking) => {
  const done = query.get('done')
  return OverviewPage({
    language,
    factors: await findFactors(db, user.accountId),
    passkeys: await listPasskeys(db, user.accountId),
    needed: await needsFactor(db, user.accountId),
    needsSetUp: user.needsSetUp,
    recovered: sessionOf(user).proof === 'recovery',
    done: isDone(done) ? done : null,
    here: accounts.secondFactor[language],
  })
}

const showApp = (visit: Looking, typed: Typed) =>
  showProven(visit, paths.app[visit.language], async () => {
    const { db, user, keys, language, now } = visit
    const { app } = await findFactors(db, user.accountId)
    const secret = await findNextSecret(db, keys, user.accountId, now)
    return AppPage({ language, typed, email: await emailOf(db, user.accountId), secret, changes: app })
  })

const showRemoveApp = (visit: Looking, typed: Typed) =>
  showProven(visit, paths.appRemove[visit.language], async () => {
    const { db, user, language } = visit
    const factors = await findFactors(db, user.accountId)
    if (!factors.app) throw new NotFound()
    const isLast = isLastFactor(factors) && !(await needsFactor(db, user.accountId))
    return RemovePage({ language, typed, action: paths.appRemove[language], isLast })
  })

const showCodes = (visit: Looking, typed: Typed) =>
  showProven(visit, paths.codes[visit.language], async () => {
    const { db, user, keys, language, query, now } = visit
    const factors = await findFactors(db, user.accountId)
    if (!hasFactors(factors)) throw new NotFound()
    return CodesPage({
      language,
      email: await emailOf(db, user.accountId),
      codes: await listNewCodes(db, keys, user.accountId, now),
      left: factors.codesLeft,
      next: safeNext(typed.values.next ?? query.get('next')),
    })
  })

export const routes: Route[] = [
  page(accounts.secondFactor, 'account.change', showOverview),

  page(paths.app, 'account.change', showApp),

  action(paths.appStart, 'account.change', NoForm, showOverview, (visit) => {
    const { db, user, keys, language, now } = visit
    return changeProven(visit, paths.app[language], async () => {
      await startTotp(db, keys, user.accountId, now)
      return { redirect: paths.app[language] }
    })
  }),

  action(paths.app, 'account.change', AppForm, showApp, (visit, { code }) => {
    const { db, user, keys, language, now } = visit
    return changeProven(visit, paths.app[language], async (before) =>
      (await confirmTotp(db, keys, user.accountId, code, now))
        ? takeFactor(visit, before, 'totp')
        : { problems: { code: 'code-wrong' } },
    )
  }),

  page(paths.appRemove, 'account.change', showRemoveApp),

  action(paths.appRemove, 'account.change', NoForm, showRemoveApp, (visit) => {
    const { db, user, language } = visit
    return changeProven(visit, paths.appRemove[language], (factors) =>
      dropFactor(visit, factors, 'app-removed', () => removeTotp(db, user.accountId)),
    )
  }),

  page(paths.codes, 'account.change', showCodes),

  action(paths.codes, 'account.change', NoForm, showCodes, (visit) => {
    const { db, user, keys, language, now } = visit
    return changeProven(visit, paths.codes[language], async (factors) => {
      if (!hasFactors(factors)) throw new NotFound()
      await makeRecoveryCodes(db, keys, user.accountId, now)
      return { redirect: paths.codes[language] }
    })
  }),

  action(
    paths.codesSaved,
    'account.change',
    SavedForm,
    showCodes,
    async ({ db, user, language }, { next }) => {
      await hideCodes(db, user.accountId)
      return { redirect: safeNext(next) ?? `${accounts.secondFactor[language]}?done=codes` }
    },
  ),
]
