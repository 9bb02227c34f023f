import { countOf, type Report, type Result } from './report.ts'

const longest = 240

/**
 * What came from outside, fit for a line of a report: short, in one line, and without what a terminal would obey.
 * @param secret what must not stand in a report, the key
 */
export const tidy = (text: string, secret: string): string => {
  const line = text
    .replaceAll(secret, '(the key)')
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
  return line.length > longest ? `${line.slice(0, longest).toWellFormed()}…` : line
}

const marks = { pass: 'pass', fail: 'FAIL', 'not-applicable': 'n/a ' } as const

const linesOf = ({ id, clause, outcome, expected, came }: Result) => [
  `${marks[outcome]}  ${id.padEnd(26)} ${clause}`,
  ...(expected === null ? [] : [`        expected: ${expected}`]),
  ...(came === null ? [] : [`        ${outcome === 'fail' ? 'came:    ' : 'because: '} ${came}`]),
]

export const countLine = (report: Report): string =>
  `${countOf(report, 'pass')} passed, ${countOf(report, 'fail')} failed, ${countOf(report, 'not-applicable')} not applicable.`

/** Whom and what a report is about. */
export const headLines = ({ url, at, system, contract, requests }: Report): string[] => [
  `Tested    ${url}, ${system.name} ${system.version}`,
  `At        ${at}, with ${requests} requests`,
  `Contract  ${contract.version}, sha256 ${contract.sha256}`,
]

/** A report for people. Only the JSON can be verified. */
export const printReport = (report: Report): string[] => [
  ...['Kaiku conformance report', '', ...headLines(report), ''],
  ...report.results.flatMap(linesOf),
  ...['', countLine(report), ''],
  `Signed by ${report.signature.publicKey} (Ed25519)`,
  report.signature.value,
]
