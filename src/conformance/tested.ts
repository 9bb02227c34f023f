import { Broken } from './broken.ts'
import type { Answer, Ask } from './caller.ts'
import { type Contract, readContract } from './document.ts'
import { fieldsOf, rowsOf } from './judging.ts'

/** What every check is handed. */
export type Tested = {
  ask: Ask
  /** All that was answered until now. */
  answers: readonly Answer[]
  /** What the key is, as the installation says. */
  me: Answer
  scopes: readonly string[]
  /** The site at which is practised, and all sites of the key. */
  siteId: number
  siteIds: readonly number[]
  document: Answer
  contract: Contract
  /** The time there, when the run began. */
  now: Date
  /** How many tickets the open statistics counted before; null when they could not be read. */
  counted: number | null
}

/** What a run cannot do without. */
const neededScopes = ['cards.check', 'uses.create', 'uses.read', 'uses.cancel']

/** How many tickets the whole country has, as far as the open statistics show. */
export const countTickets = async (ask: Ask): Promise<number | null> => {
  const answer = await ask({ method: 'GET', path: '/api/v1/statistics/uses', by: null })
  if (answer.status !== 200) return null
  return rowsOf(answer, 'rows').reduce((sum, { total }) => sum + Number(total), 0)
}

/** @throws Error with a sentence for people when nothing could be recorded, or something real */
const refuseToBegin = (me: Answer): void => {
  const { isTest, scopes, sites } = fieldsOf(me)
  if (me.status === 401) throw new Error('The key is not known there, or it has ended.')
  if (me.status !== 200) throw new Error(`GET /api/v1/me answered ${me.status}. Is this an installation?`)
  if (isTest !== true)
    throw new Error('The installation does not call this a test key. Nothing was recorded.')
  const missing = neededScopes.filter((scope) => !(Array.isArray(scopes) && scopes.includes(scope)))
  if (missing.length > 0) throw new Error(`The key lacks the scopes ${missing.join(', ')}.`)
  if (!Array.isArray(sites) || sites.length === 0)
    throw new Error('No site has let the program in yet. Ask one, or make the key for a site.')
}

/**
 * Asks what the key is before anything else: only a test key may go on.
 * @throws Error with a sentence for people when there is nothing to test
 */
export const begin = async (ask: Ask, answers: readonly Answer[]): Promise<Tested> => {
  const me = await ask({ method: 'GET', path: '/api/v1/me' }).catch((error: unknown) => {
    throw error instanceof Broken ? new Error(`The installation does not answer: ${error.came}.`) : error
  })
  refuseToBegin(me)
  const { scopes, sites, serverTime } = fieldsOf(me)
  const siteIds = (sites as { id: number }[]).map(({ id }) => id)
  const document = await ask({ method: 'GET', path: '/api/v1/openapi.json', by: null })
  const time = new Date(String(serverTime))
  return {
    ...{ ask, answers, me, scopes: scopes as string[], siteId: siteIds[0]!, siteIds, document },
    contract: readContract(document.body),
    now: Number.isNaN(time.getTime()) ? new Date() : time,
    counted: await countTickets(ask).catch(() => null),
  }
}
