import { expect, test } from 'vitest'
import { htmlProblems } from '../../../test/html.ts'
import { TileMap } from './tile-map.tsx'

const tiles = [
  { short: 'LA', col: 2, row: 1, count: 1_600 },
  { short: 'KA', col: 3, row: 1, count: 200 },
  { short: 'PK', col: 3, row: 2, count: null },
  { short: 'PO', col: 1, row: 2, count: 0 },
]
const map = (given = tiles) =>
  String(<TileMap id="m" language="fi" title="Eniten: Lappi" summary="Liput" tiles={given} />)

test('each tile has its number, and a hidden one a dash under hatching', async () => {
  const drawn = map()
  expect(drawn.match(/class="tile (\w+)"/g)!.slice(0, 4)).toEqual(
    ['high', 'mid', 'hidden', 'none'].map((shade) => `class="tile ${shade}"`),
  )
  expect([...drawn.matchAll(/class="total"[^>]*>([^<]*)</g)].map(([, text]) => text).slice(0, 4)).toEqual([
    '1\u00a0600',
    '200',
    '–',
    '0',
  ])
  expect(drawn.match(/url\(#m-n-veil\)/g)).toHaveLength(1)
  expect(await htmlProblems(`<main>${drawn}</main>`)).toEqual([])
})

test('it is drawn for two widths, from the first tile on, with a title of its own each', () => {
  const drawn = map()
  expect([...drawn.matchAll(/viewBox="([^"]+)"/g)].map(([, box]) => box)).toEqual([
    '0 0 204 104',
    '0 0 324 168',
  ])
  expect(drawn.match(/<title[^>]*>Eniten: Lappi</g)).toHaveLength(2)
})

test('without tiles there is no map', () => expect(map([])).toBe(''))
