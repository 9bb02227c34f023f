import { randomUUID } from 'node:crypto'
import type { Answer } from './caller.ts'
import { codeOf } from './cards.ts'
import type { Check } from './check.ts'
import { must, mustAnswer, mustPoint, mustRefuse, rowsOf, saysSame } from './judging.ts'
import { cancelUse, idOf, listAll, recordBatch, recordUse, resetSandbox } from './recording.ts'
import type { Tested } from './tested.ts'

const isReplayed = ({ headers }: Answer) => headers.get('idempotency-replayed') === 'true'

/** How many more uses there are after something was done. */
const addedBy = async (tested: Tested, act: () => Promise<void>): Promise<number> => {
  const before = (await listAll(tested)).length
  await act()
  return (await listAll(tested)).length - before
}

const mustAdd = async (tested: Tested, expected: number, act: () => Promise<void>) => {
  const added = await addedBy(tested, act)
  must(added === expected, `${expected} more in the list`, `${added} more`)
}

const copies = (count: number) => Array.from({ length: count }, () => codeOf('valid'))
const taken = ['valid', 'validWithChildren', 'community', 'expiresToday'] as const
/** As a day of sales has them: cards in turn. */
const mixed = (count: number) =>
  Array.from({ length: count }, (_, index) => codeOf(taken[index % taken.length]!))
const statusesOf = (answer: Answer) => rowsOf(answer, 'items').map(({ status }) => status)

const nextKeys = (count: number) => Array.from({ length: count }, () => randomUUID())

/** The largest batch, and the longest part of a run: 500 uses are recorded. */
export const largestBatchCheck: Check = {
  id: 'batch.most',
  clause: 'Batches: 500 uses at once, and not 501.',
  run: async (tested) => {
    await mustAdd(tested, 500, async () => {
      const answer = await recordBatch(tested, 'all-or-nothing', mixed(500))
      mustAnswer(answer, 201)
      must(statusesOf(answer).length === 500, '500 items', `${statusesOf(answer).length} items`)
      const refused = await recordBatch(tested, 'all-or-nothing', mixed(501))
      mustRefuse(refused, 422, 'validation-failed')
      mustPoint(refused, '/items')
    })
    mustAnswer(await resetSandbox(tested), 200)
  },
}

