import { expect, it } from 'vitest'
import { closingLine, tallyOf, total } from './tally.ts'

const file = (name: string, status: string, ...tests: string[]) => ({
  name,
  status,
  message: '',
  assertionResults: tests.map((test, i) => ({ fullName: `test ${i}`, status: test, failureMessages: [] })),
})

const report = (...testResults: ReturnType<typeof file>[]) => ({
  numTotalTests: 0,
  success: true,
  testResults,
})

it('counts the tests of all files, and closes with one line', () => {
  const tally = tallyOf(
    report(
      file('a.test.ts', 'passed', 'passed', 'passed', 'skipped'),
      file('b.test.ts', 'failed', 'passed', 'failed', 'todo'),
      file('a.test.ts', 'passed', 'passed'),
    ),
    false,
  )
  expect(closingLine(tally)).toBe('4 passed, 1 failed, 2 skipped')
  expect(tally.skipped).toEqual(['a.test.ts: test 2', 'b.test.ts: test 2'])
})

it('counts a file that broke before its first test as failed', () => {
  const tally = tallyOf(report(file('a.test.ts', 'failed'), file('b.test.ts', 'passed', 'passed')), false)
  expect(closingLine(tally)).toBe('1 passed, 1 failed, 0 skipped')
})

it('never calls a run good that vitest calls bad', () => {
  expect(tallyOf(report(file('a.test.ts', 'passed', 'passed')), false).failed).toBe(1)
  expect(tallyOf(report(), false).failed).toBe(1)
  expect(tallyOf(report(file('a.test.ts', 'passed', 'passed')), true).failed).toBe(0)
})

it('adds up the parts of a run', () => {
  const checks = { passed: 3, failed: 1, skipped: [] }
  const tests = { passed: 40, failed: 0, skipped: ['a.test.ts on PostgreSQL'] }
  expect(closingLine(total([checks, tests]))).toBe('43 passed, 1 failed, 1 skipped')
})
