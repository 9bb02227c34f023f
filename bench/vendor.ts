import { parseArgs } from 'node:util'
import { startBareAnswers } from './lib/bare-server.ts'
import { withFilledProgram } from './lib/filled-program.ts'
import { load } from './lib/http-load.ts'
import type { Register } from './lib/register.ts'
import { newRequests } from './lib/requests.ts'
import { printTable } from './lib/table.ts'

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '1.5' } } })
const seconds = Number(values.seconds)
const manyClients = 16

type Operation = { name: string; next: () => string; status: number; items?: number }

/** Sends one request by itself. */
const ask = async (port: number, text: string) => {
  const [head, body] = text.split('\r\n\r\n')
  const [first, ...lines] = head!.split('\r\n')
  const [method, path] = first!.split(' ')
  const headers = Object.fromEntries(lines.map((line) => line.split(': ') as [string, string]))
  delete headers['content-length']
  headers['accept-encoding'] = 'identity' // as the bare sockets ask: each coding has an ETag of its own
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    method: method!,
    headers,
    ...(body ? { body } : {}),
  })
  return { etag: response.headers.get('etag') ?? '', json: await response.json() }
}

type Recorded = { items: { use: { id: string; siteId: number } }[] }

const operationsOf = async (register: Register, port: number): Promise<Operation[]> => {
  const requests = newRequests(register)
  const keyOf = (site: number) => register.keys.find(({ siteId }) => siteId === site)!.key
  const recorded: Recorded['items'] = []
  for (let batch = 0; batch < 8; batch++)
    recorded.push(...((await ask(port, requests.batch(500, 'per-item'))).json as Recorded).items)
  let cancelled = 0
  const cancelOne = () => {
    const { id, siteId } = recorded[cancelled++ % recorded.length]!.use
    return requests.cancel(id, keyOf(siteId))
  }
  const { etag } = await ask(port, requests.sites())
  const ofMany = keyOf(recorded[0]!.use.siteId)
  return [
    { name: 'check a card', next: requests.check, status: 200 },
    { name: 'record a use', next: requests.use, status: 201 },
    { name: 'the same again', next: requests.sameUse, status: 201 },
    {
      name: 'batch of 100, whole',
      next: () => requests.batch(100, 'all-or-nothing'),
      status: 201,
      items: 100,
    },
    { name: 'batch of 100, by item', next: () => requests.batch(100, 'per-item'), status: 200, items: 100 },
    {
      name: 'batch of 500, whole',
      next: () => requests.batch(500, 'all-or-nothing'),
      status: 201,
      items: 500,
    },
    { name: 'batch of 500, by item', next: () => requests.batch(500, 'per-item'), status: 200, items: 500 },
    { name: 'cancel a use', next: cancelOne, status: 200 },
    { name: 'list 200 uses', next: () => requests.list(200, ofMany), status: 200 },
    { name: 'sites', next: () => requests.sites(), status: 200 },
    { name: 'sites, unchanged', next: () => requests.sites(etag), status: 304 },
    { name: 'whose key (me)', next: requests.me, status: 200 },
    { name: 'OpenAPI document', next: requests.document, status: 200 },
  ]
}

/** The same question, put to the bare handler. */
const bareOf = (text: string, bytes: number) => text.replace(/^(\w+) \S+/, `$1 /${bytes}`)

const measure = async ({ name, next, status, items = 1 }: Operation, port: number, bare: number) => {
  await load(port, 4, seconds / 4, next)
  const [one, many] = [await load(port, 1, seconds, next), await load(port, manyClients, seconds, next)]
  const text = next()
  const least = await load(bare, manyClients, seconds / 2, () => bareOf(text, many.bytes))
  const others = Object.keys({ ...one.answers, ...many.answers }).filter((one) => Number(one) !== status)
  if (others.length > 0) {
    console.log(`${name}: answered ${others.join(', ')} where ${status} was due`)
    process.exitCode = 1
  }
  return {
    operation: name,
    'bytes of answer': many.bytes,
    '1 client: a second': one.rate.toFixed(0),
    'p50 ms': one.p50.toFixed(1),
    'p95 ms': one.p95.toFixed(1),
    'p99 ms': one.p99.toFixed(1),
    [`${manyClients} clients: a second`]: many.rate.toFixed(0),
    'uses a second': items > 1 ? (many.rate * items).toFixed(0) : '',
    p50: many.p50.toFixed(1),
    p95: many.p95.toFixed(1),
    p99: many.p99.toFixed(1),
    'of bare Node': (many.rate / least.rate).toFixed(3),
  }
}

await withFilledProgram({ cards: 20_000, sites: 450, units: 100 }, async ({ register, server }) => {
  const bare = await startBareAnswers()
  const rows = []
  for (const operation of await operationsOf(register, server.port))
    rows.push(await measure(operation, server.port, bare.port))
  bare.stop()
  await server.stop()
  printTable(rows)
})
