import { areaScopeOf, placeScopeOf, type User } from '../access.ts'
import { findOwner, findOwnPlace, type Owner } from '../contacts/queries.ts'
import type { Read } from '../db/db.ts'
import type { Language } from '../i18n/translated.ts'
import { paths as ownPlaces } from '../own-place/words.ts'
import { placeAddress } from '../places/words.ts'
import { NotFound } from '../web/errors.tsx'
import { fill } from '../web/paths.ts'
import { rowId } from '../web/row-id.ts'
import type { SignedIn } from '../web/visit.ts'
import { paths, words } from './words.ts'

type Page = keyof typeof paths.own
type Step = { label: string; href: string }

/** Where the pages of one site's ledger are, for whoever has come to it. */
export type Links = {
  to: (page: Page, list?: number) => string
  /** The way to the ledger from above. */
  trail: Step[]
}

/** How one comes to a site's ledger: as its venue, or as a keeper with the site in the address. */
export type Way = {
  find: (db: Read, user: User, params: Record<string, string>) => Promise<Owner | undefined>
  links: (language: Language, site: Owner, user: User) => Links
}

const linkTo =
  (pages: typeof paths.own | typeof paths.kept, language: Language, { id }: Owner) =>
  (page: Page, list?: number) =>
    fill(pages[page][language] as string, { site: id, prices: list ?? 0 } as never)

export const ownWay: Way = {
  find: (db, user) => findOwnPlace(db, placeScopeOf(user)),
  links: (language, site, user) => ({
    to: linkTo(paths.own, language, site),
    trail: [{ label: user.place ?? site.name, href: ownPlaces.ownPlace[language] }],
  }),
}

export const keptWay: Way = {
  find: (db, user, { site = '' }) => findOwner(db, areaScopeOf(user), 'site', rowId(site)),
  links: (language, site) => ({
    to: linkTo(paths.kept, language, site),
    trail: [
      { label: words[language].title, href: paths.area.ledger[language] },
      { label: site.name, href: placeAddress('site', language, site.id) },
    ],
  }),
}

export type On = SignedIn & { params: Record<string, string> }

/** The site that the visitor is at, and where its pages are. @throws NotFound for one that is not theirs */
export const at = async (way: Way, { db, user, params, language }: On & { db: Read }) => {
  const site = await way.find(db, user, params)
  if (site?.kind !== 'site') throw new NotFound()
  return { site, links: way.links(language, site, user) }
}

export const listOf = ({ params }: On): number => rowId(params.prices ?? '')
