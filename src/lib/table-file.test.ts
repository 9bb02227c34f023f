import { expect, test } from 'vitest'
import { workbookOf, zipOf } from '../../test/zip.ts'
import { type FileTable, readTableFile } from './table-file.ts'
import { writeWorkbook } from './xlsx.ts'
import { unpacksWithin } from './zip-guard.ts'

const text = 'Päivä;Tuote;Hinta\r\n4.5.2026;"Kaikukortti; aikuinen";0,00\r\n'
const table = {
  header: ['Päivä', 'Tuote', 'Hinta'],
  rows: [['4.5.2026', 'Kaikukortti; aikuinen', '0,00']],
  first: 2,
}
const utf16 = (bigEndian: boolean, mark: boolean) => {
  const bytes = Buffer.from((mark ? '\uFEFF' : '') + text, 'utf16le')
  return new Uint8Array(bigEndian ? bytes.swap16() : bytes)
}

test.each([
  ['UTF-8', new TextEncoder().encode(text)],
  ['UTF-8 with its mark', new TextEncoder().encode(`\uFEFF${text}`)],
  ['Windows-1252', new Uint8Array(Buffer.from(text, 'latin1'))],
  ['UTF-16 LE', utf16(false, true)],
  ['UTF-16 BE', utf16(true, true)],
  ['UTF-16 LE without its mark', utf16(false, false)],
])('a CSV file in %s', async (_, bytes) => expect(await readTableFile(bytes)).toEqual({ table }))

test('tabs and commas part cells too, and a title stands above the header', async () => {
  const lines = ['Myyntiraportti toukokuu', '', 'Päivä\tTuote\tHinta', '4.5.2026\tKaikukortti\t0', '\t\t']
  expect(await readTableFile(new TextEncoder().encode(lines.join('\n')))).toEqual({
    table: { header: table.header, rows: [['4.5.2026', 'Kaikukortti', '0']], first: 4 },
  })
  const commas = 'Day,Product,Price\n2026-05-04,"Kaikukortti, adult",0\n'
  expect(await readTableFile(new TextEncoder().encode(commas))).toMatchObject({
    table: { rows: [['2026-05-04', 'Kaikukortti, adult', '0']] },
  })
})

test('a workbook with shared strings, days and times as numbers', async () => {
  const sheet = `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>
    <row r="2"><c r="A2" s="1"><v>46146</v></c><c r="B2" s="2"><v>0.8125</v></c><c r="C2"><v>0</v></c></row>
    <row r="3"><c r="A3" s="1"><v>46146.80625</v></c><c r="B3" t="inlineStr"><is><t>=1+1</t></is></c><c r="C3"><v>12.5</v></c></row>`
  expect(await readTableFile(workbookOf(['Päivä', 'Klo', 'Hinta'], sheet))).toEqual({
    table: {
      header: ['Päivä', 'Klo', 'Hinta'],
      rows: [
        ['2026-05-04', '19:30', '0'],
        ['2026-05-04 19:21', '=1+1', '12.5'],
      ],
      first: 2,
    },
  })
})

test('our own workbook comes back, and what begins like a formula is text', async () => {
  const written = await writeWorkbook(
    'Ovilista',
    [
      { header: 'Koodi', width: 16 },
      { header: 'Lapset', width: 8 },
    ],
    [['=HYPERLINK("x")', 2]],
  )
  expect(Buffer.from(written).toString('latin1')).not.toContain('<f>')
  expect(await readTableFile(written)).toMatchObject({ table: { rows: [['=HYPERLINK("x")', '2']] } })
})

test('what is no table says so', async () => {
  const read = (bytes: Uint8Array | number[] | string) =>
    readTableFile(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : new Uint8Array(bytes))
  expect(await read([])).toEqual({ problem: 'empty' })
  expect(await read('a;b\n')).toEqual({ problem: 'empty' })
  expect(await read('%PDF-1.7')).toEqual({ problem: 'no-table' })
  expect(await read([0xd0, 0xcf, 0x11, 0xe0, 0xa1])).toEqual({ problem: 'old-workbook' })
  expect(await read('a;b\n\0\x01\x02;\0')).toEqual({ problem: 'no-table' })
  expect(await read([0x50, 0x4b, 3, 4, 0, 0])).toEqual({ problem: 'unreadable' })
})

test('an archive that unpacks to far more than it weighs is not unpacked', async () => {
  const bomb = zipOf({ 'xl/worksheets/sheet1.xml': Buffer.alloc(80 * 1024 * 1024, 32) })
  expect(bomb.length).toBeLessThan(200_000)
  expect(unpacksWithin(bomb, 64 * 1024 * 1024)).toBe(false)
  expect(unpacksWithin(bomb, 81 * 1024 * 1024)).toBe(true)
  // One that lies about its size in its list.
  const lie = Buffer.from(bomb)
  lie.writeUInt32LE(10, lie.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 24)
  expect(unpacksWithin(new Uint8Array(lie), 64 * 1024 * 1024)).toBe(false)
  expect(await readTableFile(bomb)).toEqual({ problem: 'unreadable' })
})

test('a few bytes that stand for a table of any size are cut before they fill the memory', async () => {
  const wide = new TextEncoder().encode(`${'a;'.repeat(5_000)}\n${'1;\n'.repeat(500)}`)
  const { table } = (await readTableFile(wide)) as { table: FileTable }
  expect([table.header.length, table.rows.length]).toEqual([60, 500])
  expect(new Set(table.rows.map((cells) => cells.length))).toEqual(new Set([60]))

  const cells = Array.from(
    { length: 500 },
    (_, row) => `<row r="${row + 1}"><c r="A${row + 1}" t="s"><v>0</v></c></row>`,
  )
  const long = workbookOf(['a'.repeat(100_000)], cells.join(''))
  expect(long.length).toBeLessThan(10_000)
  const read = (await readTableFile(long)) as { table: FileTable }
  expect(new Set(read.table.rows.flat().map((cell) => cell.length))).toEqual(new Set([500]))
})

test('lines with a stray quote cost no more than others', async () => {
  const before = performance.now()
  const strays = new TextEncoder().encode(`a;b\n${'a"b\n'.repeat(1_500)}${'\n'.repeat(400_000)}`)
  expect(await readTableFile(strays)).toMatchObject({ table: { first: 2 } })
  expect(performance.now() - before).toBeLessThan(10_000)
})
