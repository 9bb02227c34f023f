import { file, page, type Route } from '../web/route.tsx'
import { countRounds, listInstruments, listPublishedMeans } from './instrument-queries.ts'
import { instrumentsPage } from './instrument-views.tsx'
import { meansCsv } from './means-csv.ts'
import { latestDay } from './rules.ts'
import { paths, words } from './words.ts'

export const routes: Route[] = [
  page(paths.instruments, 'instruments.read', async ({ db, language }) =>
    instrumentsPage({
      language,
      instruments: await listInstruments(db),
      rounds: await countRounds(db),
      countedOn: latestDay(await listPublishedMeans(db)),
    }),
  ),
  file(paths.means, 'instruments.read', async ({ db, language }) => ({
    type: 'text/csv; charset=utf-8',
    name: words[language].csv.file,
    body: meansCsv(language, await listInstruments(db), await listPublishedMeans(db)),
  })),
]
