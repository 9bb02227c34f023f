import { fileURLToPath } from 'node:url'
import { parentPort } from 'node:worker_threads'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { printableWith } from './font-letters.ts'
import type { Typeset } from './pdf.ts'
import { readFonts } from './pdf-fonts.ts'
import { pngOf } from './png.ts'

/** The thread that sets type: its native code blocks whoever calls it, so nobody else waits in here. */

/** Results of the compiler's memory that no document asked for in so many documents are forgotten. */
const keptDocuments = 10

const makeTools = async () => {
  const fonts = await readFonts()
  // Templates lie beside their users and lend each other parts; nothing outside the source can be read by one.
  const workspace = fileURLToPath(new URL('..', import.meta.url))
  const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: fonts }] })
  return { compiler, printable: printableWith(fonts[0]!) }
}
let tools: ReturnType<typeof makeTools> | undefined

const typeset = async ({ template, data, form }: Typeset): Promise<Uint8Array> => {
  tools ??= makeTools()
  const { compiler, printable } = await tools
  const cleaned = JSON.parse(data, (_, value: unknown) =>
    typeof value === 'string' ? printable(value) : value,
  )
  const source = { mainFilePath: template, inputs: { data: JSON.stringify(cleaned) }, resetRead: true }
  const made = form === 'pdf' ? compiler.pdf(source, { pdfStandard: 'ua-1' }) : compiler.plainSvg(source)
  compiler.evictCache(keptDocuments)
  if (typeof made !== 'string') return made
  // Elsewhere a point is more than a pixel.
  const svg = made.replace(/ width="([\d.]+)pt" height="([\d.]+)pt"/, ' width="$1" height="$2"')
  return form === 'png' ? pngOf(svg) : Buffer.from(svg)
}

/** What the compiler says of the template, without the words of the paper: they may be nobody's business. */
const problemOf = (error: unknown) =>
  String((error as { code?: string }).code ?? error).replaceAll(/`[^`]*`/g, '`…`')

parentPort!.on('message', (wanted: Typeset) => {
  typeset(wanted).then(
    (made) => parentPort!.postMessage({ made }),
    (error: unknown) => parentPort!.postMessage({ problem: problemOf(error) }),
  )
})
