import { existsSync, readFileSync, statSync } from 'node:fs'
import { readPublicText } from '../lib/ed25519.ts'
import { tellSignatures } from '../signed-files/evidence-rules.ts'
import type { Finding } from '../signed-files/finding-rules.ts'
import { type Verdict, verifyFile } from '../signed-files/verify-rules.ts'
import { type Command, textOf } from './command.ts'

/** A package of an archive may be larger than what the page takes. */
const largest = 100 * 1024 * 1024

const readFile = (name: string | undefined): Buffer => {
  if (name === undefined) throw new Error('Say which file: a signed PDF, its evidence or a package.')
  if (!existsSync(name)) throw new Error(`There is no file ${name}.`)
  if (statSync(name).size > largest) throw new Error(`${name} is larger than any file of ours.`)
  return readFileSync(name)
}

/** One key or several, parted by commas; each by itself, or the file that it stands in. */
const readKeys = (given: string | undefined): string[] | null =>
  given?.split(',').map((one) => readPublicText(existsSync(one) ? readFileSync(one, 'utf8') : one)) ?? null

const sentences: Record<Finding['name'], string> = {
  'unknown-file': 'This is no signed file, evidence or package of Kaiku.',
  'foreign-signature': 'It was signed with a key that is not among those given.',
  'unsigned-file': 'Its signature is missing.',
  'altered-file': 'It was changed after it was signed.',
  'missing-evidence': 'Its evidence cannot be read.',
  'altered-text': 'The text or its parties are not those that were signed.',
  'chain-altered': 'An event was changed',
  'missing-event': 'An event is missing',
  order: 'The events are out of order.',
  twice: 'The same stands twice',
  'signature-of-other-version': 'A signature is of another text',
  'party-not-signed': 'A party has not signed',
  'missing-file': 'A file of the package is missing',
  'extra-file': 'The package holds a file that does not belong to it',
}

const lineOf = ({ name, event, party, file }: Finding) =>
  [
    `${name}: ${sentences[name]}`,
    ...(event === undefined ? [] : [`event ${event}`]),
    ...[party, file].filter((one) => one !== undefined),
  ].join(' · ')

const wholeLines = ({ evidence, signedBy }: Verdict) => [
  `The file is whole. It was signed by ${signedBy}.`,
  ...(evidence
    ? [
        `Commitment ${evidence.commitment}, issued ${evidence.issuedAt} by ${evidence.origin}, version ${evidence.version}.`,
        ...tellSignatures(evidence).map(
          ({ party, name, title, way, at }) =>
            `  ${party.name}: ${[name, title].filter(Boolean).join(', ')}, ${at.toISOString()}, ${way}`,
        ),
      ]
    : []),
]

export const verifyCommand: Command = {
  name: 'verify',
  usage: '<file> [--key <public key or file>]',
  what: 'Says whether a signed PDF, its evidence or a package of the archive is as it was issued, and names what is not. With --key, one or several parted by commas, it has to be signed by one of them: an installation tells its keys at /.well-known/kaiku-keys.json. Ends with 1 when something is wrong.',
  options: { key: { type: 'string' } },
  needsDatabase: false,
  run: async ({ words, options, print }) => {
    const keys = readKeys(textOf(options, 'key'))
    const verdict = verifyFile(readFile(words[0]), keys)
    const { findings, kind, signedBy } = verdict
    const isWhole = findings.length === 0
    if (options.json) print(JSON.stringify({ whole: isWhole, kind, publicKey: signedBy, findings }))
    else if (isWhole) {
      for (const line of wholeLines(verdict)) print(line)
      if (keys === null) print('Compare the key with the one that the issuer tells: --key was not given.')
    } else for (const finding of findings) print(lineOf(finding))
    return isWhole ? 0 : 1
  },
}
