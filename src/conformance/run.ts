import { version } from '../lib/version.ts'
import { Broken, NotApplicable } from './broken.ts'
import { type Answer, newCaller } from './caller.ts'
import { cardChecks, slowCheck } from './card-checks.ts'
import type { Check } from './check.ts'
import { hashOf } from './document.ts'
import { documentChecks } from './document-checks.ts'
import { idempotencyChecks, largestBatchCheck } from './idempotency-checks.ts'
import { fieldsOf } from './judging.ts'
import { keyChecks } from './key-checks.ts'
import type { Result, Unsigned } from './report.ts'
import { requestChecks } from './request-checks.ts'
import { resetCheck, uncountedCheck } from './sandbox-checks.ts'
import { begin, type Tested } from './tested.ts'
import { tidy } from './text.ts'
import { useChecks } from './use-checks.ts'
import { webhookChecks } from './webhook-checks.ts'
import { pagesCheck, wholeChecks } from './whole-checks.ts'

/** All checks in their order: the sandbox is emptied first, and what is asked of every answer comes last. */
export const allChecks: readonly Check[] = [
  ...documentChecks,
  ...keyChecks,
  resetCheck,
  largestBatchCheck,
  ...cardChecks,
  slowCheck,
  ...useChecks,
  ...idempotencyChecks,
  ...requestChecks,
  ...webhookChecks,
  uncountedCheck,
  ...wholeChecks,
  pagesCheck,
]

/** More requests than this a run never sends; one that finds no fault sends about 250. */
export const mostRequests = 400
/** In milliseconds, for each request: a batch of 500 may take its time on a small machine. */
const timeout = 30_000

export type Given = {
  origin: string
  key: string
  at: Date
  /** Told before each check: its place, how many there are, and its id. */
  progress?: (done: number, all: number, id: string) => void
  checks?: readonly Check[]
}

const failure = (error: unknown): { expected: string; came: string } =>
  error instanceof Broken ? error : { expected: 'an answer that can be read', came: (error as Error).message }

const judge = async ({ id, clause, run }: Check, tested: Tested, key: string): Promise<Result> => {
  const said = { id, clause, expected: null, came: null }
  try {
    await run(tested)
    return { ...said, outcome: 'pass' }
  } catch (error) {
    if (error instanceof NotApplicable)
      return { ...said, outcome: 'not-applicable', came: tidy(error.message, key) }
    const { expected, came } = failure(error)
    return { ...said, outcome: 'fail', expected: tidy(expected, key), came: tidy(came, key) }
  }
}

const systemOf = (me: Answer, key: string) => {
  const { name, version } = (fieldsOf(me).system ?? {}) as Record<string, unknown>
  return { name: tidy(String(name ?? 'unnamed'), key), version: tidy(String(version ?? 'untold'), key) }
}

const contractOf = ({ document }: Tested, key: string) => {
  const { version } = (fieldsOf(document).info ?? {}) as Record<string, unknown>
  return { version: tidy(String(version ?? 'untold'), key), sha256: hashOf(document.text) }
}

/**
 * Runs the contract against an installation, over HTTP alone.
 * @throws Error with a sentence for people when the run cannot begin
 */
export const runChecks = async ({
  origin,
  key,
  at,
  progress,
  checks = allChecks,
}: Given): Promise<Unsigned> => {
  const caller = newCaller({ origin, key, timeout, most: mostRequests })
  const tested = await begin(caller.ask, caller.answers)
  const results: Result[] = []
  for (const check of checks) {
    progress?.(results.length, checks.length, check.id)
    results.push(await judge(check, tested, key))
  }
  const about = { url: origin, at: at.toISOString(), system: systemOf(tested.me, key) }
  return { ...about, contract: contractOf(tested, key), checker: version, requests: caller.count(), results }
}
