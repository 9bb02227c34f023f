import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { newFolder } from '../../test/programs.ts'
import { lockDirectory } from './directory-lock.ts'

let place: ReturnType<typeof newFolder>
let [directory, file] = ['', '']
beforeEach(() => {
  place = newFolder()
  directory = join(place.folder, 'data')
  file = `${directory}.lock`
})
afterEach(() => place.remove())

test('the lock names its process, keeps others out, and goes when it is given back', () => {
  const release = lockDirectory(directory)
  expect(readFileSync(file, 'utf8')).toMatch(new RegExp(`^${process.pid} `))
  expect(() => lockDirectory(directory)).toThrow(
    `is in use by process ${process.pid}. Stop that process first`,
  )
  release()
  lockDirectory(directory)()
  expect(readdirSync(place.folder)).toEqual([])
})

test.each([
  ['999999999 1', 'a process that was killed'],
  [`${process.pid} 1`, 'a process whose number another one got'],
  ['', 'a process that was killed before it had written'],
])('the lock “%s” of %s is taken over', (text) => {
  writeFileSync(file, text)
  const release = lockDirectory(directory)
  expect(readFileSync(file, 'utf8')).toMatch(new RegExp(`^${process.pid} `))
  expect(readdirSync(place.folder)).toEqual(['data.lock'])
  release()
})

test('a process killed while it took over is itself taken over, and leaves nothing behind', () => {
  writeFileSync(file, '999999999 1')
  // sha256 of the text above: the place of its heir
  const heir = `${file}.2f75f1760f4f965e`
  writeFileSync(heir, '999999998 1')
  lockDirectory(directory)()
  expect(readdirSync(place.folder)).toEqual([])
})

test('an heir that lives keeps others out, before it has replaced the dead lock', () => {
  writeFileSync(file, '999999999 1')
  writeFileSync(`${file}.2f75f1760f4f965e`, `${process.ppid} `)
  expect(() => lockDirectory(directory)).toThrow(`is in use by process ${process.ppid}.`)
  expect(readFileSync(file, 'utf8')).toBe('999999999 1')
})

test('giving back leaves a lock that is not ours any more', () => {
  const release = lockDirectory(directory)
  writeFileSync(file, '1 another')
  release()
  expect(existsSync(file)).toBe(true)
})
