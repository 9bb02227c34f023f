import { paths as programPaths } from '../api-clients/words.ts'
import { isUuid } from '../lib/uuid.ts'
import { NotFound } from '../web/errors.tsx'
import { fill } from '../web/paths.ts'
import { action, type Outcome, page, type Route } from '../web/route.tsx'
import { backTo, routes as changeRoutes } from './change-routes.tsx'
import { NoForm } from './forms.ts'
import { startAgain } from './outbox-queries.ts'
import { findOwn, findStanding, type OfProgram, type OfWebhook, type Reading, type Writing } from './own.ts'
import { listLatest, listWebhooks, resendDelivery } from './queries.ts'
import { doneKinds, webhooksPage } from './views.tsx'
import { paths } from './words.ts'

const shownAtOnce = 100

const show = async (visit: Reading & OfProgram) => {
  const { db, language, query } = visit
  const { id, name, isTest, endedAt } = await findOwn(visit)
  const done = query.get('done')
  return webhooksPage({
    language,
    program: {
      ...{ id, name, isTest, hasEnded: endedAt !== null },
      href: fill(programPaths.one[language], { program: id }),
      list: programPaths.list[language],
    },
    webhooks: await listWebhooks(db, id),
    deliveries: await listLatest(db, id, shownAtOnce),
    done: doneKinds.find((kind) => kind === done),
  })
}

const resend = async (visit: Writing & { params: { program: string; notice: string } }): Promise<Outcome> => {
  const { id } = await findOwn(visit)
  const { notice } = visit.params
  if (!isUuid(notice) || !(await resendDelivery(visit.db, id, notice))) throw new NotFound()
  return { redirect: backTo(visit, 'resent'), subject: { client: id, delivery: notice } }
}

const resume = async (visit: Writing & OfWebhook): Promise<Outcome> => {
  const { program, webhook } = await findStanding(visit)
  await startAgain(visit.db, webhook.id)
  return { redirect: backTo(visit, 'resumed'), subject: { client: program.id, webhook: webhook.id } }
}

export const routes: Route[] = [
  page(paths.list, 'webhooks.manage', show),
  ...changeRoutes,
  action(paths.resend, 'webhooks.manage', NoForm, show, resend),
  action(paths.resume, 'webhooks.manage', NoForm, show, resume),
]
