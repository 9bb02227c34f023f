import { crc32 } from 'node:zlib'

/** Pixels of a side, and of the whole: a browser needs four bytes for each. */
const longestSide = 10_000
export const mostPixels = 50_000_000

export type PictureProblem = 'broken' | 'pixels' | 'two-kinds'
export type Picture = { width: number; height: number }

const measured = (width: number, height: number): Picture | PictureProblem => {
  if (width < 1 || height < 1) return 'broken'
  return width > longestSide || height > longestSide || width * height > mostPixels
    ? 'pixels'
    : { width, height }
}

const view = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Chunk by chunk with its checksum, until the end, which is the end of the file too (PNG, third edition, 5). */
export const readPng = (bytes: Uint8Array): Picture | PictureProblem => {
  const png = view(bytes)
  if (png.length < 33 || png.toString('latin1', 12, 16) !== 'IHDR' || png.readUInt32BE(8) !== 13)
    return 'broken'
  const size = measured(png.readUInt32BE(16), png.readUInt32BE(20))
  if (typeof size === 'string') return size
  let hasData = false
  for (let at = 8; at + 12 <= png.length; ) {
    const length = png.readUInt32BE(at)
    const next = at + 12 + length
    if (next > png.length || crc32(png.subarray(at + 4, next - 4)) !== png.readUInt32BE(next - 4))
      return 'broken'
    const type = png.toString('latin1', at + 4, at + 8)
    hasData ||= type === 'IDAT'
    if (type === 'IEND') return next < png.length ? 'two-kinds' : hasData ? size : 'broken'
    at = next
  }
  return 'broken'
}

/** Marks that begin a frame, all but those of tables (T.81, table B.1). */
const isFrame = (mark: number) => mark >= 0xc0 && mark <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(mark)

/** Segment by segment to the first scan; the last two bytes are its end. */
export const readJpeg = (bytes: Uint8Array): Picture | PictureProblem => {
  const jpeg = view(bytes)
  let size: Picture | PictureProblem = 'broken'
  for (let at = 2; at + 4 <= jpeg.length; ) {
    if (jpeg[at] !== 0xff) return 'broken'
    const mark = jpeg[at + 1]!
    if (mark === 0xff) {
      at++
      continue
    }
    const length = jpeg.readUInt16BE(at + 2)
    if (length < 2 || at + 2 + length > jpeg.length) return 'broken'
    if (isFrame(mark) && length >= 8) size = measured(jpeg.readUInt16BE(at + 7), jpeg.readUInt16BE(at + 5))
    // The scan: all that follows is packed picture, in which the end mark cannot stand before its end.
    if (mark === 0xda) return typeof size === 'string' ? size : (jpegEnd(jpeg, at + 2 + length) ?? size)
    at += 2 + length
  }
  return 'broken'
}

const jpegEnd = (jpeg: Buffer, scan: number): PictureProblem | null => {
  const last = jpeg.indexOf(Buffer.from([0xff, 0xd9]), scan)
  if (last === -1) return 'broken'
  return jpeg.length === last + 2 ? null : 'two-kinds'
}

const webpSize = (riff: Buffer): Picture | PictureProblem => {
  const type = riff.toString('latin1', 12, 16)
  if (type === 'VP8X') return measured(riff.readUIntLE(24, 3) + 1, riff.readUIntLE(27, 3) + 1)
  if (type === 'VP8L') {
    const bits = riff.readUInt32LE(21)
    return riff[20] === 0x2f ? measured((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1) : 'broken'
  }
  if (type !== 'VP8 ' || riff.readUIntBE(23, 3) !== 0x9d012a) return 'broken'
  return measured(riff.readUInt16LE(26) & 0x3fff, riff.readUInt16LE(28) & 0x3fff)
}

/** Chunk by chunk; the size in the head is the size of the file (RFC 9649, 2.4). */
export const readWebp = (bytes: Uint8Array): Picture | PictureProblem => {
  const riff = view(bytes)
  if (riff.length < 30) return 'broken'
  const whole = riff.readUInt32LE(4) + 8
  if (whole !== riff.length) return whole < riff.length ? 'two-kinds' : 'broken'
  let at = 12
  while (at + 8 <= riff.length) {
    const length = riff.readUInt32LE(at + 4)
    at += 8 + length + (length % 2)
  }
  return at === riff.length ? webpSize(riff) : 'broken'
}
