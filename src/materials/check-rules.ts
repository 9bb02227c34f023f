import { endingOf, endings, type NameProblem, nameProblem } from './name-rules.ts'
import { checkOffice, type OfficeProblem } from './office-rules.ts'
import { type PdfProblem, pdfProblem } from './pdf-rules.ts'
import { type Picture, type PictureProblem, readJpeg, readPng, readWebp } from './picture-rules.ts'
import { type FileKind, largestMaterial } from './rules.ts'
import { type SvgProblem, svgProblem } from './svg-rules.ts'
import { looksLikeHtml, startOf, type TextProblem, textProblem } from './text-rules.ts'

export type FileProblem =
  | NameProblem
  | PdfProblem
  | OfficeProblem
  | PictureProblem
  | SvgProblem
  | TextProblem
  | 'too-large'

/** A file that may be kept, or why not; `found` is what of it was met, as it stands there. */
export type Checked =
  | { kind: FileKind; width: number | null; height: number | null }
  | { problem: FileProblem; found?: string }

/** The bytes that each kind begins with; text has none. */
const beginnings: [kind: 'pdf' | 'zip' | 'png' | 'jpeg' | 'webp', matches: (start: string) => boolean][] = [
  ['pdf', (start) => start.startsWith('%PDF-')],
  ['zip', (start) => start.startsWith('PK\x03\x04')],
  ['png', (start) => start.startsWith('\x89PNG\r\n\x1a\n')],
  ['jpeg', (start) => start.startsWith('\xff\xd8\xff')],
  ['webp', (start) => start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP'],
]

const plain = (kind: FileKind): Checked => ({ kind, width: null, height: null })
const outcome = (kind: FileKind, problem: FileProblem | null): Checked =>
  problem ? { problem } : plain(kind)
const picture = (kind: FileKind, read: Picture | PictureProblem): Checked =>
  typeof read === 'string' ? { problem: read } : { kind, ...read }

const svg = (bytes: Uint8Array): Checked => svgProblem(bytes) ?? plain('svg')
const office = (bytes: Uint8Array): Checked => {
  const read = checkOffice(bytes)
  return typeof read === 'string' ? { problem: read } : plain(read.kind)
}

/** There is one way alone to read each comment: with more, some thirty of them would be read for ever. */
const isSvg = (start: string) =>
  /^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:[^-]|-(?!->))*-->\s*|<!DOCTYPE svg[^<>]*>\s*)*<(?:\w+:)?svg[\s>]/i.test(
    start,
  )

/** Text has no beginning of its own: only here the name says which of the two it is. */
const text = (bytes: Uint8Array, name: string): Checked => {
  const kind = endingOf(name) === 'csv' ? 'csv' : 'txt'
  return outcome(kind, textProblem(bytes, kind === 'csv'))
}

const checkContent = (bytes: Uint8Array, name: string): Checked => {
  const start = startOf(bytes)
  switch (beginnings.find(([, matches]) => matches(start))?.[0]) {
    case 'pdf':
      return outcome('pdf', pdfProblem(bytes))
    case 'zip':
      return office(bytes)
    case 'png':
      return picture('png', readPng(bytes))
    case 'jpeg':
      return picture('jpeg', readJpeg(bytes))
    case 'webp':
      return picture('webp', readWebp(bytes))
    default:
      if (isSvg(start) || /<!DOCTYPE\s+svg/i.test(start) || endingOf(name) === 'svg') return svg(bytes)
      if (looksLikeHtml(start)) return { problem: 'html' }
      // The header of a document may stand later for some readers (ISO 32000-1, annex H), and other things before it.
      if (start.includes('%PDF-')) return { problem: 'two-kinds' }
      return text(bytes, name)
  }
}

/** What a file is by its bytes, whatever its name claims; the two must agree. */
export const checkFile = (name: string, bytes: Uint8Array): Checked => {
  const named = nameProblem(name)
  if (named) return { problem: named }
  if (bytes.length > largestMaterial) return { problem: 'too-large' }
  const checked = checkContent(bytes, name)
  if ('problem' in checked || endings[checked.kind].includes(endingOf(name))) return checked
  return { problem: 'ending', found: checked.kind.toUpperCase() }
}
