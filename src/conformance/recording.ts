import { randomUUID } from 'node:crypto'
import type { Answer } from './caller.ts'
import { must, mustAnswer, rowsOf } from './judging.ts'
import type { Tested } from './tested.ts'

export const checkCard = ({ ask, siteId }: Tested, code: string, more: object = {}) =>
  ask({ method: 'POST', path: '/api/v1/card-checks', body: { code, siteId, ...more } })

export const recordUse = (
  { ask, siteId }: Tested,
  code: string,
  more: object = {},
  key: string = randomUUID(),
) =>
  ask({
    method: 'POST',
    path: '/api/v1/uses',
    body: { code, siteId, adults: 1, children: 0, ...more },
    headers: { 'idempotency-key': key },
  })

type Mode = 'all-or-nothing' | 'per-item'
export const recordBatch = ({ ask, siteId }: Tested, mode: Mode, codes: readonly string[], keys?: string[]) =>
  ask({
    method: 'POST',
    path: '/api/v1/use-batches',
    body: {
      mode,
      items: codes.map((code, index) => ({
        ...{ key: keys?.[index] ?? randomUUID(), code, siteId, adults: 1, children: 0 },
      })),
    },
  })

export const cancelUse = ({ ask }: Tested, id: string, body: object = {}) =>
  ask({ method: 'POST', path: `/api/v1/uses/${encodeURIComponent(id)}/cancellation`, body })

export const resetSandbox = ({ ask }: Tested) =>
  ask({ method: 'POST', path: '/api/v1/sandbox-resets', body: {} })

export const listUses = ({ ask }: Tested, query: Record<string, string> = {}) =>
  ask({ method: 'GET', path: `/api/v1/uses?${new URLSearchParams(query)}` })

/** The id of a use that was recorded. @throws Broken when it was not */
export const idOf = (answer: Answer): string => {
  mustAnswer(answer, 201, 'the use is recorded')
  const { id } = answer.body as { id?: unknown }
  must(typeof id === 'string', 'an id of the use', answer)
  return id as string
}

type Listed = { id: string } & Record<string, unknown>

/** What one page has, and where the next one begins. */
const pageIn = (answer: Answer): { uses: Listed[]; next: string | null } => {
  mustAnswer(answer, 200)
  const { nextCursor } = answer.body as { nextCursor?: unknown }
  must(nextCursor === null || typeof nextCursor === 'string', 'nextCursor: null or a text', answer)
  return { uses: rowsOf(answer, 'uses') as Listed[], next: nextCursor as string | null }
}

/** More pages than any list of a run has. */
const mostPages = 12

/** Reads the whole list, page by page. @throws Broken when it does not come to an end */
export const listAll = async (
  tested: Tested,
  query: Record<string, string> = { limit: '200' },
): Promise<Listed[]> => {
  const all: Listed[] = []
  let cursor: string | null = null
  for (let page = 0; page < mostPages; page += 1) {
    const answer = await listUses(tested, { ...query, ...(cursor === null ? {} : { cursor }) })
    const { uses, next } = pageIn(answer)
    all.push(...uses)
    if (next === null) return all
    cursor = next
  }
  must(false, `a list that ends within ${mostPages} pages`, `${all.length} rows and a further cursor`)
  return all
}
