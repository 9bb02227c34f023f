import type { KeyObject } from 'node:crypto'
import { sql } from 'kysely'
import type { State } from '../commitments/rules.ts'
import type { Pool, Read, Write } from '../db/db.ts'
import type { Keys } from '../db/keys.ts'
import type { Language } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import { keyOfSeed, publicTextOf } from '../lib/ed25519.ts'
import { keyFor } from '../lib/sealed.ts'
import { sha256Of } from './seal-rules.ts'

/** The key that this installation signs files with. */
export const signingKeyOf = (keys: Keys): KeyObject => keyOfSeed(keyFor(keys, 'signed files'))

/** Writes the present public key down, once: it is known for ever, also when another key file takes its place. */
export const keepSigningKey = (db: Pool | Write, keys: Keys, now: Date) =>
  db
    .insertInto('signing_key')
    .values({ public_key: publicTextOf(signingKeyOf(keys)), from_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()

/** Every public key that ever signed here, the latest first. */
export const listSigningKeys = async (db: Read | Pool): Promise<{ publicKey: string; from: Date }[]> =>
  db
    .selectFrom('signing_key')
    .select(['public_key as publicKey', 'from_at as from'])
    .orderBy('from_at', 'desc')
    .orderBy('public_key')
    .execute()

export type IssuedFile = {
  id: number
  kind: 'pdf' | 'evidence' | 'package'
  language: Language | null
  headNumber: number
  issuedAt: Date
  /** In hexadecimal. */
  sha256: string
  bytes: number
}

const columns = [
  ...(['id', 'kind', 'language', 'head_number as headNumber', 'issued_at as issuedAt'] as const),
  sql<string>`encode(sha256, 'hex')`.as('sha256'),
  sql<number>`octet_length(body)`.as('bytes'),
] as const

/** What was issued of a commitment, the latest first. */
export const listIssuedFiles = async (db: Read | Write, commitmentId: number): Promise<IssuedFile[]> => {
  const rows = await db
    .selectFrom('signed_file')
    .select(columns)
    .where('commitment_id', '=', commitmentId)
    .orderBy('head_number', 'desc')
    .orderBy('id')
    .execute()
  return rows as IssuedFile[]
}

/** The bytes of a file of that commitment, as they were issued. */
export const findIssuedFile = async (
  db: Read,
  commitmentId: number,
  id: number,
): Promise<(IssuedFile & { body: Buffer }) | undefined> => {
  const row = await db
    .selectFrom('signed_file')
    .select([...columns, 'body'])
    .where('commitment_id', '=', commitmentId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && ({ ...row, body: Buffer.from(row.body) } as IssuedFile & { body: Buffer })
}

/** @returns its id; null when somebody else issued the same at the same moment, whose file stays */
export const keepIssuedFile = async (
  db: Write,
  file: Pick<IssuedFile, 'kind' | 'language' | 'headNumber'> & { commitmentId: number; body: Uint8Array },
  { key, now }: { key: KeyObject; now: Date },
): Promise<number | null> => {
  const row = await db
    .insertInto('signed_file')
    .values({
      ...{ kind: file.kind, language: file.language, commitment_id: file.commitmentId },
      ...{ head_number: file.headNumber, public_key: publicTextOf(key), issued_at: now },
      sha256: Buffer.from(sha256Of(file.body), 'hex'),
      body: Buffer.from(file.body),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

/** What has become of a commitment since: undefined when this register never held that event. */
export const findSince = async (
  db: Read,
  commitment: number,
  headHash: string,
): Promise<{ state: State; until: Day | null; endedOn: Day | null; isLatest: boolean } | undefined> => {
  const { rows } = await sql<{ state: State; until: Day | null; endedOn: Day | null; isLatest: boolean }>`
    select state, until_on as until, ended_on as "endedOn", is_latest as "isLatest"
    from signed_file_since(${commitment}::integer, decode(${headHash}, 'hex'))`.execute(db)
  return rows[0]
}
