import { utf8Of } from './xml-rules.ts'

export type TextProblem = 'html' | 'unknown' | 'csv-formula'

/** A browser that guesses would take it for a page (WHATWG MIME Sniffing, 7.1). */
export const looksLikeHtml = (start: string): boolean =>
  /<(?:!doctype\s+html|html|head|body|script|iframe|title|h1|div|font|table|a|style|br|p|b)[\s>]/i.test(start)

/** The first kilobytes, in which a browser would look. */
export const startOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 2048)).toString('latin1')

/** A cell that a spreadsheet would count rather than show (OWASP, CSV injection); a number may have a sign. */
const formula = /(?:^|[,;\t\r\n])[ "']*(?:[=@]|[+-](?![\d\s.,]))/

/** What is wrong with plain text in UTF-8. */
export const textProblem = (bytes: Uint8Array, isTable: boolean): TextProblem | null => {
  const text = utf8Of(bytes)
  if (text === null || /[^\P{Cc}\t\n\r\f]/u.test(text)) return 'unknown'
  if (looksLikeHtml(text.slice(0, 2048))) return 'html'
  return isTable && formula.test(text) ? 'csv-formula' : null
}
