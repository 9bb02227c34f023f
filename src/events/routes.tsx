import type { z } from 'zod'
import type { Permission } from '../access.ts'
import type { Read, Write } from '../db/db.ts'
import { actorOf } from '../web/audit.ts'
import { Forbidden } from '../web/errors.tsx'
import { pageOf, pageSize, readListQuery } from '../web/list-query.ts'
import { action, type Outcome, page, type Route, withFile } from '../web/route.tsx'
import type { Typed } from '../web/visit.ts'
import { listFeeds } from './feed-queries.ts'
import { feedRoutes } from './feed-routes.tsx'
import { copyPage, feedEventPage, formPage } from './form-view.tsx'
import { CopyForm, EventForm, NothingForm, UploadForm } from './forms.ts'
import { confirm, showCheck, showUpload, upload } from './importing.tsx'
import { listPage } from './list-view.tsx'
import { publicRoutes } from './public-routes.tsx'
import { addEvent, cancelEvent, changeEvent, listOfSite } from './queries.ts'
import { type EventFacts, movedTo } from './rules.ts'
import { at, eventAt, kept, type On, own, stopOf, type Way } from './ways.ts'

type Reading = On & { db: Read }
type Writing = On & { db: Write }

const showList = (way: Way) => async (visit: Reading) => {
  const { db, now, query } = visit
  const part = await at(way, visit)
  const past = query.has('past')
  const asked = readListQuery(query, [])
  const { rows, total } = await listOfSite(db, part.site, { now, past, page: asked.page, size: pageSize })
  const cancelled = query.get('cancelled') ?? ''
  return listPage({
    ...{ ...part, rows, past, ...pageOf(asked, total) },
    feeds: await listFeeds(db, part.site),
    done: query.get('done'),
    added: Number(/^\d{1,3}$/.exec(query.get('count') ?? '')?.[0] ?? 1),
    cancelled: rows.some(({ id }) => String(id) === cancelled) ? Number(cancelled) : null,
  })
}

const showNew = (way: Way) => async (visit: Reading, typed: Typed) =>
  formPage({ ...(await at(way, visit, typed)), event: null })

const byOf = ({ now, user }: On) => ({ now, actor: actorOf(user) })

const add =
  (way: Way) =>
  async (visit: Writing, events: z.output<typeof EventForm>): Promise<Outcome> => {
    const { site, links } = await at(way, visit)
    const stop = await stopOf(way, visit)
    if (stop) return stop
    for (const event of events) await addEvent(visit.db, site, event, byOf(visit))
    return {
      redirect: `${links.list}?done=added&count=${events.length}`,
      subject: { site: site.id, events: events.length },
    }
  }

const showEvent = (way: Way) => async (visit: Reading, typed: Typed) => {
  const part = await at(way, visit, typed)
  const event = await eventAt(visit, part)
  return event.source === 'feed' ? feedEventPage({ ...part, event }) : formPage({ ...part, event })
}

const change =
  (way: Way) =>
  async (visit: Writing, [facts]: EventFacts[]): Promise<Outcome> => {
    const part = await at(way, visit)
    const event = await eventAt(visit, part)
    if (event.source === 'feed') throw new Forbidden()
    const { names, how } = facts!
    // The form has three languages; what is known in others stays.
    const others = Object.fromEntries(
      Object.entries(event.names).filter(([language]) => !['fi', 'sv', 'en'].includes(language)),
    )
    const whole = { ...facts!, names: { ...others, ...names }, how }
    await changeEvent(visit.db, part.site, event.id, whole, byOf(visit))
    return { redirect: `${part.links.list}?done=saved`, subject: { site: part.site.id, event: event.id } }
  }

const showCopy = (way: Way) => async (visit: Reading, typed: Typed) => {
  const part = await at(way, visit, typed)
  return copyPage({ ...part, event: await eventAt(visit, part) })
}

const copy =
  (way: Way) =>
  async (visit: Writing, day: string): Promise<Outcome> => {
    const part = await at(way, visit)
    const event = await eventAt(visit, part)
    const stop = await stopOf(way, visit)
    if (stop) return stop
    const facts = movedTo({ ...event, isCancelled: false }, day)
    const id = await addEvent(visit.db, part.site, facts, byOf(visit))
    return { redirect: `${part.links.list}?done=added&count=1`, subject: { site: part.site.id, event: id } }
  }

const setCancelled =
  (way: Way, isCancelled: boolean) =>
  async (visit: Writing): Promise<Outcome> => {
    const part = await at(way, visit)
    const { id } = await eventAt(visit, part)
    await cancelEvent(visit.db, part.site, id, isCancelled, byOf(visit))
    const done = isCancelled ? `cancelled=${id}` : 'done=restored'
    return { redirect: `${part.links.list}?${done}`, subject: { site: part.site.id, event: id } }
  }

type StaffPermission = Extract<Permission, 'place.describe' | 'sites.change'>

/** Those with a word of their own stand before `:event`, which takes any. */
const rowsOf = (way: Way, permission: StaffPermission): Route[] => {
  const { paths } = way
  return [
    page(paths.list, permission, showList(way)),
    page(paths.add, permission, showNew(way)),
    action(paths.add, permission, EventForm, showNew(way), add(way)),
    page(paths.upload, permission, showUpload(way)),
    withFile(action(paths.upload, permission, UploadForm, showUpload(way), upload(way))),
    page(paths.check, permission, showCheck(way)),
    action(paths.check, permission, NothingForm, showCheck(way), confirm(way)),
    ...feedRoutes(way, permission),
    page(paths.event, permission, showEvent(way)),
    action(paths.event, permission, EventForm, showEvent(way), change(way)),
    page(paths.copy, permission, showCopy(way)),
    action(paths.copy, permission, CopyForm, showCopy(way), copy(way)),
    action(paths.cancel, permission, NothingForm, showEvent(way), setCancelled(way, true)),
    action(paths.restore, permission, NothingForm, showEvent(way), setCancelled(way, false)),
  ]
}

export const routes: Route[] = [
  ...publicRoutes,
  ...rowsOf(own, 'place.describe'),
  ...rowsOf(kept, 'sites.change'),
]
