import { may, placeScopeOf, type User } from '../access.ts'
import type { Read } from '../db/db.ts'
import { closingNotes } from '../publications/closing-words.ts'
import { daysOf } from '../publications/period-rules.ts'
import { listPublications } from '../publications/queries.ts'
import type { Publication } from '../publications/rules.ts'
import { findClosingState } from '../publications/state-queries.ts'
import { NotFound } from '../web/errors.tsx'
import { paperFile } from '../web/paper-file.ts'
import { action, file, type MadeFile, page, type Route } from '../web/route.tsx'
import type { SignedIn, Typed } from '../web/visit.ts'
import { archiveReport, madeFirst, NoForm } from './archiving.ts'
import { OrderForm } from './order-forms.ts'
import { order, readOrders } from './ordering.ts'
import { findOwnPlace, type InnerPlace, listPlaces, listWithin, type NamedPlace } from './place-queries.ts'
import { findReadable, findReport, reachOf, readReport } from './reading.ts'
import { reportPaper } from './report-paper.ts'
import type { Report } from './report-shape.ts'
import { fits, isKind, type Kind, keyOf, kindsFor, nextClosing, placeOf } from './rules.ts'
import { reportCsv, reportJson, reportXlsx } from './table-files.ts'
import { type Choices, reportsPage, savedPage } from './views.tsx'
import { fileName, paths } from './words.ts'

type Reading = SignedIn & { db: Read }

/** The places to choose from; who works at one place has that one. */
const listChoices = async (
  db: Read,
  user: User,
  publication: Publication | undefined,
): Promise<NamedPlace[]> => {
  const reach = reachOf(user)
  if (!reach) return [await findOwnPlace(db, placeScopeOf(user))]
  return publication ? listPlaces(db, reach, publication.number) : []
}

/** An area's own people begin with the area, whatever stands above it. */
const firstOf = (user: User, places: readonly NamedPlace[]) =>
  places.find(({ level, id }) => level === 'area' && id === user.areaId) ?? places[0]

/** What lies in a place, for those who keep it. */
const within = async (db: Read, user: User, report: Report): Promise<InnerPlace[]> => {
  const reach = reachOf(user)
  if (!reach || reach === 'public') return []
  const { number, period } = report.publication
  const lastDay = daysOf(period).until
  return listWithin(db, reach, { publication: number, period, lastDay, place: report.place })
}

/** The kind that was asked for where the place has it, else its first. */
const kindOf = (asked: string | null, place: NamedPlace | undefined): Kind => {
  const offered = kindsFor(place?.level ?? 'area')
  return asked !== null && isKind(asked) && offered.includes(asked) ? asked : offered[0]!
}

const choose = async (
  { db, user, query }: Reading,
  publications: readonly Publication[],
): Promise<Choices> => {
  const key = query.get('place')
  const wanted = key === null ? null : placeOf(key)
  if (key !== null && !wanted) throw new NotFound()
  const asked = wanted ? await findReadable(db, user, wanted) : undefined
  const latest = publications.find(({ period }) => fits(kindOf(query.get('kind'), asked), period))
  const places = await listChoices(db, user, latest)
  const place = asked ?? firstOf(user, places)
  const kind = kindOf(query.get('kind'), place)
  const offered = publications.filter(({ period }) => fits(kind, period))
  const publication = offered.find(({ period }) => period === query.get('period')) ?? offered[0]
  // A unit or site that was come to from its area's report stands in no list.
  const isListed = place && places.some((one) => keyOf(one) === keyOf(place))
  return {
    kind,
    place,
    publication,
    publications: offered,
    places: place && !isListed ? [place, ...places] : places,
  }
}

const showReports = async (visit: Reading, typed: Typed) => {
  const { db, user, language, today } = visit
  const publications = await listPublications(db)
  const choices = await choose(visit, publications)
  const { kind, place, publication } = choices
  const state = await findClosingState(db, publications, visit)
  const closing = {
    ...nextClosing(kind, today),
    note: closingNotes[language](state, user.role === 'centre'),
  }
  const shown = { choices, closing, orders: await readOrders(visit, place, typed) }
  if (!publication || !place) return reportsPage(language, shown, null, [])
  const report = await readReport(db, publications, { language, kind, place, publication })
  return reportsPage(language, shown, report, await within(db, user, report))
}

type Asked = Parameters<typeof findReport>[0]

const showSaved = async (visit: Asked) => {
  const report = await findReport(visit)
  const mayArchive = may(visit.user, 'archive.keep')
  return savedPage(report, await within(visit.db, visit.user, report), mayArchive)
}

/** A file of a report that stays. */
const reportFile =
  (ending: string, type: string, bodyOf: (report: Report) => MadeFile['body']) =>
  async (visit: Asked): Promise<MadeFile> => {
    const report = await findReport(visit)
    return { type, name: `${fileName(report)}.${ending}`, body: bodyOf(report) }
  }

const makeCsv = reportFile('csv', 'text/csv; charset=utf-8', reportCsv)
const makeJson = reportFile(
  'json',
  'application/json',
  (report) => `${JSON.stringify(reportJson(report), null, 2)}\n`,
)
const makeXlsx = reportFile(
  'xlsx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  (report) => () => reportXlsx(report),
)

export const routes: Route[] = [
  page(paths.reports, 'reports.read', showReports),
  action(paths.reports, 'reports.read', OrderForm, showReports, order),
  page(paths.saved, 'reports.read', showSaved),
  madeFirst(action(paths.archive, 'archive.keep', NoForm, showSaved, archiveReport)),
  // A reload of what was refused there shows the report.
  page(paths.archive, 'archive.keep', showSaved),
  file(paths.pdf, 'reports.read', async (visit) => {
    const report = await findReport(visit)
    return paperFile(`${fileName(report)}.pdf`, reportPaper(report))
  }),
  file(paths.xlsx, 'reports.read', makeXlsx),
  file(paths.csv, 'reports.read', makeCsv),
  file(paths.json, 'reports.read', makeJson),
]
