import { inflateSync } from 'node:zlib'
import { hushJpeg } from './jpeg-rules.ts'

/** A document as it may be published. `tells` is what it still says of who made it: that could not be taken away. */
export type CleanPdf = { bytes: Buffer; tells: string[] }

/** Entries of a document's own facts that name people and their employers (ISO 32000-2, 14.3.3), also those of Word. */
const telling = '(?:Author|Company|Manager|LastModifiedBy|SourceModified)'
const entry = new RegExp(String.raw`/${telling}[\0\t\n\f\r ]*(?=[(<\d])`, 'g')

/** Elements and attributes of XMP that do: whose work, by which steps, from which folder. */
const xmpNames = String.raw`(?:dc:creator|dc:contributor|pdf:Author|pdfx:\w+|photoshop:(?:AuthorsPosition|CaptionWriter|Credit|Source|History)|xmpMM:(?:History|DerivedFrom|Ingredients|Pantry|ManageTo|ManagedFrom)|xmpRights:\w+|stRef:filePath|stEvt:\w+|exif:GPS\w+|Iptc4xmp\w+:\w+|tiff:Artist)`
const xmpElement = new RegExp(
  String.raw`<(${xmpNames})(?:\s[^<>]*)?(?<!/)>[\s\S]*?</\1\s*>|<${xmpNames}(?:\s[^<>]*)?/>`,
  'g',
)
const xmpAttribute = new RegExp(String.raw`\s${xmpNames}\s*=\s*(?:"[^"<]*"|'[^'<]*')`, 'g')
const packet = /<(?:x:xmpmeta|rdf:RDF)[\s>][\s\S]*?<\/(?:x:xmpmeta|rdf:RDF)>/g

/** Where a string that begins here ends, its brackets with it (7.3.4); null when it is none. */
const stringEnd = (text: string, from: number): number | null => {
  if (text[from] === '<' && text[from + 1] !== '<') {
    const to = text.indexOf('>', from)
    return to === -1 ? null : to + 1
  }
  if (text[from] !== '(') return null
  let depth = 0
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === '(') depth++
    else if (text[at] === ')' && --depth === 0) return at + 1
  }
  return null
}

/** A string as people read it. */
const readString = (raw: string): string => {
  const bytes = raw.startsWith('<')
    ? Buffer.from(raw.slice(1, -1).replace(/[^\da-f]/gi, ''), 'hex')
    : Buffer.from(
        raw
          .slice(1, -1)
          .replace(/\\(?:([0-7]{1,3})|\r?\n|([\s\S]))/g, (_, octal?: string, other?: string) =>
            octal === undefined ? (other ?? '') : String.fromCharCode(Number.parseInt(octal, 8) & 255),
          ),
        'latin1',
      )
  const isWide = bytes[0] === 0xfe && bytes[1] === 0xff
  const text = isWide ? new TextDecoder('utf-16be').decode(bytes.subarray(2)) : bytes.toString('latin1')
  return text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim()
}

type Found = { from: number; to: number; value: string }

/** Strings that name somebody. One that stands elsewhere, by its number, has no end here. */
const namesIn = (text: string): (Found | null)[] =>
  [...text.matchAll(entry)].map((match) => {
    const from = match.index + match[0].length
    const to = stringEnd(text, from)
    return to === null ? null : { from, to, value: readString(text.slice(from, to)) }
  })

/** Spaces, in the way that each kind of string writes them. */
const blanks = (raw: string) =>
  raw.startsWith('<')
    ? `<${'20'.repeat(raw.length).slice(0, raw.length - 2)}>`
    : `(${' '.repeat(raw.length - 2)})`

const inPacket = (xmp: string) => {
  const spaces = (whole: string) => ' '.repeat(whole.length)
  return xmp.replace(xmpElement, spaces).replace(xmpAttribute, spaces)
}

const largestStream = 8 * 1024 * 1024

/** What packed parts of a document say: they have no room of their own to be written over. */
const toldInStreams = (text: string, bytes: Buffer): string[] => {
  const told: string[] = []
  for (const match of text.matchAll(/(?<!end)stream(?:\r\n|\n|\r)/g)) {
    const head = text.slice(Math.max(0, match.index - 1024), match.index)
    if (!/\/(?:ObjStm|Metadata)(?![A-Za-z])/.test(head.slice(head.lastIndexOf('obj') + 1))) continue
    try {
      const body = bytes.subarray(match.index + match[0].length)
      const inside = inflateSync(body, { maxOutputLength: largestStream }).toString('latin1')
      told.push(...namesIn(inside).map((one) => one?.value ?? ''))
      for (const [xmp] of inside.matchAll(packet))
        for (const [element] of xmp.matchAll(xmpElement))
          told.push(
            Buffer.from(element.replace(/<[^>]*>/g, ' '), 'latin1')
              .toString('utf8')
              .replace(/\s+/g, ' ')
              .trim(),
          )
    } catch {
      // Not packed, or in a way that no reader of facts knows.
    }
  }
  return told
}

/**
 * Writes spaces over what a document says of who made it, in its own facts, in its XMP and in its photos, and moves
 * nothing: a document counts its places in bytes. What is packed, or signed, stays and is told.
 */
export const cleanPdf = (original: Uint8Array): CleanPdf => {
  const bytes = Buffer.from(original)
  const text = bytes.toString('latin1')
  const names = namesIn(text)
  // A signature holds for every byte, and names who gave it.
  if (/\/ByteRange[\0\t\n\f\r ]*\[/.test(text))
    return { bytes, tells: ['ByteRange', ...names.flatMap((one) => (one?.value ? [one.value] : []))] }
  for (const found of names)
    if (found) bytes.write(blanks(text.slice(found.from, found.to)), found.from, 'latin1')
  for (const match of text.matchAll(packet)) bytes.write(inPacket(match[0]), match.index, 'latin1')
  for (const match of text.matchAll(/(?<!end)stream(?:\r\n|\n|\r)(?=\xff\xd8\xff)/g))
    hushJpeg(bytes.subarray(match.index + match[0].length))
  const elsewhere = names.includes(null) ? ['/Author'] : []
  const told = [...elsewhere, ...toldInStreams(text, bytes)].filter((one) => one !== '')
  return { bytes, tells: [...new Set(told)].map((one) => one.slice(0, 60)).slice(0, 5) }
}
