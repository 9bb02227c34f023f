import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { newAdmission } from './admission.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const limits = { places: 2, waiting: 5, longWait: 500, shortWait: 50 }

/** Requests that last until they are ended by hand, in the order in which they began. */
const newDesk = () => {
  const admit = newAdmission<string>(limits)
  const begun: (() => void)[] = []
  const ask = (hasGone = () => false) =>
    Promise.resolve(
      admit({
        run: () => new Promise((done) => begun.push(() => done('done'))),
        refuse: () => 'busy',
        hasGone,
      }),
    )
  const endOne = async () => {
    begun.shift()!()
    for (let turn = 0; turn < 10; turn++) await Promise.resolve()
  }
  return { ask, endOne, begun }
}

test('so many are under way at once, and the next one begins when one of them ends', async () => {
  const { ask, endOne, begun } = newDesk()
  const answers = [ask(), ask(), ask()]
  expect(begun).toHaveLength(2)
  await endOne()
  expect(begun).toHaveLength(2)
  await endOne()
  await endOne()
  expect(await Promise.all(answers)).toEqual(['done', 'done', 'done'])
})

test('a place is free again after work that fails', async () => {
  const admit = newAdmission<string>({ ...limits, places: 1 })
  const fail = () =>
    Promise.resolve(admit({ run: () => Promise.reject(new Error('x')), refuse: () => 'busy' }))
  await expect(fail()).rejects.toThrow('x')
  await expect(fail()).rejects.toThrow('x')
})

test('whoever finds the line full is told at once', async () => {
  const { ask } = newDesk()
  for (let asked = 0; asked < limits.places + limits.waiting; asked++) void ask()
  expect(await ask()).toBe('busy')
})

test('a burst waits as long as it may, then is sent away although nothing ends', async () => {
  const { ask } = newDesk()
  void ask()
  void ask()
  let answer = ''
  void ask().then((said) => {
    answer = said
  })
  await vi.advanceTimersByTimeAsync(450)
  expect(answer).toBe('')
  await vi.advanceTimersByTimeAsync(100)
  expect(answer).toBe('busy')
})

test('while the line never empties one waits a moment only; once it has been empty, long again', async () => {
  const { ask, endOne, begun } = newDesk()
  void ask()
  void ask()
  const answers: string[] = []
  const note = () => void ask().then((said) => answers.push(said))
  for (let step = 0; step < 30; step++) {
    note()
    await vi.advanceTimersByTimeAsync(25)
    if (step % 2 === 0) await endOne()
  }
  // More came than was done: by now nobody is let wait for longer than a moment.
  answers.length = 0
  note()
  await vi.advanceTimersByTimeAsync(100)
  expect(answers).toContain('busy')

  while (begun.length > 0) await endOne()
  answers.length = 0
  void ask()
  void ask()
  note()
  await vi.advanceTimersByTimeAsync(400)
  expect(answers).toEqual([])
})

test('whoever has hung up meanwhile is not served', async () => {
  const { ask, endOne, begun } = newDesk()
  void ask()
  void ask()
  const answer = ask(() => true)
  await endOne()
  expect(await answer).toBe('busy')
  expect(begun).toHaveLength(1)
})
