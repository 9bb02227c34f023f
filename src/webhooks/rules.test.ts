import { createHmac } from 'node:crypto'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, test } from 'vitest'
import { isPublicAddress, urlProblem } from '../lib/outgoing-addresses.ts'
import { openPoster } from './post.ts'
import { bodyOf, nextTryAt, signatureOf } from './rules.ts'

const start = new Date('2026-05-04T09:00:00Z')

test('a delivery is tried nine times in three days, ever more seldom, and then given up', () => {
  const waits: number[] = []
  let now = start
  for (let tries = 1; ; tries += 1) {
    const next = nextTryAt(tries, start, now)
    if (!next) break
    waits.push((next.getTime() - now.getTime()) / 60_000)
    now = next
  }
  expect(waits).toEqual([1, 5, 30, 120, 360, 720, 1440, 1440])
  expect(now.getTime() - start.getTime()).toBeLessThanOrEqual(3 * 86_400_000)
})

test('each living secret signs the second and the body', () => {
  const body = bodyOf({ id: 'a', event: 'test', madeAt: start, data: {}, isTest: false })
  expect(body).toBe('{"id":"a","event":"test","createdAt":"2026-05-04T09:00:00.000Z","data":{}}')
  const hex = (secret: string) => createHmac('sha256', secret).update(`1777885200.${body}`).digest('hex')
  expect(signatureOf(['new', 'old'], body, start)).toBe(`t=1777885200,v1=${hex('new')},v1=${hex('old')}`)
})

describe('an address that is called', () => {
  test.each([
    ['https://liput.esimerkki.example/kaiku', null],
    ['https://liput.esimerkki.example:8443/', null],
    ['https://[2a00:1450:400f::1]/', null],
    ['http://liput.esimerkki.example/', 'url-https'],
    ['ftp://liput.esimerkki.example/', 'url-https'],
    ['file:///etc/passwd', 'url-form'],
    ['no address', 'url-form'],
    ['https://user:word@liput.esimerkki.example/', 'url-form'],
    ['https://liput.esimerkki.example/#part', 'url-form'],
    ['https://liput.esimerkki.example:25/', 'url-port'],
    ['https://localhost/', 'url-private'],
    ['https://database/', 'url-private'],
    ['https://printer.local./', 'url-private'],
    ['https://metadata.google.internal/', 'url-private'],
    ['https://127.0.0.1/', 'url-private'],
    ['https://2130706433/', 'url-private'],
    ['https://0x7f.1/', 'url-private'],
    ['https://169.254.169.254/latest', 'url-private'],
    ['https://[::1]/', 'url-private'],
    ['https://[::ffff:10.0.0.1]/', 'url-private'],
    ['https://[fd00::1]/', 'url-private'],
    ['http://127.0.0.1:8080/', 'url-https'],
  ])('%s: %s', (url, problem) => expect(urlProblem(url, false)).toBe(problem))

  test('is on this machine only where that is allowed', () => {
    expect(urlProblem('http://127.0.0.1:8080/', true)).toBeNull()
    expect(urlProblem('https://127.0.0.1:8443/', true)).toBeNull()
    expect(urlProblem('http://127.0.0.2:8080/', true)).toBe('url-https')
    expect(urlProblem('https://10.0.0.1/', true)).toBe('url-private')
  })

  test.each([
    ...['0.0.0.0', '10.1.2.3', '100.64.0.1', '127.0.0.1', '169.254.169.254', '172.31.0.1', '192.168.1.1'],
    ...['198.19.0.1', '224.0.0.1', '255.255.255.255', '::', '::1', '::ffff:8.8.8.8', 'fe80::1', 'fc00::1'],
    ...['ff02::1', '2001:db8::1', '2001::1', '2002:a00:1::', '64:ff9b::a00:1', 'x', ''],
  ])('%s is not public', (address) => expect(isPublicAddress(address)).toBe(false))

  test.each(['8.8.8.8', '172.32.0.1', '100.128.0.1', '2a00:1450:400f::1'])('%s is', (address) =>
    expect(isPublicAddress(address)).toBe(true),
  )
})

describe('a name is asked before each call', () => {
  const to = (...addresses: string[]) =>
    openPoster({
      allowLocal: true,
      resolve: async () => addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    })('https://liput.esimerkki.example/', {}, '')

  test.each([[['127.0.0.1']], [['93.184.216.34', '10.0.0.1']], [['::1']], [[]]])(
    'and nothing is sent to one that stands for %j',
    async (addresses) => expect(await to(...addresses)).toEqual({ problem: 'PRIVATE_ADDRESS' }),
  )

  test('a name that nobody knows is a failure with a name', async () => {
    const resolve = async () => {
      throw Object.assign(new Error('getaddrinfo ENOTFOUND liput.esimerkki.example'), { code: 'ENOTFOUND' })
    }
    const post = openPoster({ allowLocal: false, resolve })
    expect(await post('https://liput.esimerkki.example/', {}, '')).toEqual({ problem: 'ENOTFOUND' })
  })
})

describe('a try', () => {
  const post = async (answer: RequestListener, { within = 300, and = async () => {} } = {}) => {
    const server = createServer(answer)
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const { port } = server.address() as AddressInfo
    try {
      const sent = await openPoster({ allowLocal: true, within })(`http://127.0.0.1:${port}/`, {}, '{}')
      await and()
      return sent
    } finally {
      server.closeAllConnections()
      server.close()
    }
  }

  test('takes a redirect for an answer, and calls nobody else', async () => {
    let asked = 0
    const sent = await post((_, response) => {
      asked += 1
      response.writeHead(307, { location: '/elsewhere' }).end()
    })
    expect([sent, asked]).toEqual([{ status: 307 }, 1])
  })

  test('is over in time when nobody answers', async () =>
    expect(await post(() => {})).toEqual({ problem: 'TIMEOUT' }))

  test('reads a little of an answer without end, and cuts the line', async () => {
    let cut = () => {}
    const isCut = new Promise<void>((done) => {
      cut = done
    })
    const endless: RequestListener = (_, response) => {
      const dripping = setInterval(() => response.write(Buffer.alloc(600)), 10)
      response.on('close', () => {
        clearInterval(dripping)
        cut()
      })
    }
    expect(await post(endless, { within: 60_000, and: () => isCut })).toEqual({ status: 200 })
  }, 3_000)

  test('to a machine that takes no calls fails with a name', async () => {
    const sent = await openPoster({ allowLocal: true })('http://127.0.0.1:1/', {}, '{}')
    expect(sent).toEqual({ problem: 'ECONNREFUSED' })
  })
})
