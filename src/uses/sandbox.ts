import { setTimeout as wait } from 'node:timers/promises'
import type { z } from 'zod'
import { type ReadCode, readCode, tailOf } from '../codes/rules.ts'
import type { Write } from '../db/db.ts'
import { dayOf } from '../lib/dates.ts'
import type { Call, Reply } from '../web/endpoint.ts'
import { ApiProblem, problem } from '../web/problem.ts'
import { noSuchSite } from './asking.ts'
import { recordAlone, recordBatch } from './batch.ts'
import { decide, decideCode, wantedOf } from './check.ts'
import type { Feed } from './feed.ts'
import type { BatchBody, CardCheckBody, UseBody } from './forms.ts'
import { refused } from './problems.ts'
import type { AskedUse, Found } from './queries.ts'
import { useOf } from './record.ts'
import type { Register } from './register.ts'
import { refusalOf } from './rules.ts'
import {
  cancelSandboxUse,
  findSandboxSite,
  findSandboxUse,
  listSandboxUses,
  recordSandboxUses,
  registerSandboxCard,
  resetSandbox,
  unknownCard,
} from './sandbox-queries.ts'
import { sandboxCardOf, sandboxFacts, sandboxSite } from './sandbox-rules.ts'

/** In seconds: when to try again with the card that stands for a service that is away. */
const awaySeconds = 5

type SiteFound = Awaited<ReturnType<typeof findSandboxSite>>
type AskedSite = Parameters<typeof findSandboxSite>[3]

/** Where no event is named there is no repeat to look for, and the site is the same for each of 500 items. */
const sitesOfCall = new WeakMap<Call, Map<number, SiteFound>>()

const findSite = async (db: Write, call: Call, asked: AskedSite): Promise<SiteFound> => {
  const { scope, clientId } = call.client
  if (asked.event !== null) return findSandboxSite(db, scope, clientId, asked)
  const known = sitesOfCall.get(call) ?? new Map<number, SiteFound>()
  sitesOfCall.set(call, known)
  const found = known.get(asked.siteId) ?? (await findSandboxSite(db, scope, clientId, asked))
  known.set(asked.siteId, found)
  return found
}

/** What is known of a practice card, as if the register had it. A code of any other card is unknown here. */
const find = async (db: Write, call: Call, code: ReadCode, asked: AskedUse): Promise<Found | ApiProblem> => {
  const practice = sandboxCardOf(code)
  if (practice?.refusal === 'unavailable') return problem('unavailable', { retryAfter: awaySeconds })
  const named = { ...asked, card: practice?.name ?? null }
  const { site, recent } = await findSite(db, call, named)
  const here = { key: null, exception: null, misses: null, recent, site: site && { ...site, ...sandboxSite } }
  if (!practice) return { ...here, card: undefined, home: null, limit: null }
  const { card, home, limit } = sandboxFacts(practice, { ...asked, usedOn: dayOf(asked.at) }, call.today)
  return { ...here, home, limit, card: { ...card, id: 0, revision: 0, tail: tailOf(practice.code) } }
}

const ownerOf = ({ client }: Call) => `key:${client.clientId}`

/** The practice cards, judged by the same rules as all others. What is recorded with them is never counted. */
const theSandbox: Register = {
  hold: async () => {},
  guesses: async () => Number.POSITIVE_INFINITY,
  payGuesses: async () => {},
  find: async (db, call, asked) => {
    const found = []
    for (const { code, body, wanted } of asked) {
      const { siteId, kind, event = null } = body
      found.push(await find(db, call, code, { siteId, kind, event, at: wanted.usedAt }))
    }
    return found
  },
  record: (db, call, records) => {
    const { now, client } = call
    const practised = records.map(({ use, key, bodyHash, answer, code }) => ({
      practised: {
        use,
        clientId: client.clientId,
        card: sandboxCardOf(code)!.name,
        state: 'recorded' as const,
      },
      by: { owner: ownerOf(call), key, bodyHash, status: 201, answer, now },
    }))
    return recordSandboxUses(db, practised, now)
  },
  keep: async (db, call, asked, found) => {
    const { by, code, wanted } = asked
    const { now, client } = call
    if (found.recent && !wanted.confirmDuplicate) throw refused('duplicate-suspected', found)
    const { use } = useOf(asked, found, now)
    const answer = { id: use.id, state: 'unrecognised' }
    const card = sandboxCardOf(code)?.name ?? unknownCard
    const practised = { use, clientId: client.clientId, card, state: 'waiting' } as const
    const kept = await recordSandboxUses(db, [{ practised, by: { ...by, status: 202, answer, now } }], now)
    return kept.get(by.key)!
  },
}

/** The slow card takes its time before anything else is asked. */
const takeTime = async (codes: readonly string[]) => {
  const seconds = Math.max(...codes.map((code) => sandboxCardOf(readCode(code))?.seconds ?? 0))
  if (seconds > 0) await wait(seconds * 1000)
}

export const practiseCheck = async (call: Call, body: z.output<typeof CardCheckBody>) => {
  await takeTime([body.code])
  const code = readCode(body.code)
  const wanted = wantedOf(body, call.now)
  const { siteId, kind, eventId: event = null } = body
  const found = await call.act((db) => find(db, call, code, { siteId, kind, event, at: wanted.usedAt }))
  if (found instanceof ApiProblem) throw found
  const { site } = found
  if (!site) throw noSuchSite()
  return decideCode(code) ?? decide(found, refusalOf({ ...found, site }, wanted, call.now))
}

export const practiseUse = async (call: Call, body: z.output<typeof UseBody>) => {
  await takeTime([body.code])
  return recordAlone(theSandbox)(call, body)
}

export const practiseBatch = async (call: Call, body: z.output<typeof BatchBody>) => {
  await takeTime(body.items.map(({ code }) => code))
  return recordBatch(theSandbox)(call, body)
}

export const sandboxFeed: Feed = {
  list: (db, { client }, wanted) => listSandboxUses(db, client.clientId, wanted),
  find: (db, { client }, id) => findSandboxUse(db, client.clientId, id),
  cancel: (db, { client, now }, use) => cancelSandboxUse(db, client.clientId, use.id, now),
}

/** Somebody registers the card at last: only in the sandbox does a program do so itself. */
export const registerCard = async (call: Call): Promise<Reply> => ({
  status: 200,
  body: await call.act((db) => registerSandboxCard(db, call.client.clientId)),
})

export const reset = async (call: Call): Promise<Reply> => ({
  status: 200,
  body: { removed: await call.act((db) => resetSandbox(db, call.client.clientId)) },
})
