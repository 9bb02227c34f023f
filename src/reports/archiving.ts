import { z } from 'zod'
import { areaScopeOf } from '../access.ts'
import { addReport, findReportId, type NewReport, type ReportFile } from '../archive/report-queries.ts'
import { paths as archive } from '../archive/words.ts'
import type { Read, Write } from '../db/db.ts'
import { type Language, languages } from '../i18n/translated.ts'
import { makePdf, TooManyPapers } from '../lib/pdf.ts'
import { daysOf } from '../publications/period-rules.ts'
import { TooMany } from '../web/errors.tsx'
import { fill } from '../web/paths.ts'
import type { Outcome, Route } from '../web/route.tsx'
import type { SignedIn } from '../web/visit.ts'
import { findReport } from './reading.ts'
import { reportPaper } from './report-paper.ts'
import type { Report } from './report-shape.ts'
import { reportJson } from './table-files.ts'

/** A button alone. */
export const NoForm = z.object({})

type Asked = SignedIn & { params: Record<'publication' | 'kind' | 'place', string> }
type Reports = Record<Language, Report>

const readAll = async (visit: Asked & { db: Read }): Promise<Reports> => {
  const read = (language: Language) => findReport({ ...visit, language })
  return { fi: await read('fi'), sv: await read('sv'), en: await read('en') }
}

const newReportOf = ({ user }: Asked, { fi, sv, en }: Reports): NewReport => ({
  ...{ publication: fi.publication.number, kind: fi.kind, level: fi.place.level, placeId: fi.place.id },
  areaId: areaScopeOf(user).areaId,
  title: { fi: fi.title, sv: sv.title, en: en.title },
  until: daysOf(fi.publication.period).until,
})

const waitSeconds = 30

/** The report as a paper and as data, in three languages. */
const makeDocuments = async (reports: Reports): Promise<ReportFile[]> => {
  const made: ReportFile[] = []
  for (const language of languages) {
    const report = reports[language]
    const paper = await makePdf(reportPaper(report)).catch((error: unknown) => {
      throw error instanceof TooManyPapers ? new TooMany(waitSeconds) : error
    })
    made.push({ name: `report-${language}.pdf`, body: paper })
    made.push({
      name: `report-${language}.json`,
      body: Buffer.from(`${JSON.stringify(reportJson(report), null, 2)}\n`),
    })
  }
  return made
}

type Made = { report: NewReport; documents: ReportFile[] }
type WithMade = { made?: Made }

/** A row whose papers are set before its transaction begins: that takes seconds, for which none should stand open. */
export const madeFirst = (route: Route): Route => ({
  ...route,
  serve: async (visit, fields, database, text) => {
    const asked = visit as unknown as Asked
    const { reports, report, isThere } = await database.read(async (db) => {
      const reports = await readAll({ ...asked, db })
      const report = newReportOf(asked, reports)
      return { reports, report, isThere: (await findReportId(db, report)) !== null }
    }, asked.proof)
    const made: Made = { report, documents: isThere ? [] : await makeDocuments(reports) }
    const withMade: typeof visit & WithMade = { ...visit, made }
    return route.serve(withMade, fields, database, text)
  },
})

/** Takes the report into the keeper's archive; where it lies there already, leads to it. */
export const archiveReport = async (visit: Asked & { db: Write }): Promise<Outcome> => {
  const { report, documents } = (visit as typeof visit & Required<WithMade>).made
  const id = await addReport(visit.db, report, documents, visit.now)
  return {
    redirect: `${fill(archive.report[visit.language], { archivedReport: id })}?done=taken`,
    subject: {
      report: id,
      publication: report.publication,
      place: `${report.level} ${report.placeId ?? ''}`,
    },
  }
}
