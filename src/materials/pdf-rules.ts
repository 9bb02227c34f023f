import { inflateSync } from 'node:zlib'

export type PdfProblem =
  | 'pdf-script'
  | 'pdf-embedded'
  | 'pdf-launch'
  | 'pdf-encrypted'
  | 'comments'
  | 'pdf-unreadable'
  | 'broken'
  | 'two-kinds'

/** All streams of a document together, and one of them, unpacked, in bytes. */
const mostUnpacked = 96 * 1024 * 1024
const largestStream = 32 * 1024 * 1024
/** Streams that cannot be unpacked: each may have cost as much as a whole one. */
const mostUnread = 10

/** White space, and what ends a name (ISO 32000-2, 7.2.3). */
const white = String.raw`[\0\t\n\f\r ]`
const end = String.raw`(?=[\0\t\n\f\r ()<>[\]{}/%]|$)`
/**
 * A value, or its number elsewhere. A comment (7.2.4) counts as what it hides: to look behind each would take a file of
 * nothing else for ever.
 */
const valued = String.raw`${white}*(?:[(<[%]|\d+(?:%|${white}+(?:%|\d+${white}*[R%])))`

/** Names that no harmless document has, long enough not to stand in packed bytes by chance. */
const forbidden: [problem: PdfProblem, pattern: RegExp][] = [
  ['pdf-script', new RegExp(`/(?:JavaScript|Rendition|XFA)${end}`)],
  ['pdf-launch', new RegExp(`/(?:Launch|SubmitForm|ImportData|GoTo[ER])${end}`)],
  ['pdf-embedded', new RegExp(`/(?:EmbeddedFiles?|FileAttachment|RichMedia)${end}`)],
  ['pdf-encrypted', new RegExp(`/Encrypt${valued}`)],
  // Remarks of those who read a draft, with their names (12.5.6).
  [
    'comments',
    new RegExp(`/Subtype${white}*/(?:Text|Popup|Highlight|Underline|Squiggly|StrikeOut|Caret)${end}`),
  ],
]
/** Short names only count with a value behind them, and not in packed bytes. */
const forbiddenShort: [problem: PdfProblem, pattern: RegExp][] = [
  ['pdf-script', new RegExp(`/JS${valued}`)],
  ['pdf-embedded', new RegExp(`/EF${valued}`)],
]

/** A name may write its letters as numbers: `/J#61vaScript` (7.3.5). */
const plainNames = (text: string) =>
  text.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

const found = (text: string, patterns: typeof forbidden): PdfProblem | null =>
  patterns.find(([, pattern]) => pattern.test(text))?.[0] ?? null

const otherFilters =
  /\/(?:ASCIIHexDecode|ASCII85Decode|LZWDecode|RunLengthDecode|AHx|A85|LZW|RL|Crypt|Predictor)/

const filterElsewhere = new RegExp(`/Filter${white}*[\\d%]`)

/** Objects can stand packed in a stream (7.5.7): whatever looks like one is unpacked and read too. */
const isOfObjects = (head: string) =>
  /\/ObjStm/.test(head) || (/\/First/.test(head) && /\/N[\s\d]/.test(head))

/** A stream's dictionary ends where it begins, and is short. */
const longestHead = 4096

type Stream = { head: string; body: Uint8Array }

/** Every place where a stream begins, whatever the document's own table says: readers mend broken tables by themselves. */
function* streamsOf(text: string, bytes: Uint8Array): Generator<Stream> {
  for (const match of text.matchAll(/(?<!end)stream(?:\r\n|\n|\r)/g)) {
    const before = text.slice(Math.max(0, match.index - longestHead), match.index)
    const head = plainNames(before.slice(before.lastIndexOf('obj') + 1))
    yield { head, body: bytes.subarray(match.index + match[0].length) }
  }
}

/** The two bytes that packed data begins with (RFC 1950, 2.2). */
const isPacked = ([first = 0, second = 0]: Uint8Array) =>
  (first & 15) === 8 && (first * 256 + second) % 31 === 0

/** What is in packed streams: the long names anywhere, the short ones where objects stand. */
const problemInStreams = (text: string, bytes: Uint8Array): PdfProblem | null => {
  let room = mostUnpacked
  let unread = 0
  for (const { head, body } of streamsOf(text, bytes)) {
    const hasObjects = isOfObjects(head)
    if (hasObjects && (otherFilters.test(head) || filterElsewhere.test(head))) return 'pdf-unreadable'
    if (!isPacked(body)) continue
    try {
      const unpacked = inflateSync(body, { maxOutputLength: Math.min(room, largestStream) })
      room -= unpacked.length
      const inside = plainNames(unpacked.toString('latin1'))
      const problem = found(inside, hasObjects ? [...forbidden, ...forbiddenShort] : forbidden)
      if (problem) return problem
    } catch {
      // What we cannot read, a reader might.
      if (hasObjects || ++unread > mostUnread) return 'pdf-unreadable'
    }
    if (room <= 0) return 'pdf-unreadable'
  }
  return null
}

/**
 * What is wrong with a document whose first bytes are `%PDF-`; null when it is only pages. Every name in it is looked
 * at, wherever it stands: what is in no table of the document may still be found by a reader that mends it.
 */
export const pdfProblem = (bytes: Uint8Array): PdfProblem | null => {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  if (!/^%PDF-[12]\.\d[\r\n]/.test(text) || !/startxref\s+\d+\s+%%EOF\s*$/.test(text.slice(-2048)))
    return 'broken'
  // An archive is read from its end, so a document can be one too.
  if (text.slice(-70_000).includes('PK\x05\x06')) return 'two-kinds'
  const names = plainNames(text)
  return found(names, [...forbidden, ...forbiddenShort]) ?? problemInStreams(text, bytes)
}
