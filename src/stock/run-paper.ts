import { setImmediate as otherWork } from 'node:timers/promises'
import encodeQR from 'qr'
import { formatCode } from '../codes/rules.ts'
import type { Language } from '../i18n/translated.ts'
import type { Paper } from '../lib/pdf.ts'
import type { NumberedCode } from './run-make.ts'
import type { PrintRun } from './run-queries.ts'
import { cardWords, words } from './run-words.ts'

/** What the QR code of a card says. The code stands in the fragment, which browsers never send. */
export const linkOf = (origin: string, code: string) => `${origin}/k#${formatCode(code)}`

/** Level M, with the empty border of four squares that readers need (ISO/IEC 18004); squares in a row are one stroke. */
const qrSvg = (text: string): string => {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 4 })
  const strokes = rows.flatMap((row, y) =>
    [
      ...row
        .map((isDark) => (isDark ? '1' : '0'))
        .join('')
        .matchAll(/1+/g),
    ].map(({ index, 0: run }) => `M${index} ${y}h${run.length}v1h-${run.length}z`),
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${rows.length} ${rows.length}"><path d="${strokes.join('')}"/></svg>`
}

/** Sheets of ten cards, ready to be printed and cut. It holds codes: `makePdf` keeps nothing of it. */
export const cardSheets = async (
  language: Language,
  { name, cardType }: Pick<PrintRun, 'name' | 'cardType'>,
  numbered: readonly NumberedCode[],
  origin: string,
): Promise<Paper> => {
  const cards = []
  for (const { serial, code } of numbered) {
    cards.push({ serial: String(serial), code: formatCode(code), qr: qrSvg(linkOf(origin, code)) })
    // A QR code takes a millisecond: others are served in between.
    if (cards.length % 10 === 0) await otherWork()
  }
  return {
    template: new URL('./run.typ', import.meta.url),
    data: {
      title: words[language].sheetTitle(name),
      lang: 'fi',
      direction: 'ltr',
      lines: cardWords[cardType].lines,
      cards,
    },
  }
}
