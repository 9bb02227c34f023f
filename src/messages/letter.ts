import type { Token } from 'markdown-it'
import { tokensOf } from '../lib/markdown.ts'
import { fill } from '../web/paths.ts'
import { messageLetter } from './letter-words.ts'
import { readIn } from './rules.ts'
import type { WaitingMail } from './send-queries.ts'
import { paths, words } from './words.ts'

/** The words of a line, with the address behind each link: plain text has no other place for it. */
const lineOf = (inline: Token, origin: string): string => {
  let [text, begun, target] = ['', 0, '']
  for (const token of inline.children ?? []) {
    if (token.type === 'link_open') {
      const href = String(token.attrGet('href') ?? '')
      target = href.startsWith('/') ? origin + href : href
      begun = text.length
    } else if (token.type === 'link_close') {
      const shown = target.replace(/^(mailto|tel):/, '')
      if (text.slice(begun) !== shown) text += ` (${shown})`
    } else if (token.type === 'softbreak' || token.type === 'hardbreak') text += ' '
    else text += token.content
  }
  return text.trim()
}

/** A text with marks as plain lines; what stands in a list begins with a dash. */
const linesOf = (body: string, origin: string): string[] => {
  const tokens = tokensOf(body)
  return tokens.flatMap((token, index) => {
    if (token.type !== 'inline') return []
    const line = lineOf(token, origin)
    if (line === '') return []
    return [tokens[index - 2]?.type === 'list_item_open' ? `– ${line}` : line]
  })
}

/** The letter in which somebody gets a message, in the own language where it has been written in it. */
export const letterFor = (mail: WaitingMail, origin: string) => {
  const { messageId, language, area } = mail
  const { title, body, lang } = readIn(mail, language)
  return messageLetter[language]({
    ...{ title, area, lines: linesOf(body, origin) },
    inOther: lang === language ? null : words[language].onlyIn[lang],
    url: `${origin}${fill(paths.message[language], { message: messageId })}`,
  })
}
