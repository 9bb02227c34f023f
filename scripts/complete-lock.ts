/**
 * Adds to package-lock.json the optional platform packages that the registry at hand does not carry.
 * Without their entries `npm ci` refuses the lock on a machine that could use none of them anyway.
 * Run after a change of dependencies: `npx tsx scripts/complete-lock.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs'

type Entry = {
  version: string
  license?: string
  engines?: object
  dev?: boolean
  optionalDependencies?: Record<string, string>
}

const systems = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32']

/** What a name such as `binding-linux-x64-musl` says of its platform; null for a package of any platform. */
const platformOf = (name: string) => {
  const parts = name.split('/').at(-1)!.split('-')
  const at = parts.findIndex((part) => systems.includes(part))
  if (at === -1) return null
  const libc = parts.some((part) => part.startsWith('musl'))
    ? ['musl']
    : parts.some((part) => part.startsWith('gnu'))
      ? ['glibc']
      : undefined
  return { os: [parts[at]!], cpu: [parts[at + 1]!], ...(libc ? { libc } : {}) }
}

const file = 'package-lock.json'
const lock = JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, Entry> }
for (const parent of Object.values(lock.packages))
  for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
    const platform = platformOf(name)
    if (!platform || lock.packages[`node_modules/${name}`]) continue
    const { license, engines, dev } = parent
    const entry = { version, ...(dev ? { dev } : {}), license, engines, optional: true, ...platform }
    lock.packages[`node_modules/${name}`] = entry as Entry
    console.log(`added ${name} ${version}`)
  }

const inOrder = Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1))
writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(inOrder) }, null, 2)}\n`)
