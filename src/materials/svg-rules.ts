import { attributesOf, isUnsafeXml, unescaped, utf8Of } from './xml-rules.ts'

export type SvgProblem = 'svg-script' | 'svg-event' | 'svg-foreign' | 'svg-outside' | 'svg-entity' | 'broken'
export type SvgFound = { problem: SvgProblem; found: string }

const scripts = ['script', 'handler', 'listener']
/** Elements that change others as time goes by can give a link a target that was not there. */
const foreign = [
  ...[
    'foreignobject',
    'iframe',
    'object',
    'embed',
    'audio',
    'video',
    'canvas',
    'html',
    'body',
    'head',
    'form',
  ],
  ...[
    'input',
    'link',
    'meta',
    'base',
    'img',
    'template',
    'set',
    'animate',
    'animatetransform',
    'animatemotion',
  ],
  ...['animatecolor', 'discard', 'a', 'math', 'portal', 'frame', 'frameset', 'applet'],
]
const links = ['href', 'src', 'action', 'formaction', 'data', 'base', 'ping']
/** What a picture may name: a part of itself, or a picture inside it. */
const isInside = (value: string) =>
  /^\s*(?:#[\w.:-]+|data:image\/(?:png|jpeg|webp|gif);base64,[\w+/=\s]*)\s*$/.test(value)

/** Comments and unparsed text in one pass from the left: each can hold what looks like the other. */
const unparsed = /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>/g
const asText = (_: string, inside = '') => inside.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const tag = /<(\/?)([A-Za-z_][\w.:-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/g
const localName = (name: string) => name.split(':').at(-1)!.toLowerCase()

/** Style sheets of their own, attributes of style, and every `url(…)`: CSS hides letters behind `\`. */
const styleProblem = (css: string): SvgFound | null => {
  const plain = css
    .replace(/\\([0-9a-f]{1,6})\s?/gi, (_, hex: string) => {
      const point = Number.parseInt(hex, 16)
      return point <= 0x10ffff ? String.fromCodePoint(point) : ''
    })
    .replace(/\\(.)/g, '$1')
    .replace(/\/\*[\s\S]*?\*\//g, '')
  if (/@import|@font-face[^}]*url\(\s*["']?(?!data:font)/i.test(plain))
    return { problem: 'svg-outside', found: '@import' }
  if (/expression\s*\(|-moz-binding|behavior\s*:/i.test(plain))
    return { problem: 'svg-script', found: 'style' }
  for (const [, target] of plain.matchAll(/(?:url|src|image|image-set)\(\s*["']?([^"')]*)/gi))
    if (!isInside(target!) && !/^data:font\/[\w+-]+;base64,/.test(target!))
      return { problem: 'svg-outside', found: target!.slice(0, 60) }
  return null
}

const attributeProblem = (name: string, value: string): SvgFound | null => {
  const local = localName(name)
  if (/^on/.test(local)) return { problem: 'svg-event', found: name }
  const squeezed = value.replace(/[\s\p{Cc}]+/gu, '').toLowerCase()
  if (/^(?:javascript|vbscript|livescript):|^data:(?:text|application|image\/svg)/.test(squeezed))
    return { problem: 'svg-script', found: `${name}="${value.slice(0, 30)}"` }
  if (name === 'xmlns' || name.startsWith('xmlns:'))
    return /xhtml|xml-events|xbl/i.test(value) ? { problem: 'svg-foreign', found: value.slice(0, 60) } : null
  if (links.includes(local) && !isInside(value)) return { problem: 'svg-outside', found: value.slice(0, 60) }
  return styleProblem(value)
}

const elementProblem = (name: string, attributes: Record<string, string>): SvgFound | null => {
  const local = localName(name)
  if (scripts.includes(local)) return { problem: 'svg-script', found: `<${name}>` }
  if (foreign.includes(local)) return { problem: 'svg-foreign', found: `<${name}>` }
  for (const [attribute, value] of Object.entries(attributes)) {
    const problem = attributeProblem(attribute, value)
    if (problem) return problem
  }
  return null
}

const broken: SvgFound = { problem: 'broken', found: '' }

/** Reads tag by tag, and lets nothing by that it does not understand: what is left between tags is text alone. */
const walk = (text: string): SvgFound | null => {
  const open: string[] = []
  let at = 0
  let isFirst = true
  const between = (until: number) => {
    const rest = text.slice(at, until)
    if (rest.includes('<')) return broken
    if (open.length === 0) return rest.trim() === '' ? null : broken
    return localName(open.at(-1)!) === 'style' ? styleProblem(unescaped(rest)) : null
  }
  for (const match of text.matchAll(tag)) {
    const [whole, closes, name, attributes, isEmpty] = match
    const problem = between(match.index) ?? (closes ? null : elementProblem(name!, attributesOf(attributes!)))
    if (problem) return problem
    if (closes ? open.pop() !== name : open.length === 0 && (!isFirst || localName(name!) !== 'svg'))
      return broken
    if (!closes && !isEmpty) open.push(name!)
    isFirst = false
    at = match.index + whole.length
  }
  return isFirst || open.length > 0 ? broken : between(text.length)
}

/** What is wrong with a picture of lines, and where; null when it is shapes and text alone. */
export const svgProblem = (bytes: Uint8Array): SvgFound | null => {
  const text = utf8Of(bytes)
  if (text === null) return broken
  if (/<!ENTITY|<!DOCTYPE[^>]*\[/i.test(text)) return { problem: 'svg-entity', found: '<!ENTITY>' }
  const bare = text
    .replace(/^\uFEFF/, '')
    .replace(/^\s*<\?xml\s[^?]*\?>/, '')
    .replace(unparsed, asText)
    .replace(/^\s*<!DOCTYPE svg(?:\s+PUBLIC\s+"-\/\/W3C\/\/DTD SVG [^"]*"\s+"[^"]*")?\s*>/i, '')
  if (/<\?/.test(bare)) return { problem: 'svg-outside', found: '<?…?>' }
  if (isUnsafeXml(Buffer.from(bare))) return broken
  return walk(bare)
}
