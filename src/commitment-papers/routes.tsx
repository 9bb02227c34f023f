import type { Read, Write } from '../db/db.ts'
import { findIssuedFile, listIssuedFiles } from '../signed-files/queries.ts'
import { NotFound } from '../web/errors.tsx'
import { fill } from '../web/paths.ts'
import { action, file, type MadeFile, type Outcome, page, type Route } from '../web/route.tsx'
import { rowId } from '../web/row-id.ts'
import type { SignedIn, Typed } from '../web/visit.ts'
import { routes as copies } from './copy-routes.tsx'
import { IssueForm } from './forms.ts'
import { isIssued, keepMade, madeFirst, mediaTypes, readFacts } from './issue.ts'
import { issuedName } from './issue-rules.ts'
import { filesPage } from './views.tsx'
import { paths } from './words.ts'

type OnCommitment = SignedIn & { params: { commitment: string } }
type Reading = OnCommitment & { db: Read }

const show = async ({ db, params, language, query }: Reading, typed: Typed) => {
  const facts = await readFacts(db, rowId(params.commitment))
  const files = (await listIssuedFiles(db, facts.commitment.id)).filter(({ kind }) => kind !== 'package')
  return filesPage({
    ...{ language, typed, facts, files, isCurrent: isIssued(files, facts) },
    isDone: query.get('done') === 'made',
  })
}

const issue = async (visit: OnCommitment & { db: Write }): Promise<Outcome> => {
  const { db, params, language } = visit
  const { commitment } = await readFacts(db as unknown as Read, rowId(params.commitment))
  if (commitment.state !== 'signed') return { problems: { '': 'not-signed' } }
  const files = await keepMade(visit, commitment.id)
  return {
    redirect: `${fill(paths.files[language], { commitment: commitment.id })}?done=made`,
    subject: { commitment: commitment.id, files: files.length },
  }
}

const takeFile = async ({ db, params }: Reading & { params: { signedFile: string } }): Promise<MadeFile> => {
  const id = rowId(params.commitment)
  const found = await findIssuedFile(db, id, rowId(params.signedFile))
  if (!found) throw new NotFound()
  return { type: mediaTypes[found.kind], name: issuedName(id, found), body: found.body, packed: true }
}

export const routes: Route[] = [
  page(paths.files, 'commitments.read', show),
  madeFirst(action(paths.files, 'commitments.read', IssueForm, show, issue), async (_, { params }) =>
    rowId((params as { commitment: string }).commitment),
  ),
  file(paths.file, 'commitments.read', takeFile, ({ params }) => ({
    commitment: Number(params.commitment),
    signedFile: Number(params.signedFile),
  })),
  ...copies,
]
