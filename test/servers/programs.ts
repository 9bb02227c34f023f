import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, type Loader, type Plugin } from 'esbuild'

const root = join(import.meta.dirname, '../..')

/** Each source still knows where it is, so that it finds the templates, migrations and threads that lie beside it. */
const ownPlaces: Plugin = {
  name: 'own-places',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\/src\/.*\.tsx?$/ }, async ({ path }) => {
      const place = JSON.stringify(pathToFileURL(path).href)
      const source = await readFile(path, 'utf8')
      return {
        contents: source.replaceAll('import.meta.url', place),
        loader: extname(path).slice(1) as Loader,
      }
    }),
}

/**
 * The programs put into a few files, in `TEST_PROGRAMS`: each start of one reads those, where a start from the source
 * passes more than a thousand through tsx, which takes four times the work. Packages stay where they are.
 */
const setup = async (): Promise<() => void> => {
  const cache = join(root, 'node_modules/.cache')
  mkdirSync(cache, { recursive: true })
  const folder = mkdtempSync(join(cache, 'kaiku-programs-'))
  await build({
    entryPoints: ['main.ts', 'cli/main.ts'].map((file) => join(root, 'src', file)),
    outbase: join(root, 'src'),
    outdir: folder,
    ...{ outExtension: { '.js': '.mjs' }, format: 'esm', platform: 'node', target: 'node20' },
    ...{ bundle: true, splitting: true, packages: 'external', jsx: 'automatic', jsxImportSource: 'hono/jsx' },
    ...{ plugins: [ownPlaces], logLevel: 'error' },
  })
  process.env.TEST_PROGRAMS = relative(root, folder)
  return () => rmSync(folder, { recursive: true, force: true })
}

export default setup
