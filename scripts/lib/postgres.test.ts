import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { findPostgres } from './postgres.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'kaiku-find-'))
})
afterEach(() => rmSync(root, { recursive: true }))

const install = (version: string, ...programs: string[]) => {
  const bin = join(root, version, 'bin')
  mkdirSync(bin, { recursive: true })
  for (const program of programs) {
    writeFileSync(join(bin, program), '')
    chmodSync(join(bin, program), 0o755)
  }
  return bin
}

it('takes the newest server, counting versions as numbers', () => {
  install('9.6', 'initdb', 'postgres')
  install('15', 'initdb', 'postgres')
  const newest = install('16', 'initdb', 'postgres')
  expect(findPostgres(root)).toBe(newest)
})

it('passes over a newer folder with clients only', () => {
  const server = install('15', 'initdb', 'postgres')
  install('17', 'psql')
  expect(findPostgres(root)).toBe(server)
})

it('finds nothing when all are too old, or there is none', () => {
  install('14', 'initdb', 'postgres')
  expect(findPostgres(root)).toBeUndefined()
  expect(findPostgres(join(root, 'nowhere'))).toBeUndefined()
})
