import { areaScopeOf, type Permission, placeScopeOf, type User } from '../access.ts'
import { findOwner, findOwnPlace, type Owner } from '../contacts/queries.ts'
import type { Read, Write } from '../db/db.ts'
import { listComing } from '../events/queries.ts'
import type { Language } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import { paths as ownPlaces } from '../own-place/words.ts'
import { publicPaths } from '../public-paths.ts'
import { NotFound } from '../web/errors.tsx'
import { fill, type LocalPath } from '../web/paths.ts'
import { action, type Outcome, page, type Route } from '../web/route.tsx'
import type { SignedIn, Typed, Visit } from '../web/visit.ts'
import type { TermsLinks } from './form-parts.tsx'
import { TermsForm, TranslationForm, type TypedTerms, type TypedTranslation } from './forms.ts'
import { sitePage } from './public-view.tsx'
import { findPublicSite, readTerms, saveTerms, saveTranslation } from './queries.ts'
import { type Terms, type Translation, translations } from './rules.ts'
import { PreviewPage, TranslationPage } from './translation-view.tsx'
import { TermsPage } from './views.tsx'
import { paths } from './words.ts'

/** Nine digits fit the column; all else names nothing. */
const numberOf = (text: string) => {
  if (!/^\d{1,9}$/.test(text)) throw new NotFound()
  return Number(text)
}

const translationOf = (text: string): Translation => {
  const to = translations.find((translation) => translation === text)
  if (!to) throw new NotFound()
  return to
}

const termsOf = async (db: Read, id: number, today: Day): Promise<Terms> => {
  const terms = await readTerms(db, id, today)
  if (!terms) throw new NotFound()
  return terms
}

/** How one comes to a site's terms: as its venue, or as a keeper with the site in the address. */
type Way = {
  find: (db: Read, user: User, params: Record<string, string>) => Promise<Owner | undefined>
  links: (language: Language, site: Owner) => TermsLinks
}

const own: Way = {
  find: (db, user) => findOwnPlace(db, placeScopeOf(user)),
  links: (language) => ({
    terms: paths.own[language],
    preview: paths.ownPreview[language],
    translation: (to) => fill(paths.ownTranslation[language], { to }),
    ownPlace: ownPlaces.ownPlace[language],
  }),
}

const kept: Way = {
  find: (db, user, { site = '' }) => findOwner(db, areaScopeOf(user), 'site', numberOf(site)),
  links: (language, { id: site }) => ({
    terms: fill(paths.kept[language], { site }),
    preview: fill(paths.keptPreview[language], { site }),
    translation: (to) => fill(paths.keptTranslation[language], { site, to }),
    ownPlace: null,
  }),
}

type On = SignedIn & { params: Record<string, string> }

/** What the visitor is at: the site, what it says now, and where its pages are. */
const at = async (way: Way, { db, user, params, language, today }: On & { db: Read | Write }) => {
  const site = await way.find(db, user, params)
  if (!site) throw new NotFound()
  return { language, site, terms: await termsOf(db, site.id, today), links: way.links(language, site) }
}

const showTerms = (way: Way) => async (visit: On & { db: Read }, typed: Typed) =>
  TermsPage({ ...(await at(way, visit)), typed, saved: visit.query.has('saved') })

const save =
  (way: Way) =>
  async (visit: On & { db: Write }, typed: TypedTerms): Promise<Outcome> => {
    const { site, links } = await at(way, visit)
    await saveTerms(visit.db, site, typed, visit)
    return { redirect: `${links.terms}?saved`, subject: { site: site.id } }
  }

const showTranslation = (way: Way) => async (visit: On & { db: Read }, typed: Typed) =>
  TranslationPage({ ...(await at(way, visit)), to: translationOf(visit.params.to ?? ''), typed })

/** What has no Finnish text is not on the page, and so not in what was typed: it is left alone. */
const translate =
  (way: Way) =>
  async (visit: On & { db: Write }, typed: TypedTranslation): Promise<Outcome> => {
    const to = translationOf(visit.params.to ?? '')
    const { site, links, terms } = await at(way, visit)
    const sourced = Object.entries(typed.texts).filter(
      ([field]) => terms.texts[field as keyof Terms['texts']]?.fi,
    )
    const { stillGood } = typed
    await saveTranslation(visit.db, site, to, { texts: Object.fromEntries(sourced), stillGood }, visit.now)
    return { redirect: `${links.terms}?saved`, subject: { site: site.id, language: to } }
  }

const showPreview = (way: Way) => async (visit: On & { db: Read }) => PreviewPage(await at(way, visit))

const showSite = async ({
  db,
  reader,
  today,
  now,
  params,
  origin,
}: Visit & { db: Read; params: { site: string } }) => {
  const site = await findPublicSite(db, numberOf(params.site), today)
  if (!site) throw new NotFound()
  const events = await listComing(db, site.id, now)
  return sitePage({ reader, site, terms: await termsOf(db, site.id, today), events, today, origin })
}

type StaffPermission = Extract<Permission, 'place.describe' | 'sites.change'>
const rowsOf = (
  way: Way,
  permission: StaffPermission,
  [terms, translation, preview]: [LocalPath, LocalPath, LocalPath],
): Route[] => [
  page(terms, permission, showTerms(way)),
  action(terms, permission, TermsForm, showTerms(way), save(way)),
  page(preview, permission, showPreview(way)),
  page(translation, permission, showTranslation(way)),
  action(translation, permission, TranslationForm, showTranslation(way), translate(way)),
]

export const routes: Route[] = [
  page(publicPaths.site, 'public.read', showSite),
  ...rowsOf(own, 'place.describe', [paths.own, paths.ownTranslation, paths.ownPreview]),
  ...rowsOf(kept, 'sites.change', [paths.kept, paths.keptTranslation, paths.keptPreview]),
]
