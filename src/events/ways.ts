import { areaScopeOf, placeScopeOf, type User } from '../access.ts'
import { findOwner, findOwnPlace, type Owner } from '../contacts/queries.ts'
import type { Read } from '../db/db.ts'
import type { Language } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import { mayBegin } from '../model/follow-queries.ts'
import { paths as ownPlaces, words as ownPlaceWords } from '../own-place/words.ts'
import { placeAddress } from '../places/words.ts'
import { NotFound } from '../web/errors.tsx'
import { fill } from '../web/paths.ts'
import { rowId } from '../web/row-id.ts'
import type { SignedIn, Typed } from '../web/visit.ts'
import type { Problem } from './forms.ts'
import { findEvent, type SiteEvent } from './queries.ts'
import type { EventLinks, Part } from './site-parts.tsx'
import { paths } from './words.ts'

/** How one comes to a site's events: as its venue, or as a keeper with the site in the address. */
export type Way = {
  find: (db: Read, user: User, params: Record<string, string>) => Promise<Owner | undefined>
  paths: (typeof paths)['own'] | (typeof paths)['kept']
  up: (language: Language, site: Owner) => EventLinks['up']
  /** Whether new events may be entered: what a venue has not committed to, its keeper may still mend. */
  mayAdd: (db: Read, user: User, today: Day) => Promise<boolean>
}

export const own: Way = {
  find: (db, user) => findOwnPlace(db, placeScopeOf(user)),
  paths: paths.own,
  up: (language) => ({ label: ownPlaceWords[language].title, href: ownPlaces.ownPlace[language] }),
  mayAdd: (db, user, today) => mayBegin(db, placeScopeOf(user), 'no-new-events', today),
}

export const kept: Way = {
  find: (db, user, { site = '' }) => findOwner(db, areaScopeOf(user), 'site', rowId(site)),
  paths: paths.kept,
  up: (language, site) => ({ label: site.name, href: placeAddress('site', language, site.id) }),
  mayAdd: () => Promise.resolve(true),
}

/** The addresses of one site's pages. */
const linksOf = (way: Way, language: Language, site: Owner): EventLinks => {
  const at = (name: keyof Way['paths'], more: Record<string, string | number> = {}) =>
    fill(way.paths[name][language] as string, { site: site.id, ...more } as never)
  return {
    ...{ list: at('list'), add: at('add'), upload: at('upload'), feed: at('feed') },
    check: (id) => at('check', { import: id }),
    endFeed: (feed) => at('endFeed', { feed }),
    readFeed: (feed) => at('readFeed', { feed }),
    event: (event) => at('event', { event }),
    copy: (event) => at('copy', { event }),
    cancel: (event) => at('cancel', { event }),
    restore: (event) => at('restore', { event }),
    up: way.up(language, site),
  }
}

export type On = SignedIn & { params: Record<string, string> }

/** What the visitor is at: the site, and where its pages are. @throws NotFound for a site that is not theirs */
export const at = async (
  way: Way,
  { db, user, params, language }: On & { db: Read },
  typed: Typed = { values: {}, problems: {} },
): Promise<Part> => {
  const site = await way.find(db, user, params)
  if (!site) throw new NotFound()
  return { language, site, typed, links: linksOf(way, language, site) }
}

/** Why nothing new can be entered now; null when it can. */
export const stopOf = async (
  way: Way,
  { db, user, today }: On & { db: Read },
): Promise<{ problems: Record<string, string> } | null> =>
  (await way.mayAdd(db, user, today)) ? null : { problems: { '': 'model-missing' satisfies Problem } }

/** The event of the address. @throws NotFound for one of another site */
export const eventAt = async (visit: On & { db: Read }, { site }: Part): Promise<SiteEvent> => {
  const event = await findEvent(visit.db, site, rowId(visit.params.event ?? ''))
  if (!event) throw new NotFound()
  return event
}
