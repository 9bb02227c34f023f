import { findProgram, programScopeOf } from '../api-clients/queries.ts'
import { paths as programPaths } from '../api-clients/words.ts'
import type { Read, Write } from '../db/db.ts'
import { isUuid } from '../lib/uuid.ts'
import { NotFound } from '../web/errors.tsx'
import { fill } from '../web/paths.ts'
import { action, type Outcome, page, type Route } from '../web/route.tsx'
import type { SignedIn } from '../web/visit.ts'
import { NoForm } from './forms.ts'
import { startAgain } from './outbox-queries.ts'
import { findWebhook, listLatest, listWebhooks, resendDelivery } from './queries.ts'
import { webhooksPage } from './views.tsx'
import { paths } from './words.ts'

type OfProgram = { params: { program: string } }
type Reading = SignedIn & { db: Read }
type Writing = SignedIn & { db: Write }

const shownAtOnce = 100

/** @throws NotFound when whoever asks does not keep such a program: what is told to others' programs is theirs */
const findOwn = async ({ db, user, params, now }: Reading & OfProgram) => {
  const found = isUuid(params.program)
    ? await findProgram(db, programScopeOf(user), params.program, now)
    : undefined
  if (!found?.isOwn) throw new NotFound()
  return found
}

const show = async (visit: Reading & OfProgram) => {
  const { db, language, query } = visit
  const { id, name } = await findOwn(visit)
  const done = query.get('done')
  return webhooksPage({
    language,
    program: {
      ...{ id, name },
      href: fill(programPaths.one[language], { program: id }),
      list: programPaths.list[language],
    },
    webhooks: await listWebhooks(db, id),
    deliveries: await listLatest(db, id, shownAtOnce),
    done: (['resent', 'resumed'] as const).find((kind) => kind === done),
  })
}

const backTo = ({ language, params }: SignedIn & OfProgram, done: 'resent' | 'resumed') =>
  `${fill(paths.list[language], { program: params.program })}?done=${done}`

const resend = async (visit: Writing & { params: { program: string; notice: string } }): Promise<Outcome> => {
  const { id } = await findOwn(visit)
  const { notice } = visit.params
  if (!isUuid(notice) || !(await resendDelivery(visit.db, id, notice))) throw new NotFound()
  return { redirect: backTo(visit, 'resent'), subject: { client: id, delivery: notice } }
}

const resume = async (
  visit: Writing & { params: { program: string; webhook: string } },
): Promise<Outcome> => {
  const { id } = await findOwn(visit)
  const { params, db } = visit
  const webhook = isUuid(params.webhook) ? await findWebhook(db, id, params.webhook) : undefined
  if (!webhook || webhook.endedAt) throw new NotFound()
  await startAgain(db, webhook.id)
  return { redirect: backTo(visit, 'resumed'), subject: { client: id, webhook: webhook.id } }
}

export const routes: Route[] = [
  page(paths.list, 'webhooks.manage', show),
  action(paths.resend, 'webhooks.manage', NoForm, show, resend),
  action(paths.resume, 'webhooks.manage', NoForm, show, resume),
]
