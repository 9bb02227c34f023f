import { NotFound } from '../web/errors.tsx'
import { file, page, type Route } from '../web/route.tsx'
import { changesCsv } from './change-csv.ts'
import { listChangeAreas, listChanges } from './change-queries.ts'
import { changePage } from './change-views.tsx'
import { changePaths, changeWords } from './change-words.ts'
import { listInstruments } from './instrument-queries.ts'

/** @throws NotFound for a year or area of which nothing was counted */
const oneOf = <Item,>(given: string | null, all: readonly Item[], first: Item): Item => {
  const found = given === null ? first : all.find((item) => String(item ?? '') === given)
  if (found === undefined) throw new NotFound()
  return found
}

export const routes: Route[] = [
  page(changePaths.change, 'reports.read', async ({ db, user, language, query }) => {
    const all = await listChanges(db)
    const areas = await listChangeAreas(db)
    const instruments = await listInstruments(db)
    const years = [...new Set(all.map(({ year }) => year))]
    const own = areas.find(({ id }) => id === user.areaId)?.id ?? null
    const year = oneOf(query.get('year'), years, years[0] ?? 0)
    const areaId = oneOf(query.get('area'), [null, ...areas.map(({ id }) => id)], own)
    const counted = all
      .filter((of) => of.year === year)
      .map((of) => ({ of, instrument: instruments.find(({ id }) => id === of.instrumentId)! }))
    return changePage({ language, years, areas, chosen: { year, areaId }, counted })
  }),
  file(changePaths.csv, 'reports.read', async ({ db, language }) => ({
    type: 'text/csv; charset=utf-8',
    name: changeWords[language].file,
    body: changesCsv(language, await listChanges(db), await listInstruments(db), await listChangeAreas(db)),
  })),
]
