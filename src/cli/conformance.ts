import type { KeyObject } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { Config } from '../config.ts'
import { isKept, type Report, signReport } from '../conformance/report.ts'
import { mostRequests, runChecks } from '../conformance/run.ts'
import { readTarget, readTestKey } from '../conformance/target.ts'
import { printReport } from '../conformance/text.ts'
import { readOldKeys } from '../db/keys.ts'
import { keyOfSeed, readPrivateKey } from '../lib/ed25519.ts'
import { keyFor } from '../lib/sealed.ts'
import { type Command, textOf } from './command.ts'
import { progressOn } from './progress.ts'

/** What the signing key is drawn from the key file for; another purpose would be another key. */
const purpose = 'conformance-report'

/** @throws Error with a sentence for people when there is no such file */
const readFile = (file: string): string => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new Error(`There is no file ${file} that can be read.`)
  }
}

/** Who signs: the key that was given, else one that is drawn from the key file of this installation. */
const findSigner = (file: string | undefined, { keyFile }: Config): KeyObject => {
  if (file !== undefined) return readPrivateKey(readFile(file))
  if (!existsSync(keyFile))
    throw new Error(
      `There is no key file ${keyFile} to sign with. Set KAIKU_KEY_FILE, or say --signing-key <file>; make one with: openssl genpkey -algorithm ed25519`,
    )
  return keyOfSeed(keyFor(readOldKeys(keyFile), purpose))
}

const textOfReport = (report: Report) => JSON.stringify(report, null, 2)

/** @param config read only when the command runs: a wrong setting must not keep `--help` from answering */
export const conformanceCommand = (config: () => Config): Command => ({
  name: 'conformance',
  usage: '<url> --key <kk_test_…> [--signing-key <file>] [--save <file>]',
  what: `Tries the contract of the public API against any installation, with a test key, and prints a signed report. It empties the sandbox of the key's program and sends at most ${mostRequests} requests. --save writes the report as JSON too. Ends with 1 when a promise is not kept.`,
  options: {
    ...{ key: { type: 'string' }, 'signing-key': { type: 'string' }, save: { type: 'string' } },
  },
  needsDatabase: false,
  run: async ({ words, options, now, print, note }) => {
    const origin = readTarget(words[0])
    const key = readTestKey(textOf(options, 'key'))
    const signer = findSigner(textOf(options, 'signing-key'), config())
    const bar = progressOn(process.stderr)
    const progress = (done: number, all: number, id: string) => bar.show(id.padEnd(26), done / all)
    const unsigned = await runChecks({ origin, key, at: now, progress }).finally(bar.end)
    const report = signReport(unsigned, signer)
    const file = textOf(options, 'save')
    if (file !== undefined) {
      writeFileSync(file, `${textOfReport(report)}\n`)
      note(`The report is in ${file}.`)
    }
    for (const line of options.json ? [textOfReport(report)] : printReport(report)) print(line)
    return isKept(report) ? 0 : 1
  },
})