export const idempotencyChecks: Check[] = [
  {
    id: 'idempotency.missing',
    clause: 'Idempotency: recording needs a key of 1 to 255 printable characters.',
    run: async (tested) => {
      const { ask, siteId } = tested
      const body = { code: codeOf('valid'), siteId, adults: 1, children: 0 }
      mustRefuse(await ask({ method: 'POST', path: '/api/v1/uses', body }), 400, 'idempotency-key-missing')
      const long = await recordUse(tested, codeOf('valid'), {}, 'x'.repeat(256))
      mustRefuse(long, 400, 'idempotency-key-missing')
      idOf(await recordUse(tested, codeOf('valid'), {}, randomUUID().padEnd(255, 'x')))
    },
  },
  {
    id: 'idempotency.replay',
    clause: 'Idempotency: a repeat is answered as the first time, says so, and records nothing.',
    run: async (tested) => {
      const key = randomUUID()
      await mustAdd(tested, 1, async () => {
        const first = await recordUse(tested, codeOf('valid'), {}, key)
        idOf(first)
        must(!isReplayed(first), 'no Idempotency-Replayed the first time', 'it is there')
        const second = await recordUse(tested, codeOf('valid'), {}, key)
        mustAnswer(second, first.status)
        must(saysSame(first, second), first.text, second)
        must(
          isReplayed(second),
          'Idempotency-Replayed: true',
          second.headers.get('idempotency-replayed') ?? 'none',
        )
      })
    },
  },
  {
    id: 'idempotency.other-body',
    clause: 'Idempotency: the same key with another body is refused.',
    run: async (tested) => {
      const key = randomUUID()
      await mustAdd(tested, 1, async () => {
        idOf(await recordUse(tested, codeOf('valid'), {}, key))
        const other = await recordUse(tested, codeOf('valid'), { adults: 2 }, key)
        mustRefuse(other, 422, 'idempotency-key-reused-with-other-body')
      })
    },
  },
  {
    id: 'idempotency.cancelled',
    clause: 'Idempotency: a key stays taken when its use was cancelled.',
    run: async (tested) => {
      const key = randomUUID()
      await mustAdd(tested, 1, async () => {
        const first = await recordUse(tested, codeOf('valid'), {}, key)
        mustAnswer(await cancelUse(tested, idOf(first)), 200)
        must(saysSame(first, await recordUse(tested, codeOf('valid'), {}, key)), first.text, 'another answer')
        const other = await recordUse(tested, codeOf('valid'), { adults: 2 }, key)
        mustRefuse(other, 422, 'idempotency-key-reused-with-other-body')
      })
    },
  },
  {
    id: 'idempotency.refused',
    clause: 'Idempotency: a refusal is not kept; what was refused is corrected and sent with its key.',
    run: async (tested) => {
      const key = randomUUID()
      mustRefuse(
        await recordUse(tested, codeOf('validWithChildren'), { children: 3 }, key),
        409,
        'children-exceed-card',
      )
      idOf(await recordUse(tested, codeOf('validWithChildren'), { children: 2 }, key))
    },
  },
  {
    id: 'idempotency.at-once',
    clause: 'Idempotency: of two at once one is recorded; the other gets the same answer or a 409.',
    run: async (tested) => {
      const key = randomUUID()
      await mustAdd(tested, 1, async () => {
        const both = await Promise.all([0, 1].map(() => recordUse(tested, codeOf('valid'), {}, key)))
        const recorded = both.filter(({ status }) => status === 201)
        must(recorded.length > 0, 'one 201', both[0]!)
        for (const answer of both)
          if (answer.status === 201) must(saysSame(answer, recorded[0]!), recorded[0]!.text, answer)
          else mustRefuse(answer, 409, 'idempotency-in-progress')
      })
    },
  },
  {
    id: 'batch.whole',
    clause: 'Batches: all-or-nothing records every item, and a repeat of it none.',
    run: async (tested) => {
      const keys = nextKeys(3)
      await mustAdd(tested, 3, async () => {
        const first = await recordBatch(tested, 'all-or-nothing', copies(3), keys)
        mustAnswer(first, 201)
        must(statusesOf(first).join() === '201,201,201', 'three items with 201', first)
        const again = await recordBatch(tested, 'all-or-nothing', copies(3), keys)
        mustAnswer(again, 200)
        must(isReplayed(again), 'Idempotency-Replayed: true', 'no such header')
      })
    },
  },
  {
    id: 'batch.nothing',
    clause: 'Batches: where one item is refused, all-or-nothing records none and points at it.',
    run: (tested) =>
      mustAdd(tested, 0, async () => {
        const codes = [codeOf('valid'), codeOf('lost'), codeOf('valid')]
        const refused = await recordBatch(tested, 'all-or-nothing', codes)
        mustRefuse(refused, 422, 'batch-rejected')
        mustPoint(refused, '/items/1')
      }),
  },
  {
    id: 'batch.per-item',
    clause: 'Batches: per-item records each that can be, and tells of each what became of it.',
    run: (tested) =>
      mustAdd(tested, 2, async () => {
        const codes = [codeOf('valid'), codeOf('lost'), codeOf('valid')]
        const answer = await recordBatch(tested, 'per-item', codes)
        mustAnswer(answer, 200)
        must(statusesOf(answer).join() === '201,409,201', 'items with 201, 409, 201', answer)
      }),
  },
  {
    id: 'batch.same-key',
    clause: 'Batches: an item and a use of its own with one key are one use.',
    run: async (tested) => {
      const key = randomUUID()
      await mustAdd(tested, 1, async () => {
        const id = idOf(await recordUse(tested, codeOf('valid'), {}, key))
        const answer = await recordBatch(tested, 'per-item', copies(1), [key])
        const [item] = rowsOf(answer, 'items') as { use?: { id?: unknown }; replayed?: unknown }[]
        must(item?.use?.id === id && item.replayed === true, `the use ${id}, replayed`, answer)
      })
    },
  },
  {
    id: 'batch.keys',
    clause: 'Batches: each item has a key of its own.',
    run: async (tested) => {
      const [key = ''] = nextKeys(1)
      const refused = await recordBatch(tested, 'per-item', copies(2), [key, key])
      mustRefuse(refused, 422, 'validation-failed')
      mustPoint(refused, '/items/1/key')
    },
  },
]
