/**
 * `npm test`: the checks, then every test, then one line that says how many passed, failed and were skipped.
 * `npm test -- src/cards` runs only the tests whose path holds those words, without the checks.
 * With CI=true a skipped test is a failure: there, everything has to have been run.
 */
import { ensureChromium } from './lib/browser.ts'
import { runChecks } from './lib/checks.ts'
import { hasPostgres } from './lib/postgres.ts'
import { lineFor, type Outcome, ROOT, timed } from './lib/steps.ts'
import { closingLine, type Tally, total } from './lib/tally.ts'
import { kindOf, listTestFiles } from './lib/test-files.ts'
import { runVitest } from './lib/vitest-run.ts'

const args = process.argv.slice(2)
const words = args.filter((arg) => !arg.startsWith('-')).map((arg) => arg.replace(/^\.\//, ''))
const files = listTestFiles(ROOT)
  .filter((file) => words.length === 0 || words.some((word) => file.includes(word)))
  .map((file) => ({ file, kind: kindOf(ROOT, file) }))

const everything = args.length === 0
console.log(
  everything
    ? `Running the checks and ${files.length} test files.`
    : `Running ${files.length} test files, without the checks.`,
)

const steps: Outcome[] = everything ? await runChecks() : []

if (files.some(({ kind }) => kind === 'browser')) {
  steps.push(
    await timed('a browser is there', async () => {
      console.log(`\n▸ Browser tests run in ${ensureChromium()}`)
      return true
    }),
  )
}

const leftOut = hasPostgres() ? [] : files.filter(({ kind }) => kind === 'database' || kind === 'postgres')
if (leftOut.length > 0) {
  console.log(
    '\n▸ No PostgreSQL 15 or newer here, and no TEST_DATABASE_URL: tests on PostgreSQL are skipped.',
  )
}

const { outcome, tally } = await runVitest(args)
const ofSteps: Tally = {
  passed: steps.filter(({ passed }) => passed).length,
  failed: steps.filter(({ passed }) => !passed).length,
  skipped: leftOut.map(({ file }) => `${file} on PostgreSQL`),
}
const all = total([ofSteps, tally])

console.log(`\n${[...steps, outcome].map(lineFor).join('\n')}`)
for (const name of all.skipped) console.log(`skipped: ${name.replace(`${ROOT}/`, '')}`)
const mustRunAll = process.env.CI === 'true'
if (mustRunAll && all.skipped.length > 0) console.log('With CI=true, a skipped test is a failure.')
console.log(`\n${closingLine(all)}`)
if (all.failed > 0 || (mustRunAll && all.skipped.length > 0)) process.exitCode = 1
