import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { assets, assetUrl, clientModule, clientScript, serveAsset } from './assets.ts'

const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer())

describe('addresses', () => {
  test('carry the hash of what they serve', () => {
    expect(assets.size).toBeGreaterThanOrEqual(4)
    for (const [url, { body }] of assets) {
      const hash = createHash('sha256').update(body).digest('hex').slice(0, 8)
      expect(url).toMatch(new RegExp(`^/assets/[\\w-]+\\.${hash}\\.(css|js|svg|woff2)$`))
    }
  })

  test('the style sheet asks for the fonts by their hashed addresses', () => {
    const css = assets.get(assetUrl('kaari.css'))!.body.toString()
    const asked = [...css.matchAll(/url\(([^)]+)\)/g)].map(([, url]) => url!)
    expect(asked).toHaveLength(2)
    for (const url of asked) expect(assets.get(url)?.type).toBe('font/woff2')
  })

  test('an unknown name stops the start', () => {
    expect(() => assetUrl('nothing.css')).toThrow('no static file nothing.css')
  })
})

describe('serving', () => {
  const url = assetUrl('kaari.css')
  const { body } = assets.get(url)!

  test.each([
    ['gzip, deflate, br', 'br', brotliDecompressSync],
    ['BR;q=1.0', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['br;q=0, gzip;q=0.5', 'gzip', gunzipSync],
    ['identity', null, (bytes: Buffer) => bytes],
    ['brotli-ish', null, (bytes: Buffer) => bytes],
    ['gzip;q=0.0', null, (bytes: Buffer) => bytes],
    [undefined, null, (bytes: Buffer) => bytes],
  ] as const)('for “%s” the coding is %s and the bytes are the same', async (header, coding, unpack) => {
    const response = serveAsset(url, header)!
    expect(response.headers.get('content-encoding')).toBe(coding)
    const sent = await bytesOf(response)
    expect(response.headers.get('content-length')).toBe(String(sent.length))
    expect(Buffer.compare(unpack(sent), body)).toBe(0)
  })

  test('files may be kept for good: another content has another address', () => {
    const immutable = 'public, max-age=31536000, immutable'
    for (const path of assets.keys()) {
      const response = serveAsset(path, 'br')!
      expect(response.headers.get('cache-control')).toBe(immutable)
    }
  })

  test('fonts are not packed twice', async () => {
    const font = assetUrl('onest-latin-700-normal.woff2')
    const response = serveAsset(font, 'br, gzip')!
    expect(response.headers.get('content-encoding')).toBeNull()
    expect(response.headers.get('vary')).toBeNull()
    expect((await bytesOf(response)).subarray(0, 4).toString()).toBe('wOF2')
  })

  test('nothing else is found, whatever the path', () => {
    for (const path of [
      '/assets/kaari.css',
      '/assets/',
      '/favicon.ico',
      `${url}/`,
      '/assets/../package.json',
    ])
      expect(serveAsset(path, 'br')).toBeNull()
  })

  test('weights: style at most 8 KB, heading font at most 16 KB', () => {
    expect(assets.get(url)!.brotli!.length).toBeLessThanOrEqual(8 * 1024)
    expect(assets.get(assetUrl('onest-latin-700-normal.woff2'))!.body.length).toBeLessThanOrEqual(16 * 1024)
  })
})

describe('browser scripts', () => {
  test('know nothing that Safari learnt only in 16.4: a pattern that looks behind stops the whole script there', () => {
    const source = new URL('../', import.meta.url)
    const scripts = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.client.ts'),
    )
    expect(scripts.length).toBeGreaterThan(10)
    const looksBehind = (name: string) =>
      /\(\?<[=!]/.test(assets.get(clientModule(new URL(name, source)))!.body.toString())
    expect(scripts.filter(looksBehind)).toEqual([])
  })

  test('are bundled into one classic file that runs', () => {
    const folder = mkdtempSync(join(tmpdir(), 'kaiku-script-'))
    try {
      writeFileSync(join(folder, 'part.ts'), 'export const double = (n: number): number => n * 2\n')
      const entry = join(folder, 'sum.client.ts')
      writeFileSync(entry, "import { double } from './part.ts'\n;(globalThis as any).answer = double(21)\n")
      const url = clientScript(pathToFileURL(entry))
      expect(url).toMatch(/^\/assets\/sum\.[0-9a-f]{8}\.js$/)
      const code = assets.get(url)!.body.toString()
      expect(code).not.toMatch(/\b(import|export)\b/)
      const world = { answer: 0 }
      new Function('globalThis', code)(world)
      expect(world.answer).toBe(42)
      expect(serveAsset(url, 'br')!.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
