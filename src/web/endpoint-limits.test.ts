import { expect, test } from 'vitest'
import { limitHeaders, newLimits, programLimit } from './endpoint-limits.ts'

const { quota, seconds } = programLimit
const start = Date.parse('2026-05-04T09:00:00Z')
const after = (passed: number) => new Date(start + passed * 1000)
const spend = (limits: ReturnType<typeof newLimits>, times: number, at: Date) =>
  Array.from({ length: times }, () => limits.takeKnown('key', at)!).at(-1)!

test('a program may ask as often as it is said, and then waits a second', () => {
  const limits = newLimits()
  expect(limits.takeKnown('key', after(0))).toBeNull()
  expect(limits.takeFirst('key', 'program', after(0))).toEqual({ left: quota - 1, full: 1, wait: 0 })
  expect(spend(limits, quota - 1, after(0))).toEqual({ left: 0, full: seconds, wait: 0 })
  expect(spend(limits, 5, after(0))).toEqual({ left: 0, full: seconds, wait: 1 })
})

test('the limit fills evenly, never beyond its size, and asking too early costs nothing', () => {
  const limits = newLimits()
  limits.takeFirst('key', 'program', after(0))
  spend(limits, quota + 50, after(0))
  expect(spend(limits, quota / seconds, after(1)).wait).toBe(0)
  expect(spend(limits, 1, after(1)).wait).toBe(1)
  expect(spend(limits, 1, after(1000)).left).toBe(quota - 1)
})

test('a clock that goes back gives nothing, and takes nothing for good', () => {
  const limits = newLimits()
  limits.takeFirst('key', 'program', after(0))
  spend(limits, quota, after(0))
  expect(spend(limits, 1, after(-3600)).wait).toBe(1)
  expect(spend(limits, 1, after(1)).wait).toBe(0)
})

test('two keys of one program share its limit, and another program has its own', () => {
  const limits = newLimits()
  limits.takeFirst('key', 'program', after(0))
  expect(limits.takeFirst('newer', 'program', after(0)).left).toBe(quota - 2)
  expect(limits.takeFirst('other', 'another', after(0)).left).toBe(quota - 1)
})

test('the headers are those of the draft', () =>
  expect(limitHeaders({ left: 7, full: 3, wait: 0 })).toEqual({
    'ratelimit-policy': '"program";q=3000;w=10',
    ratelimit: '"program";r=7;t=3',
  }))
