import { join } from 'node:path'
import pg from 'pg'
import { afterEach, expect, test } from 'vitest'
import { newFolder, runProgram } from '../test/programs.ts'
import { readMigrations } from './db/migrate.ts'

const place = newFolder()
const running: ReturnType<typeof runProgram>[] = []
afterEach(async () => {
  for (const { child } of running) child.kill('SIGKILL')
  await Promise.all(running.map(({ ended }) => ended))
  place.remove()
})

const ask = async (url: string, statement: string) => {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return (await client.query<{ name: string }>(statement)).rows
  } finally {
    await client.end()
  }
}

test('two processes start at once on one empty database and migrate it once; health follows the database', async () => {
  const admin = process.env.TEST_POSTGRES_URL!
  const name = `start_${process.pid}`
  await ask(admin, `create database ${name}`)
  const url = new URL(admin)
  url.pathname = `/${name}`
  const environment = { DATABASE_URL: url.href, DATA_DIR: join(place.folder, 'data'), PORT: '0' }
  const programs = [1, 2].map(() => runProgram('main', [], environment))
  running.push(...programs)

  const origins = await Promise.all(
    programs.map(async ({ printed }) => (await printed(/http:\/\/localhost:\d+\n/)).trim()),
  )
  const health = () => Promise.all(origins.map(async (origin) => (await fetch(`${origin}/health`)).status))
  expect(await health()).toEqual([200, 200])
  const applied = await ask(url.href, 'select name from migration order by name')
  expect(applied).toEqual(readMigrations().map((migration) => ({ name: migration.name })))

  await ask(admin, `drop database ${name} with (force)`)
  expect(await health()).toEqual([503, 503])
  for (const path of ['/fi/kohteet', '/api/v1/sites', '/fi/kirjaudu']) {
    const { status, headers } = await fetch(`${origins[0]}${path}`)
    expect([path, status, headers.get('retry-after')]).toEqual([path, 503, '2'])
  }
  for (const { child } of programs) child.kill('SIGTERM')
  const [asked, other] = await Promise.all(programs.map(({ ended }) => ended))
  expect(asked).toMatchObject({
    code: 0,
    error: expect.stringMatching(/^(fault \w+ the database is not there: 3D000\n){3}$/),
  })
  expect(other).toMatchObject({ code: 0, error: '' })
}, 120_000)
