import { existsSync, readFileSync } from 'node:fs'
import { verifyReport } from '../conformance/report.ts'
import { countLine, headLines } from '../conformance/text.ts'
import { readPublicText } from '../lib/ed25519.ts'
import { type Command, textOf } from './command.ts'

const readReport = (file: string | undefined): string => {
  if (file === undefined) throw new Error('Say which report: a file that --json or --save made.')
  if (!existsSync(file)) throw new Error(`There is no file ${file}.`)
  return readFileSync(file, 'utf8')
}

/** A key by itself, or the file that it stands in. */
const readKey = (given: string | undefined): string | null =>
  given === undefined ? null : readPublicText(existsSync(given) ? readFileSync(given, 'utf8') : given)

const sentences = {
  'no-report': 'This is no conformance report.',
  changed: 'The report is not as it was signed.',
  'other-key': 'The report is whole, but another key signed it.',
}

export const conformanceVerifyCommand: Command = {
  name: 'conformance verify',
  usage: '<report.json> [--public-key <key or file>]',
  what: 'Says whether a conformance report is as it was signed, and by which key. With --public-key it has to be that one. Ends with 1 when it is not; what the report found is another matter.',
  options: { 'public-key': { type: 'string' } },
  needsDatabase: false,
  run: async ({ words, options, print }) => {
    const publicKey = readKey(textOf(options, 'public-key'))
    const verdict = verifyReport(readReport(words[0]), publicKey)
    if (verdict.outcome !== 'whole') {
      print(options.json ? JSON.stringify(verdict) : sentences[verdict.outcome])
      return 1
    }
    const { report } = verdict
    const by = report.signature.publicKey
    if (options.json) print(JSON.stringify({ outcome: 'whole', publicKey: by }))
    else {
      print(`The report is whole. It was signed by ${by}.`)
      for (const line of [...headLines(report), countLine(report)]) print(line)
      if (publicKey === null) print('Ask whoever gave you the report whether that is their key.')
    }
    return 0
  },
}
