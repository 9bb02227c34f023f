import type { ZipEntry } from '../lib/zip-guard.ts'

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006'
const packages = 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties'

const textOf = (body: Buffer, name: string) =>
  new RegExp(`<${name}(?:\\s[^<>]*)?>([^<]*)</${name}>`).exec(body.toString('utf8'))?.[1] ?? ''

/** The facts of a document (ECMA-376, part 2, 8): its title and language are for its readers, who made it is not. */
const coreOf = (body: Buffer): string => {
  const kept = ['dc:title', 'dc:language'].map((name) => {
    const text = textOf(body, name)
    return text === '' ? '' : `<${name}>${text}</${name}>`
  })
  return `${xml}<cp:coreProperties xmlns:cp="${packages}" xmlns:dc="http://purl.org/dc/elements/1.1/">${kept.join('')}</cp:coreProperties>`
}

/** Parts that tell of the maker and his employer, and what stands in their place. */
const facts: [name: RegExp, made: (body: Buffer) => string][] = [
  [/^docProps\/core\.xml$/i, coreOf],
  [/^docProps\/app\.xml$/i, () => `${xml}<Properties xmlns="${office}/extended-properties"/>`],
  [/^docProps\/custom\.xml$/i, () => `${xml}<Properties xmlns="${office}/custom-properties"/>`],
]

/** The folder that a workbook was last saved in, and who held it then. */
const ofWorkbook: [pattern: RegExp, without: string][] = [
  [/<([\w-]+:)?absPath(?:\s[^<>]*)?\/>/g, ''],
  [/(<(?:[\w-]+:)?fileSharing\s[^<>]*?)\s+userName\s*=\s*(?:"[^"<]*"|'[^'<]*')/g, '$1'],
  [/<((?:[\w-]+:)?fileRecoveryPr)(?:\s[^<>]*)?\/>/g, ''],
]

/** Which edits were made in one sitting: with it, two documents can be told to be of one machine. */
const sittings = /\s\w+:rsid\w*\s*=\s*(?:"[^"<]*"|'[^'<]*')/g
const sittingList = /<(\w+:rsids)(?:\s[^<>]*)?(?<!\/)>[\s\S]*?<\/\1\s*>/g

/** Pictures bear the folder that they came from as the words that a blind reader hears. */
const folder = /\s(descr|name|title)\s*=\s*"(?:[A-Za-z]:\\|\\\\|\/(?:Users|home)\/)[^"<]*"/g

/** Names of printers, with those of their servers, stand in workbooks. */
const printerLink = /<Relationship\s[^<>]*\/printerSettings"[^<>]*\/>/g

/** Lists of people who once wrote remarks: office programs keep them when the remarks are gone. */
const people = /^(?:word\/people|xl\/persons\/[^/]+|ppt\/(?:authors|commentAuthors))\.xml$/i
const person = /\s(\w+:)?(author|displayName|name|initials|userId)\s*=\s*(?:"[^"<]*"|'[^'<]*')/g

const cleanXml = (name: string, text: string): string => {
  if (/\.rels$/i.test(name)) return text.replace(printerLink, '')
  if (people.test(name))
    return text.replace(person, (_, prefix: string | undefined, key: string) => ` ${prefix ?? ''}${key}=""`)
  if (/^xl\/workbook\.xml$/i.test(name))
    return ofWorkbook.reduce((left, [pattern, without]) => left.replace(pattern, without), text)
  if (/^xl\/worksheets\/[^/]+\.xml$/i.test(name))
    return text.replace(/<(?:\w+:)?pageSetup\s[^<>]*>/g, (tag) => tag.replace(/\s\w+:id\s*=\s*"[^"]*"/, ''))
  if (!/^(?:word|ppt)\//i.test(name)) return text
  return text.replace(sittingList, '').replace(sittings, '').replace(folder, ' $1=""')
}

/** The parts of a checked document without what they tell of who made it. Pictures in it are left as they are. */
export const cleanParts = (entries: readonly ZipEntry[]): ZipEntry[] =>
  entries
    .filter(({ name }) => !/printerSettings\d*\.bin$/i.test(name))
    .map(({ name, body }) => {
      const fact = facts.find(([pattern]) => pattern.test(name))
      if (fact) return { name, body: Buffer.from(fact[1](body)) }
      if (!/\.(?:xml|rels)$/i.test(name)) return { name, body }
      const text = body.toString('utf8')
      const cleaned = cleanXml(name, text)
      return cleaned === text ? { name, body } : { name, body: Buffer.from(cleaned) }
    })
