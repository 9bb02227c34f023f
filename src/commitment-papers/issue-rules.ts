import type { KeyObject } from 'node:crypto'
import type { Link } from '../commitments/event-rules.ts'
import type { Commitment, Party } from '../commitments/rules.ts'
import { type Evidence, evidenceOf } from '../signed-files/evidence-rules.ts'

/** What a file of a commitment is made of, read at one moment. */
export type Facts = {
  commitment: Pick<Commitment, 'id' | 'state' | 'document' | 'versionHash'>
  parties: readonly Party[]
  events: readonly Link[]
}

/** The evidence of a commitment that all have signed; null while they have not. */
export const issueOf = (
  { commitment, parties, events }: Facts,
  { origin, issuedAt, key }: { origin: string; issuedAt: Date; key: KeyObject },
): Evidence | null => {
  const { id, state, document, versionHash } = commitment
  if (state !== 'signed' || document === null || versionHash === null) return null
  return evidenceOf(
    { origin, issuedAt, commitment: id, document, version: versionHash, parties, events },
    key,
  )
}

/** What a file is called when somebody keeps it. */
export const issuedName = (
  commitment: number,
  { kind, language }: { kind: 'pdf' | 'evidence' | 'package'; language: string | null },
): string => {
  const endings = { pdf: `${language}.pdf`, evidence: 'evidence.json', package: 'archive.zip' }
  return `kaiku-commitment-${commitment}-${endings[kind]}`
}
