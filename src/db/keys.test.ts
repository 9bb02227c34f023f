import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { newFolder } from '../../test/programs.ts'
import { readKeys, readOldKeys } from './keys.ts'

/** What reached the disk, in order: the files system is the real one, its calls are only written down. */
const done = vi.hoisted(() => [] as string[])
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>()
  const opened = new Map<number, string>()
  return {
    ...fs,
    openSync: (path: string, ...rest: [string, number]) => {
      const file = fs.openSync(path, ...rest)
      opened.set(file, path)
      return file
    },
    fsyncSync: (file: number) => {
      done.push(`flush ${opened.get(file)}`)
      fs.fsyncSync(file)
    },
    linkSync: (from: string, to: string) => {
      done.push(`name ${to}`)
      fs.linkSync(from, to)
    },
  }
})

let place: ReturnType<typeof newFolder>
let file = ''
beforeEach(() => {
  done.length = 0
  place = newFolder()
  file = join(place.folder, 'data.key')
})
afterEach(() => place.remove())

test('a new key is on the disk before it has its name, and the name before it is used', () => {
  const keys = readKeys(file)
  expect(done).toEqual([expect.stringMatching(`^flush ${file}\\.`), `name ${file}`, `flush ${place.folder}`])
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(readdirSync(place.folder)).toEqual([basename(file)])
  expect(readKeys(file)).toEqual(keys)
  expect(readOldKeys(file)).toEqual(keys)
})

test('a missing key is not made where a database has been made with one', () => {
  expect(() => readOldKeys(file)).toThrow(
    `The key file ${file} is missing. Restore it from its sealed copy; never make a new one.`,
  )
  expect(readdirSync(place.folder)).toEqual([])
})

test.each(['', '\n', '{}', '{"version":1,"cardCode":"c2hvcnQ="}', 'null'])(
  'a file that holds %j is refused and left as it is',
  (text) => {
    writeFileSync(file, text)
    expect(() => readKeys(file)).toThrow(
      `The key file ${file} is empty or cannot be read. Restore it from its sealed copy; never make a new one.`,
    )
    expect(readFileSync(file, 'utf8')).toBe(text)
  },
)
