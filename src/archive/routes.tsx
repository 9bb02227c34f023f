import type { z } from 'zod'
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
import { fill } from '../web/paths.ts'
import { action, file, type MadeFile, type Outcome, page, type Route } from '../web/route.tsx'
import { rowId } from '../web/row-id.ts'
import type { SignedIn, Typed } from '../web/visit.ts'
import { DecisionForm, PackageForm, RecordForm } from './forms.ts'
import { commitmentFacts } from './metadata-rules.ts'
import { packageOf } from './package-rules.ts'
import {
  type Archived,
  addDecision,
  addEntry,
  listArchived,
  listClasses,
  listEntries,
  lockArchive,
} from './queries.ts'
import { classesOn, endOf, keptUntil, standingOf } from './rules.ts'
import { decidePage, listPage, onePage } from './views.tsx'
import { paths } from './words.ts'

type OnCommitment = SignedIn & { params: { commitment: string } }
type Reading = OnCommitment & { db: Read }
type Writing = OnCommitment & { db: Write }

/** @throws NotFound for what is not signed, or is somebody else's to keep */
const archived = async ({ db, params }: OnCommitment & { db: Read | Write }): Promise<Archived> => {
  const [found] = await listArchived(db, rowId(params.commitment))
  if (!found) throw new NotFound()
  return found
}

const classOf = async (visit: SignedIn & { db: Read | Write }, { entry }: Archived) =>
  classesOn(await listClasses(visit.db), visit.today).find(({ code }) => code === entry?.retentionClass)

const showList = async ({ db, language, today }: SignedIn & { db: Read }) =>
  listPage({
    ...{ language, today },
    classes: classesOn(await listClasses(db), today),
    archived: await listArchived(db),
  })

const done = ['saved', 'packed', 'decided'] as const

const showOne = async (visit: Reading, typed: Typed) => {
  const { db, language, today, query } = visit
  const one = await archived(visit)
  const files = await listIssuedFiles(db, one.id)
  return onePage({
    ...{ language, today, typed, one },
    classes: classesOn(await listClasses(db), today),
    entries: await listEntries(db, one.id),
    packages: files.filter(({ kind }) => kind === 'package'),
    done: done.find((name) => name === query.get('done')) ?? null,
  })
}

const backTo = ({ language }: SignedIn, id: number, what: (typeof done)[number]) =>
  `${fill(paths.one[language], { commitment: id })}?done=${what}`

const by = ({ user, now }: SignedIn) => ({ now, by: `account:${user.accountId}` })

const record = async (visit: Writing, given: z.output<typeof RecordForm>): Promise<Outcome> => {
  const { id } = await archived(visit)
  const classes = classesOn(await listClasses(visit.db), visit.today)
  if (!classes.some(({ code }) => code === given.retentionClass))
    return { problems: { retentionClass: 'class-missing' } }
  await addEntry(visit.db, id, given, by(visit))
  return {
    redirect: backTo(visit, id, 'saved'),
    subject: { commitment: id, recordNumber: given.recordNumber, retentionClass: given.retentionClass },
  }
}

const showDecide = async (visit: Reading, typed: Typed) =>
  decidePage({ language: visit.language, typed, one: await archived(visit) })

const decide = async (visit: Writing, given: z.output<typeof DecisionForm>): Promise<Outcome> => {
  const { db, today, params } = visit
  await lockArchive(db, rowId(params.commitment))
  const one = await archived(visit)
  const years = (await classOf(visit, one))?.years ?? null
  if (standingOf({ ...one, years }, today) !== 'due') return { problems: { '': 'not-due' } }
  if (given.keptUntil !== null && given.keptUntil <= today) return { problems: { keptUntil: 'day-past' } }
  await addDecision(db, one.id, given, by(visit))
  return {
    redirect: backTo(visit, one.id, 'decided'),
    subject: { commitment: one.id, decision: given.decision, keptUntil: given.keptUntil },
  }
}

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
      ...{ code: retention.code, name: retention.name.fi, years: retention.years, source: retention.source },
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
    redirect: backTo(visit, one.id, 'packed'),
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
