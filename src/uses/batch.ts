import type { z } from 'zod'
import type { Call, Reply } from '../web/endpoint.ts'
import { ApiProblem, printProblem } from '../web/problem.ts'
import { readJson } from '../web/request-body.ts'
import type { BatchBody, UseBody } from './forms.ts'
import { batchRejected, inProgressOr } from './problems.ts'
import { type Asked, askedOf } from './record.ts'
import type { Register } from './register.ts'
import { type Outcome, type Settled, settle } from './settle.ts'

type Batch = z.output<typeof BatchBody>

/** The body that an item would be as a request of its own: sent alone later, or before, it is the same request. */
const aloneOf = (bodyText: string): string[] => {
  const { items } = readJson(bodyText) as { items: Record<string, unknown>[] }
  return items.map(({ key: _, ...alone }) => JSON.stringify(alone))
}

/** What PostgreSQL says to one of two that wait for each other in a circle: nothing of it is kept. */
const deadlockDetected = '40P01'
const mostAttempts = 3

/**
 * Cards are held in one order, but the same keys may be sent in two orders at once: the batch that gives way begins
 * again, and then finds the answers of the other.
 */
const unlessDeadlocked = async <T>(run: () => Promise<T>, left = mostAttempts): Promise<T> => {
  try {
    return await run()
  } catch (error) {
    if ((error as { code?: string }).code !== deadlockDetected || left <= 1) throw error
    return unlessDeadlocked(run, left - 1)
  }
}

/**
 * Settles uses in one transaction of their own. Nothing of them is kept when `refuse` says why not: wrong codes are paid
 * for all the same.
 */
const settleAlone = async (
  call: Call,
  register: Register,
  asked: readonly Asked[],
  refuse: (settled: Settled) => ApiProblem | null,
): Promise<Settled> => {
  let misses = 0
  const attempt = () =>
    call.act(async (db) => {
      const settled = await settle(db, call, register, asked)
      misses = settled.misses
      const refusal = refuse(settled)
      if (refusal) throw refusal
      return settled
    })
  try {
    return await unlessDeadlocked(attempt)
  } catch (error) {
    return inProgressOr(error)
  } finally {
    await register.payGuesses(call, misses)
  }
}

/** Why a batch that is recorded whole or not at all is not. */
const rejection = (asked: readonly Asked[], { outcomes }: Settled): ApiProblem | null => {
  const refused = asked.flatMap((one, index) => {
    const outcome = outcomes.get(one)
    return outcome instanceof ApiProblem ? [[index, outcome] as const] : []
  })
  const waits = refused.find(([, { problem }]) => problem.type === 'rate-limited')
  if (waits) return waits[1]
  return refused.length > 0 ? batchRejected(refused) : null
}

const itemOf = (index: number, key: string, outcome: Outcome, origin: string) => {
  if (outcome instanceof ApiProblem) {
    const { instance: _, ...refusal } = printProblem(outcome, origin, '')
    return { index, key, status: refusal.status, problem: refusal }
  }
  const { status, answer, replayed } = outcome
  return { index, key, status, replayed, ...(status === 202 ? { waiting: answer } : { use: answer }) }
}

/** Records up to 500 uses: all or none of them, or each that can be. */
export const recordBatch =
  (register: Register) =>
  async (call: Call, { mode, items }: Batch): Promise<Reply> => {
    const alone = aloneOf(call.bodyText)
    const asked = items.map(({ key, ...body }, index) => askedOf(call, key, alone[index]!, body))
    const isWhole = mode === 'all-or-nothing'
    const settled = await settleAlone(call, register, asked, (all) =>
      isWhole ? rejection(asked, all) : null,
    )
    const outcomes = asked.map((one) => settled.outcomes.get(one)!)
    const isNew = outcomes.some((outcome) => !(outcome instanceof ApiProblem || outcome.replayed))
    return {
      status: isWhole && isNew ? 201 : 200,
      body: {
        items: outcomes.map((outcome, index) => itemOf(index, items[index]!.key, outcome, call.origin)),
      },
      headers: isWhole && !isNew ? { 'idempotency-replayed': 'true' } : {},
    }
  }

/** Records one use by the same road as a batch: of the practice cards, where nobody counts the round trips. */
export const recordAlone =
  (register: Register) =>
  async (call: Call, body: z.output<typeof UseBody>): Promise<Reply> => {
    const asked = askedOf(call, call.idempotencyKey, call.bodyText, body)
    const { outcomes } = await settleAlone(call, register, [asked], () => null)
    const outcome = outcomes.get(asked)!
    if (outcome instanceof ApiProblem) throw outcome
    const headers: Record<string, string> = outcome.replayed ? { 'idempotency-replayed': 'true' } : {}
    return { status: outcome.status as 201 | 202, body: outcome.answer, headers }
  }
