import { unpackWithin, type ZipEntry } from '../lib/zip-guard.ts'
import { zipOf } from '../lib/zip-write.ts'
import type { FileProblem } from './check-rules.ts'
import { cleanParts } from './office-clean-rules.ts'
import { mostUnpacked } from './office-rules.ts'
import { cleanPdf } from './pdf-clean-rules.ts'
import { makeAnew, makeAnewInside } from './picture-make.ts'
import type { FileKind } from './rules.ts'
import { cleanSvg, picturesIn } from './svg-clean-rules.ts'

/** A file without what it told of who made it, where and with what; `tells` is what could not be taken out. */
type Cleaned = { bytes: Uint8Array; tells: readonly string[] }
type Outcome = Cleaned | FileProblem

const silent = (bytes: Uint8Array): Cleaned => ({ bytes, tells: [] })

const cleanEntry = async ({ name, body }: ZipEntry): Promise<ZipEntry | FileProblem> => {
  if (/\.xlsx$/i.test(name)) {
    const book = await cleanOffice(body)
    return typeof book === 'string' ? book : { name, body: Buffer.from(book.bytes) }
  }
  if (/\.svg$/i.test(name)) {
    const drawing = await cleanDrawing(body)
    return typeof drawing === 'string' ? drawing : { name, body: Buffer.from(drawing.bytes) }
  }
  const made = await makeAnewInside(body)
  if (typeof made === 'string') return made
  return { name, body: made === null ? body : Buffer.from(made) }
}

const cleanOffice = async (bytes: Uint8Array): Promise<Outcome> => {
  const entries = unpackWithin(bytes, mostUnpacked)
  if (!entries) return 'zip-bomb'
  const cleaned: ZipEntry[] = []
  for (const entry of cleanParts(entries)) {
    const made = await cleanEntry(entry)
    if (typeof made === 'string') return made
    cleaned.push(made)
  }
  return silent(zipOf(cleaned))
}

const cleanDrawing = async (bytes: Uint8Array): Promise<Outcome> => {
  let svg = cleanSvg(Buffer.from(bytes).toString('utf8'))
  for (const { whole, bytes: inside } of picturesIn(svg)) {
    const made = await makeAnewInside(inside)
    if (typeof made === 'string') return made
    const head = whole.slice(0, whole.indexOf(',') + 1)
    if (made) svg = svg.replace(whole, () => head + Buffer.from(made).toString('base64'))
  }
  return silent(Buffer.from(svg))
}

const cleanPicture = async (bytes: Uint8Array, kind: 'png' | 'jpeg' | 'webp'): Promise<Outcome> => {
  const made = await makeAnew(bytes, kind)
  return typeof made === 'string' ? made : silent(made.bytes)
}

/** Takes out of a checked file what it tells of its maker. Text tells what it says, and nothing else. */
export const clean = (bytes: Uint8Array, kind: FileKind): Promise<Outcome> | Outcome => {
  switch (kind) {
    case 'png':
    case 'jpeg':
    case 'webp':
      return cleanPicture(bytes, kind)
    case 'svg':
      return cleanDrawing(bytes)
    case 'docx':
    case 'pptx':
    case 'xlsx':
      return cleanOffice(bytes)
    case 'pdf':
      return cleanPdf(bytes)
    default:
      return silent(bytes)
  }
}
