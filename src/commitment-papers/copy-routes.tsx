import { takeTokens } from '../accounts/limit-queries.ts'
import { proofOfCopy, type Read, type Write } from '../db/db.ts'
import { findIssuedFile, listIssuedFiles } from '../signed-files/queries.ts'
import { NotFound, TooMany } from '../web/errors.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import { action, file, type MadeFile, type Outcome, page, type Route } from '../web/route.tsx'
import { rowId } from '../web/row-id.ts'
import { newToken, proofOfToken } from '../web/session-cookie.ts'
import type { Typed, Visit } from '../web/visit.ts'
import { auditReading } from '../web/writing.ts'
import { findCopy, findOpenedCopy, openCopy } from './copy-queries.ts'
import { type CopyFacts, copyLimits, copyRefusal, takesPerHour } from './copy-rules.ts'
import { copyClosedPage, copyFilesPage, copyRefusedPage } from './copy-views.tsx'
import { copyPaths } from './copy-words.ts'
import { IssueForm } from './forms.ts'
import { isIssued, keepMade, madeFirst, mediaTypes, readFacts } from './issue.ts'
import { issuedName } from './issue-rules.ts'

type ByToken = Visit<'token'>
type Reading = ByToken & { db: Read }
type Writing = ByToken & { db: Write }

/** The copy link, when it is open in this browser and its time is not over. */
const findHere = async (db: Read, { params, now }: ByToken): Promise<CopyFacts | undefined> => {
  const facts = await findCopy(db, proofOfToken(params.token))
  if (!facts || facts.expiresAt <= now) return undefined
  return (await findOpenedCopy(db)) === facts.id ? facts : undefined
}

const subjectOf = ({ id, commitmentId, partyId }: CopyFacts) => ({
  ...{ commitment: commitmentId, party: partyId, copy: id },
})

/** What the link shows: the files where it is open, else the button that opens it, else why it cannot be opened. */
const show = async (visit: Reading, typed: Typed): Promise<Page> => {
  const { db, language, params, query, now } = visit
  const { token } = params
  const link = await findHere(db, visit)
  if (link) {
    const facts = await readFacts(db, link.commitmentId)
    const head = facts.events.at(-1)!.number
    const files = (await listIssuedFiles(db, link.commitmentId)).filter(
      ({ kind, headNumber }) => kind !== 'package' && headNumber === head,
    )
    const isDone = query.get('done') === 'made'
    return copyFilesPage({
      ...{ language, typed, token, link, facts, files, isDone },
      isCurrent: isIssued(files, facts),
    })
  }
  const found = await findCopy(db, proofOfToken(token))
  const refusal = copyRefusal(found, now)
  if (!found || refusal) return copyRefusedPage(language, refusal ?? 'unknown')
  return copyClosedPage({ language, token, facts: found, typed })
}

const at = ({ language, params }: ByToken) => fill(copyPaths.copy[language], params)

/** Ties the link to this browser; where it is open already, no opening is used up. */
const open = async (visit: Writing): Promise<Outcome> => {
  const { db, params, now } = visit
  const here = await findHere(db as unknown as Read, visit)
  if (here) return { redirect: at(visit), subject: subjectOf(here) }
  const proof = proofOfToken(params.token)
  const bond = newToken()
  const opening = await openCopy(db, { proof, bond: proofOfToken(bond), now })
  if (opening !== 'opened') return { problems: { '': opening } }
  const facts = await findCopy(db as unknown as Read, proof)
  return { redirect: at(visit), bond, subject: subjectOf(facts!) }
}

/** Makes the files, where nobody has: the holder of the link need not wait for another party to do it. */
const issue = async (visit: Writing): Promise<Outcome> => {
  const link = await findHere(visit.db as unknown as Read, visit)
  if (!link) return { problems: { '': 'copy-over' } }
  const files = await keepMade(visit, link.commitmentId)
  return {
    redirect: `${at(visit)}?done=made`,
    subject: { ...subjectOf(link), files: files.length },
  }
}

/** @throws NotFound unless the link is open here, and for a file of another commitment or an archive's package */
const takeFile = async (visit: Reading & { params: { signedFile: string } }): Promise<MadeFile> => {
  const link = await findHere(visit.db, visit)
  const found = link && (await findIssuedFile(visit.db, link.commitmentId, rowId(visit.params.signedFile)))
  if (!found || found.kind === 'package') throw new NotFound()
  const name = issuedName(link.commitmentId, found)
  return { type: mediaTypes[found.kind], name, body: found.body, packed: true, personal: true }
}

/**
 * Who follows a copy link acts by its right alone, whatever role the reader may have besides. Tokens that lead nowhere are
 * counted by network.
 */
const counted = (route: Route): Route => ({
  ...route,
  serve: async (visit, fields, database) => {
    const { params, network, keys, now, bond } = visit as unknown as ByToken
    const found = await database.read((db) => findCopy(db, proofOfToken(params.token)))
    if (!found) {
      const wait = await takeTokens(database.pool, copyLimits(keys.cardCode, network), now)
      if (wait > 0) throw new TooMany(wait)
      if (route.method === 'POST') throw new NotFound()
    }
    const proof = bond === null ? null : proofOfCopy(proofOfToken(bond))
    return route.serve({ ...visit, proof }, fields, database)
  },
})

/** A file that was taken stands in the audit log, though nobody is signed in; and nobody takes them without end. */
const watched = (route: Route): Route => ({
  ...route,
  serve: async (visit, fields, database) => {
    const here = visit as unknown as ByToken & { params: { signedFile: string } }
    const link = await database.read((db) => findHere(db, here), visit.proof)
    if (!link) throw new NotFound()
    const limit = { bucket: `copies of ${link.id}`, size: takesPerHour, perHour: takesPerHour }
    const wait = await takeTokens(database.pool, [limit], visit.now)
    if (wait > 0) throw new TooMany(wait)
    const answer = await route.serve(visit, fields, database)
    const subject = { ...subjectOf(link), signedFile: Number(here.params.signedFile) }
    await auditReading(database.pool, visit, route.permission, subject)
    return answer
  },
})

const commitmentHere = async (db: Read, visit: Visit<never>) =>
  (await findHere(db, visit as unknown as ByToken))?.commitmentId ?? null

export const routes: Route[] = [
  page(copyPaths.copy, 'commitments.take-by-link', show),
  action(copyPaths.copy, 'commitments.take-by-link', IssueForm, show, open),
  madeFirst(action(copyPaths.files, 'commitments.take-by-link', IssueForm, show, issue), commitmentHere),
  // What was refused stood at this address: a reload shows the link.
  page(copyPaths.files, 'commitments.take-by-link', show),
  watched(file(copyPaths.file, 'commitments.take-by-link', takeFile)),
].map(counted)
