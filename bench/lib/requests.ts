import type { Register } from './register.ts'

const host = 'host: 127.0.0.1\r\n'
const stamp = Date.now().toString(36)

/** Requests of ticketing systems as whole texts, spread evenly over the keys, sites and cards of a register. */
export const newRequests = ({ keys, codes }: Register) => {
  let asked = 0
  /** Another key and another card each time; the two steps share no factor with the usual sizes. */
  const draw = () => {
    asked += 1
    return { ...keys[asked % keys.length]!, code: codes[(asked * 7919) % codes.length]!, number: asked }
  }
  const get = (path: string, key: string, more = '') =>
    `GET ${path} HTTP/1.1\r\n${host}authorization: Bearer ${key}\r\n${more}\r\n`
  const post = (path: string, key: string, json: unknown, more = '') => {
    const body = JSON.stringify(json)
    const head = `${host}authorization: Bearer ${key}\r\ncontent-type: application/json\r\n${more}`
    return `POST ${path} HTTP/1.1\r\n${head}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
  }
  const useOf = (code: string, siteId: number) => ({ code, siteId, adults: 1, children: 0 })
  const idempotencyKey = (number: number) => `idempotency-key: ${stamp}-${number}\r\n`

  return {
    use: () => {
      const { key, siteId, code, number } = draw()
      return post('/api/v1/uses', key, useOf(code, siteId), idempotencyKey(number))
    },
    /** The same use each time. */
    sameUse: () => {
      const [{ key, siteId }, code] = [keys[0]!, codes[0]!]
      return post('/api/v1/uses', key, useOf(code, siteId), idempotencyKey(0))
    },
    batch: (size: number, mode: 'all-or-nothing' | 'per-item') => {
      const { key, siteId } = draw()
      const items = Array.from({ length: size }, () => {
        const { code, number } = draw()
        return { ...useOf(code, siteId), key: `${stamp}-${number}` }
      })
      return post('/api/v1/use-batches', key, { mode, items })
    },
    check: () => {
      const { key, siteId, code } = draw()
      return post('/api/v1/card-checks', key, { code, siteId })
    },
    cancel: (id: string, key: string) => post(`/api/v1/uses/${id}/cancellation`, key, {}),
    me: () => get('/api/v1/me', draw().key),
    list: (limit: number, key = draw().key) => get(`/api/v1/uses?limit=${limit}`, key),
    sites: (etag?: string) => get('/api/v1/sites', draw().key, etag ? `if-none-match: ${etag}\r\n` : ''),
    document: () => get('/api/v1/openapi.json', ''),
  }
}
