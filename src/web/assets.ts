import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { buildSync } from 'esbuild'

export type Asset = { body: Buffer; brotli: Buffer | null; gzip: Buffer | null; type: string }

/** Every static file by its address. Made once at start; the hash in the address lets browsers keep it for good. */
export const assets = new Map<string, Asset>()

const urls = new Map<string, string>()

const types: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
  woff2: 'font/woff2',
}

const add = (name: string, body: Buffer): string => {
  const [, stem, ending] = /^(.+)\.([^.]+)$/.exec(name)!
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 8)
  const url = `/assets/${stem}.${hash}.${ending}`
  const compress = ending !== 'woff2' // woff2 is brotli already
  assets.set(url, {
    body,
    brotli: compress ? brotliCompressSync(body) : null,
    gzip: compress ? gzipSync(body, { level: 9 }) : null,
    type: types[ending!]!,
  })
  urls.set(name, url)
  return url
}

/** @returns the hashed address, such as `/assets/kaari.3f9a1c2b.css`. Throws on a name that is not a static file. */
export const assetUrl = (name: string): string => {
  const url = urls.get(name)
  if (!url) throw new Error(`no static file ${name}`)
  return url
}

/** Drops comments and needless white space; strings stay as they are. */
export const minifyCss = (css: string): string =>
  css
    .replace(/("[^"]*"|'[^']*')|\/\*[\s\S]*?\*\//g, (_all, text?: string) => text ?? '')
    .replace(
      /("[^"]*"|'[^']*')|\s*([{};,])\s*|\s+/g,
      (_all, text?: string, mark?: string) => text ?? mark ?? ' ',
    )
    .replaceAll(';}', '}')
    .trim()

const here = (path: string) => readFileSync(new URL(path, import.meta.url))
const fromPackage = (path: string) => readFileSync(createRequire(import.meta.url).resolve(path))

const fonts = ['latin', 'latin-ext'].map((subset) => `onest-${subset}-700-normal.woff2`)
for (const font of fonts) add(font, fromPackage(`@fontsource/onest/files/${font}`))

const favicon = here('assets/favicon.svg')
add('favicon.svg', favicon)

const css = here('assets/kaari.css')
  .toString('utf8')
  .replace(/url\("?([\w.-]+)"?\)/g, (_all, name: string) => `url(${assetUrl(name)})`)
add('kaari.css', Buffer.from(minifyCss(css)))

/**
 * Bundles a browser script into one classic file. Call it while the program starts, never per request:
 * `const script = clientScript(new URL('./desk.client.ts', import.meta.url))`.
 * @returns its hashed address, for `scripts` of the layout
 */
export const clientScript = (path: URL): string => bundle(path, 'iife')

/**
 * Bundles what a script fetches only when it needs it: `await import(address)`. Hand the address over in a data
 * attribute, since each script is bundled alone and knows no other's hash.
 */
export const clientModule = (path: URL): string => bundle(path, 'esm')

const bundle = (path: URL, format: 'iife' | 'esm'): string => {
  const file = fileURLToPath(path)
  const { outputFiles } = buildSync({
    entryPoints: [file],
    bundle: true,
    format,
    minify: true,
    write: false,
    target: ['chrome90', 'safari15', 'firefox90'],
  })
  return add(basename(file).replace(/(\.client)?\.tsx?$/, '.js'), Buffer.from(outputFiles[0]!.contents))
}

/** Adds a style sheet that few pages need, for `styles` of the layout. Call it while the program starts. */
export const styleSheet = (path: URL): string =>
  add(basename(fileURLToPath(path)), Buffer.from(minifyCss(readFileSync(path, 'utf8'))))

/** Whether the browser takes a coding; `q=0` means that it does not. */
export const accepts = (header: string | null | undefined, coding: string) =>
  (header ?? '').split(',').some((part) => {
    const [name, ...parameters] = part.split(';').map((text) => text.trim().toLowerCase())
    return name === coding && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter))
  })

const immutable = 'public, max-age=31536000, immutable'

const answer = (asset: Asset, acceptEncoding: string | undefined) => {
  const [coding, body] =
    asset.brotli && accepts(acceptEncoding, 'br')
      ? ['br', asset.brotli]
      : asset.gzip && accepts(acceptEncoding, 'gzip')
        ? ['gzip', asset.gzip]
        : [null, asset.body]
  return new Response(new Uint8Array(body), {
    headers: {
      'content-type': asset.type,
      'content-length': String(body.length),
      'cache-control': immutable,
      ...(asset.brotli ? { vary: 'accept-encoding' } : {}),
      ...(coding ? { 'content-encoding': coding } : {}),
    },
  })
}

/** The static file at a path, compressed as the browser allows; null when there is none. It may be kept for good. */
export const serveAsset = (path: string, acceptEncoding: string | undefined): Response | null => {
  const asset = assets.get(path)
  return asset ? answer(asset, acceptEncoding) : null
}
