import type { z } from 'zod'
import type { Permission } from '../access.ts'
import type { Read, Write } from '../db/db.ts'
import { actorOf } from '../web/audit.ts'
import { NotFound } from '../web/errors.tsx'
import { action, type Outcome, page, type Route } from '../web/route.tsx'
import { rowId } from '../web/row-id.ts'
import type { Typed } from '../web/visit.ts'
import { addFeed, endFeed, findFeed, hurryFeed } from './feed-queries.ts'
import { endFeedPage, feedPage } from './feed-view.tsx'
import { FeedForm, feedProblem, NothingForm } from './forms.ts'
import { at, type On, stopOf, type Way } from './ways.ts'

type Reading = On & { db: Read }
type Writing = On & { db: Write }

const showFeed = (way: Way) => async (visit: Reading, typed: Typed) => feedPage(await at(way, visit, typed))

const add =
  (way: Way) =>
  async (visit: Writing, { url, place }: z.output<typeof FeedForm>): Promise<Outcome> => {
    const { site, links } = await at(way, visit)
    const problem = feedProblem(url, visit.localWebhooks)
    if (problem) return { problems: { url: problem } }
    const stop = await stopOf(way, visit)
    if (stop) return stop
    const by = { now: visit.now, actor: actorOf(visit.user) }
    const id = await addFeed(visit.db, site, { url: new URL(url).href, place }, by)
    if (id === undefined) return { problems: { url: 'feed-twice' } }
    return { redirect: `${links.list}?done=feed`, subject: { site: site.id, feed: id } }
  }

const feedAt = async (way: Way, visit: Reading, typed?: Typed) => {
  const part = await at(way, visit, typed)
  const feed = await findFeed(visit.db, part.site, rowId(visit.params.feed ?? ''))
  if (!feed) throw new NotFound()
  return { ...part, feed }
}

const showEnd = (way: Way) => async (visit: Reading, typed: Typed) =>
  endFeedPage(await feedAt(way, visit, typed))

const end =
  (way: Way) =>
  async (visit: Writing): Promise<Outcome> => {
    const { site, links, feed } = await feedAt(way, visit)
    await endFeed(visit.db, site, feed.id, { now: visit.now, actor: actorOf(visit.user) })
    return { redirect: `${links.list}?done=feed-ended`, subject: { site: site.id, feed: feed.id } }
  }

/** Reads a feed soon, for whoever has mended it or its address. */
const hurry =
  (way: Way) =>
  async (visit: Writing): Promise<Outcome> => {
    const { site, links, feed } = await feedAt(way, visit)
    await hurryFeed(visit.db, site, feed.id, visit.now)
    return { redirect: `${links.list}?done=feed-hurried`, subject: { site: site.id, feed: feed.id } }
  }

/** A site's feeds: one is tied to it, and untied after a second thought. */
export const feedRoutes = (
  way: Way,
  permission: Extract<Permission, 'place.describe' | 'sites.change'>,
): Route[] => [
  page(way.paths.feed, permission, showFeed(way)),
  action(way.paths.feed, permission, FeedForm, showFeed(way), add(way)),
  page(way.paths.endFeed, permission, showEnd(way)),
  action(way.paths.endFeed, permission, NothingForm, showEnd(way), end(way)),
  action(way.paths.readFeed, permission, NothingForm, showEnd(way), hurry(way)),
]
