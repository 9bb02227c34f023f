import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Outcome, ROOT, runStep, type Step } from './steps.ts'

const SCHEMA = 'src/db/generate-schema.ts'

const plain = process.stdout.isTTY ? [] : ['--colors=off'] // Biome does not know NO_COLOR

const checks: Step[] = [
  { name: 'format and lint', command: ['biome', 'ci', '.', ...plain] },
  { name: 'types', command: ['tsc', '--noEmit'] },
  { name: 'client package', command: ['tsc', '-p', 'clients/typescript'] },
  { name: 'unused code', command: ['knip', '--no-progress'] },
  { name: 'schema drift', command: ['tsx', SCHEMA, '--check'] },
  { name: 'access drift', command: ['tsx', 'scripts/print-access.ts', '--check'] },
]

/** Each check keeps one core busy. */
const atOnce = 2

/** Runs every check of the code that needs no test, two at a time; a failed one does not stop the next. */
export const runChecks = async (): Promise<Outcome[]> => {
  const waiting = checks.filter(({ command }) => !command.includes(SCHEMA) || existsSync(join(ROOT, SCHEMA)))
  const outcomes: Outcome[] = []
  const runInTurn = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift())
      outcomes.push(await runStep(check, true))
  }
  await Promise.all(Array.from({ length: atOnce }, runInTurn))
  return outcomes
}
