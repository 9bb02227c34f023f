import { expect, test } from 'vitest'
import { readCsv } from './csv.ts'
import { spreadsheetCsv } from './csv-write.ts'

test.each([
  ['=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
  ['+358 40', "'+358 40"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['  =1+1', "'  =1+1"],
  ['\t=1', "'\t=1"],
  ['Nuorisotalo', 'Nuorisotalo'],
  ['A-Kilta', 'A-Kilta'],
  [-5, '-5'],
  [null, ''],
])('%j is written so that no spreadsheet runs it', (cell, written) =>
  expect(spreadsheetCsv([[cell, 'x']])).toBe(`\uFEFF${written};x\r\n`),
)

test('what was written is read back the same', async () => {
  const rows = [
    ['nimi', 'kunta'],
    ['Talo "Ylä"; ala, piha', ' Ii '],
    ['kaksi\nriviä', 'Ähtäri'],
  ]
  const read = []
  for await (const part of readCsv(
    (async function* () {
      yield new TextEncoder().encode(spreadsheetCsv(rows))
    })(),
  ))
    read.push(...part)
  expect(read.map(({ fields }) => fields)).toEqual(rows)
})
