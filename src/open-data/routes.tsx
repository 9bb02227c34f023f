import type { Read } from '../db/db.ts'
import { listCorrections } from '../publications/correction-queries.ts'
import { listPublications } from '../publications/queries.ts'
import { findClosingState } from '../publications/state-queries.ts'
import { NotFound } from '../web/errors.tsx'
import { fill } from '../web/paths.ts'
import { file, type MadeFile, page, type Route } from '../web/route.tsx'
import { rowId } from '../web/row-id.ts'
import { correctionsCsv, figuresCsv, publicationsCsv } from './csv-rules.ts'
import { packageOf, packageOfAll, tableHref } from './data-package.ts'
import { jsonStat } from './json-stat.ts'
import { openDataPage } from './page-view.tsx'
import { publicationPage } from './publication-view.tsx'
import { listPlaceNames, listPublicFigures } from './queries.ts'
import { findTable } from './rules.ts'
import { sizeOfFigures } from './size-queries.ts'
import { paths } from './words.ts'

/** The publication that an address names. @throws NotFound where there is none */
const named = async (db: Read, params: { publication: string }) => {
  const number = rowId(params.publication)
  const found = (await listPublications(db)).find((publication) => publication.number === number)
  if (!found) throw new NotFound()
  return found
}

const json = (name: string, made: unknown, open: MadeFile['open'] & string): MadeFile => ({
  ...{ type: 'application/json', name, body: `${JSON.stringify(made, null, 1)}\n`, open },
})
const csv = (name: string, body: string, open: MadeFile['open'] & string): MadeFile => ({
  ...{ type: 'text/csv; charset=utf-8', name, body, open },
})

export const routes: Route[] = [
  page(paths.page, 'statistics.read', async ({ db, language, origin, today, demo }) => {
    const publications = await listPublications(db)
    const closing = await findClosingState(db, publications, { today, demo })
    const sized = []
    for (const publication of publications)
      sized.push({ ...publication, size: await sizeOfFigures(db, publication) })
    return openDataPage(language, { origin, closing, publications: sized })
  }),
  file(paths.package, 'statistics.read', async ({ db, origin }) => {
    const made = packageOfAll(origin, await listPublications(db))
    if (!made) throw new NotFound()
    return json('datapackage.json', made, 'changing')
  }),
  file(paths.changes, 'statistics.read', async ({ db, origin }) => {
    const addressOf = (publication: number) => origin + fill(paths.figures, { publication })
    return csv('publications.csv', publicationsCsv(await listPublications(db), addressOf), 'changing')
  }),
  file(paths.ownPackage, 'statistics.read', async ({ db, origin, params }) =>
    json('datapackage.json', packageOf(origin, await named(db, params)), 'lasting'),
  ),
  file(paths.figures, 'statistics.read', async ({ db, params }) => {
    const publication = await named(db, params)
    const figures = await listPublicFigures(db, publication.number)
    const body = figuresCsv(publication, figures, await listPlaceNames(db))
    return csv(`kaikukortti-${publication.period}.csv`, body, 'lasting')
  }),
  file(paths.corrections, 'statistics.read', async ({ db, params }) => {
    const publication = await named(db, params)
    const corrections = await listCorrections(db, publication.number)
    const body = correctionsCsv(publication, corrections, await listPlaceNames(db))
    return csv(`kaikukortti-${publication.period}-corrections.csv`, body, 'lasting')
  }),
  page(paths.publication, 'statistics.read', async ({ db, language, origin, params }) => {
    const publication = await named(db, params)
    const size = await sizeOfFigures(db, publication)
    const figures = await listPublicFigures(db, publication.number)
    return publicationPage(language, { origin, publication: { ...publication, size }, figures })
  }),
  file(paths.table, 'statistics.read', async ({ db, language, origin, params }) => {
    const publication = await named(db, params)
    const key = params.table.replace(/\.json$/, '')
    const table = params.table.endsWith('.json') ? findTable(publication.period, key) : undefined
    if (!table) throw new NotFound()
    const figures = await listPublicFigures(db, publication.number)
    const href = origin + tableHref(language, publication.number, key)
    const made = jsonStat(language, {
      ...{ publication, table, figures, href },
      places: await listPlaceNames(db),
    })
    return json(`${key}-${publication.period}-${language}.json`, made, 'lasting')
  }),
]
