import { localOf, tagsNamed, unescaped } from './xml-rules.ts'

/** What of a part fetches from elsewhere when it is opened, or tells who worked on it. */
export type ReachProblem = 'outside' | 'formula' | 'comments' | 'broken'

/** An address of another place: with a scheme, of a server, or of a folder. */
export const isOutside = (target: string): boolean =>
  /^\s*(?:[a-z][a-z\d+.-]*:|\/\/|\\)/i.test(target) && !/^\s*data:/i.test(target)

/** Shapes of VML, the older way to draw (ECMA-376, part 4, 19.1): their pictures can be named by address alone. */
const drawn = ['imagedata', 'fill', 'stroke', 'image', 'OLEObject']
const fetching = ['src', 'href', 'althref']

const drawingProblem = (xml: string): ReachProblem | null => {
  const tags = tagsNamed(xml, drawn)
  if (!tags) return 'broken'
  return tags.some(({ attributes }) => fetching.some((name) => isOutside(localOf(attributes, name))))
    ? 'outside'
    : null
}

/** Functions that ask other servers, or call programs; newer ones bear a prefix (`_xlfn.IMAGE`). */
const reachingFunction =
  /(?:^|[^\p{L}\d_])(?:_xlfn\.|_xlws\.)*(?:WEBSERVICE|IMAGE|IMPORT(?:XML|DATA|HTML|RANGE|FEED)|RTD|CALL|REGISTER(?:\.ID)?|SQL\.REQUEST|STOCKHISTORY)\s*\(/iu
/** Another workbook by its number or its address, or a conversation with a program (DDE). */
const otherBook = /(?<![\p{L}\d_.\]])\[\d+\][^[\],;()]*!|'(?:[a-z][a-z\d+.-]*:|\\\\|\/\/)|[\p{L}\d_]\s*\|/iu
const quoted = /"(?:[^"]|"")*"/g

/** Whether a formula reaches out of its workbook. What stands in quotes is text. */
const reachesOut = (formula: string): boolean => {
  const bare = formula.replace(quoted, '""')
  return reachingFunction.test(bare) || otherBook.test(bare)
}

const formulaTags = [
  'f',
  'formula',
  'formula1',
  'formula2',
  'definedName',
  'calculatedColumnFormula',
  'totalsRowFormula',
]

const formulaProblem = (xml: string): ReachProblem | null => {
  const tags = tagsNamed(xml, formulaTags)
  if (!tags) return 'broken'
  for (const { end, isEmpty } of tags) {
    if (isEmpty) continue
    const close = xml.indexOf('</', end)
    const text = xml.slice(end, close)
    if (close === -1 || text.includes('<')) return 'broken'
    if (reachesOut(unescaped(text))) return 'formula'
  }
  return null
}

/** Remarks in the margin, and edits that wait for somebody's yes: both name people, and are not meant for readers. */
const commentParts = /(?:^|\/)(?:(?:threaded)?comments?\d*|commentAuthors|persons?\d*)(?:\/|[^/]*\.xml$)/i
const editTags = [
  'ins',
  'del',
  'moveFrom',
  'moveTo',
  'rPrChange',
  'pPrChange',
  'cmAuthor',
  'comment',
  'cm',
  'threadedComment',
]

const commentProblem = (name: string, xml: string): ReachProblem | null => {
  const tags = tagsNamed(xml, editTags)
  if (!tags) return 'broken'
  const isNamed = tags.some(({ attributes }) => localOf(attributes, 'author') !== '')
  return isNamed || (commentParts.test(name) && tags.length > 0) ? 'comments' : null
}

/** Tables that are filled from a database or a page, and letters that are filled from a list. */
const isFilled = (name: string, xml: string) =>
  /(?:^|\/)(?:connections\d*\.xml$|queryTables\/)/i.test(name) || /<(?:\w+:)?mailMerge[\s/>]/.test(xml)

/** What is wrong with a part of a document that is XML, wherever in it the part lies. */
export const reachProblem = (name: string, xml: string): ReachProblem | null => {
  if (isFilled(name, xml)) return 'outside'
  return drawingProblem(xml) ?? formulaProblem(xml) ?? commentProblem(name, xml)
}
