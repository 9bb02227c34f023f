import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { zipOf } from './zip.ts'

/** Files of each kind as other programs write them, and such as somebody with bad intentions would. */

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))
export const utf8 = (text: string) => new Uint8Array(Buffer.from(text))

/** @param objects each between `obj` and `endobj` */
export const pdfOf = (...objects: (string | Buffer)[]): Uint8Array => {
  const all = ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count 0 >>', ...objects]
  const body = all.map((one, index) =>
    Buffer.concat([
      Buffer.from(`${index + 1} 0 obj\n`),
      Buffer.from(one as string, 'latin1'),
      Buffer.from('\nendobj\n'),
    ]),
  )
  const end = `trailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF\n`
  return new Uint8Array(Buffer.concat([Buffer.from('%PDF-1.7\n'), ...body, Buffer.from(end)]))
}

/** A stream with its dictionary. */
export const packedStream = (dictionary: string, content: string | Buffer): Buffer => {
  const packed = deflateSync(content)
  return Buffer.concat([
    Buffer.from(`<< ${dictionary} /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`),
    packed,
    Buffer.from('\nendstream'),
  ])
}

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
export const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export const typesOf = (main: string) =>
  `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`

export const relsOf = (...relationships: string[]) =>
  `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relationships.join('')}</Relationships>`

/** @param more parts that are added, or stand in place of others */
export const docxOf = (more: Record<string, string | Buffer> = {}): Uint8Array =>
  zipOf({
    '[Content_Types].xml': typesOf(word),
    '_rels/.rels': relsOf(
      `<Relationship Id="rId1" Type="${relations}/officeDocument" Target="word/document.xml"/>`,
    ),
    'word/document.xml': `${xml}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Kaikukortti</w:t></w:r></w:p></w:body></w:document>`,
    ...more,
  })

const chunk = (type: string, body: Buffer) => {
  const named = Buffer.concat([Buffer.from(type), body])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(body.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}

/** A grey picture; of a large one the header alone, with next to no data. */
export const pngOf = (width: number, height: number): Uint8Array => {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head[8] = 8
  const rows = width * height < 100_000 ? Buffer.alloc((width + 1) * height, 127) : Buffer.alloc(8)
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  for (let row = 0; row < rows.length; row += width + 1) rows[row] = 0
  return new Uint8Array(
    Buffer.concat([
      signature,
      chunk('IHDR', head),
      chunk('IDAT', deflateSync(rows)),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  )
}

/** The frame of a photo: its sizes, a scan and its end. */
export const jpegOf = (width: number, height: number): Uint8Array => {
  const frame = Buffer.from([0xff, 0xc0, 0, 11, 8, 0, 0, 0, 0, 1, 1, 0x11, 0])
  frame.writeUInt16BE(height, 5)
  frame.writeUInt16BE(width, 7)
  const scan = Buffer.from([0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0x12, 0x34])
  return new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xd8]), frame, scan, Buffer.from([0xff, 0xd9])]))
}

/** A lossless picture of one chunk. */
export const webpOf = (width: number, height: number): Uint8Array => {
  const file = Buffer.alloc(30)
  file.write('RIFF', 0, 'latin1')
  file.writeUInt32LE(22, 4)
  file.write('WEBPVP8L', 8, 'latin1')
  file.writeUInt32LE(10, 16)
  file[20] = 0x2f
  file.writeUInt32LE(((width - 1) & 0x3fff) | (((height - 1) & 0x3fff) << 14), 21)
  return new Uint8Array(file)
}

/** @param inside what stands in the picture */
export const svgOf = (inside: string, attributes = ''): Uint8Array =>
  utf8(
    `<?xml version="1.0" encoding="UTF-8"?>\n<!-- Kaiku --><svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 10 10"${attributes}>${inside}</svg>`,
  )

export const join = (...parts: (Uint8Array | string)[]): Uint8Array =>
  new Uint8Array(
    Buffer.concat(parts.map((part) => Buffer.from(typeof part === 'string' ? bytesOf(part) : part))),
  )

/** A photo as a phone takes it: with its maker, its place, and which side is up. @param way as Exif counts it, 1 to 8 */
export const photoOf = async (photo: {
  width: number
  height: number
  artist: string
  way: number
}): Promise<Buffer> => {
  const { width, height, artist, way } = photo
  const grey = sharp({ create: { width, height, channels: 3, background: '#789' } })
  const IFD0 = { Artist: artist, ImageDescription: 'GPS-64N', Orientation: String(way) }
  const IFD3 = { GPSLatitudeRef: 'N', GPSLatitude: '64/1 7/1 0/1' }
  const made = await grey.withExif({ IFD0, IFD3 }).jpeg().toBuffer()
  // The library writes that the picture is upright, whatever it is told: the tag's value is put right by hand.
  const tag = made.indexOf(Buffer.from('120103000100000001', 'hex'))
  made[tag + 8] = way
  return made
}
