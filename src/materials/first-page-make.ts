import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { readFonts } from '../lib/pdf-fonts.ts'
import { pngOf } from '../lib/png.ts'
import { mostPixels } from './picture-rules.ts'

/** Points; the picture has as many pixels. */
const side = 480
const folder = fileURLToPath(new URL('.', import.meta.url))

const page = `#set page(width: ${side}pt, height: auto, margin: 0pt, fill: white)
#image("first-page.pdf", page: 1, width: ${side}pt)`

/** Whether a picture inside claims more pixels than are drawn: it would be unpacked as a whole. */
const holdsLarge = (pdf: string): boolean => {
  const most = (name: string) =>
    Math.max(
      0,
      ...[...pdf.matchAll(new RegExp(`/${name}[\\0\\s]+(\\d+)`, 'g'))].map(([, told]) => Number(told)),
    )
  return most('Width') * most('Height') > mostPixels
}

/**
 * The first page of a PDF as pixels, drawn by the typesetter, which places such a page as a picture.
 * @throws what the typesetter cannot read
 */
export const firstPageOf = (pdf: Uint8Array): Promise<Uint8Array> => {
  if (holdsLarge(Buffer.from(pdf).toString('latin1'))) throw new RangeError('A picture in it is too large')
  const compiler = NodeCompiler.create({ workspace: folder })
  compiler.mapShadow(`${folder}first-page.pdf`, Buffer.from(pdf))
  const svg = compiler.plainSvg({ mainFileContent: page })
  return pngOf(svg.replace(/ width="([\d.]+)pt" height="([\d.]+)pt"/, ' width="$1" height="$2"'))
}

/** A drawing as pixels. Its letters are in our own font, for no other is at hand. */
export const drawingOf = async (svg: Uint8Array): Promise<Uint8Array> =>
  pngOf(Buffer.from(svg).toString('utf8'), { side, fonts: await readFonts() })
