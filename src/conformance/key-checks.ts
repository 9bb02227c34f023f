import { randomUUID } from 'node:crypto'
import { NotApplicable } from './broken.ts'
import type { Answer } from './caller.ts'
import { codeOf } from './cards.ts'
import type { Check } from './check.ts'
import { fieldsOf, must, mustAnswer, mustRefuse, rowsOf } from './judging.ts'
import { cancelUse, checkCard, listUses, recordUse } from './recording.ts'
import type { Tested } from './tested.ts'

const refusedWithout = async ({ ask, siteId }: Tested, by: string | null) => {
  const body = { code: codeOf('valid'), siteId, adults: 1, children: 0 }
  const headers = { 'idempotency-key': randomUUID() }
  const answers = [
    await ask({ method: 'GET', path: '/api/v1/me', by }),
    await ask({ method: 'POST', path: '/api/v1/uses', body, headers, by }),
  ]
  for (const answer of answers) {
    mustRefuse(answer, 401, 'unauthorized')
    must(answer.headers.has('www-authenticate'), 'the header WWW-Authenticate', 'none')
  }
}

/** The id of a site that has not let the program in. */
const foreignSite = async ({ ask, siteIds }: Tested): Promise<number> => {
  const answer = await ask({ method: 'GET', path: '/api/v1/sites?limit=200', by: null })
  mustAnswer(answer, 200)
  const foreign = rowsOf(answer, 'rows').find(({ id }) => !siteIds.includes(Number(id)))
  if (!foreign) throw new NotApplicable('Every site there has let the program in.')
  return Number(foreign.id)
}

/** No site has this id: installations do not begin so far up. */
const noSite = 999_999_999

/** What a refusal says, without what belongs to the one request. */
const saidBy = (answer: Answer) => {
  const { instance: _, ...said } = fieldsOf(answer)
  return JSON.stringify(said)
}

const wrongKey = `kk_test_00000000_${'A'.repeat(43)}_00000000`

export const keyChecks: Check[] = [
  {
    id: 'key.me',
    clause: 'Addresses and keys: GET /me tells what the key is and may do, and the time there.',
    run: async ({ me }) => {
      const { name, key, limit, system, serverTime } = fieldsOf(me)
      must(typeof name === 'string', 'the name of the program', me)
      must(typeof (key as { expiresAt?: unknown })?.expiresAt === 'string', 'when the key ends', me)
      must(Number((limit as { requests?: unknown })?.requests) > 0, 'how often the program may ask', me)
      must(typeof (system as { version?: unknown })?.version === 'string', 'the version of the system', me)
      must(!Number.isNaN(Date.parse(String(serverTime))), 'serverTime: an instant', me)
    },
  },
  {
    id: 'key.none',
    clause: 'Addresses and keys: without a key the answer is 401.',
    run: (tested) => refusedWithout(tested, null),
  },
  {
    id: 'key.wrong',
    clause: 'Addresses and keys: a key that is not known gets 401.',
    run: (tested) => refusedWithout(tested, wrongKey),
  },
  {
    id: 'key.other-site',
    clause: 'Addresses and keys: a site of somebody else’s answers 404, as one that does not exist.',
    run: async (tested) => {
      const foreign = await foreignSite(tested)
      const asked = [foreign, noSite].map(async (siteId) => [
        await checkCard(tested, codeOf('valid'), { siteId }),
        await recordUse(tested, codeOf('valid'), { siteId }),
        await listUses(tested, { siteId: String(siteId) }),
      ])
      const [other, none] = await Promise.all(asked)
      for (const [index, answer] of other!.entries()) {
        mustRefuse(answer, 404, 'not-found')
        must(saidBy(answer) === saidBy(none![index]!), 'the same words as of no site at all', answer)
      }
    },
  },
  {
    id: 'key.other-use',
    clause: 'Addresses and keys: a use that is not the program’s does not exist.',
    run: async (tested) => {
      for (const id of [randomUUID(), 'none']) mustRefuse(await cancelUse(tested, id), 404, 'not-found')
    },
  },
  {
    id: 'key.no-practice',
    clause: 'Trying it out: an address without a practice answer refuses a test key with 403.',
    run: async ({ ask, siteId, now }) => {
      const body = { siteId, lines: [{ reference: randomUUID(), soldAt: now.toISOString() }] }
      mustRefuse(await ask({ method: 'POST', path: '/api/v1/reconciliations', body }), 403, 'forbidden')
    },
  },
]
