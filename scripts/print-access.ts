/**
 * Writes `docs/access.md`: every address, and who may ask it, from the rows that are mounted.
 * `--check` writes nothing and fails when the file says anything else.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type AccessRow, listAccess } from '../src/cli/access.ts'
import { ROOT } from './lib/steps.ts'

type Address = { method: string; path: string | Record<string, string> }
const isAddress = (value: unknown): value is Address =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value

const keysOf = ({ method, path }: Address): string[] =>
  (typeof path === 'string' ? [path] : Object.values(path)).map((one) => `${method} ${one}`)

/** The folder that each address is declared in: every list of rows that a file of a slice hands out. */
const readSlices = async (): Promise<Map<string, string>> => {
  const sliceOf = new Map<string, string>()
  const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /(routes\.tsx|api\.ts|gallery-page\.ts)$/.test(file))
    .sort()
  for (const file of files) {
    const lists: unknown[] = Object.values(await import(pathToFileURL(join(ROOT, 'src', file)).href))
    for (const row of lists.flat())
      if (isAddress(row)) for (const key of keysOf(row)) sliceOf.set(key, file.split('/')[0]!)
  }
  return sliceOf
}

const lineOf = ({ method, path, permission, roles }: AccessRow) =>
  `| ${method} | \`${path}\` | ${permission} | ${roles.join(', ')} |`

const print = (rows: readonly AccessRow[], sliceOf: Map<string, string>): string => {
  const bySlice = new Map<string, AccessRow[]>()
  for (const row of rows) {
    const slice = sliceOf.get(`${row.method} ${row.path}`) ?? 'web'
    bySlice.set(slice, [...(bySlice.get(slice) ?? []), row])
  }
  const parts = [...bySlice]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([slice, own]) =>
      [
        `## ${slice}`,
        '',
        '| Method | Address | Permission | Who |',
        '| --- | --- | --- | --- |',
        ...own.map(lineOf),
      ].join('\n'),
    )
  const head = [
    '# Who may ask what',
    'Made by `npx tsx scripts/print-access.ts` from the rows that are mounted. Do not edit. A permission’s holders are declared in [`src/access.ts`](../src/access.ts); which rows of the database they reach, their scope says.',
  ]
  return `${[...head, ...parts].join('\n\n')}\n`
}

const file = join(ROOT, 'docs/access.md')
const text = print(await listAccess(), await readSlices())
if (process.argv.includes('--check')) {
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
    console.error('docs/access.md differs from the routes: run `npx tsx scripts/print-access.ts`.')
    process.exit(1)
  }
} else writeFileSync(file, text)
