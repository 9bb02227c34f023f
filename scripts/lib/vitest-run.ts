import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Outcome, runStep } from './steps.ts'
import { type Tally, tallyOf } from './tally.ts'

/** Runs vitest once, shown as ever, and counts what it did from its JSON report. `args` are vitest's own. */
export const runVitest = async (args: string[]): Promise<{ outcome: Outcome; tally: Tally }> => {
  const folder = mkdtempSync(join(tmpdir(), 'kaiku-report-'))
  const file = join(folder, 'report.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  try {
    const outcome = await runStep({ name: 'tests', command: ['vitest', 'run', ...reporters, ...args] })
    const report: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { testResults: [] }
    return { outcome, tally: tallyOf(report, outcome.passed) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
