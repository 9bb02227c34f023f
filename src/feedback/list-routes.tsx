import { areaScopeOf } from '../access.ts'
import type { Read, Write } from '../db/db.ts'
import { actorOf } from '../web/audit.ts'
import { pageSize } from '../web/list-query.ts'
import { pageOf } from '../web/paging.ts'
import { action, type Outcome, page, type Route } from '../web/route.tsx'
import type { SignedIn, Typed } from '../web/visit.ts'
import { clearPage } from './clear-view.tsx'
import { type Cleared, ClearForm, readAfter, readChosen, readKeeper, readView } from './forms.ts'
import {
  clearThreads,
  countThreads,
  listAreas,
  listOpenOf,
  listThreads,
  pageEndOf,
  restoreThreads,
} from './keep-queries.ts'
import { type Done, listPage } from './list-view.tsx'
import { listAsked } from './question-queries.ts'
import { paths } from './words.ts'

const readDone = (query: URLSearchParams): Done => {
  const what = (['moved', 'cleared', 'restored'] as const).find((one) => one === query.get('done'))
  const count = /^\d{1,4}$/.test(query.get('count') ?? '') ? Number(query.get('count')) : 0
  return what ? { what, count, ids: query.get('ids') ?? '' } : null
}

const showList = async ({ db, user, language, today, query }: SignedIn & { db: Read }) => {
  const scope = areaScopeOf(user)
  const isCentre = scope.areaId === null
  const filter = { view: readView(query), keeper: isCentre ? readKeeper(query) : ('anyone' as const) }
  const after = readAfter(query)
  const found = await listThreads(db, scope, filter, { after, limit: pageSize + 1 })
  const { rows, nextCursor } = pageOf(found, pageSize, pageEndOf)
  return listPage({
    ...{ language, today, isCentre, filter, threads: rows, next: nextCursor },
    areas: isCentre ? await listAreas(db) : [],
    asked: isCentre ? await listAsked(db) : [],
    count: await countThreads(db, scope, filter, today),
    after: after ? query.get('after') : null,
    pickAll: query.get('pick') === 'all',
    done: readDone(query),
  })
}

const showClear = async ({ db, user, language, today, query }: SignedIn & { db: Read }, typed: Typed) => {
  const scope = areaScopeOf(user)
  const threads = await listOpenOf(db, scope, readChosen(query))
  return clearPage({ language, today, isCentre: scope.areaId === null, threads, typed })
}

/** What was answered or moved meanwhile stays as it is. */
const clear = async (visit: SignedIn & { db: Write }, { deed, threads }: Cleared): Promise<Outcome> => {
  const { db, user, language, now } = visit
  const [scope, by] = [areaScopeOf(user), { actor: actorOf(user), now }]
  const list = paths.list[language]
  if (deed === 'restore') {
    const count = await restoreThreads(db, scope, threads, by)
    return { redirect: `${list}?done=restored&count=${count}`, subject: { deed, count } }
  }
  const cleared = await clearThreads(db, scope, threads, by)
  const [count, ids] = [cleared.length, cleared.join(',')]
  return {
    redirect: `${list}?done=cleared&count=${count}&ids=${ids}`,
    subject: { deed, count, feedback: ids },
  }
}

export const routes: Route[] = [
  page(paths.list, 'feedback.read', showList),
  page(paths.clear, 'feedback.answer', showClear),
  action(paths.clear, 'feedback.answer', ClearForm, showClear, clear),
]
