import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { holderLanguages } from '../i18n/holder-languages.ts'
import { editionsOf, type PageKey, pageKeys } from './page-list-words.ts'

const folder = new URL('./texts/', import.meta.url)

export type PageText = { title: string; lead: string; body: string }
export type ShippedText = PageText & { key: PageKey; language: string; hash: string }

/**
 * A text as its file has it: `# Title`, a paragraph that leads, and the body.
 * @throws Error when the file does not begin so
 */
export const readShipped = (file: string): PageText => {
  const [first = '', ...rest] = file.replaceAll('\r\n', '\n').trim().split('\n')
  const title = /^# (\S.*)$/.exec(first)?.[1]?.trim()
  if (title === undefined) throw new Error('does not begin with a line “# Title”')
  const [lead = '', ...body] = rest
    .join('\n')
    .trim()
    .split(/\n\s*\n/)
  if (lead === '' || /^(#|[-*+] |\d+\. )/.test(lead))
    throw new Error('has no leading paragraph after its title')
  return { title, lead: lead.replace(/\s+/g, ' '), body: body.join('\n\n').trim() }
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16)

const filesOf = (key: PageKey): string[] => {
  try {
    return readdirSync(new URL(`${key}/`, folder))
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return []
    throw error
  }
}

/**
 * Every text that comes with the program, Finnish first, since the others are translated from it.
 * @throws Error naming a file that is not formed as it should be
 */
export const readShippedTexts = (): ShippedText[] =>
  holderLanguages.flatMap((language) =>
    pageKeys.flatMap((key) => {
      if (!editionsOf('page', key).includes(language)) return []
      if (!filesOf(key).includes(`${language}.md`)) return []
      const text = readFileSync(new URL(`${key}/${language}.md`, folder), 'utf8')
      try {
        return [{ key, language, hash: hashOf(text), ...readShipped(text) }]
      } catch (error) {
        throw new Error(`The text ${key}/${language}.md ${(error as Error).message}`)
      }
    }),
  )
