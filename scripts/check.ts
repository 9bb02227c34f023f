/** `npm run check`: format, lint, types, unused code and schema drift, in one yes or no. */
import { runChecks } from './lib/checks.ts'
import { lineFor } from './lib/steps.ts'

const outcomes = await runChecks()
console.log(`\n${outcomes.map(lineFor).join('\n')}`)
if (outcomes.some(({ passed }) => !passed)) process.exitCode = 1
