import type { z } from 'zod'
import { findOwnAccount, type OwnAccount } from '../accounts/account-queries.ts'
import { giveTokensBack, takeTokens } from '../accounts/limit-queries.ts'
import { signInLimits } from '../accounts/rules.ts'
import type { Pool, Read, Reading, Write } from '../db/db.ts'
import { isPasswordRight } from '../lib/passwords.ts'
import { NotFound, TooMany } from '../web/errors.tsx'
import type { Page } from '../web/page.ts'
import type { LocalPath } from '../web/paths.ts'
import { action, type Outcome, type Route } from '../web/route.tsx'
import type { SignedIn, Typed, Visit } from '../web/visit.ts'

/** The account of whoever is signed in. @throws NotFound when it ended a moment ago */
export const ownAccount = async (db: Read, { user }: Pick<SignedIn, 'user'>): Promise<OwnAccount> => {
  const account = await findOwnAccount(db, user.accountId)
  if (!account) throw new NotFound()
  return account
}

/** Guesses here count in the same buckets as at the sign-in: an open browser is no second door. */
const isOwnPassword = async (
  { pool, read }: { pool: Pool; read: Reading },
  { user, proof, network, now }: Visit,
  password: string,
): Promise<boolean> => {
  if (!user) return false
  const account = await read((db) => ownAccount(db, { user }), proof)
  const limits = signInLimits(account.email, network)
  const wait = await takeTokens(pool, limits, now)
  if (wait > 0) throw new TooMany(wait)
  const isRight = await isPasswordRight(account.passwordHash, password)
  if (isRight) await giveTokensBack(pool, limits)
  return isRight
}

type Asking = { password: string }

/**
 * An action that asks for the password that one has now. It is checked before the transaction opens, for hashing takes
 * 50 ms; so the action is put together for each request, around what was proven.
 */
export const provenAction = <const P extends LocalPath, Form extends z.ZodType<Asking>>(
  path: P,
  form: Form,
  show: (visit: SignedIn & { db: Read }, typed: Typed) => Promise<Page>,
  run: (visit: SignedIn & { db: Write }, input: z.output<Form>) => Promise<Outcome>,
): Route => ({
  method: 'POST',
  path,
  permission: 'account.change',
  serve: async (visit, fields, database) => {
    const typed = form.safeParse(fields)
    const isProven = typed.success && (await isOwnPassword(database, visit, typed.data.password))
    const changing = action(path, 'account.change', form, show as never, async (visit, input) =>
      isProven ? run(visit as never, input) : { problems: { password: 'wrong' }, keep: true },
    )
    return changing.serve(visit, fields, database)
  },
})
