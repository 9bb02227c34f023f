import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CsvRow, readCsv } from './csv.ts'

/** Feeds a file in pieces of a size, as a disk or a network would. */
const read = async (file: string | Uint8Array, size = 7): Promise<CsvRow[]> => {
  const bytes = Buffer.from(file as string)
  const pieces = async function* () {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
  }
  const rows: CsvRow[] = []
  for await (const batch of readCsv(pieces())) rows.push(...batch)
  return rows
}
const short = (rows: CsvRow[]) => rows.map((row) => [row.line, row.fault ?? row.fields])

test('the first line tells comma from semicolon, also where a quoted name holds the other', async () => {
  expect(short(await read('a,b\n1;2,3'))).toEqual([
    [1, ['a', 'b']],
    [2, ['1;2', '3']],
  ])
  expect(short(await read('"a,b,c";d\n1,2;3'))).toEqual([
    [1, ['a,b,c', 'd']],
    [2, ['1,2', '3']],
  ])
})

test('byte order mark, Windows line ends and blank lines do not disturb; lines are counted as in the file', async () => {
  expect(short(await read('\ufeffa;b\r\n\r\n1;2\r\n  \r\n3;4'))).toEqual([
    [1, ['a', 'b']],
    [3, ['1', '2']],
    [5, ['3', '4']],
  ])
})

test('a quoted cell keeps its delimiters, quotes and line ends, and the lines after it their numbers', async () => {
  expect(short(await read('a,b\n"1, ""x""\r\ny",2\r\n3,4\n'))).toEqual([
    [1, ['a', 'b']],
    [2, ['1, "x"\r\ny', '2']],
    [4, ['3', '4']],
  ])
})

test('a broken quote is one bad line and hides none after it', async () => {
  const file = 'a,b\n"open,1\n2,3\nK"o,4\n"x"y,5\n6,7\n8,"open'
  expect(short(await read(file))).toEqual([
    [1, ['a', 'b']],
    [2, 'open-quote'],
    [3, ['2', '3']],
    [4, 'stray-quote'],
    [5, 'stray-quote'],
    [6, ['6', '7']],
    [7, 'open-quote'],
  ])
})

test('two forgotten quotes do not make one row of the lines between them', async () => {
  expect(short(await read('a,b\n"x,1\n2,3\n4,y"\n5,6'))).toEqual([
    [1, ['a', 'b']],
    [2, 'open-quote'],
    [3, ['2', '3']],
    [4, 'stray-quote'],
    [5, ['5', '6']],
  ])
})

test('a line without end is told, and memory does not grow with it', async () => {
  const rows = await read(`a,b\n${'x'.repeat(300_000)}\n1,2`, 10_000)
  expect(short(rows)).toEqual([
    [1, ['a', 'b']],
    [2, 'too-long'],
    [3, ['1', '2']],
  ])
})

test('bytes that are no UTF-8 come out as U+FFFD in their own cell', async () => {
  const rows = await read(Buffer.concat([Buffer.from('a,b\nK'), Buffer.from([0xe4]), Buffer.from('n,2')]), 1)
  expect(short(rows)).toEqual([
    [1, ['a', 'b']],
    [2, ['K\ufffdn', '2']],
  ])
})

const cell = fc.string({ unit: fc.constantFrom('a', 'Ä', '1', ' ', ',', ';', '"', '\n', '€', "'") })
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`

test('every sound file reads as the parser alone reads it, however it is cut into pieces', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(cell, cell, cell), { maxLength: 30 }),
      fc.boolean(),
      fc.integer({ min: 1, max: 50 }),
      async (rows, quoteAll, size) => {
        const write = (text: string) => (quoteAll || /[",;\n]/.test(text) ? quoted(text) : text)
        const body = rows.map((row) => row.map(write).join(',')).join('\n')
        const file = `x,y,z\n${body}`
        const expected = parse(file, {
          record_delimiter: '\n',
          relax_column_count: true,
          skip_empty_lines: true,
        })
        expect((await read(file, size)).map(({ fields }) => fields)).toEqual(expected)
      },
    ),
    { numRuns: 300 },
  )
})

test('no bytes make it throw, and lines only go up', async () => {
  const bytes = fc.array(
    fc.oneof(fc.constantFrom(10, 13, 34, 44, 59, 65), fc.integer({ min: 0, max: 255 })),
    {
      maxLength: 300,
    },
  )
  await fc.assert(
    fc.asyncProperty(bytes, fc.integer({ min: 1, max: 64 }), async (file, size) => {
      const lines = (await read(Uint8Array.from(file), size)).map(({ line }) => line)
      expect(lines).toEqual([...new Set(lines)].sort((a, b) => a - b))
      expect(lines.at(-1) ?? 0).toBeLessThanOrEqual(file.filter((byte) => byte === 10).length + 1)
    }),
    { numRuns: 500 },
  )
})
