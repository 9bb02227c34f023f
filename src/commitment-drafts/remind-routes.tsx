import { areaScopeOf } from '../access.ts'
import type { Read, Write } from '../db/db.ts'
import { dayOf } from '../lib/dates.ts'
import { actorOf } from '../web/audit.ts'
import { NotFound } from '../web/errors.tsx'
import { pageOf, pageSize, readListQuery } from '../web/list-query.ts'
import { action, type Outcome, page, type Route } from '../web/route.tsx'
import { rowId } from '../web/row-id.ts'
import type { SignedIn, Typed } from '../web/visit.ts'
import { ButtonForm } from './forms.ts'
import { countWaiting, listWaiting } from './list-queries.ts'
import { waitingPage } from './list-views.tsx'
import { isKept } from './queries.ts'
import { remindByHand } from './remind.ts'
import { sentPage } from './sent-view.tsx'
import { type Problem, paths, words } from './words.ts'

type Reading = SignedIn & { db: Read }

const showWaiting = async ({ db, user, language, query, now }: Reading, typed: Typed) => {
  const scope = areaScopeOf(user)
  const pages = pageOf(readListQuery(query, []), await countWaiting(db, scope))
  return waitingPage({
    ...{ language, pages, typed, today: dayOf(now), isReminded: query.get('done') === 'reminded' },
    kept: await listWaiting(db, scope, { page: pages.page, size: pageSize }),
  })
}

type OnOne = { params: { commitment: string } }

/** @throws NotFound for what others keep */
const ownKept = async ({ db, user, params }: SignedIn & { db: Read | Write } & OnOne): Promise<number> => {
  const id = rowId(params.commitment)
  if (!(await isKept(db, areaScopeOf(user), id))) throw new NotFound()
  return id
}

/** The list at the address of a deed on one of its rows. */
const showWaitingAt = async (visit: Reading & OnOne, typed: Typed) => {
  await ownKept(visit)
  return showWaiting(visit, typed)
}

const remind = async (visit: SignedIn & { db: Write } & OnOne): Promise<Outcome> => {
  const { db, user, keys, origin, now, language } = visit
  const id = await ownKept(visit)
  const reminded = await remindByHand(db, id, { keys, now, by: actorOf(user), origin })
  if (typeof reminded === 'string') return { problems: { '': reminded satisfies Problem } }
  const { letters, codes } = reminded
  const subject = { commitment: id, letters }
  if (codes.length === 0) return { redirect: `${paths.waiting[language]}?done=reminded`, subject }
  const t = words[language]
  const page = sentPage({
    ...{ language, id, codes, kind: 'ok', title: t.done.reminded, lead: t.reminded(letters) },
    ...{ onPaper: [], signsOwn: false },
  })
  return { page, subject }
}

export const routes: Route[] = [
  page(paths.waiting, 'commitments.keep', showWaiting),
  action(paths.remind, 'commitments.keep', ButtonForm, showWaitingAt, remind),
  // What was refused stands at this address: a reload then shows the list.
  page(paths.remind, 'commitments.keep', showWaitingAt),
]
