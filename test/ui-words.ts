import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type HolderLanguage, isHolderLanguage } from '../src/i18n/holder-languages.ts'

/** One text of a words file. */
export type UiText = {
  language: HolderLanguage
  /** Its file and its names there, without the language: `units/words.ts words.problems.kind-missing`. */
  key: string
  /** As it is written; what is put into it is an ellipsis. */
  text: string
}

/** Every text for people that stands in a file of words under `src`, in a table or in a function of one. */
export const readUiTexts = (): UiText[] =>
  readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|[/-])words\.ts$/.test(file))
    .sort()
    .flatMap((file) => textsOf(readFileSync(join('src', file), 'utf8'), file))

type Token = { kind: 'string' | 'template' | 'word' | 'mark'; text: string; colon: boolean }

const lexeme =
  /\/\/.*|\/\*[\s\S]*?\*\/|(?<=[(,=:] ?)\/(?:\\.|\[[^\]\n]*\]|[^/\\\n])+\/|'(?:\\.|[^'\\\n])*'|`|[\w$]+|[^\s\w$]/g

/** The code in pieces. A template is one piece, after the pieces of what is put into it. */
const tokensOf = (code: string, from = 0, until = ''): { tokens: Token[]; end: number } => {
  const tokens: Token[] = []
  let [at, depth] = [from, 0]
  for (;;) {
    lexeme.lastIndex = at
    const match = lexeme.exec(code)
    if (!match) return { tokens, end: code.length }
    const [text] = match
    at = lexeme.lastIndex
    if (text === '}' && until === '}' && depth === 0) return { tokens, end: at }
    if (text === '{') depth += 1
    if (text === '}') depth -= 1
    if (text.startsWith('/') && text.length > 1) continue
    const colon = /^\??:/.test(code.slice(at, at + 2))
    if (text === '`') {
      const template = templateAt(code, at)
      tokens.push(...template.tokens, { kind: 'template', text: template.text, colon: false })
      at = template.end
    } else if (text.startsWith("'"))
      tokens.push({ kind: 'string', text: text.slice(1, -1).replaceAll(/\\(.)/g, '$1'), colon })
    else tokens.push({ kind: /^[\w$]/.test(text) ? 'word' : 'mark', text, colon })
  }
}

const templateAt = (code: string, from: number): { text: string; tokens: Token[]; end: number } => {
  const tokens: Token[] = []
  let [at, text] = [from, '']
  while (code[at] !== '`' && at < code.length) {
    if (code.startsWith('${', at)) {
      const inner = tokensOf(code, at + 2, '}')
      tokens.push(...inner.tokens)
      text += '…'
      at = inner.end
    } else {
      if (code[at] === '\\') at += 1
      text += code[at]
      at += 1
    }
  }
  return { text, tokens, end: at + 1 }
}

const isAddress = (text: string) => /^(\/|#\S|\?|https?:)/.test(text)

/**
 * The texts of one file's code. The nearest name of a language around a text tells which it is in.
 * @param file how its keys begin
 */
export const textsOf = (code: string, file: string): UiText[] => {
  const found: UiText[] = []
  const around: string[] = []
  let name = ''
  let before = ''
  for (const { kind, text, colon } of tokensOf(code).tokens) {
    const isName = colon && ['string', 'word'].includes(kind) && ['{', ',', '(', ''].includes(before)
    if (isName || (kind === 'word' && before === 'const')) name = text
    else if (kind === 'string' || kind === 'template') {
      const names = [...around, name].filter(Boolean)
      const language = names.findLast(isHolderLanguage)
      const isText = /\p{L}/u.test(text) && !isHolderLanguage(text) && !isAddress(text)
      const key = `${file} ${names.filter((one) => !isHolderLanguage(one)).join('.')}`
      if (language && isText) found.push({ language, key, text })
    } else if ('({['.includes(text)) {
      around.push(name)
      name = ''
    } else if (')}]'.includes(text)) name = around.pop() ?? ''
    else if (text === ',') name = ''
    before = kind === 'string' || kind === 'template' ? 'text' : text
  }
  return found
}
