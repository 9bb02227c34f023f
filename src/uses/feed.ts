import { validate as isId } from 'uuid'
import type { z } from 'zod'
import type { Write } from '../db/db.ts'
import { takeBack } from '../unrecognised/queries.ts'
import { writeAudit } from '../web/audit.ts'
import type { Call, Reply } from '../web/endpoint.ts'
import { pageOf } from '../web/paging.ts'
import { problem } from '../web/problem.ts'
import { noSuchSite } from './asking.ts'
import { listUses, type Wanted } from './feed-queries.ts'
import type { CancellationBody, UsesQuery } from './forms.ts'
import { type FoundUse, findAny } from './found-queries.ts'
import { cancelUse, listSitesOf, type StandingUse } from './list-queries.ts'
import { undoTooLate } from './problems.ts'
import { lastDayOf, mayCancel } from './rules.ts'

/** What a program reads and undoes: the uses of its sites, or those that it has practised. */
export type Feed = {
  list: (db: Write, call: Call, wanted: Wanted) => Promise<StandingUse[]>
  find: (db: Write, call: Call, id: string) => Promise<FoundUse | undefined>
  /** A use, or a ticket that waits. */
  cancel: (db: Write, call: Call, use: FoundUse, reason: string | null) => Promise<unknown>
}

export const theFeed: Feed = {
  list: (db, { client }, wanted) => listUses(db, client.scope, wanted),
  find: (db, { client }, id) => findAny(db, client.scope, id),
  cancel: async (db, { client, now }, use, reason) => {
    if (use.state === 'waiting' && (await takeBack(db, use.id, now))) return
    // Its card was registered this very moment: then it is undone as the use that it became.
    const standing = use.state === 'waiting' ? await findAny(db, client.scope, use.id) : use
    if (standing?.state === 'recorded')
      await cancelUse(db, standing, { actor: `key:${client.keyId}`, now, reason })
  },
}

/** A use as a program is told of it, wherever it was recorded. */
const toldOf = (use: StandingUse) => ({
  id: use.id,
  usedOn: use.usedOn,
  usedAt: use.usedAt.toISOString(),
  receivedAt: use.receivedAt.toISOString(),
  ...{ siteId: use.siteId, adults: use.adults, children: use.children, companions: use.companions },
  ...{ kind: use.kind, event: use.event, eventOn: use.eventOn, category: use.category },
  ...{ card: use.tail, source: use.source, cancelledAt: use.cancelledAt?.toISOString() ?? null },
})

const foundAs = (found: FoundUse) => ({ ...toldOf(found), state: found.state })

type Listing = Call<unknown, z.output<typeof UsesQuery>>

/** The uses of the key's sites, page by page, in an order that does not change while it is read. */
export const list =
  (feed: Feed) =>
  async (call: Listing): Promise<Reply> => {
    const { query } = call
    const found = await call.act(async (db) => {
      const sites = query.siteId === undefined ? [] : await listSitesOf(db, call.client.scope)
      if (query.siteId !== undefined && !sites.some(({ id }) => id === query.siteId)) throw noSuchSite()
      return feed.list(db, call, query)
    })
    const { rows, nextCursor } = pageOf(found, query.limit, (last) => [
      last.usedOn,
      last.usedAt.toISOString(),
      last.id,
    ])
    return { status: 200, body: { uses: rows.map(toldOf), nextCursor } }
  }

type OfUse = Call<{ id: string }>

const findIn = async (feed: Feed, db: Write, call: OfUse): Promise<FoundUse> => {
  const { id } = call.params
  const found = isId(id) ? await feed.find(db, call, id) : undefined
  if (!found) throw problem('not-found')
  return found
}

/** One use by the id that its record was answered with; of a ticket that waited, what has become of it. */
export const one =
  (feed: Feed) =>
  async (call: OfUse): Promise<Reply> => ({
    status: 200,
    body: foundAs(await call.act((db) => findIn(feed, db, call))),
  })

/**
 * Undoes a use: an entry of its own beside it; a ticket that waits is taken back. A second one finds it done and gets the same answer. Either is written to
 * the log, and so waits for the standby that the first one waited for.
 */
export const cancel =
  (feed: Feed) =>
  async (call: OfUse, { reason }: z.output<typeof CancellationBody>): Promise<Reply> => {
    const { now, today, client } = call
    const cancelled = await call.act(async (db) => {
      const use = await findIn(feed, db, call)
      const isOpen = use.state === 'recorded' || use.state === 'waiting'
      if (isOpen) {
        if (!mayCancel(lastDayOf(use), today)) throw undoTooLate()
        await feed.cancel(db, call, use, reason ?? null)
      }
      const subject = use.state === 'waiting' ? { unrecognised: use.id } : { use: use.id }
      const by = { at: now, actor: `key:${client.keyId}`, role: null, permission: 'uses.cancel' }
      await writeAudit(db, { ...by, outcome: 'done', subject })
      return isOpen ? findIn(feed, db, call) : use
    })
    return { status: 200, body: foundAs(cancelled) }
  }
