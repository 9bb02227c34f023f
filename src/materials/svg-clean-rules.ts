/** What drawing programs write beside the drawing: who, when, in which folder, under which licence. */
const metadata = /<((?:\w+:)?metadata)(?:\s[^<>]*?)?(?:\/>|>[\s\S]*?<\/\1\s*>)/g
const namedView = /<((?:sodipodi|inkscape):[\w-]+)(?:\s[^<>]*?)?(?:\/>|>[\s\S]*?<\/\1\s*>)/g
const ownAttribute = /\s(?:sodipodi|inkscape|serif|sketch):[\w-]+\s*=\s*(?:"[^"<]*"|'[^'<]*')/g
/** Comments as they are, and text that only looks like one. */
const unparsed = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>/g

/** A picture inside the picture, packed as text. */
const inside = /data:image\/(?:png|jpeg|webp);base64,([\w+/=\s]*)/g

/** A drawing without what its program noted of its making. It must have been checked: what is taken out is well formed. */
export const cleanSvg = (svg: string): string => {
  const held: string[] = []
  const bare = svg.replace(unparsed, (whole) =>
    whole.startsWith('<!--') ? '' : `<![CDATA[${held.push(whole) - 1}]]>`,
  )
  return bare
    .replace(metadata, '')
    .replace(namedView, '')
    .replace(/<[A-Za-z][^<>]*>/g, (tag) => tag.replace(ownAttribute, ''))
    .replace(/<!\[CDATA\[(\d+)\]\]>/g, (_, index: string) => held[Number(index)]!)
}

/** The pictures in a drawing, as they stand in it. */
export const picturesIn = (svg: string): { whole: string; bytes: Buffer }[] =>
  [...svg.matchAll(inside)].map(([whole, packed]) => ({ whole, bytes: Buffer.from(packed!, 'base64') }))
