import type { z } from 'zod'
import { actorOf } from '../web/audit.ts'
import { TooMany } from '../web/errors.tsx'
import { fill } from '../web/paths.ts'
import { action, type Outcome, page, proven, type Route } from '../web/route.tsx'
import type { SignedIn, Typed } from '../web/visit.ts'
import { endPage, makePage, newSecretPage, secretPage } from './form-views.tsx'
import { NoForm, WebhookForm } from './forms.ts'
import { makeWebhook, renewSecret, testWait } from './making.ts'
import {
  findStanding,
  findWorking,
  type OfProgram,
  type OfWebhook,
  type Reading,
  type Writing,
} from './own.ts'
import { endWebhook, queueTest } from './queries.ts'
import type { Done } from './views.tsx'
import { paths } from './words.ts'

export const backTo = ({ language, params }: SignedIn & OfProgram, done: Done) =>
  `${fill(paths.list[language], { program: params.program })}?done=${done}`

const showMake = async (visit: Reading & OfProgram, typed: Typed) =>
  makePage({ language: visit.language, program: await findWorking(visit), typed })

/** The secret is in the answer and nowhere else: no address, no log, and sealed in its row. */
const make = async (
  visit: Writing & OfProgram,
  { url, events }: z.output<typeof WebhookForm>,
): Promise<Outcome> => {
  const { db, user, language, keys, now, localWebhooks: allowLocal } = visit
  const program = await findWorking(visit)
  const wanted = { url, events, clientId: program.id, actor: actorOf(user) }
  const made = await makeWebhook(db, wanted, { keys, now, allowLocal })
  if ('problem' in made)
    return { problems: { [made.problem === 'webhooks-too-many' ? '' : 'url']: made.problem } }
  return {
    page: secretPage({ language, program, url, secret: made.secret, oldEnds: null }),
    subject: { client: program.id, webhook: made.webhook.id },
  }
}

const showNewSecret = async (visit: Reading & OfWebhook) =>
  newSecretPage({ language: visit.language, ...(await findStanding(visit)) })

const changeSecret = async (visit: Writing & OfWebhook): Promise<Outcome> => {
  const { program, webhook } = await findStanding(visit)
  const { secret, oldEnds } = await renewSecret(visit.db, webhook.id, visit)
  return {
    page: secretPage({ language: visit.language, program, url: webhook.url, secret, oldEnds }),
    subject: { client: program.id, webhook: webhook.id, secret: true },
  }
}

const showEnd = async (visit: Reading & OfWebhook) =>
  endPage({ language: visit.language, ...(await findStanding(visit)) })

const end = async (visit: Writing & OfWebhook): Promise<Outcome> => {
  const { program, webhook } = await findStanding(visit)
  await endWebhook(visit.db, webhook.id, visit.now)
  return {
    redirect: backTo(visit, 'webhook-ended'),
    subject: { client: program.id, webhook: webhook.id, ended: true },
  }
}

const test = async (visit: Writing & OfWebhook): Promise<Outcome> => {
  const { program, webhook } = await findStanding(visit)
  const wait = await testWait(visit.db, program.id, visit.now)
  if (wait > 0) throw new TooMany(wait)
  await queueTest(visit.db, webhook.id, visit.now)
  return {
    redirect: backTo(visit, 'tested'),
    subject: { client: program.id, webhook: webhook.id, test: true },
  }
}

const permission = 'webhooks.manage'

export const routes: Route[] = [
  proven(page(paths.make, permission, showMake)),
  proven(action(paths.make, permission, WebhookForm, showMake, make)),
  proven(page(paths.secret, permission, showNewSecret)),
  proven(action(paths.secret, permission, NoForm, showNewSecret, changeSecret)),
  page(paths.end, permission, showEnd),
  action(paths.end, permission, NoForm, showEnd, end),
  action(paths.test, permission, NoForm, showEnd, test),
]
