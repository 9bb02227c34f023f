import { z } from 'zod'

export type Tally = { passed: number; failed: number; skipped: string[] }

const Report = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
})

/**
 * Counts the tests in the report of vitest's JSON reporter. A file that broke before its first test counts
 * as one failed test, and so does a run that failed for no reason the report knows (`runPassed` is vitest's
 * exit code being 0), so that nothing goes wrong without being counted. The skipped are kept by name.
 */
export const tallyOf = (report: unknown, runPassed: boolean): Tally => {
  const files = Report.parse(report).testResults
  const tests = files.flatMap((file) =>
    file.assertionResults.map(({ fullName, status }) => ({ name: `${file.name}: ${fullName}`, status })),
  )
  const count = (status: string) => tests.filter((test) => test.status === status).length
  const broken = files.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
  )
  const failed = count('failed') + broken.length
  return {
    passed: count('passed'),
    failed: failed === 0 && !runPassed ? 1 : failed,
    skipped: tests.filter(({ status }) => status !== 'passed' && status !== 'failed').map(({ name }) => name),
  }
}

/** Adds up what several parts of a run counted. */
export const total = (tallies: Tally[]): Tally => ({
  passed: tallies.reduce((sum, { passed }) => sum + passed, 0),
  failed: tallies.reduce((sum, { failed }) => sum + failed, 0),
  skipped: tallies.flatMap(({ skipped }) => skipped),
})

/** The one line that a person or a program looks for at the end. */
export const closingLine = ({ passed, failed, skipped }: Tally): string =>
  `${passed} passed, ${failed} failed, ${skipped.length} skipped`
