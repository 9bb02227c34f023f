import { createHash } from 'node:crypto'
import MarkdownIt, { type Token } from 'markdown-it'
import { foldText } from './fold-text.ts'

/**
 * Markdown as HTML that can do no harm: HTML in it is shown as it was typed, links lead to the web, mail, a phone or a
 * page of ours, and pictures come from here alone. Nesting ends at 20, past which marks are text.
 */
const isOwnAddress = (target: string) => /^\/(?![/\\])/.test(target)
const mayLead = (target: string) => /^(https?:\/\/|mailto:|tel:|#)/i.test(target) || isOwnAddress(target)

const parser = new MarkdownIt({ html: false, linkify: false, typographer: false, maxNesting: 20 })
// What else there is (code, rules, reference links) does no harm, but nobody needs it on a page.
parser.disable(['code', 'fence', 'html_block', 'html_inline', 'lheading', 'reference'])
parser.validateLink = (target) => mayLead(target.trim())

export type Heading = { id: string; level: number; text: string }
/** `lowest`: what stands among other headings begins at that level, and its own have no ids and no pictures. */
type Env = { headings: Heading[]; isChecklist: boolean; items: Map<string, number>; lowest?: number }

/** Letters of any writing, without marks on them; headings of a page differ, and their ids begin unlike any other of the page. */
const idOf = (text: string, taken: readonly Heading[]): string => {
  const words = foldText(text).split(' ')
  const stem = `t-${words.join('-').slice(0, 60)}`
  const twins = taken.filter(({ id }) => id === stem || id.replace(/-\d+$/, '') === stem).length
  return twins === 0 ? stem : `${stem}-${twins + 1}`
}

export const textOf = (token: Token): string =>
  (token.children ?? [])
    .map((child) => {
      if (child.type === 'image') return textOf(child)
      return child.type === 'softbreak' || child.type === 'hardbreak' ? ' ' : child.content
    })
    .join('')

/** The page's title is its only h1: what is written as one stands under it. */
const levelOf = (token: Token, { lowest }: Env) => {
  const level = Math.max(2, Number(token.tag.slice(1)))
  return lowest === undefined ? level : Math.min(6, level + lowest - 2)
}

const { rules } = parser.renderer
rules.heading_open = (tokens, index, _, env) => {
  const { headings, lowest } = env as unknown as Env
  const text = textOf(tokens[index + 1]!)
  const level = levelOf(tokens[index]!, env as unknown as Env)
  if (lowest !== undefined) return `<h${level}>`
  const id = idOf(text, headings)
  headings.push({ id, level, text })
  return `<h${level} id="${parser.utils.escapeHtml(id)}">`
}
rules.heading_close = (tokens, index, _, env) => `</h${levelOf(tokens[index]!, env as unknown as Env)}>\n`
rules.image = (tokens, index, _, env) => {
  const token = tokens[index]!
  const alt = parser.utils.escapeHtml(textOf(token))
  const source = String(token.attrGet('src') ?? '')
  return isOwnAddress(source) && (env as unknown as Env).lowest === undefined
    ? `<img src="${parser.utils.escapeHtml(source)}" alt="${alt}" loading="lazy">`
    : alt
}
// Wider than a phone, a table is moved sideways, by keys too. Columns are aligned by style, which no page may bring.
rules.table_open = () => '<div class="scroll" tabindex="0"><table>\n'
rules.th_open = () => '<th scope="col">'
rules.td_open = () => '<td>'
rules.table_close = () => '</table></div>\n'

/** A box for each point of a checklist, named by what the point says, so that it stays ticked when others move. */
const boxOf = (text: string, items: Env['items']): string => {
  const stem = createHash('sha256').update(text).digest('hex').slice(0, 8)
  const count = (items.get(stem) ?? 0) + 1
  items.set(stem, count)
  return `<label class="check"><input type="checkbox" data-item="${stem}${count > 1 ? `-${count}` : ''}"><span>`
}
const isPoint = (tokens: Token[], index: number, env: unknown) =>
  (env as Env).isChecklist && tokens[index - 1]?.type === 'list_item_open'
rules.paragraph_open = (tokens, index, _, env) => {
  if (isPoint(tokens, index, env)) return boxOf(textOf(tokens[index + 1]!), (env as unknown as Env).items)
  return tokens[index]!.hidden ? '' : '<p>'
}
rules.paragraph_close = (tokens, index, _, env) => {
  if (isPoint(tokens, index - 2, env)) return '</span></label>\n'
  return tokens[index]!.hidden ? '' : '</p>\n'
}
rules.bullet_list_open = (_, __, ___, env) =>
  (env as unknown as Env).isChecklist ? '<ul class="plain">\n' : '<ul>\n'

export type Rendered = { html: string; headings: Heading[] }

/** The body of a page. @param isChecklist its points are boxes to tick */
export const renderMarkdown = (text: string, isChecklist = false): Rendered => {
  const env: Env = { headings: [], isChecklist, items: new Map() }
  return { html: parser.render(text, env as never), headings: env.headings }
}

/** Words among others, such as a bulletin: no pictures, no ids. @param lowest the level of its first headings, 2 to 6 */
export const renderAmong = (text: string, lowest: number): string =>
  parser.render(text, { headings: [], isChecklist: false, items: new Map(), lowest } satisfies Env as never)

/** One paragraph: emphasis and links, nothing that stands by itself. */
export const renderInline = (text: string): string => parser.renderInline(text)

export const tokensOf = (text: string): Token[] => parser.parse(text, {})

/** The words alone, a line for each block: what is searched, and what search engines are told. */
export const plainOf = (text: string): string =>
  tokensOf(text)
    .filter(({ type }) => type === 'inline')
    .map((token) => textOf(token).trim())
    .filter((line) => line !== '')
    .join('\n')
