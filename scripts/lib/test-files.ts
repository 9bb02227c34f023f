import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

const PLACES = ['src', 'scripts', 'test', 'bench', 'clients']

/**
 * How a test file is run: without a database, the same in a process of its own, on both databases, on one of them
 * (PostgreSQL where there is one), on PostgreSQL alone, or with a browser.
 */
type Kind = 'unit' | 'alone' | 'database' | 'long' | 'postgres' | 'browser'

/** Every test file under `root`, with its path from there, sorted. */
export const listTestFiles = (root: string): string[] =>
  PLACES.filter((place) => existsSync(join(root, place)))
    .flatMap((place) =>
      readdirSync(join(root, place), { recursive: true, encoding: 'utf8' }).map((file) => join(place, file)),
    )
    .filter((file) => /\.test\.tsx?$/.test(file))
    .sort()

/**
 * The kind of one test file. Three kinds are said by its name: `*.postgres.test.ts`, `*.browser.test.ts`, and
 * `*.long.test.ts` for what tries thousands of cases of one thing and would say the same twice.
 * For the others the imports tell: who imports `test/world.ts`, itself or through a helper under `test/`,
 * needs a database. So nobody has to keep a list, and no test can forget to be on it.
 */
export const kindOf = (root: string, file: string): Kind => {
  if (/\.postgres\.test\.tsx?$/.test(file)) return 'postgres'
  if (/\.browser\.test\.tsx?$/.test(file)) return 'browser'
  if (/\.long\.test\.tsx?$/.test(file)) return 'long'
  if (reachesWorld(join(resolve(root), 'test'), resolve(root, file), new Set())) return 'database'
  // What stands in for a module comes too late where another file has loaded that module already.
  return /\bvi\.(?:mock|spyOn)\(/.test(readFileSync(join(root, file), 'utf8')) ? 'alone' : 'unit'
}

const reachesWorld = (helpers: string, file: string, seen: Set<string>): boolean => {
  if (file === join(helpers, 'world.ts')) return true
  if (seen.has(file) || !existsSync(file)) return false
  seen.add(file)
  return importsOf(readFileSync(file, 'utf8'))
    .map((path) => resolve(dirname(file), path))
    .filter((path) => path.startsWith(`${helpers}/`))
    .some((path) => reachesWorld(helpers, path, seen))
}

/** The relative paths that the code imports at run time; `import type` is gone by then. */
const importsOf = (code: string): string[] =>
  [
    ...code.matchAll(
      /^(?:import|export)\s+(?!type\b)[^'"]*?['"](\.[^'"]+)['"]|\bimport\(\s*['"](\.[^'"]+)['"]/gm,
    ),
  ].map((match) => match[1] ?? match[2] ?? '')
