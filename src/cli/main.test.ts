import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { putDatabase } from '../../test/made-database.ts'
import { newFolder, runProgram } from '../../test/programs.ts'
import { readConfig } from '../config.ts'
import { openDatabase } from '../open-database.ts'
import type { AccessRow } from './access.ts'

const patience = 120_000
const place = newFolder()
afterAll(place.remove)

const dataDirectory = join(place.folder, 'data')
const run = (directory: string, args: string[]) => runProgram('cli/main', args, { DATA_DIR: directory }).ended
const kaiku = (...args: string[]) => run(dataDirectory, args)

test(
  '--help names every command on one page, and opens no database',
  async () => {
    const { code, out, error } = await kaiku('--help')
    expect(code).toBe(0)
    expect(error).toBe('')
    for (const name of ['migrate', 'import', 'user invite', 'key create', 'key end', 'access'])
      expect(out).toMatch(new RegExp(`^ {2}${name}`, 'm'))
    expect(existsSync(dataDirectory)).toBe(false)
  },
  patience,
)

test(
  '--help after a command tells about that one',
  async () => {
    const { code, out } = await kaiku('key', 'create', '--help')
    expect(code).toBe(0)
    expect(out).toContain('--site <id or name>')
    expect(out).not.toContain('user invite')
  },
  patience,
)

test.each([
  [[], 'Say what to do. See npm run --silent kaiku -- --help\n'],
  [['frobnicate'], 'There is no command “frobnicate”. See npm run --silent kaiku -- --help\n'],
  [['user'], 'There is no command “user”. See npm run --silent kaiku -- --help\n'],
  [['migrate', '--sideways'], "Unknown option '--sideways'.\n"],
])(
  '%j is refused in one line and opens no database',
  async (args, line) => {
    const { code, out, error } = await kaiku(...args)
    expect({ code, out, error }).toEqual({ code: 1, out: '', error: line })
    expect(existsSync(dataDirectory)).toBe(false)
  },
  patience,
)

test(
  'access --json prints every address with its holders, and opens no database',
  async () => {
    const { code, out, error } = await kaiku('access', '--json')
    expect({ code, error }).toEqual({ code: 0, error: '' })
    const rows = JSON.parse(out) as AccessRow[]
    const find = (method: string, path: string) =>
      rows.find((row) => row.method === method && row.path === path)
    expect(find('GET', '/health')).toMatchObject({ permission: 'public.read', roles: ['everyone'] })
    expect(find('POST', '/sv/dela-ut-kort')).toMatchObject({ permission: 'cards.issue', roles: ['issuer'] })
    expect(find('GET', '/en/desk')).toMatchObject({ roles: ['venue', 'intermediary', 'device'] })
    expect(find('GET', '/fi/kutsu/:token')).toMatchObject({ roles: ['everyone'] })
    expect(find('POST', '/api/v1/uses')).toMatchObject({ permission: 'uses.create', roles: ['api-key'] })
    expect(find('GET', '/api/v1/statistics/yearly')).toMatchObject({ roles: ['everyone'] })
    expect(find('POST', '/demo/sign-in')).toMatchObject({ permission: 'demo.enter', roles: ['everyone'] })
    expect(new Set(rows.map(({ method, path }) => `${method} ${path}`)).size).toBe(rows.length)
    expect(existsSync(dataDirectory)).toBe(false)
  },
  patience,
)

test(
  'a database is made, brought to the newest form, and left free for the next command',
  async () => {
    const first = JSON.parse((await kaiku('migrate', '--json')).out) as { applied: string[] }
    expect(first.applied[0]).toBe('0001_network.sql')
    expect(await kaiku('migrate')).toEqual({ code: 0, out: 'The database is up to date.\n', error: '' })
    const invited = await kaiku('user', 'invite', '--email', 'liina@esimerkki.example', '--role', 'centre')
    expect(invited.code).toBe(0)
    expect(invited.out).toMatch(/^http:\/\/localhost:3000\/fi\/kutsu\/[\w-]{43}\n$/)
    expect(existsSync(`${dataDirectory}.lock`)).toBe(false)
  },
  patience,
)

test(
  'no command touches a database that the demo made',
  async () => {
    const demo = join(place.folder, 'demo')
    await putDatabase(demo)
    const { connection } = await openDatabase(readConfig({ DATA_DIR: demo }), true, new Date())
    await connection.close()
    for (const args of [
      ['user', 'invite', '--email', 'liina@esimerkki.example', '--role', 'centre'],
      ['import', 'network', 'data/network/municipalities_by_area.csv'],
    ]) {
      const { code, out, error } = await run(demo, args)
      expect({ code, out }).toEqual({ code: 1, out: '' })
      expect(error).toMatch(/^This database was made by the demo: its passwords are public\. .+\n$/)
    }
  },
  patience,
)
