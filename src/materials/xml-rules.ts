const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/** Text of XML as its reader sees it: `&#106;avascript` is `javascript`. */
export const unescaped = (text: string): string =>
  text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi,
    (whole, hex?: string, digits?: string, name?: string) => {
      if (name !== undefined) return named[name] ?? whole
      const point = hex === undefined ? Number(digits) : Number.parseInt(hex, 16)
      return point <= 0x10ffff ? String.fromCodePoint(point) : whole
    },
  )

/** The attributes in what stands between a tag's name and its end. */
export const attributesOf = (tag: string): Record<string, string> =>
  Object.fromEntries(
    // A name may have any letters: one that was not read here would have its value read for more attributes.
    [...tag.matchAll(/([^\s<>/"'=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, name, double, single]) => [
      name!,
      unescaped(double ?? single ?? ''),
    ]),
  )

/** The value of an attribute, whatever its prefix is; empty where there is none. */
export const localOf = (attributes: Record<string, string>, wanted: string): string =>
  Object.entries(attributes).find(([name]) => name.split(':').at(-1) === wanted)?.[1] ?? ''

/** A tag that begins an element: `name` without its prefix, `end` where it ends in the text. */
export type Tag = { name: string; attributes: Record<string, string>; end: number; isEmpty: boolean }

/**
 * Every tag that begins an element of such a name, whatever its prefix is. One in a comment counts too: it cannot hide
 * another.
 * @returns null when one of them is not formed as XML has it: what we cannot read, a reader might
 */
export const tagsNamed = (xml: string, names: readonly string[]): Tag[] | null => {
  const begins = new RegExp(`<(?:[^\\s<>/"'=:]+:)?(${names.join('|')})(?=[\\s/>])`, 'g')
  // `>` may stand in a value; `<` may not.
  const rest = /(?:\s+[^\s<>/"'=]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*\/?>/y
  const tags: Tag[] = []
  for (const match of xml.matchAll(begins)) {
    rest.lastIndex = match.index + match[0].length
    const [found] = rest.exec(xml) ?? []
    if (found === undefined) return null
    const attributes = attributesOf(found)
    tags.push({ name: match[1]!, attributes, end: rest.lastIndex, isEmpty: found.endsWith('/>') })
  }
  return tags
}

/** The text of bytes in UTF-8; null when they are something else, such as UTF-16, where a search would find nothing. */
export const utf8Of = (bytes: Uint8Array): string | null => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return text.includes('\0') ? null : text
  } catch {
    return null
  }
}

/** Whether a file of XML is not plain UTF-8, or defines words of its own ("billion laughs"). */
export const isUnsafeXml = (bytes: Uint8Array): boolean => {
  const text = utf8Of(bytes)
  if (text === null || /<!(?:DOCTYPE|ENTITY)/i.test(text)) return true
  const encoding = /^<\?xml[^>]*\bencoding\s*=\s*["']([^"']*)/i.exec(text)?.[1]
  return encoding !== undefined && !/^(?:utf-8|us-ascii)$/i.test(encoding)
}
