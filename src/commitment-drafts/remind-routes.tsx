import { areaScopeOf } from '../access.ts'
import { findCommitment } from '../commitments/queries.ts'
import type { Read, Write } from '../db/db.ts'
import { actorOf } from '../web/audit.ts'
import { NotFound } from '../web/errors.tsx'
import { pageOf, pageSize, readListQuery } from '../web/list-query.ts'
import { action, type Outcome, page, type Route } from '../web/route.tsx'
import { rowId } from '../web/row-id.ts'
import type { SignedIn, Typed } from '../web/visit.ts'
import { sentPage } from './check-views.tsx'
import { ButtonForm } from './forms.ts'
import { countWaiting, listWaiting } from './list-queries.ts'
import { waitingPage } from './list-views.tsx'
import { remindByHand } from './remind.ts'
import { type Problem, paths, words } from './words.ts'

type Reading = SignedIn & { db: Read }

const showWaiting = async ({ db, user, language, query }: Reading, typed: Typed) => {
  const scope = areaScopeOf(user)
  const pages = pageOf(readListQuery(query, []), await countWaiting(db, scope))
  return waitingPage({
    ...{ language, pages, typed, isReminded: query.get('done') === 'reminded' },
    kept: await listWaiting(db, scope, { page: pages.page, size: pageSize }),
  })
}

const remind = async (visit: SignedIn & { db: Write; params: { commitment: string } }): Promise<Outcome> => {
  const { db, user, keys, origin, now, language } = visit
  const id = rowId(visit.params.commitment)
  const commitment = await findCommitment(db, id)
  const { areaId } = areaScopeOf(user)
  if (!commitment || (areaId !== null && commitment.areaId !== areaId)) throw new NotFound()
  const reminded = await remindByHand(db, id, { keys, now, by: actorOf(user), origin })
  if (typeof reminded === 'string') return { problems: { '': reminded satisfies Problem } }
  const { letters, codes } = reminded
  const subject = { commitment: id, letters }
  if (codes.length === 0) return { redirect: `${paths.waiting[language]}?done=reminded`, subject }
  const t = words[language]
  const page = sentPage({
    ...{ language, id, codes, title: t.done.reminded, lead: t.reminded(letters) },
    ...{ onPaper: [], signsOwn: false },
  })
  return { page, subject }
}

export const routes: Route[] = [
  page(paths.waiting, 'commitments.keep', showWaiting),
  action(paths.remind, 'commitments.keep', ButtonForm, showWaiting, remind),
  // What was refused stands at this address: a reload then shows the list.
  page(paths.remind, 'commitments.keep', showWaiting),
]
