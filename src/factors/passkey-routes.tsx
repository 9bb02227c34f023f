import { takeTokens } from '../accounts/limit-queries.ts'
import { findAccountById, needsFactor } from '../accounts/proof-queries.ts'
import type { Read } from '../db/db.ts'
import { NotFound, TooMany } from '../web/errors.tsx'
import { fill } from '../web/paths.ts'
import { action, page, type Route } from '../web/route.tsx'
import type { SignedIn, Typed, Visit } from '../web/visit.ts'
import { RemovePage } from './app-views.tsx'
import { changeProven, dropFactor, showProven, takeFactor } from './changing.tsx'
import { NewPasskeyForm, NoForm } from './forms.ts'
import { addPasskey, keepChallenge, listPasskeys, removePasskey, takeChallenge } from './passkey-queries.ts'
import {
  isCredentialId,
  newPasskeyOptions,
  passkeyOptions,
  readNewPasskey,
  verifyNewPasskey,
} from './passkey-rules.ts'
import { NewPasskeyPage } from './passkey-views.tsx'
import { findFactors } from './queries.ts'
import { challengeLimits, isLastFactor, relyingParty } from './rules.ts'
import { optionPaths, paths } from './words.ts'

const asJson = (options: object) => ({
  file: { type: 'application/json', name: 'passkey.json', body: JSON.stringify(options) },
})

const rpOf = ({ origin }: Visit<never>) => {
  const rpID = relyingParty(origin)
  if (rpID === null) throw new NotFound()
  return rpID
}

/** What the browser is asked when somebody signs in. Nobody is known yet, so nothing of anybody is told. */
const signInOptions: Route = {
  method: 'POST',
  path: optionPaths.signIn,
  permission: 'sessions.start',
  serve: async (visit, _, { pool }) => {
    const options = await passkeyOptions(rpOf(visit))
    const wait = await takeTokens(pool, challengeLimits(visit.network), visit.now)
    if (wait > 0) throw new TooMany(wait)
    await keepChallenge(pool, options.challenge, null, visit.now)
    return asJson(options)
  },
}

/** What the browser is asked when a passkey is made: for whom, and which are there already. */
const createOptions: Route = {
  method: 'POST',
  path: optionPaths.create,
  permission: 'account.change',
  serve: async (visit, _, { pool, read }) => {
    const account = await read((db) => findAccountById(db, visit.user?.accountId ?? ''), visit.proof)
    if (!account) throw new NotFound()
    const known = await read((db) => listPasskeys(db, account.id), visit.proof)
    const options = await newPasskeyOptions(
      rpOf(visit),
      account,
      known.map(({ id }) => id),
    )
    const wait = await takeTokens(pool, challengeLimits(visit.network), visit.now)
    if (wait > 0) throw new TooMany(wait)
    await keepChallenge(pool, options.challenge, account.id, visit.now)
    return asJson(options)
  },
}

const showNew = (visit: SignedIn & { db: Read }, typed: Typed) =>
  showProven(visit, paths.newPasskey[visit.language], async () =>
    NewPasskeyPage({ language: visit.language, typed, possible: relyingParty(visit.origin) !== null }),
  )

type OfPasskey = SignedIn<'passkey'>

const showRemove = (visit: OfPasskey & { db: Read }, typed: Typed) => {
  const { db, user, language, params } = visit
  const here = fill(paths.passkey[language], { passkey: params.passkey })
  return showProven(visit, here, async () => {
    const passkey = (await listPasskeys(db, user.accountId)).find(({ id }) => id === params.passkey)
    if (!passkey) throw new NotFound()
    const isLast =
      isLastFactor(await findFactors(db, user.accountId)) && !(await needsFactor(db, user.accountId))
    return RemovePage({ language, typed, passkey: passkey.name, action: here, isLast })
  })
}

export const routes: Route[] = [
  signInOptions,
  createOptions,

  page(paths.newPasskey, 'account.change', showNew),

  action(paths.newPasskey, 'account.change', NewPasskeyForm, showNew, (visit, { name, credential }) => {
    const { db, user, language, origin, now } = visit
    return changeProven(visit, paths.newPasskey[language], async (before) => {
      const answer = readNewPasskey(credential)
      if (!answer) return { problems: { '': 'passkey-none' } }
      const isOurs = await takeChallenge(db, answer.challenge, user.accountId, now)
      const made = isOurs ? await verifyNewPasskey(answer, origin) : undefined
      // The challenge is spent, so what was tried with it is kept too.
      if (!made) return { problems: { '': 'passkey-none' }, keep: true }
      if (!(await addPasskey(db, user.accountId, { ...made, name }, now)))
        return { problems: { '': 'passkey-taken' }, keep: true }
      return takeFactor(visit, before, 'passkey')
    })
  }),

  page(paths.passkey, 'account.change', showRemove),

  action(paths.passkey, 'account.change', NoForm, showRemove, (visit) => {
    const { db, user, language, params } = visit
    const here = fill(paths.passkey[language], { passkey: params.passkey })
    return changeProven(visit, here, (factors) =>
      dropFactor(
        visit,
        factors,
        'passkey-removed',
        async () => isCredentialId(params.passkey) && removePasskey(db, user.accountId, params.passkey),
      ),
    )
  }),
]
