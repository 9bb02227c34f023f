import type { z } from 'zod'
import { findOwnAccount, setNewsByMail } from '../accounts/account-queries.ts'
import { paths as accounts } from '../accounts/words.ts'
import { actBy, type Read, type Write } from '../db/db.ts'
import { NotFound } from '../web/errors.tsx'
import { action, type Outcome, page, type Route } from '../web/route.tsx'
import { rowId } from '../web/row-id.ts'
import type { SignedIn, Typed, Visit } from '../web/visit.ts'
import { ChoiceForm } from './forms.ts'
import { keepRoutes } from './keep-routes.tsx'
import { findMessage, listMessages, markRead } from './read-queries.ts'
import { choicePage, listPage, messagePage } from './views.tsx'
import { paths } from './words.ts'

/**
 * Opening a message is what counts it as read. The page itself can only read; once it has been made, that it was opened
 * is written beside it, as the log writes what was read. No picture and no special link tells of it, by mail neither.
 */
const countingReaders = (route: Route): Route => ({
  ...route,
  serve: async (visit, fields, database, text) => {
    const answer = await route.serve(visit, fields, database, text)
    const { user, proof, today, params } = visit as Visit<'message'>
    if (user)
      await database.pool.transaction().execute(async (db) => {
        await actBy(db, proof)
        await markRead(db, rowId(params.message), user.accountId, today)
      })
    return answer
  },
})

const showChoice = async ({ db, user, language }: SignedIn & { db: Read }, typed: Typed) => {
  const account = await findOwnAccount(db, user.accountId)
  if (!account) throw new NotFound()
  return choicePage({ language, typed, value: account.newsByMail })
}

const choose = async (
  { db, user, language }: SignedIn & { db: Write },
  { news }: z.output<typeof ChoiceForm>,
): Promise<Outcome> => {
  await setNewsByMail(db, user.accountId, news)
  return { redirect: `${accounts.home[language]}?done=news`, subject: { account: user.accountId, news } }
}

export const routes: Route[] = [
  page(paths.list, 'messages.read', async ({ db, language, today }) =>
    listPage({ language, today, messages: await listMessages(db) }),
  ),
  countingReaders(
    page(paths.message, 'messages.read', async ({ db, language, params }) => {
      const message = await findMessage(db, rowId(params.message))
      if (!message) throw new NotFound()
      return messagePage(language, message)
    }),
  ),
  page(paths.byMail, 'messages.read', showChoice),
  action(paths.byMail, 'messages.read', ChoiceForm, showChoice, choose),
  ...keepRoutes,
]
