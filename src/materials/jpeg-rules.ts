/** Marks of segments (T.81, table B.1). */
const mark = { start: 0xd8, scan: 0xda, app1: 0xe1, app15: 0xef, comment: 0xfe }
/** What tells how colours are meant: JFIF, a colour profile, and Adobe's word on the order of colours. */
const ofColours: [marker: number, name: string][] = [
  [0xe0, 'JFIF\0'],
  [0xe2, 'ICC_PROFILE\0'],
  [0xee, 'Adobe'],
]

/** Where the segments of a photo that tell of its making stand: camera, place, program, words. */
const tellingSegments = (jpeg: Buffer): { from: number; to: number }[] => {
  const found: { from: number; to: number }[] = []
  if (jpeg[0] !== 0xff || jpeg[1] !== mark.start) return found
  for (let at = 2; at + 4 <= jpeg.length && jpeg[at] === 0xff; ) {
    const kind = jpeg[at + 1]!
    const to = at + 2 + jpeg.readUInt16BE(at + 2)
    if (kind === mark.scan || to > jpeg.length || to < at + 4) break
    const isKept = ofColours.some(
      ([marker, name]) => marker === kind && jpeg.toString('latin1', at + 4, at + 4 + name.length) === name,
    )
    if ((kind >= 0xe0 && kind <= mark.app15 && !isKept) || kind === mark.comment)
      found.push({ from: at + 4, to })
    at = to
  }
  return found
}

/**
 * Writes spaces over all that a photo tells of its making, and changes nothing of its length: for one that stands in
 * something larger, whose places are counted in bytes.
 * @param jpeg is changed; what follows the photo is left
 */
export const hushJpeg = (jpeg: Buffer): void => {
  for (const { from, to } of tellingSegments(jpeg)) jpeg.fill(0x20, from, to)
}

/** A segment of Exif that says which way is up, and nothing else (Exif 3.0, 4.6.5). @param way 1 to 8 */
const uprightSegment = (way: number): Buffer =>
  Buffer.from(
    `ffe10022457869660000${'4d4d002a00000008'}0001011200030000000100${way.toString(16).padStart(2, '0')}000000000000`,
    'hex',
  )

/** The same photo, with the side that is up told as before. */
export const withWayUp = (jpeg: Uint8Array, way: number): Buffer =>
  Buffer.concat([jpeg.subarray(0, 2), way > 1 ? uprightSegment(way) : Buffer.alloc(0), jpeg.subarray(2)])
