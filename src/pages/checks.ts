import { textOf, tokensOf } from '../lib/markdown.ts'

/** What would shut somebody out, or lead nowhere. `about` is the place: a heading, a link's words or its target. */
export type FindingKind =
  | 'heading-skip'
  | 'heading-top'
  | 'heading-empty'
  | 'alt-missing'
  | 'picture-foreign'
  | 'link-empty'
  | 'link-vague'
  | 'link-broken'
  | 'link-refused'
  | 'html'
export type Finding = { kind: FindingKind; about: string }

/** Link texts that say nothing when they are read alone, as a list of links reads them. */
const vague = new Set([
  ...[
    'tästä',
    'tästä linkistä',
    'täältä',
    'täällä',
    'lue lisää',
    'lisää',
    'linkki',
    'klikkaa tästä',
    'tänne',
  ],
  ...['här', 'läs mer', 'mer', 'länk', 'klicka här', 'via länken', 'hit'],
  ...['here', 'click here', 'read more', 'more', 'link', 'this link', 'learn more'],
  ...['هنا', 'اضغط هنا', 'здесь', 'тут', 'подробнее', 'далее', 'тут', 'детальніше', 'halkan', 'dáppe', 'dás'],
])
const isVague = (text: string) =>
  vague.has(
    text
      .toLowerCase()
      .replace(/[\s.…:»>→]+$/u, '')
      .trim(),
  )

type Inline = ReturnType<typeof tokensOf>[number]

/** The words of each link of a paragraph beside its target. */
const linksOf = (inline: Inline): { target: string; text: string }[] => {
  const links: { target: string; text: string }[] = []
  let open: { target: string; text: string } | null = null
  for (const child of inline.children ?? []) {
    if (child.type === 'link_open') open = { target: String(child.attrGet('href') ?? ''), text: '' }
    else if (child.type === 'link_close' && open) {
      links.push(open)
      open = null
    } else if (open) open.text += child.type === 'image' ? textOf(child) : child.content
  }
  return links
}

const headingFindings = (tokens: readonly Inline[]): Finding[] => {
  let before = 1
  return tokens.flatMap((token, index): Finding[] => {
    if (token.type !== 'heading_open') return []
    const about = textOf(tokens[index + 1]!)
    const level = Number(token.tag.slice(1))
    const skips = level > before + 1
    before = Math.max(level, 1)
    return [
      ...(about.trim() === '' ? [{ kind: 'heading-empty' as const, about: token.markup }] : []),
      ...(level === 1 ? [{ kind: 'heading-top' as const, about }] : []),
      ...(skips ? [{ kind: 'heading-skip' as const, about }] : []),
    ]
  })
}

const linkFindings = (
  inline: Inline,
  isAddress: (path: string) => boolean,
  anchors: readonly string[],
): Finding[] =>
  linksOf(inline).flatMap(({ target, text }): Finding[] => {
    if (text.trim() === '') return [{ kind: 'link-empty', about: target }]
    if (isVague(text)) return [{ kind: 'link-vague', about: text.trim() }]
    if (target.startsWith('/') && !isAddress(target.replace(/[?#].*$/, '')))
      return [{ kind: 'link-broken', about: decoded(target) }]
    if (target.startsWith('#') && !anchors.includes(decoded(target.slice(1))))
      return [{ kind: 'link-broken', about: decoded(target) }]
    return []
  })

const decoded = (target: string): string => {
  try {
    return decodeURIComponent(target)
  } catch {
    return target
  }
}

const pictureFindings = (inline: Inline): Finding[] =>
  (inline.children ?? [])
    .filter(({ type }) => type === 'image')
    .flatMap((image): Finding[] => {
      const source = String(image.attrGet('src') ?? '')
      return [
        ...(textOf(image).trim() === '' ? [{ kind: 'alt-missing' as const, about: source }] : []),
        ...(source.startsWith('/') ? [] : [{ kind: 'picture-foreign' as const, about: source }]),
      ]
    })

/** What was meant as a link or as HTML and is shown as it was typed. */
const leftoverFindings = (inline: Inline): Finding[] => {
  const words = (inline.children ?? [])
    .filter(({ type }) => type === 'text')
    .map(({ content }) => content)
    .join('')
  const link = /\[[^\]\n]*\]\(([^)\n]*)\)/.exec(words)
  const tag = /<\/?[a-z][^<>]*>/i.exec(words)
  return [
    ...(link ? [{ kind: 'link-refused' as const, about: link[1]! }] : []),
    ...(tag ? [{ kind: 'html' as const, about: tag[0] }] : []),
  ]
}

/**
 * What stands in the way of publishing a text.
 * @param isAddress whether a path of ours leads to a page
 * @param anchors the ids of the text's own headings
 */
export const findingsIn = (
  text: string,
  isAddress: (path: string) => boolean,
  anchors: readonly string[] = [],
): Finding[] => {
  const tokens = tokensOf(text)
  const inlines = tokens.filter(({ type }) => type === 'inline')
  return [
    ...headingFindings(tokens),
    ...inlines.flatMap((inline) => [
      ...linkFindings(inline, isAddress, anchors),
      ...pictureFindings(inline),
      ...leftoverFindings(inline),
    ]),
  ]
}
