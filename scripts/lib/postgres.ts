import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { canRun } from './programs.ts'

const OLDEST_VERSION = 15
const START_SECONDS = 60

export type Cluster = { url: string; stop: () => Promise<void> }
type Options = { durable?: boolean; settings?: Record<string, string> }

/**
 * The folder of the newest PostgreSQL server on this machine that is new enough for us, or undefined.
 * Looks where Debian and Ubuntu keep theirs: /usr/lib/postgresql/<version>/bin.
 */
export const findPostgres = (root = '/usr/lib/postgresql'): string | undefined => {
  const versions = list(root)
    .map(Number)
    .filter((version) => version >= OLDEST_VERSION)
    .sort((a, b) => b - a)
  return versions
    .map((version) => join(root, String(version), 'bin'))
    .find((bin) => ['initdb', 'postgres'].every((program) => canRun(join(bin, program))))
}

/** Whether database tests can run on PostgreSQL here. */
export const hasPostgres = (): boolean => Boolean(process.env.TEST_DATABASE_URL || findPostgres())

/**
 * Starts a throwaway PostgreSQL and gives the address of its `postgres` database (superuser, no password).
 * `TEST_DATABASE_URL`, when set, is given instead and left running.
 *
 * Fast and careless by default; `durable` keeps every promise of PostgreSQL (fsync), for drills and benches.
 * `settings` are further server settings. The cluster and its folder go away with `stop()`, and also when
 * this process ends in any way, kill -9 included. Throws when no server can be found or started.
 */
export const startCluster = async ({ durable = false, settings = {} }: Options = {}): Promise<Cluster> => {
  const given = process.env.TEST_DATABASE_URL
  if (given) return { url: given, stop: async () => {} }
  const bin = findPostgres()
  if (!bin) {
    throw new Error(
      `No PostgreSQL ${OLDEST_VERSION} or newer: install the package "postgresql" or set TEST_DATABASE_URL.`,
    )
  }
  const account = serverAccount()
  const all = { ...(durable ? {} : CARELESS), ...COMMON, ...settings }
  for (let attempt = 1; ; attempt++) {
    try {
      return await startOnce(bin, account, all)
    } catch (error) {
      // Between finding a free port and taking it, somebody else may take it.
      if (attempt === 3 || !/could not bind/.test(String(error))) throw error
    }
  }
}

const COMMON = { max_connections: '200', timezone: 'UTC' }
const CARELESS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' }

/**
 * Runs the server and lasts exactly as long as its standard input is open. We hold the other end, so that
 * whatever becomes of us, the kernel closes it and the guard stops the server and removes the folder.
 */
const GUARD = `
trap '' INT TERM HUP
bin=$1 folder=$2; shift 2
exec 3<&0
if "$bin/initdb" -D "$folder/data" -U postgres -A trust -E UTF8 $INITDB_OPTIONS >"$folder/log" 2>&1; then
  "$bin/postgres" -D "$folder/data" "$@" >>"$folder/log" 2>&1 3<&- &
  server=$!
  { cat <&3; while kill -QUIT $server; do sleep 0.1; done; } >/dev/null 2>&1 &
  wait $server
fi
tail -n 5 "$folder/log" >&2
rm -rf "$folder"
`

const startOnce = async (
  bin: string,
  account: Account,
  settings: Record<string, string>,
): Promise<Cluster> => {
  const port = await freePort()
  const folder = makeFolder(account)
  const server = ['-p', String(port), '-h', '127.0.0.1', '-k', folder]
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const careless = settings.fsync === 'off' ? '--no-sync ' : ''
  const guard = spawn('sh', ['-c', GUARD, 'guard', bin, folder, ...server, ...options], {
    ...account,
    cwd: '/',
    detached: true, // its own session: Ctrl-C reaches us, and we let go of the guard when we are done
    stdio: ['pipe', 'ignore', 'pipe'],
    env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', INITDB_OPTIONS: `${careless}--locale=C.UTF-8` },
  })
  let said = ''
  guard.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  const gone = once(guard, 'exit')
  // None of the three may keep a script alive that has finished its work.
  guard.unref()
  for (const stream of [guard.stdin, guard.stderr]) (stream as unknown as ChildProcess).unref()
  const stop = async () => {
    guard.ref()
    guard.stdin.destroy()
    await gone
    rmSync(folder, { recursive: true, force: true }) // only when the guard itself was killed
  }
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`
  try {
    await answers(url, guard)
  } catch (error) {
    await stop()
    throw new Error(`PostgreSQL did not start. ${said.trim()}`, { cause: error })
  }
  return { url, stop }
}

const answers = async (url: string, guard: ChildProcess): Promise<void> => {
  const deadline = Date.now() + START_SECONDS * 1000
  for (;;) {
    if (guard.exitCode !== null || guard.signalCode !== null) throw new Error('The server ended.')
    const client = new pg.Client(url)
    try {
      await client.connect()
      await client.query('select 1')
      return
    } catch (error) {
      if (Date.now() > deadline) throw error
    } finally {
      await client.end().catch(() => {})
    }
    await sleep(50)
  }
}

type Account = { uid?: number; gid?: number }

/** PostgreSQL refuses to run as root, so root lends it the account that Debian's package makes. */
const serverAccount = (): Account => {
  if (process.getuid?.() !== 0) return {}
  try {
    const id = (flag: string) =>
      Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: 'pipe' }))
    return { uid: id('-u'), gid: id('-g') }
  } catch (cause) {
    throw new Error('PostgreSQL does not run as root, and this machine has no user "postgres".', { cause })
  }
}

/** A private folder that the server may enter: a temporary folder of root's own would shut it out. */
const makeFolder = ({ uid, gid }: Account): string => {
  const folder = mkdtempSync(join(uid === undefined ? tmpdir() : '/tmp', 'kaiku-postgres-'))
  if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid)
  return folder
}

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (typeof address !== 'object' || address === null) throw new Error('No free port on 127.0.0.1.')
  return address.port
}

const list = (folder: string): string[] => {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
