import { unitScopeOf } from '../access.ts'
import type { Read } from '../db/db.ts'
import { findStanding } from '../induction/queries.ts'
import { inductionLine } from '../induction/words.ts'
import { page, type Route } from '../web/route.tsx'
import type { SignedIn } from '../web/visit.ts'
import { lifePaths } from './life-words.ts'
import { countTask, listTask, type Task } from './task-queries.ts'
import { type TaskList, tasksPage } from './task-views.tsx'
import { findUnit } from './unit-queries.ts'

const pageSize = 20
/** On paper all are wanted at once; a unit with more has other worries. */
const mostOnPaper = 1000

const listOf = async ({ db, user, today, query }: SignedIn & { db: Read }, task: Task): Promise<TaskList> => {
  const scope = unitScopeOf(user)
  const size = query.has('all') ? mostOnPaper : pageSize
  const total = await countTask(db, scope, task, today)
  const pages = Math.max(1, Math.ceil(total / size))
  const wanted = /^\d{1,6}$/.test(query.get(task) ?? '') ? Number(query.get(task)) : 1
  const number = Math.min(Math.max(1, wanted), pages)
  return {
    task,
    total,
    pages,
    page: number,
    cards: await listTask(db, scope, { task, today, page: number, size }),
  }
}

const showTasks = async (visit: SignedIn & { db: Read }) => {
  const { db, user, language, today, query } = visit
  return tasksPage({
    language,
    today,
    unit: await findUnit(db, unitScopeOf(user), today),
    expiring: await listOf(visit, 'expiring'),
    unused: await listOf(visit, 'unused'),
    isAll: query.has('all'),
    induction: inductionLine(language, await findStanding(db, user, today)),
  })
}

export const routes: Route[] = [page(lifePaths.tasks, 'cards.read', showTasks)]
