import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'

const cell = (text: string | number) =>
  /[",\n]/.test(String(text)) ? `"${String(text).replaceAll('"', '""')}"` : text

/** Writes a CSV file row by row, large pieces at a time. */
export const csvFile = (file: string, header: readonly string[]) => {
  const stream = createWriteStream(file)
  let text = `${header.join(',')}\n`
  return {
    row: (cells: readonly (string | number)[]) => {
      text += `${cells.map(cell).join(',')}\n`
      if (text.length < 1_000_000) return
      stream.write(text)
      text = ''
    },
    end: () => {
      stream.end(text)
      return finished(stream)
    },
  }
}
