import { file, page, type Route } from '../web/route.tsx'
import { countRounds, listInstruments, listPairedMeans } from './instrument-queries.ts'
import { instrumentsPage } from './instrument-views.tsx'
import { meansCsv } from './means-csv.ts'
import { paths, words } from './words.ts'

export const routes: Route[] = [
  page(paths.instruments, 'instruments.read', async ({ db, language }) =>
    instrumentsPage({
      language,
      instruments: await listInstruments(db),
      rounds: await countRounds(db),
    }),
  ),
  file(paths.means, 'instruments.read', async ({ db, language }) => ({
    type: 'text/csv; charset=utf-8',
    name: words[language].csv.file,
    body: meansCsv(language, await listInstruments(db), await listPairedMeans(db)),
  })),
]
