import { findAreaLink } from '../areas/page-queries.ts'
import type { Read } from '../db/db.ts'
import { type HolderLanguage, isHolderLanguage } from '../i18n/holder-languages.ts'
import { publicPaths } from '../public-paths.ts'
import { NotFound } from '../web/errors.tsx'
import { paperFile } from '../web/paper-file.ts'
import { file, type MadeFile, page, type Route } from '../web/route.tsx'
import { rowId } from '../web/row-id.ts'
import type { Visit } from '../web/visit.ts'
import { brochurePage, noBrochurePage } from './brochure-view.tsx'
import { draftRoutes } from './draft-routes.tsx'
import { brochurePaper } from './paper.ts'
import { brochureText } from './plain-text.ts'
import { findEdition, listEditions } from './queries.ts'
import { type EditionName, editionKey, type Layout, layoutsFor, readEditionKey } from './rules.ts'
import { editionFile, paths } from './words.ts'

type Reading<Param extends string> = Visit<Param> & { db: Read }

/** An edition with the one before it, as a page; the latest of the area when none is named. */
const showEdition = async (
  { db, reader }: Pick<Reading<never>, 'db' | 'language' | 'reader'>,
  areaId: number,
  asked: EditionName | null,
) => {
  const editions = await listEditions(db, areaId)
  const at = asked ? editions.findIndex((one) => editionKey(one) === editionKey(asked)) : 0
  const [name, former] = at < 0 ? [] : editions.slice(at)
  const edition = name && (await findEdition(db, areaId, name))
  if (!edition) return null
  const before = former && (await findEdition(db, areaId, former))
  return brochurePage({ reader, edition, before, editions })
}

const showCurrent = async (visit: Reading<'area'>) => {
  const { db, reader, params } = visit
  const area = await findAreaLink(db, params.area)
  if (!area) throw new NotFound()
  return (await showEdition(visit, area.id, null)) ?? noBrochurePage({ reader, area })
}

/** @throws NotFound for an address that names no edition of the area */
const showNamed = async (visit: Reading<'area' | 'edition'>) => {
  const name = readEditionKey(visit.params.edition)
  const area = await findAreaLink(visit.db, visit.params.area)
  const shown = area && name && (await showEdition(visit, area.id, name))
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

/** @throws NotFound for what is not there: an edition stays at its address for ever, and all else never was */
const takeFile = async ({ db, params }: Reading<'area' | 'edition' | 'paper'>): Promise<MadeFile> => {
  const name = readEditionKey(params.edition)
  const wanted = readFileName(params.paper)
  const edition = name && wanted && (await findEdition(db, rowId(params.area), name))
  if (!edition) throw new NotFound()
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
]
