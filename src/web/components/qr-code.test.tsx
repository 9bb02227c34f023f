import decodeQR from 'qr/decode.js'
import { expect, test } from 'vitest'
import { QrCode } from './qr-code.tsx'

/** The picture as a camera would take it: eight pixels a module, black on white. */
const photoOf = (svg: string) => {
  const size = Number(svg.match(/viewBox="0 0 (\d+) \1"/)![1])
  const dark = new Set([...svg.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => `${x} ${y}`))
  const [scale, width] = [8, size * 8]
  const data = new Uint8ClampedArray(width * width * 4).fill(255)
  for (let y = 0; y < width; y++)
    for (let x = 0; x < width; x++)
      if (dark.has(`${Math.floor(x / scale)} ${Math.floor(y / scale)}`))
        data.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3)
  return { width, height: width, data }
}

test('a camera reads back the link that was drawn', () => {
  const link = `https://kaiku.example/fi/laite/${'aB3_-'.repeat(8)}xyz`
  const svg = String(<QrCode text={link} label="QR" />)
  expect(decodeQR(photoOf(svg))).toBe(link)
  expect(svg).not.toContain('style=')
})
