import { findAreaLink } from '../areas/page-queries.ts'
import type { Read } from '../db/db.ts'
import { type HolderLanguage, isHolderLanguage } from '../i18n/holder-languages.ts'
import { publicPaths } from '../public-paths.ts'
import { Gone, NotFound } from '../web/errors.tsx'
import { paperFile } from '../web/paper-file.ts'
import { file, type MadeFile, page, type Route } from '../web/route.tsx'
import { rowId } from '../web/row-id.ts'
import type { Visit } from '../web/visit.ts'
import { brochurePage, noBrochurePage } from './brochure-view.tsx'
import { draftRoutes } from './draft-routes.tsx'
import { gonePage } from './gone-view.tsx'
import { brochurePaper } from './paper.ts'
import { brochureText } from './plain-text.ts'
import { findEdition, listEditions } from './queries.ts'
import {
  currentOf,
  type Edition,
  type EditionName,
  editionKey,
  formerOf,
  type KeptEdition,
  type Layout,
  layoutsFor,
  readEditionKey,
} from './rules.ts'
import { languageFor } from './telling.ts'
import { withdrawalRoutes } from './withdrawal-routes.tsx'
import { editionFile, paths } from './words.ts'

type Reading<Param extends string> = Visit<Param> & { db: Read }

type Asking = Pick<Reading<never>, 'db' | 'user'> & { reader: HolderLanguage }

/** The edition itself, for whoever may read it. @throws Gone when it was withdrawn, to all but the centre */
const openEdition = async (
  { db, user, reader }: Asking,
  areaId: number,
  kept: KeptEdition | undefined,
): Promise<Edition | undefined> => {
  if (kept && kept.withdrawnOn !== null && user?.role !== 'centre')
    throw new Gone(gonePage({ reader, area: { id: areaId }, name: kept }))
  return kept && findEdition(db, areaId, kept)
}

/** An edition with the one that it is compared with, as a page. */
const showEdition = async (
  visit: Asking,
  areaId: number,
  { kept, editions }: { kept: KeptEdition | undefined; editions: readonly KeptEdition[] },
) => {
  const edition = await openEdition(visit, areaId, kept)
  if (!edition) return null
  const former = formerOf(editions, edition)
  const before = former && (await findEdition(visit.db, areaId, former))
  return brochurePage({ reader: visit.reader, edition, before, editions })
}

const showCurrent = async (visit: Reading<'area'>) => {
  const { db, reader, params } = visit
  const area = await findAreaLink(db, params.area)
  if (!area) throw new NotFound()
  const editions = await listEditions(db, area.id)
  const shown = await showEdition(visit, area.id, { kept: currentOf(editions), editions })
  return shown ?? noBrochurePage({ reader, area })
}

const isNamed = (name: EditionName) => (one: EditionName) => editionKey(one) === editionKey(name)

/** @throws NotFound for an address that names no edition of the area; Gone for one that was withdrawn */
const showNamed = async (visit: Reading<'area' | 'edition'>) => {
  const name = readEditionKey(visit.params.edition)
  const area = await findAreaLink(visit.db, visit.params.area)
  if (!area || !name) throw new NotFound()
  const editions = await listEditions(visit.db, area.id)
  const shown = await showEdition(visit, area.id, { kept: editions.find(isNamed(name)), editions })
  if (!shown) throw new NotFound()
  return shown
}

/** What a file’s name asks for: `fi-simple-simple.pdf`, `ar.txt`. */
const readFileName = (name: string): { language: HolderLanguage; layout: Layout | 'text' } | null => {
  const [, paperLanguage, asked, textLanguage] =
    /^(?:([a-z-]+?)-(folded|booklet|large|simple)\.pdf|([a-z-]+)\.txt)$/.exec(name) ?? []
  const language = paperLanguage ?? textLanguage
  if (!isHolderLanguage(language)) return null
  if (asked === undefined) return { language, layout: 'text' }
  const layout = layoutsFor(language).find((one) => one === asked)
  return layout ? { language, layout } : null
}

/**
 * A paper or the plain text of an edition, which stays at its address while the edition stands.
 * @throws NotFound for what never was there, Gone for an edition that was withdrawn
 */
const takeFile = async ({ db, user, params }: Reading<'area' | 'edition' | 'paper'>): Promise<MadeFile> => {
  const name = readEditionKey(params.edition)
  const wanted = readFileName(params.paper)
  if (!name || !wanted) throw new NotFound()
  const areaId = rowId(params.area)
  const kept = (await listEditions(db, areaId)).find(isNamed(name))
  const edition = await openEdition({ db, user, reader: wanted.language }, areaId, kept)
  // One that was made before the language came has no paper in it: its page leads to those that it has.
  if (!edition || languageFor(edition.content, wanted.language) !== wanted.language) throw new NotFound()
  const { language, layout } = wanted
  const fileName = `kaikukortti-${params.area}-${params.edition}-${params.paper}`
  if (layout === 'text')
    return {
      type: 'text/plain; charset=utf-8',
      ...{ name: fileName, body: brochureText(edition, language), shown: true },
    }
  return paperFile(fileName, brochurePaper(edition, language, layout))
}

export const routes: Route[] = [
  page(publicPaths.brochure, 'public.read', showCurrent),
  page(paths.edition, 'public.read', showNamed),
  file(editionFile, 'public.read', takeFile),
  ...draftRoutes,
  ...withdrawalRoutes,
]
