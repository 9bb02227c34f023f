/**
 * `npm run prove`: shows at full size what `npm test` shows at a small one, and sums it up in a table.
 * `npm run prove -- import kill` runs only the proofs of those names.
 */
import { lineFor, type Outcome, runStep } from './lib/steps.ts'
import { proofs } from './proofs.ts'

const names = process.argv.slice(2)
const unknown = names.filter((name) => !proofs.some((proof) => proof.name === name))
const chosen = proofs.filter(({ name }) => names.length === 0 || names.includes(name))

if (unknown.length > 0) {
  console.error(
    `There is no proof named ${unknown.join(', ')}. There are: ${proofs.map(({ name }) => name).join(', ')}.`,
  )
  process.exitCode = 1
} else {
  const outcomes: Outcome[] = []
  for (const { name, what, command } of chosen) {
    console.log(`\n${what}`)
    outcomes.push(await runStep({ name, command }))
  }
  console.log(`\n${outcomes.map(lineFor).join('\n')}`)
  console.log(`${outcomes.filter(({ passed }) => passed).length} of ${outcomes.length} proofs hold.`)
  if (outcomes.some(({ passed }) => !passed)) process.exitCode = 1
}
