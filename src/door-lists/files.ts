import { siteScopeOf } from '../access.ts'
import type { Read } from '../db/db.ts'
import { formatDay } from '../i18n/translated.ts'
import { spreadsheetCsv } from '../lib/csv-write.ts'
import { identifierIn } from '../lib/identifiers.ts'
import { readDay } from '../lib/typed-day.ts'
import { writeWorkbook } from '../lib/xlsx.ts'
import { listSitesOf } from '../uses/list-queries.ts'
import { NotFound } from '../web/errors.tsx'
import { paperFile } from '../web/paper-file.ts'
import { file, type MadeFile, type Route } from '../web/route.tsx'
import type { SignedIn } from '../web/visit.ts'
import { doorListPaper } from './paper.ts'
import { listColumns } from './rules.ts'
import { paths, words } from './words.ts'

type Reading = SignedIn & { db: Read }

const longestEvent = 120

/** The empty list as a paper, with the night's event and day where the address says them. */
const makePaper = async ({ db, user, language, query }: Reading): Promise<MadeFile> => {
  const sites = await listSitesOf(db, siteScopeOf(user))
  const site = query.has('site') ? sites.find(({ id }) => String(id) === query.get('site')) : sites[0]
  if (!site) throw new NotFound()
  const event = (query.get('event') ?? '').trim().slice(0, longestEvent)
  const day = readDay(query.get('day') ?? '')
  return paperFile(
    `${words[language].title.toLowerCase().replace(' ', '-')}.pdf`,
    doorListPaper(language, {
      site: site.name,
      event: identifierIn(event) === null ? event : '',
      day: day === null ? '' : formatDay(language, day),
    }),
  )
}

const headingsOf = (language: Reading['language']) => listColumns.map((name) => words[language].columns[name])

const makeCsv = async ({ language }: Reading): Promise<MadeFile> => ({
  type: 'text/csv; charset=utf-8',
  name: `${words[language].title.toLowerCase().replace(' ', '-')}.csv`,
  body: spreadsheetCsv([headingsOf(language)]),
})

const makeWorkbook = async ({ language }: Reading): Promise<MadeFile> => ({
  type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  name: `${words[language].title.toLowerCase().replace(' ', '-')}.xlsx`,
  body: () =>
    writeWorkbook(
      words[language].title,
      headingsOf(language).map((header, index) => ({ header, width: index === 0 ? 20 : 12 })),
      [],
    ),
})

/** An empty form holds nothing of anybody: nobody has to prove anew who they are to print one. */
const blank = (route: Route): Route => ({ ...route, proven: false })

export const fileRoutes: Route[] = [
  blank(file(paths.paper, 'door-lists.import', makePaper)),
  blank(file(paths.csv, 'door-lists.import', makeCsv)),
  blank(file(paths.workbook, 'door-lists.import', makeWorkbook)),
]
