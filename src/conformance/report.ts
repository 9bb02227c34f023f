import type { KeyObject } from 'node:crypto'
import { z } from 'zod'
import { canonical, type Json, readStrictly } from '../lib/canonical.ts'
import { isSignedBy, publicTextOf, signText } from '../lib/ed25519.ts'

const Result = z.strictObject({
  id: z.string(),
  /** The sentence of the contract that the check serves. */
  clause: z.string(),
  outcome: z.enum(['pass', 'fail', 'not-applicable']),
  /** Of what did not pass: what the contract lets one expect, and what came. Else null. */
  expected: z.string().nullable(),
  came: z.string().nullable(),
})
export type Result = z.output<typeof Result>

const format = 'kaiku-conformance/1'

const Report = z.strictObject({
  format: z.literal(format),
  url: z.string(),
  at: z.iso.datetime(),
  /** What answered, as it said itself. */
  system: z.strictObject({ name: z.string(), version: z.string() }),
  /** `sha256` is of the bytes of the document at /api/v1/openapi.json, in hexadecimal. */
  contract: z.strictObject({ version: z.string(), sha256: z.string() }),
  /** The version of the program that asked. */
  checker: z.string(),
  requests: z.number().int(),
  results: z.array(Result),
  signature: z.strictObject({ algorithm: z.literal('Ed25519'), publicKey: z.string(), value: z.string() }),
})
export type Report = z.output<typeof Report>
export type Unsigned = Omit<Report, 'format' | 'signature'>

/** What is signed: the canonical text of the report, with the public key in it and without the signature's value. */
const signedTextOf = ({ signature: { value: _, ...signer }, ...report }: Report) =>
  canonical({ ...report, signature: signer } as unknown as Json)

/** @param key a private key of Ed25519 */
export const signReport = (unsigned: Unsigned, key: KeyObject): Report => {
  const signer = { algorithm: 'Ed25519', publicKey: publicTextOf(key) } as const
  const report: Report = { format, ...unsigned, signature: { ...signer, value: '' } }
  return { ...report, signature: { ...signer, value: signText(signedTextOf(report), key) } }
}

type Verdict = { outcome: 'whole'; report: Report } | { outcome: 'no-report' | 'changed' | 'other-key' }

/**
 * Says whether a report is as it was signed.
 * @param publicKey who has to have signed it; without one, whoever the report names
 */
export const verifyReport = (text: string, publicKey: string | null): Verdict => {
  const parsed = Report.safeParse(readStrictly(text))
  if (!parsed.success) return { outcome: 'no-report' }
  const { signature } = parsed.data
  if (!isSignedBy(signedTextOf(parsed.data), signature.value, signature.publicKey))
    return { outcome: 'changed' }
  if (publicKey !== null && publicKey !== signature.publicKey) return { outcome: 'other-key' }
  return { outcome: 'whole', report: parsed.data }
}

export const countOf = ({ results }: Pick<Report, 'results'>, outcome: Result['outcome']): number =>
  results.filter((result) => result.outcome === outcome).length

/** Whether the installation keeps the contract: something was checked, and nothing failed. */
export const isKept = (report: Pick<Report, 'results'>): boolean =>
  countOf(report, 'pass') > 0 && countOf(report, 'fail') === 0
