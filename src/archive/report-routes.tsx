import type { Read, Write } from '../db/db.ts'
import { keyOf } from '../reports/rules.ts'
import { signingKeyOf } from '../signed-files/queries.ts'
import { NotFound } from '../web/errors.tsx'
import { action, file, type MadeFile, type Outcome, page, type Route } from '../web/route.tsx'
import { rowId } from '../web/row-id.ts'
import type { SignedIn } from '../web/visit.ts'
import { DecisionForm, PackageForm, RecordForm } from './forms.ts'
import { reportFacts } from './metadata-rules.ts'
import { packageOf } from './package-rules.ts'
import { backTo, classOf, recordOf } from './record.tsx'
import {
  type ArchivedReport,
  addPackage,
  findPackage,
  listArchivedReports,
  listDocuments,
  listPackages,
} from './report-queries.ts'
import { endOf, keptUntil } from './rules.ts'
import { paths } from './words.ts'

type OnReport = SignedIn & { params: { archivedReport: string } }

/** @throws NotFound for what is not in the archive, or is in another's */
const archived = async ({ db, params }: OnReport & { db: Read | Write }): Promise<ArchivedReport> => {
  const [found] = await listArchivedReports(db, rowId(params.archivedReport))
  if (!found) throw new NotFound()
  return found
}

const { showOne, record, showDecide, decide } = recordOf<OnReport>(
  archived,
  ({ params }) => ({ report: rowId(params.archivedReport) }),
  ({ db, params }) => listPackages(db, rowId(params.archivedReport)),
)

const pack = async (visit: OnReport & { db: Write }): Promise<Outcome> => {
  const { db, keys, now, origin } = visit
  const one = await archived(visit)
  const retention = await classOf(visit, one)
  if (!one.entry || !retention) return { problems: { '': 'number-first' } }
  const facts = reportFacts({
    ...{ recordNumber: one.entry.recordNumber, title: one.title.fi, kind: one.kind, publisher: origin },
    retention: {
      ...{
        code: retention.code,
        name: retention.name.fi,
        years: retention.years,
        source: retention.source.fi,
      },
      until: keptUntil(endOf(one), retention.years),
    },
    place: keyOf({ level: one.level, id: one.placeId }),
    ...{ period: one.period, publication: one.publication, digest: one.digest },
    ...{ asOf: one.asOf.toISOString(), archivedAt: one.madeAt.toISOString() },
  })
  const key = signingKeyOf(keys)
  const body = packageOf(await listDocuments(db, one.id), facts, { origin, madeAt: now, key })
  const id = await addPackage(db, one.id, { name: 'package.zip', body }, now)
  return { redirect: backTo(visit, one, 'packed'), subject: { report: one.id, package: id } }
}

const takePackage = async ({
  db,
  params,
}: OnReport & { db: Read; params: { reportPackage: string } }): Promise<MadeFile> => {
  const [id, made] = [rowId(params.archivedReport), rowId(params.reportPackage)]
  const body = await findPackage(db, id, made)
  if (!body) throw new NotFound()
  return { type: 'application/zip', name: `kaiku-report-${id}-archive-${made}.zip`, body, packed: true }
}

export const routes: Route[] = [
  page(paths.report, 'archive.read', showOne),
  action(paths.report, 'archive.keep', RecordForm, showOne, record),
  page(paths.decideReport, 'archive.keep', showDecide),
  action(paths.decideReport, 'archive.keep', DecisionForm, showDecide, decide),
  action(paths.packReport, 'archive.keep', PackageForm, showOne, pack),
  // What was refused stands at this address: a reload then shows the report.
  page(paths.packReport, 'archive.read', showOne),
  file(paths.reportPackage, 'archive.read', takePackage, ({ params }) => ({
    report: Number(params.archivedReport),
    reportPackage: Number(params.reportPackage),
  })),
]
