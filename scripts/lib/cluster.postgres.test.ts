import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { findPostgres, startCluster } from './postgres.ts'

vi.setConfig({ testTimeout: 60_000 }) // making a cluster takes a second, and several on a busy machine
beforeEach(() => vi.stubEnv('TEST_DATABASE_URL', ''))
afterEach(() => vi.unstubAllEnvs())

const ask = async (url: string, sql: string): Promise<unknown> => {
  const client = new pg.Client(url)
  await client.connect()
  const { rows } = await client.query({ text: sql, rowMode: 'array' })
  await client.end()
  return rows[0]?.[0]
}

const traces = async (url: string) => {
  const data = String(await ask(url, "select current_setting('data_directory')"))
  const pid = Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0])
  return { folder: dirname(data), pid }
}

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** A process that starts a cluster, prints what it would leave behind, and then does nothing for ever. */
const HOLDER = `
const { startCluster } = await import(${JSON.stringify(join(import.meta.dirname, 'postgres.ts'))})
console.log((await startCluster()).url)
setInterval(() => {}, 1000)
`

const withServer = () => {
  it('answers, and leaves neither folder nor process behind', async () => {
    const cluster = await startCluster()
    expect(await ask(cluster.url, 'select 1')).toBe(1)
    expect(await ask(cluster.url, 'show fsync')).toBe('off')
    const { folder, pid } = await traces(cluster.url)
    expect(isRunning(pid)).toBe(true)
    await cluster.stop()
    expect(existsSync(folder)).toBe(false)
    expect(isRunning(pid)).toBe(false)
  })

  it('keeps its promises when it has to be durable, and takes further settings', async () => {
    const cluster = await startCluster({ durable: true, settings: { work_mem: '7MB' } })
    expect(await ask(cluster.url, 'show fsync')).toBe('on')
    expect(await ask(cluster.url, 'show synchronous_commit')).toBe('on')
    expect(await ask(cluster.url, 'show work_mem')).toBe('7MB')
    await cluster.stop()
  })

  it('says why when the server refuses to start', async () => {
    await expect(startCluster({ settings: { max_connections: 'many' } })).rejects.toThrow(/max_connections/)
  })

  it('goes away with a process that is killed', async () => {
    const holder = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', HOLDER], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [url] = await once(holder.stdout.setEncoding('utf8'), 'data')
    const { folder, pid } = await traces(String(url).trim())
    holder.kill('SIGKILL')
    for (let tries = 0; tries < 100 && (existsSync(folder) || isRunning(pid)); tries++) await sleep(50)
    expect(existsSync(folder)).toBe(false)
    expect(isRunning(pid)).toBe(false)
  })
}

const withoutServer = () => {
  it('says what to install', async () => {
    await expect(startCluster()).rejects.toThrow(/install the package "postgresql" or set TEST_DATABASE_URL/)
  })
}

describe('a throwaway cluster', findPostgres() ? withServer : withoutServer)

it('gives TEST_DATABASE_URL instead, when it is set', async () => {
  vi.stubEnv('TEST_DATABASE_URL', 'postgres://somewhere/else')
  expect((await startCluster()).url).toBe('postgres://somewhere/else')
})
