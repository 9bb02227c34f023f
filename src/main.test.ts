import { once } from 'node:events'
import { existsSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { putDatabase } from '../test/made-database.ts'
import { freePort, fromSource, newFolder, runProgram } from '../test/programs.ts'
import { readConfig } from './config.ts'
import { openDatabase } from './open-database.ts'

/** Each starts a real process on real files; a machine that is busy with other tests is given time. */
const patience = 120_000

/** One directory for all, and one process that several look at: making a database and starting cost the most. */
const place = newFolder()
const dataDirectory = join(place.folder, 'data')
const running: ReturnType<typeof runProgram>[] = []
afterAll(async () => {
  for (const { child } of running) child.kill('SIGKILL')
  await Promise.all(running.map(({ ended }) => ended))
  place.remove()
})

const start = (environment: Record<string, string> = {}, args: string[] = [], begin?: typeof fromSource) => {
  const program = runProgram('main', args, { DATA_DIR: dataDirectory, PORT: '0', ...environment }, begin)
  running.push(program)
  return program
}
const originOf = async (program: ReturnType<typeof start>) =>
  (await program.printed(/answers at http:\/\/localhost:\d+\n/)).slice('answers at '.length, -1)

test(
  'starts on nothing: healthy when ready, a link for the first administrator, and a clean end',
  async () => {
    const port = await freePort()
    const program = start({ PORT: String(port) }, [], fromSource)
    const seen: number[] = []
    while (seen.at(-1) !== 200) {
      const status = await fetch(`http://127.0.0.1:${port}/health`).then(
        (response) => response.status,
        () => null, // not listening yet, or too busy to take the call
      )
      if (status !== null && status !== seen.at(-1)) seen.push(status)
      await sleep(20)
    }
    expect(seen).toEqual([503, 200])
    expect(await originOf(program)).toBe(`http://localhost:${port}`)
    const link = await program.printed(/http:\S+\/fi\/kutsu\/[\w-]{43}\n/)
    expect(await (await fetch(link.trim())).text()).toContain('Tervetuloa Kaikukantaan')
    expect(statSync(`${dataDirectory}.key`).mode & 0o777).toBe(0o600)

    program.child.kill('SIGTERM')
    const { code, out, error } = await program.ended
    expect(code).toBe(0)
    expect(error).toBe('')
    expect(out.match(/power cut/g)).toHaveLength(1)
    expect(existsSync(`${dataDirectory}.lock`)).toBe(false)
  },
  patience,
)

test(
  'a second process on the same directory is refused in one sentence; the first goes on',
  async () => {
    const origin = await originOf(start())
    const { code, error } = await start().ended
    expect(code).toBe(1)
    expect(error).toMatch(/^The embedded database in \S+ is in use by process \d+\. .+\n$/)
    expect((await fetch(`${origin}/health`)).status).toBe(200)
  },
  patience,
)

test(
  'after kill -9 it starts again on what was there',
  async () => {
    const first = running.find(({ child }) => child.exitCode === null)!
    const link = await first.printed(/http:\S+\/fi\/kutsu\/[\w-]{43}\n/)
    const body = new URLSearchParams({
      ...{ email: 'liina@esimerkki.example', name: 'Liina Esimerkki', password: 'hiljainen lumi satoi' },
    })
    const made = await fetch(link.trim(), { method: 'POST', body, redirect: 'manual' })
    expect(made.status).toBe(303)
    first.child.kill('SIGKILL')
    await first.ended

    const second = start()
    const origin = await originOf(second)
    body.delete('name')
    const signedIn = await fetch(`${origin}/fi/kirjaudu`, { method: 'POST', body, redirect: 'manual' })
    expect(signedIn.status).toBe(303)
    second.child.kill('SIGINT')
    const { code, out } = await second.ended
    expect(code).toBe(0)
    expect(out).not.toContain('/fi/kutsu/')
  },
  patience,
)

test(
  'the demo does not touch a database that it did not make',
  async () => {
    const { code, error } = await start({}, ['--demo']).ended
    expect(code).toBe(1)
    expect(error).toBe(
      'This database was not made by the demo, so the demo does not touch it. Set another DATA_DIR.\n',
    )
  },
  patience,
)

test.each([
  [{ PORT: 'http' }, 'PORT should be a number from 0 to 65535.\n'],
  [{ DATABASE_URL: 'mysql://u:secret@127.0.0.1/x' }, 'DATABASE_URL should be an address such as'],
  [
    { DATABASE_URL: 'postgres://u:secret@127.0.0.1:1/x' },
    'The database of DATABASE_URL cannot be opened: connect ECONNREFUSED',
  ],
])(
  'a bad setting stops the start with one sentence: %j',
  async (environment, sentence) => {
    const { code, out, error } = await start(environment).ended
    expect(code).toBe(1)
    expect(error).toContain(sentence)
    expect(error.trim().split('\n')).toHaveLength(1)
    expect(out + error).not.toContain('secret')
  },
  patience,
)

test(
  'a port in use stops the start with one sentence, before any file is made',
  async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const elsewhere = join(place.folder, 'elsewhere')
    const port = String((other.address() as { port: number }).port)
    const { code, error } = await start({ PORT: port, DATA_DIR: elsewhere }).ended
    other.close()
    expect(code).toBe(1)
    expect(error).toBe(
      `127.0.0.1:${port} is in use by another program. Stop that program, or set PORT to another number.\n`,
    )
    expect(existsSync(elsewhere)).toBe(false)
  },
  patience,
)

test(
  'a real start does not touch a database that the demo made, whose passwords are public',
  async () => {
    const demo = { DATA_DIR: join(place.folder, 'demo') }
    await putDatabase(demo.DATA_DIR)
    const { connection } = await openDatabase(readConfig(demo), true, new Date())
    await connection.close()
    const { code, error } = await start(demo).ended
    expect(code).toBe(1)
    expect(error).toBe(
      'This database was made by the demo: its passwords are public. Set another DATA_DIR (or DATABASE_URL), or remove this database to begin anew.\n',
    )
    await start(demo, ['--demo']).printed(/The password of each is/)
  },
  patience,
)
