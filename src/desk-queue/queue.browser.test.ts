import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { buildSync } from 'esbuild'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../../test/browser.ts'
import type { OpenQueue, Queue } from './types.ts'

/** The queue’s disk in a real browser: what a copied profile shows, and what a closed page leaves. */
const bundled = buildSync({
  stdin: {
    contents: `import { openQueue } from './queue.client.ts'; Object.assign(window, { openQueue })`,
    resolveDir: fileURLToPath(new URL('.', import.meta.url)),
  },
  ...{ bundle: true, format: 'iife', write: false },
}).outputFiles[0]!.text

let browser: Browser
let context: BrowserContext
let server: Server
let origin: string
let isUp = false
const got: { id: string; code?: string }[] = []
beforeAll(async () => {
  server = createServer(async (request, response) => {
    if (request.method === 'GET') return response.end('<!doctype html><title>x</title>')
    let text = ''
    for await (const part of request) text += part
    if (!isUp) return response.destroy()
    got.push(JSON.parse(text))
    const { id } = got.at(-1)!
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ state: 'recorded', id, usedAt: '', tail: '9D4F', flag: null }))
  }).listen(0, '127.0.0.1')
  await new Promise((done) => server.once('listening', done))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  browser = await launchBrowser()
  context = await browser.newContext()
})
afterAll(async () => {
  await browser?.close()
  server?.closeAllConnections()
  server?.close()
})

const openPage = async (): Promise<Page> => {
  const page = await context.newPage()
  await page.goto(origin)
  await page.evaluate(bundled)
  return page
}
type InPage = { openQueue: OpenQueue; queue: Queue }
const open = (page: Page, owner = 'me') =>
  page.evaluate(async (owner) => {
    const here = window as unknown as InPage
    here.queue = await here.openQueue(owner)
  }, owner)
const keep = (page: Page, id: string, code: string) =>
  page.evaluate(
    ([id, code]) =>
      (window as unknown as InPage).queue.keep({
        ...{ id: id!, code: code!, siteId: 1, event: 'Konsertti', eventOn: null, kind: 'ticket' },
        ...{ adults: 1, children: 0, companions: 0, scannedAt: new Date().toISOString() },
        ...{ overrideReason: null, confirmDuplicate: false, wasOffline: true },
      }),
    [id, code],
  )

/** All that IndexedDB holds, buffers as text too, and what the browser says of the key. */
const diskOf = (page: Page) =>
  page.evaluate(async () => {
    const asked = indexedDB.open('kaiku-desk')
    const db = await new Promise<IDBDatabase>((done) => {
      asked.onsuccess = () => done(asked.result)
    })
    const all = (table: string) =>
      new Promise<unknown[]>((done) => {
        const rows = db.transaction(table).objectStore(table).getAll()
        rows.onsuccess = () => done(rows.result)
      })
    const [key] = (await all('key')) as CryptoKey[]
    const text = JSON.stringify(await all('record'), (_, value) =>
      value instanceof ArrayBuffer || ArrayBuffer.isView(value)
        ? new TextDecoder().decode(value as ArrayBuffer)
        : value,
    )
    const taken = await crypto.subtle.exportKey('raw', key!).then(
      () => true,
      () => false,
    )
    db.close()
    return { text, taken, algorithm: key!.algorithm }
  })

test('a kept record outlives its page, is on the disk in no clear form, and is sent once, oldest first', async () => {
  const page = await openPage()
  await open(page)
  const ids = ['0192e0a0-0000-7000-8000-000000000001', '0192e0a0-0000-7000-8000-000000000002']
  await keep(page, ids[0]!, 'K7PQ2X9D4F')
  await keep(page, ids[1]!, 'ÖS0012')
  await keep(page, ids[1]!, 'ÖS0012')
  await page.close({ runBeforeUnload: false })

  const again = await openPage()
  const { text, taken, algorithm } = await diskOf(again)
  for (const id of ids) expect(text).toContain(id)
  expect(text).not.toMatch(/K7PQ2|S0012|Konsertti/)
  expect({ taken, algorithm }).toEqual({ taken: false, algorithm: { name: 'AES-GCM', length: 256 } })

  await open(again, 'somebody else')
  isUp = true
  const other = await openPage()
  await open(other)
  await expect.poll(() => got.length).toBe(2)
  expect(got.map(({ id, code }) => [id, code])).toEqual([
    [ids[0], 'K7PQ2X9D4F'],
    [ids[1], 'ÖS0012'],
  ])
  await expect.poll(async () => (await diskOf(other)).text).toBe('[]')
})

test('two pages make one key, and one of them can undo what the other keeps', async () => {
  const [one, two] = await Promise.all([openPage(), openPage()])
  await one.evaluate(() => indexedDB.deleteDatabase('kaiku-desk'))
  isUp = false
  await Promise.all([open(one), open(two)])
  const id = '0192e0a0-0000-7000-8000-000000000003'
  await keep(one, id, 'K7PQ2X9D4F')
  const list = () => two.evaluate(() => (window as unknown as InPage).queue.list())
  expect(await list()).toMatchObject([{ id, record: { code: 'K7PQ2X9D4F' } }])
  await two.evaluate((id) => (window as unknown as InPage).queue.undo(id), id)
  expect(await list()).not.toContainEqual(expect.objectContaining({ state: 'waiting' }))
})
