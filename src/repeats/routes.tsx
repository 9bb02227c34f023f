import { validate as isId } from 'uuid'
import { z } from 'zod'
import { siteScopeOf } from '../access.ts'
import type { Read } from '../db/db.ts'
import { cancelUse } from '../uses/list-queries.ts'
import { actorOf } from '../web/audit.ts'
import { NotFound } from '../web/errors.tsx'
import { action, page, type Route } from '../web/route.tsx'
import type { SignedIn } from '../web/visit.ts'
import { listRepeats, settleRepeat } from './queries.ts'
import { repeatsPage } from './views.tsx'
import { repeatPaths } from './words.ts'

const show = async ({ db, user, language, query }: SignedIn & { db: Read }) => {
  const done = query.get('done')
  const told = done === 'kept' || done === 'undone' ? done : null
  return repeatsPage(language, await listRepeats(db, siteScopeOf(user)), told)
}

const Choice = z.object({ both: z.enum(['yes', 'no']).catch('yes') })

/** Repeats that a device sent late, for as long as they wait: also after their day, for they came after it. */
export const routes: Route[] = [
  page(repeatPaths.list, 'uses.read', show),
  action(repeatPaths.one, 'uses.cancel', Choice, show, async (visit, { both }) => {
    const { db, user, language, now, params } = visit
    const [repeat] = isId(params.repeat) ? await listRepeats(db, siteScopeOf(user), params.repeat) : []
    if (!repeat) throw new NotFound()
    const by = { actor: actorOf(user), now, reason: null }
    if (both === 'no') await cancelUse(db, repeat, by)
    await settleRepeat(db, repeat.id)
    const told = both === 'no' ? 'undone' : 'kept'
    return { redirect: `${repeatPaths.list[language]}?done=${told}`, subject: { use: repeat.id, told } }
  }),
]
