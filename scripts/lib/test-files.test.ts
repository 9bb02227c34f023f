import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { kindOf, listTestFiles } from './test-files.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'kaiku-files-'))
})
afterEach(() => rmSync(root, { recursive: true }))

const write = (file: string, code = '') => {
  mkdirSync(dirname(join(root, file)), { recursive: true })
  writeFileSync(join(root, file), code)
  return file
}

it('lists the test files of every room, and nothing else', () => {
  write('src/cards/rules.test.ts')
  write('src/cards/rules.ts')
  write('src/cards/views.test.tsx')
  write('test/world.ts')
  write('scripts/lib/tally.test.ts')
  expect(listTestFiles(root)).toEqual([
    'scripts/lib/tally.test.ts',
    'src/cards/rules.test.ts',
    'src/cards/views.test.tsx',
  ])
})

it.each([
  ["import { newWorld } from '../../test/world.ts'", 'database'],
  ["import {\n  newWorld,\n  type World,\n} from '../../test/world.ts'", 'database'],
  ['const { newWorld } = await import(WORLD)', 'database'],
  ["import { makeCard } from '../../test/makers.ts'", 'database'],
  ["import { vi } from 'vitest'\nvi.mock('node:fs')", 'alone'],
  ["import type { World } from '../../test/world.ts'", 'unit'],
  ["import { day } from '../../test/days.ts'", 'unit'],
  ["import { it } from 'vitest'\n// from '../../test/world.ts'", 'unit'],
  ["import { recordUse } from '../db/world.ts'", 'unit'],
])('reads the kind from the imports: %s', (code, kind) => {
  write('test/world.ts')
  write('test/days.ts')
  write('test/makers.ts', "import { day } from './days.ts'\nimport { newWorld } from './world.ts'")
  // Written out above, the dynamic import would make this very file a database test.
  const file = write('src/uses/queries.test.ts', code.replace('WORLD', "'../../test/world.ts'"))
  expect(kindOf(root, file)).toBe(kind)
})

it('ends also when helpers import each other', () => {
  write('test/a.ts', "export * from './b.ts'")
  write('test/b.ts', "export * from './a.ts'")
  expect(kindOf(root, write('test/a.test.ts', "import './a.ts'"))).toBe('unit')
})

it('lets the name say what needs PostgreSQL or a browser', () => {
  expect(kindOf(root, write('src/db/guesses.long.test.ts'))).toBe('long')
  expect(kindOf(root, write('src/db/locks.postgres.test.ts'))).toBe('postgres')
  expect(kindOf(root, write('test/e2e/desk.browser.test.ts'))).toBe('browser')
})
