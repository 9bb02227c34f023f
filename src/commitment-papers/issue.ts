import { listEvents } from '../commitments/event-queries.ts'
import { findCommitment, listParties } from '../commitments/queries.ts'
import { languages } from '../commitments/rules.ts'
import type { Read, Write } from '../db/db.ts'
import { makePdf, TooManyPapers } from '../lib/pdf.ts'
import { evidenceText } from '../signed-files/evidence-rules.ts'
import { type IssuedFile, keepIssuedFile, listIssuedFiles, signingKeyOf } from '../signed-files/queries.ts'
import { sealBytes } from '../signed-files/seal-rules.ts'
import { NotFound, TooMany } from '../web/errors.tsx'
import type { Route } from '../web/route.tsx'
import type { Visit } from '../web/visit.ts'
import { type Facts, issueOf } from './issue-rules.ts'
import { commitmentPaper } from './paper.ts'

/** What a file is sent as. */
export const mediaTypes = { pdf: 'application/pdf', evidence: 'application/json', package: 'application/zip' }

type MadeFiles = (Pick<IssuedFile, 'kind' | 'language' | 'headNumber'> & { body: Uint8Array })[]

/** @throws NotFound for what is not there or is somebody else's */
export const readFacts = async (db: Read, id: number): Promise<Facts> => {
  const commitment = await findCommitment(db, id)
  if (!commitment) throw new NotFound()
  return { commitment, parties: await listParties(db, id), events: await listEvents(db, id) }
}

/** Whether every file of the present state of the chain is there. */
export const isIssued = (files: readonly IssuedFile[], { events }: Pick<Facts, 'events'>): boolean => {
  const head = events.at(-1)?.number
  const ofHead = files.filter(({ kind, headNumber }) => kind !== 'package' && headNumber === head)
  return ofHead.length === languages.length + 1
}

const waitSeconds = 30

/** The paper in three languages and the evidence, as they are kept; nothing while not all have signed. */
const makeFiles = async (facts: Facts, { keys, origin, now }: Visit): Promise<MadeFiles> => {
  const key = signingKeyOf(keys)
  const evidence = issueOf(facts, { origin, issuedAt: now, key })
  if (!evidence) return []
  const headNumber = evidence.head.number
  const files: MadeFiles = [
    { kind: 'evidence', language: null, headNumber, body: Buffer.from(evidenceText(evidence)) },
  ]
  for (const language of languages) {
    const paper = await makePdf(commitmentPaper(language, evidence)).catch((error: unknown) => {
      throw error instanceof TooManyPapers ? new TooMany(waitSeconds) : error
    })
    files.push({ kind: 'pdf', language, headNumber, body: sealBytes(paper, key) })
  }
  return files
}

type WithMade = { made?: MadeFiles }

/**
 * A row whose papers are set before its transaction begins: that takes a second, for which none should stand open.
 * @param commitmentOf which commitment the visit is about; null makes nothing
 */
export const madeFirst = (
  route: Route,
  commitmentOf: (db: Read, visit: Visit<never>) => Promise<number | null>,
): Route => ({
  ...route,
  serve: async (visit, fields, database, text) => {
    const made = await database.read(async (db) => {
      const id = await commitmentOf(db, visit)
      const facts = id === null ? null : await readFacts(db, id)
      return !facts || isIssued(await listIssuedFiles(db, facts.commitment.id), facts) ? null : facts
    }, visit.proof)
    const withMade: Visit<never> & WithMade = { ...visit, made: made ? await makeFiles(made, visit) : [] }
    return route.serve(withMade, fields, database, text)
  },
})

/** Keeps what was made for this row; what somebody else made at the same moment stays as it is. */
export const keepMade = async (
  visit: Visit & { db: Write },
  commitmentId: number,
): Promise<{ file: number; kind: string }[]> => {
  const kept: { file: number; kind: string }[] = []
  for (const file of (visit as Visit & WithMade).made ?? []) {
    const by = { key: signingKeyOf(visit.keys), now: visit.now }
    const id = await keepIssuedFile(visit.db, { ...file, commitmentId }, by)
    if (id !== null) kept.push({ file: id, kind: file.kind })
  }
  return kept
}
