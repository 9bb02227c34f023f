import { crc32, deflateSync } from 'node:zlib'

/** The open doorway as a PNG, drawn point by point: one picture needs no library. */

type Colour = readonly [red: number, green: number, blue: number, alpha: number]
const wall: Colour = [0x0b, 0x4f, 0x4a, 255]
const light: Colour = [0xf5, 0xa6, 0x23, 255]
const door: Colour = [0xff, 0xff, 0xff, 255]
const nothing: Colour = [0x0b, 0x4f, 0x4a, 0]

/** An arch between x 10 and 30 on a square of 40, as in `favicon.svg`; its left half is the door. */
const inArch = (x: number, y: number, scale: number) => {
  const [left, right, top] = [20 - 10 * scale, 20 + 10 * scale, 20 - 10 * scale + 2]
  const [radius, middle] = [10 * scale, top + 10 * scale]
  if (x < left || x > right) return false
  return y >= middle || (x - 20) ** 2 + (y - middle) ** 2 <= radius ** 2
}

const isInside = (x: number, y: number, corner: number) => {
  const dx = Math.max(corner - x, x - (40 - corner), 0)
  const dy = Math.max(corner - y, y - (40 - corner), 0)
  return dx * dx + dy * dy <= corner * corner
}

/** @param maskable fills the square, and keeps the doorway inside the circle that launchers may cut */
const colourAt = (x: number, y: number, maskable: boolean): Colour => {
  if (!maskable && !isInside(x, y, 9)) return nothing
  if (!inArch(x, y, maskable ? 0.8 : 1)) return wall
  return x < 20 ? door : light
}

const chunk = (name: string, data: Uint8Array) => {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** Points across and down in each pixel, so that edges are smooth. */
const samples = 3

const pixel = (column: number, row: number, size: number, maskable: boolean): number[] => {
  const sum = [0, 0, 0, 0]
  for (let point = 0; point < samples * samples; point++) {
    const x = ((column + ((point % samples) + 0.5) / samples) / size) * 40
    const y = ((row + (Math.floor(point / samples) + 0.5) / samples) / size) * 40
    colourAt(x, y, maskable).forEach((value, index) => {
      sum[index]! += value
    })
  }
  return sum.map((value) => Math.round(value / samples ** 2))
}

/**
 * The icon of the desk.
 * @param size pixels across
 * @returns a PNG, 8 bits a channel with alpha (PNG specification, third edition)
 */
export const drawIcon = (size: number, maskable: boolean): Uint8Array<ArrayBuffer> => {
  const rows = Buffer.alloc(size * (size * 4 + 1))
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++)
      rows.set(pixel(column, row, size, maskable), row * (size * 4 + 1) + 1 + column * 4)
  const header = Buffer.alloc(13)
  header.writeUInt32BE(size, 0)
  header.writeUInt32BE(size, 4)
  header.set([8, 6, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const parts = [
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]
  return new Uint8Array(Buffer.concat(parts))
}
