import { expect, test } from 'vitest'
import { writeCsv } from './write-csv.ts'

test('cells are quoted where they must be', () =>
  expect(
    writeCsv(
      ['a', 'b'],
      [
        ['x, y', 'say "hei"'],
        [null, 3],
      ],
    ),
  ).toBe('a,b\n"x, y","say ""hei"""\n,3\n'))

test.each(['=1+1', '+358', '-1', '@sum', '\tx'])('%j is no formula', (text) =>
  expect(writeCsv(['a'], [[text]])).toBe(`a\n'${text}\n`),
)
