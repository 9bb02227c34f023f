import { unpackWithin, type ZipEntry } from '../lib/zip-guard.ts'
import { isOutside, type ReachProblem, reachProblem } from './office-reach-rules.ts'
import { type SvgProblem, svgProblem } from './svg-rules.ts'
import { isUnsafeXml, localOf, tagsNamed, unescaped } from './xml-rules.ts'

export type OfficeKind = 'docx' | 'pptx' | 'xlsx'
export type OfficeProblem =
  | ('zip-bomb' | 'not-office' | 'macro' | 'template' | 'embedded')
  | ReachProblem
  | SvgProblem

/** Unpacked, in bytes: a deck of a hundred pictures is far below. */
export const mostUnpacked = 100 * 1024 * 1024

/** The part that a document begins with, by its name and its type (ECMA-376, part 1). */
const mains: Record<OfficeKind, { part: string; type: RegExp }> = {
  docx: { part: 'word/document.xml', type: /wordprocessingml\.document\.main\+xml$/ },
  pptx: { part: 'ppt/presentation.xml', type: /presentationml\.(?:presentation|slideshow)\.main\+xml$/ },
  xlsx: { part: 'xl/workbook.xml', type: /spreadsheetml\.sheet\.main\+xml$/ },
}

/** What a document of words, pictures and charts is made of; all else is something carried inside. */
const harmless =
  /\.(?:xml|rels|vml|png|jpe?g|gif|webp|svg|emf|wmf|tiff?|odttf|fntdata|ttf|otf|txt)$|(?:^|\/)$/i
const printerSettings = /printerSettings\d*\.bin$/i
const chartBook = /\/embeddings\/[^/]+\.xlsx$/i
const macros = /vbaProject|vbaData|macrosheets|activeX|attachedToolbars/i

/** Field codes of Word that fetch from elsewhere or start a program (ECMA-376, part 1, 17.16.5). */
const reaching = /\b(?:DDE|DDEAUTO|INCLUDEPICTURE|INCLUDETEXT|IMPORT|LINK|RD)\b/
/** In small letters they do the same; those that are words of addresses too only where a field begins. */
const reachingSmall = /\b(?:DDE|DDEAUTO|INCLUDEPICTURE|INCLUDETEXT)\b|^\s*(?:IMPORT|LINK|RD)\b/im

const hyperlink =
  /^http:\/\/(?:schemas\.openxmlformats\.org|purl\.oclc\.org\/ooxml)\/officeDocument\/(?:2006\/)?relationships\/hyperlink$/
const safeTarget = /^(?:https?:\/\/|mailto:|tel:|#)/i

const relationProblem = (xml: string): OfficeProblem | null => {
  const relationships = tagsNamed(xml, ['Relationship'])
  if (!relationships) return 'broken'
  for (const { attributes } of relationships) {
    const { TargetMode, Type = '', Target = '' } = attributes
    const leads = TargetMode !== undefined ? TargetMode !== 'Internal' : isOutside(Target)
    if (leads && /\/attachedTemplate$/i.test(Type)) return 'template'
    if (leads && !(hyperlink.test(Type) && safeTarget.test(Target))) return 'outside'
    if (macros.test(Type)) return 'macro'
    if (/\/(?:aFChunk|oleObject|externalLink)/i.test(Type)) return 'embedded'
  }
  return null
}

/**
 * The codes of all fields, each on a line: a code may be cut into several pieces.
 * @returns null when one is not plain text alone
 */
const fieldCodes = (xml: string): string | null => {
  const tags = tagsNamed(xml, ['instrText', 'fldSimple', 'fldChar'])
  if (!tags) return null
  let codes = ''
  for (const { name, attributes, end, isEmpty } of tags) {
    if (name !== 'instrText') codes += `\n${localOf(attributes, 'instr')}\n`
    else if (!isEmpty) {
      const close = xml.indexOf('</', end)
      const text = xml.slice(end, close)
      if (close === -1 || text.includes('<')) return null
      codes += unescaped(text)
    }
  }
  return codes
}

const fieldProblem = (xml: string): OfficeProblem | null => {
  const codes = fieldCodes(xml)
  if (codes === null) return 'broken'
  return reaching.test(codes) || reachingSmall.test(codes) ? 'outside' : null
}

const partProblem = ({ name, body }: ZipEntry, depth: number): OfficeProblem | null => {
  if (name.includes('..') || name.startsWith('/') || name.includes('\\')) return 'broken'
  if (macros.test(name)) return 'macro'
  if (chartBook.test(name)) {
    const inside = depth === 0 ? checkOffice(body, 1) : 'embedded'
    return typeof inside === 'string' ? inside : null
  }
  if (/externalLinks?\//i.test(name)) return 'outside'
  if (!harmless.test(name) && !printerSettings.test(name)) return 'embedded'
  if (/\.svg$/i.test(name)) return svgProblem(body)?.problem ?? null
  if (!/\.(?:xml|rels|vml)$/i.test(name)) return null
  const xml = isUnsafeXml(body) ? null : body.toString('utf8')
  if (xml === null) return 'broken'
  if (/\.rels$/i.test(name)) return relationProblem(xml)
  // Whatever folder it lies in: a header of a text may lie in any.
  return fieldProblem(xml) ?? reachProblem(name, xml)
}

/** What an archive is that begins with `PK`, or why it cannot be taken. */
export const checkOffice = (bytes: Uint8Array, depth = 0): { kind: OfficeKind } | OfficeProblem => {
  const entries = unpackWithin(bytes, mostUnpacked)
  if (!entries) return 'zip-bomb'
  // Names of parts are the same in small letters and in capitals (ECMA-376, part 2, 6.2.2).
  const partOf = (name: string) => entries.filter((entry) => entry.name.toLowerCase() === name.toLowerCase())
  const kind = (Object.keys(mains) as OfficeKind[]).find((one) => partOf(mains[one].part).length === 1)
  const [types, ...others] = partOf('[Content_Types].xml')
  if (!kind || !types || others.length > 0) return 'not-office'
  const listed = types.body.toString('utf8')
  if (/macroEnabled/i.test(listed)) return 'macro'
  const main = tagsNamed(listed, ['Override'])
    ?.map(({ attributes }) => attributes)
    .find(({ PartName }) => PartName === `/${mains[kind].part}`)
  if (!mains[kind].type.test(main?.ContentType ?? '')) return 'not-office'
  for (const entry of entries) {
    const problem = partProblem(entry, depth)
    if (problem) return problem
  }
  return { kind }
}
