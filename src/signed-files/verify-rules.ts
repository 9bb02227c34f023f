import { unpackWithin } from '../lib/zip-guard.ts'
import { linkFindings, signatureFindings } from './chain-rules.ts'
import { type Evidence, evidenceText, isSignedEvidence, readEvidence } from './evidence-rules.ts'
import type { Finding } from './finding-rules.ts'
import { manifestName, readManifest } from './manifest-rules.ts'
import { newRoom, type Room, textIn, textsInPdf } from './read-rules.ts'
import { sealIn, sha256Of } from './seal-rules.ts'

export type FileKind = 'pdf' | 'evidence' | 'package' | 'unknown'

/**
 * @property findings nothing when the file is whole
 * @property evidence of a PDF or an evidence file, as far as it can be read; of a package that holds one, that one
 * @property signedBy the public key that the file names, whether or not its signature holds
 */
export type Verdict = {
  kind: FileKind
  findings: Finding[]
  evidence: Evidence | null
  signedBy: string | null
}

/** What a package may unpack to, in bytes. */
const mostUnpacked = 16 * 1024 * 1024

const isForeign = (signedBy: string, keys: readonly string[] | null) =>
  keys !== null && !keys.includes(signedBy)

const foreign: Finding = { name: 'foreign-signature' }
const altered: Finding = { name: 'altered-file' }

/** Each finding once, in the order in which they were found. */
const once = (findings: readonly Finding[]): Finding[] => [
  ...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values(),
]

const judgeEvidence = (evidence: Evidence, keys: readonly string[] | null): Finding[] => [
  ...(isForeign(evidence.signature.publicKey, keys) ? [foreign] : []),
  ...(isSignedEvidence(evidence) ? [] : [altered]),
  ...linkFindings(evidence),
  ...signatureFindings(evidence),
]

/** What the seal at the end of a file says. */
const judgeSeal = (bytes: Uint8Array, keys: readonly string[] | null) => {
  const seal = sealIn(bytes)
  if (seal.state === 'none') return { findings: [{ name: 'unsigned-file' } as const], signedBy: null }
  if (!('publicKey' in seal)) return { findings: [altered], signedBy: null }
  const findings: Finding[] = [
    ...(isForeign(seal.publicKey, keys) ? [foreign] : []),
    ...(seal.state === 'whole' ? [] : [altered]),
  ]
  return { findings, signedBy: seal.publicKey }
}

const evidenceIn = (bytes: Uint8Array, room: Room): Evidence | null => {
  for (const text of textsInPdf(bytes, room)) {
    const evidence = readEvidence(text)
    if (evidence) return evidence
  }
  return null
}

const verifyPdf = (bytes: Uint8Array, keys: readonly string[] | null, room: Room): Verdict => {
  const evidence = evidenceIn(bytes, room)
  const seal = judgeSeal(bytes, keys)
  // A paper of somebody else: nothing of ours stands in it.
  if (!evidence && seal.signedBy === null && seal.findings[0]?.name === 'unsigned-file')
    return { kind: 'unknown', findings: [{ name: 'unknown-file' }], evidence: null, signedBy: null }
  const inside: Finding[] = evidence ? judgeEvidence(evidence, keys) : [{ name: 'missing-evidence' }]
  return { kind: 'pdf', ...seal, findings: once([...seal.findings, ...inside]), evidence }
}

const verifyPackage = (bytes: Uint8Array, keys: readonly string[] | null, room: Room): Verdict => {
  const entries = unpackWithin(bytes, mostUnpacked)
  const listed = entries?.find(({ name }) => name === manifestName)
  const manifest = listed ? readManifest(textIn(listed.body) ?? '') : null
  const seal = judgeSeal(bytes, keys)
  if (!entries || !manifest) {
    const isOurs = seal.signedBy !== null || seal.findings.some(({ name }) => name === 'altered-file')
    return isOurs
      ? { kind: 'package', ...seal, findings: once([...seal.findings, altered]), evidence: null }
      : { kind: 'unknown', findings: [{ name: 'unknown-file' }], evidence: null, signedBy: null }
  }
  const names = entries.map(({ name }) => name)
  const inside = entries.map(({ name, body }) => ({ name, verdict: verifyInside(name, body, keys, room) }))
  const findings: Finding[] = [
    ...seal.findings,
    ...(isForeign(manifest.publicKey, keys) ? [foreign] : []),
    ...(manifest.isSigned ? [] : [{ ...altered, file: manifestName }]),
    ...manifest.files
      .filter(({ name }) => !names.includes(name))
      .map(({ name }): Finding => ({ name: 'missing-file', file: name })),
    ...entries
      .filter(({ name }) => name !== manifestName && !manifest.files.some((one) => one.name === name))
      .map(({ name }): Finding => ({ name: 'extra-file', file: name })),
    ...names
      .filter((name, at) => names.indexOf(name) !== at)
      .map((name): Finding => ({ name: 'twice', file: name })),
    ...entries
      .filter(({ name, body }) =>
        manifest.files.some((one) => one.name === name && one.sha256 !== sha256Of(body)),
      )
      .map(({ name }): Finding => ({ ...altered, file: name })),
    ...inside.flatMap(({ name, verdict }) =>
      (verdict?.findings ?? []).map((finding) => ({ ...finding, file: name })),
    ),
  ]
  return {
    ...{ kind: 'package', findings: once(findings), signedBy: manifest.publicKey },
    evidence: inside.find(({ verdict }) => verdict?.evidence)?.verdict?.evidence ?? null,
  }
}

/** Of what lies in a package, the papers and the evidence of commitments are looked into too. */
const verifyInside = (
  name: string,
  body: Uint8Array,
  keys: readonly string[] | null,
  room: Room,
): Verdict | null => {
  if (name.endsWith('.pdf') && sealIn(body).state !== 'none') return verifyPdf(body, keys, room)
  return name.endsWith('.json') && readEvidence(textIn(body) ?? '') ? verifyText(body, keys) : null
}

const verifyText = (bytes: Uint8Array, keys: readonly string[] | null): Verdict => {
  const text = textIn(bytes) ?? ''
  const evidence = readEvidence(text)
  if (!evidence)
    return { kind: 'unknown', findings: [{ name: 'unknown-file' }], evidence: null, signedBy: null }
  // It is issued in the one way in which it can be written.
  const isAsWritten = evidenceText(evidence) === text
  const findings = [...(isAsWritten ? [] : [altered]), ...judgeEvidence(evidence, keys)]
  return { kind: 'evidence', findings: once(findings), evidence, signedBy: evidence.signature.publicKey }
}

/**
 * Says whether a file is as it was issued: a signed PDF, the JSON of its evidence, or a package of the archive. By the public
 * key alone; nothing is asked of any register.
 * @param keys the public keys that may have signed it; null: whoever the file names, which says only that nobody changed it
 */
export const verifyFile = (bytes: Uint8Array, keys: readonly string[] | null): Verdict => {
  const start = Buffer.from(bytes.subarray(0, 5)).toString('latin1')
  const room = newRoom()
  if (start === '%PDF-') return verifyPdf(bytes, keys, room)
  return start.startsWith('PK\x03\x04') ? verifyPackage(bytes, keys, room) : verifyText(bytes, keys)
}
