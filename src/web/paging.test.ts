import { expect, test } from 'vitest'
import { z } from 'zod'
import { paged, pageOf } from './paging.ts'

const query = z.object(paged(z.tuple([z.iso.datetime(), z.uuid()])))
const at = '2026-05-04T09:00:00.000Z'
const id = '0196a1b2-0000-7000-8000-000000000000'
const rows = [1, 2, 3].map((number) => ({ at, id: id.replace(/.$/, String(number)) }))

test('a page ends with the place from which the next one goes on', () => {
  const { rows: shown, nextCursor } = pageOf(rows, 2, (row) => [row.at, row.id])
  expect(shown).toEqual(rows.slice(0, 2))
  expect(query.parse({ cursor: nextCursor, limit: '7' })).toEqual({ cursor: [at, rows[1]!.id], limit: 7 })
})

test('the last page has no next one, also when it is full or empty', () => {
  expect(pageOf(rows, 3, (row) => row.id).nextCursor).toBeNull()
  expect(pageOf([], 3, () => 1).nextCursor).toBeNull()
})

const encoded = (place: unknown) => Buffer.from(JSON.stringify(place)).toString('base64url')
test.each([
  ['no cursor of any list', 'xyz'],
  ['nothing', ''],
  ['the cursor of another list', encoded([1])],
  ['a place that is none', encoded([at, 'x'])],
  ['more than a place', encoded([at, id, id])],
])('%s is refused', (_, cursor) =>
  expect(query.safeParse({ cursor }).error?.issues[0]?.path).toEqual(['cursor']),
)

test.each(['0', '201', '1.5', 'x', '', '1e9'])('%s is no number of rows', (limit) =>
  expect(query.safeParse({ limit }).success).toBe(false),
)
