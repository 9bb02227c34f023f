import { randomUUID } from 'node:crypto'
import { NotApplicable } from './broken.ts'
import type { Check } from './check.ts'
import { fieldsOf, must, mustAnswer, mustPoint, mustRefuse, nameOf, rowsOf, saysSame } from './judging.ts'
import type { Tested } from './tested.ts'

const path = '/api/v1/webhooks'
const make = ({ ask }: Tested, url: string) =>
  ask({ method: 'POST', path, body: { url, events: ['use.cancelled'] } })
const end = ({ ask }: Tested, id: string) =>
  ask({ method: 'POST', path: `${path}/${encodeURIComponent(id)}/ending`, body: {} })

const mustMay = ({ scopes }: Tested) => {
  if (!scopes.includes('webhooks.manage')) throw new NotApplicable('The key lacks the scope webhooks.manage.')
}

/** A webhook that nothing is ever sent to: it is ended again, and practice tells nobody. */
const standing = async (tested: Tested) => {
  const url = `https://kassa.esimerkki.example/${randomUUID()}`
  const made = await make(tested, url)
  const { type, id, secret } = fieldsOf(made)
  if (typeof type === 'string' && nameOf(type) === 'webhooks-too-many')
    throw new NotApplicable('The program has as many webhooks as it may have.')
  mustAnswer(made, 201)
  must(
    typeof id === 'string' && typeof secret === 'string',
    'an id and a secret',
    `fields ${Object.keys(fieldsOf(made))}`,
  )
  return { url, id: id as string, secret: secret as string }
}

const tryListed = async (tested: Tested, { url, id, secret }: Awaited<ReturnType<typeof standing>>) => {
  mustRefuse(await make(tested, url), 409, 'webhook-exists')
  const list = await tested.ask({ method: 'GET', path })
  mustAnswer(list, 200)
  must(
    rowsOf(list, 'rows').some((row) => row.id === id),
    'the new webhook in the list',
    list,
  )
  must(!list.text.includes(secret), 'a list without secrets', 'the secret is in it')
  const deliveries = await tested.ask({ method: 'GET', path: `${path}/${encodeURIComponent(id)}/deliveries` })
  mustAnswer(deliveries, 200)
  must(rowsOf(deliveries, 'rows').length === 0, 'no delivery yet', deliveries)
}

export const webhookChecks: Check[] = [
  {
    id: 'webhook.life',
    clause: 'Webhooks: one is made with a secret that is told once, listed, and ended.',
    run: async (tested) => {
      mustMay(tested)
      const made = await standing(tested)
      try {
        await tryListed(tested, made)
      } finally {
        mustAnswer(await end(tested, made.id), 200)
      }
      const [again, list] = [await end(tested, made.id), await tested.ask({ method: 'GET', path })]
      must(fieldsOf(again).state === 'ended', 'state: ended', again)
      must(saysSame(again, await end(tested, made.id)), 'the same answer to a second ending', again)
      must(!list.text.includes(made.id), 'a list without the webhook that has ended', 'it is in it')
    },
  },
  {
    id: 'webhook.address',
    clause: 'Webhooks: the address is https and on the public internet.',
    run: async (tested) => {
      mustMay(tested)
      for (const url of ['http://kassa.esimerkki.example/x', 'https://10.0.0.1/x', 'https://kassa.local/x']) {
        const refused = await make(tested, url)
        mustRefuse(refused, 422, 'validation-failed')
        mustPoint(refused, '/url')
      }
    },
  },
  {
    id: 'webhook.other',
    clause: 'Webhooks: one of another program does not exist.',
    run: async (tested) => {
      mustMay(tested)
      mustRefuse(await end(tested, randomUUID()), 404, 'not-found')
    },
  },
]
