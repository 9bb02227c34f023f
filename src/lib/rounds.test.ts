import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { startRounds } from './rounds.ts'

const failing = (error: unknown) => {
  throw error
}

test('the next round begins only when the one before has ended, and none after stopping', async () => {
  let [running, most, ended] = [0, 0, 0]
  const round = async () => {
    running += 1
    most = Math.max(most, running)
    await wait(20)
    running -= 1
    ended += 1
  }
  const { stop } = startRounds({ round, every: 2, onError: failing })
  await expect.poll(() => ended).toBeGreaterThan(2)
  await stop()
  const [atStop] = [ended]
  await wait(50)
  expect({ most, running, ended }).toEqual({ most: 1, running: 0, ended: atStop })
})

test('a failed round is told of, and the next one begins all the same', async () => {
  const told: unknown[] = []
  let tries = 0
  const round = async () => {
    tries += 1
    throw new Error(`Try ${tries}`)
  }
  const { stop } = startRounds({ round, every: 2, onError: (error) => told.push(error) })
  await expect.poll(() => told.length).toBeGreaterThan(1)
  await stop()
  expect(told.slice(0, 2)).toEqual([new Error('Try 1'), new Error('Try 2')])
})

test('a long round is asked to end, or a last whole one is made', async () => {
  let isEnded = false
  const long = async (isStopped: () => boolean) => {
    while (!isStopped()) await wait(1)
    isEnded = true
  }
  await startRounds({ round: long, every: 10_000, onError: failing }).stop()
  expect(isEnded).toBe(true)

  const kept: string[] = []
  const waiting = ['first']
  const copy = async () => {
    kept.push(...waiting.splice(0))
  }
  const copying = startRounds({ round: copy, every: 10_000, onError: failing, atEnd: 'last-round' })
  await expect.poll(() => kept).toEqual(['first'])
  waiting.push('last')
  await copying.stop()
  expect(kept).toEqual(['first', 'last'])
})
