import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newFolder } from '../../test/programs.ts'

/** What a process of the contest does when told: take the lock of a directory, or read a key file. */
const contestant = `
  import { lockDirectory } from '${new URL('./directory-lock.ts', import.meta.url).href}'
  import { readKeys } from '${new URL('./keys.ts', import.meta.url).href}'
  let release = () => {}
  const acts = {
    lock: (path) => { release = lockDirectory(path); return 'owner' },
    release: () => { release(); release = () => {}; return 'released' },
    key: (path) => readKeys(path).cardCode.toString('hex'),
  }
  process.on('message', ({ act, path, at }) => {
    while (Date.now() < at); // all begin within the same millisecond
    try { process.send(acts[act](path)) } catch (error) { process.send(error.message) }
  })
  process.send('ready')`

const place = newFolder()
let contestants: ChildProcess[] = []
beforeAll(async () => {
  contestants = Array.from({ length: 6 }, () =>
    spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', contestant], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    }),
  )
  await Promise.all(contestants.map((child) => once(child, 'message')))
}, 120_000)
afterAll(async () => {
  const ends = contestants.map((child) => once(child, 'exit'))
  for (const child of contestants) child.kill('SIGKILL')
  await Promise.all(ends)
  place.remove()
})

/** Tells all to do the same thing at the same moment; gives what each answers. */
const allAtOnce = (act: 'lock' | 'release' | 'key', path = ''): Promise<string[]> =>
  Promise.all(
    contestants.map(async (child) => {
      const answer = once(child, 'message')
      child.send({ act, path, at: Date.now() + 15 })
      return String((await answer)[0])
    }),
  )

const rounds = 60

test('of many processes that start together on the lock of a killed one, exactly one gets the directory', async () => {
  const directory = join(place.folder, 'data')
  const owners: number[] = []
  for (let round = 0; round < rounds; round++) {
    writeFileSync(`${directory}.lock`, '999999999 1')
    const answers = await allAtOnce('lock', directory)
    owners.push(answers.filter((answer) => answer === 'owner').length)
    for (const answer of answers) expect(answer).toMatch(/^owner$|is in use by process \d+\./)
    await allAtOnce('release')
    expect(readdirSync(place.folder)).toEqual([])
  }
  expect(owners).toEqual(Array(rounds).fill(1))
}, 120_000)

test('first starts at once end with the same key', async () => {
  const file = join(place.folder, 'data.key')
  for (let round = 0; round < rounds; round++) {
    const keys = new Set(await allAtOnce('key', file))
    expect([...keys]).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)])
    expect(readdirSync(place.folder)).toEqual(['data.key'])
    rmSync(file)
  }
}, 120_000)
