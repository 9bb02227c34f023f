import { sql } from 'kysely'
import type { Pool } from '../db/db.ts'
import { type Checked, type Fault, faultsOf } from './check-rules.ts'
import { sealIn, sha256Of } from './seal-rules.ts'

/** So many are read at once: each holds its whole chain. */
const atOnce = 200

const listFrom = async (db: Pool, after: number): Promise<Checked[]> => {
  const { rows } = await sql<Checked>`
    select c.id, c.state, c.document, encode(c.version_hash, 'hex') as "versionHash",
      json_build_object('number', c.head_number, 'hash', encode(c.head_hash, 'hex')) as head,
      (select coalesce(json_agg(p.id), '[]') from commitment_party p where p.commitment_id = c.id) as parties,
      (select coalesce(json_agg(p.id), '[]') from commitment_party p
        where p.commitment_id = c.id and p.signed_at is not null) as "signedParties",
      (select coalesce(json_agg(json_build_object('number', e.number, 'text', e.text, 'hash', encode(e.hash, 'hex'))
        order by e.number), '[]') from commitment_event e where e.commitment_id = c.id) as events
    from commitment c where c.id > ${after} order by c.id limit ${atOnce}`.execute(db)
  return rows
}

/** Signed files whose bytes are not those of their hash, or whose seal does not hold. */
const findFileFaults = async (db: Pool): Promise<{ files: number; faults: Fault[] }> => {
  const faults: Fault[] = []
  let files = 0
  for (let after = 0; ; ) {
    const rows = await db
      .selectFrom('signed_file')
      .select(['id', 'commitment_id as commitment', 'kind', 'public_key as publicKey', 'sha256', 'body'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(20)
      .execute()
    for (const { id, commitment, kind, publicKey, sha256, body } of rows) {
      const bytes = Buffer.from(body)
      const seal = sealIn(bytes)
      const isSealed = kind === 'evidence' || (seal.state === 'whole' && seal.publicKey === publicKey)
      if (sha256Of(bytes) !== Buffer.from(sha256).toString('hex') || !isSealed)
        faults.push({ kind: 'file', file: id, commitment })
    }
    files += rows.length
    const last = rows.at(-1)
    if (!last) return { files, faults }
    after = last.id
  }
}

/** Goes through every commitment's chain and every signed file; what does not hold is named. */
export const findCommitmentFaults = async (
  db: Pool,
): Promise<{ commitments: number; files: number; faults: Fault[] }> => {
  const faults: Fault[] = []
  let commitments = 0
  for (let after = 0; ; ) {
    const rows = await listFrom(db, after)
    faults.push(...rows.flatMap(faultsOf))
    commitments += rows.length
    const last = rows.at(-1)
    if (!last) break
    after = last.id
  }
  const { files, faults: ofFiles } = await findFileFaults(db)
  return { commitments, files, faults: [...faults, ...ofFiles] }
}
