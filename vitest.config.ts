import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { hasPostgres } from './scripts/lib/postgres.ts'
import { kindOf, listTestFiles } from './scripts/lib/test-files.ts'

const SECOND = 1000
const root = import.meta.dirname

const filesOf = (...kinds: string[]): string[] =>
  listTestFiles(root).filter((file) => kinds.includes(kindOf(root, file)))

/** Files that take a minute and more begin first: begun last, one of them would keep a single core busy at the end. */
const longest =
  /(bad-input|access-matrix|brute-force|guessing|world)\.long|cli\/main\.test|public-pages|journey\.browser|issue\.browser|app\.browser/
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isLong = ({ moduleId }: TestSpecification) => longest.test(moduleId)
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))]
  }
}

const project = (
  name: string,
  include: string[],
  test: TestProjectInlineConfiguration['test'] = {},
): TestProjectInlineConfiguration => ({ extends: true, test: { name, include, ...test } })

/** A machine that is busy with other things is slow to answer, and not wrong. */
const patient = { testTimeout: 20 * SECOND, hookTimeout: 60 * SECOND }

const onEngine = (engine: string) => ({
  // Each file has worlds of its own; the program and the embedded database are loaded once a worker, which halves the time.
  isolate: false,
  env: { TEST_ENGINE: engine },
  ...(engine === 'postgres' ? { globalSetup: ['test/servers/postgres.ts', 'test/servers/programs.ts'] } : {}),
  ...patient,
})

// The same database tests run on both databases; without a PostgreSQL, `npm test` names those left out.
const projects = [
  // The program is loaded once a worker here too: starting a process for each of these small files would cost more than they do.
  project('unit', filesOf('unit'), {
    ...patient,
    isolate: false,
    globalSetup: ['test/servers/folder.ts', 'test/servers/programs.ts'],
  }),
  project('alone', filesOf('alone'), patient),
  project('pglite', filesOf('database', ...(hasPostgres() ? [] : ['long'])), onEngine('pglite')),
  ...(hasPostgres()
    ? [project('postgres', filesOf('database', 'long', 'postgres'), onEngine('postgres'))]
    : []),
  project('browser', filesOf('browser'), {
    ...onEngine(process.env.TEST_ENGINE ?? (hasPostgres() ? 'postgres' : 'pglite')),
    // After everything else: two cores keep two browsers in time, and nothing beside them.
    maxWorkers: 2,
    sequence: { groupOrder: 1 },
    testTimeout: 180 * SECOND,
  }),
].filter(({ test }) => test?.include?.length)

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    pool: 'forks',
    maxWorkers: 2,
    // The same file is put into JavaScript once, and not anew by each project: a second run begins in half the time.
    experimental: { fsModuleCache: true },
    projects,
    sequence: { sequencer: LongestFirst },
  },
})
