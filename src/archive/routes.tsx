import { findCommitment, listParties } from '../commitments/queries.ts'
import type { Read, Write } from '../db/db.ts'
import {
  findIssuedFile,
  type IssuedFile,
  keepIssuedFile,
  listIssuedFiles,
  signingKeyOf,
} from '../signed-files/queries.ts'
import { NotFound } from '../web/errors.tsx'
import { action, file, type MadeFile, type Outcome, page, type Route } from '../web/route.tsx'
import { rowId } from '../web/row-id.ts'
import type { SignedIn } from '../web/visit.ts'
import { DecisionForm, PackageForm, RecordForm } from './forms.ts'
import { listPage } from './list-view.tsx'
import { commitmentFacts } from './metadata-rules.ts'
import { packageOf } from './package-rules.ts'
import { type ArchivedCommitment, listArchived, listClasses } from './queries.ts'
import { backTo, classOf, recordOf } from './record.tsx'
import { listArchivedReports } from './report-queries.ts'
import { classesOn, endOf, keptUntil } from './rules.ts'
import { paths } from './words.ts'

type OnCommitment = SignedIn & { params: { commitment: string } }
type Reading = OnCommitment & { db: Read }
type Writing = OnCommitment & { db: Write }

/** @throws NotFound for what is not signed, or is somebody else's to keep */
const archived = async ({ db, params }: OnCommitment & { db: Read | Write }): Promise<ArchivedCommitment> => {
  const [found] = await listArchived(db, rowId(params.commitment))
  if (!found) throw new NotFound()
  return found
}

const { showOne, record, showDecide, decide } = recordOf<OnCommitment>(
  archived,
  ({ params }) => ({ commitment: rowId(params.commitment) }),
  async ({ db, params }) =>
    (await listIssuedFiles(db, rowId(params.commitment))).filter(({ kind }) => kind === 'package'),
)

const showList = async ({ db, language, today }: SignedIn & { db: Read }) =>
  listPage({
    ...{ language, today },
    classes: classesOn(await listClasses(db), today),
    archived: await listArchived(db),
    reports: await listArchivedReports(db),
  })

/** What each file of the package is called. */
const nameIn = ({ kind, language, headNumber }: IssuedFile) =>
  kind === 'pdf' ? `event-${headNumber}/commitment-${language}.pdf` : `event-${headNumber}/evidence.json`

const pack = async (visit: Writing): Promise<Outcome> => {
  const { db, keys, now, origin, today } = visit
  const one = await archived(visit)
  const commitment = await findCommitment(db as unknown as Read, one.id)
  const files = (await listIssuedFiles(db, one.id)).filter(({ kind }) => kind !== 'package')
  const retention = await classOf(visit, one)
  if (!commitment?.document || !one.entry || !retention) return { problems: { '': 'number-first' } }
  if (files.length === 0) return { problems: { '': 'files-first' } }
  const documents = []
  for (const issued of files) {
    const found = await findIssuedFile(db as unknown as Read, one.id, issued.id)
    if (found) documents.push({ name: nameIn(issued), body: found.body })
  }
  const facts = commitmentFacts({
    ...{ recordNumber: one.entry.recordNumber, kind: one.kind, commitment: one.id, publisher: origin },
    title: commitment.document.content.title[commitment.bindingLanguage],
    languages: `${commitment.bindingLanguage} (binding); fi; sv; en`,
    retention: {
      ...{
        code: retention.code,
        name: retention.name.fi,
        years: retention.years,
        source: retention.source.fi,
      },
      until: keptUntil(endOf(one), retention.years),
    },
    version: commitment.versionHash ?? '',
    parties: (await listParties(db as unknown as Read, one.id)).map(({ name }) => name),
    ...{ from: commitment.from, end: endOf(one), earlier: commitment.earlierId },
    sentAt: commitment.sentAt?.toISOString() ?? null,
    signedAt: one.signedAt.toISOString(),
  })
  const key = signingKeyOf(keys)
  const body = packageOf(documents, facts, { origin, madeAt: now, key })
  const headNumber = files[0]!.headNumber
  const made = { kind: 'package', language: null, headNumber, commitmentId: one.id, body } as const
  const id = await keepIssuedFile(db, made, { key, now })
  return {
    redirect: backTo(visit, one, 'packed'),
    subject: { commitment: one.id, package: id, day: today },
  }
}

const takePackage = async ({
  db,
  params,
}: Reading & { params: { signedFile: string } }): Promise<MadeFile> => {
  const id = rowId(params.commitment)
  const found = await findIssuedFile(db, id, rowId(params.signedFile))
  if (found?.kind !== 'package') throw new NotFound()
  return {
    ...{ type: 'application/zip', name: `kaiku-commitment-${id}-archive-${found.id}.zip` },
    ...{ body: found.body, packed: true },
  }
}

export const routes: Route[] = [
  page(paths.list, 'archive.read', showList),
  page(paths.one, 'archive.read', showOne),
  action(paths.one, 'archive.keep', RecordForm, showOne, record),
  page(paths.decide, 'archive.keep', showDecide),
  action(paths.decide, 'archive.keep', DecisionForm, showDecide, decide),
  action(paths.pack, 'archive.keep', PackageForm, showOne, pack),
  // What was refused stands at this address: a reload then shows the commitment.
  page(paths.pack, 'archive.read', showOne),
  file(paths.package, 'archive.read', takePackage, ({ params }) => ({
    commitment: Number(params.commitment),
    signedFile: Number(params.signedFile),
  })),
]
