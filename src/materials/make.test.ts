import sharp from 'sharp'
import { expect, test } from 'vitest'
import { docxOf, jpegOf, pdfOf, photoOf, pngOf, svgOf, utf8 } from '../../test/upload-files.ts'
import { makePdf } from '../lib/pdf.ts'
import { unpackWithin } from '../lib/zip-guard.ts'
import { type Kept, makeKept, makeThumbnail } from './make.ts'

const photo = () => photoOf({ width: 90, height: 60, artist: 'Aino Esimerkki', way: 6 })
const kept = async (name: string, bytes: Uint8Array) => (await makeKept(name, bytes)) as Kept

test('a photo is turned and forgets; inside a document it forgets, and its way up is told as before', async () => {
  const alone = await kept('a.jpg', await photo())
  expect(alone).toMatchObject({ width: 60, height: 90 })
  expect(await sharp(alone.bytes).metadata()).not.toHaveProperty('exif')

  const inside = await kept('a.docx', docxOf({ 'word/media/image1.jpeg': await photo() }))
  const media = unpackWithin(inside.bytes, 1e6)!.find(({ name }) => name.includes('media'))!.body
  expect(media.includes('Aino')).toBe(false)
  expect(await sharp(media).metadata()).toMatchObject({ width: 90, height: 60, orientation: 6 })

  const drawn = svgOf(`<image href="data:image/jpeg;base64,${(await photo()).toString('base64')}"/>`)
  const [, packed] = /base64,([^"]+)"/.exec(Buffer.from((await kept('a.svg', drawn)).bytes).toString())!
  expect(Buffer.from(packed!, 'base64').includes('Aino')).toBe(false)
})

test.each([
  ['a header without a picture', 'a.jpg', jpegOf(640, 480), 'broken'],
  ['50,000 × 50,000 dots', 'a.png', pngOf(50_000, 50_000), 'pixels'],
  ['9,999 × 9,999 dots', 'a.png', pngOf(9_999, 9_999), 'pixels'],
  [
    'the same in a document',
    'a.docx',
    docxOf({ 'word/media/a.png': Buffer.from(pngOf(9_999, 9_999)) }),
    'pixels',
  ],
  [
    'a broken one in a document',
    'a.docx',
    docxOf({ 'word/media/a.jpg': Buffer.from(jpegOf(9, 9)) }),
    'broken',
  ],
])('nothing is made of %s', async (_, name, bytes, problem) =>
  expect(await makeKept(name, bytes)).toEqual({ problem }),
)

test('small pictures are small, of every kind that has one', async () => {
  const noise = {
    create: {
      width: 900,
      height: 1200,
      channels: 3,
      background: '#fff',
      noise: { type: 'gaussian', mean: 128, sigma: 90 },
    },
  } as const
  const template = new URL('../lib/sample.typ', import.meta.url)
  const paper = { title: 'Näyte', lang: 'fi', direction: 'ltr', lines: ['Yksi'], codes: [] } as const
  const files: [name: string, bytes: Uint8Array, width: number | null, height: number | null][] = [
    ['a.png', await sharp(noise).png().toBuffer(), 240, 320],
    ['a.svg', svgOf('<rect width="10" height="10"/><text>Kaiku</text>'), 240, 240],
    ['a.pdf', await makePdf({ template, data: paper }), 240, 340],
    ['b.pdf', pdfOf('<< /Subtype /Image /Width 40000 /Height 40000 >>'), null, null],
    ['a.txt', utf8('Hei'), null, null],
    ['a.docx', docxOf(), null, null],
  ]
  for (const [name, bytes, width, height] of files) {
    const made = await makeThumbnail(await kept(name, bytes))
    expect([name, made?.width ?? null, made?.height ?? null]).toEqual([name, width, height])
    if (!made) continue
    expect(made.bytes.length).toBeLessThanOrEqual(12_288)
    expect(made.tiny.length).toBeLessThanOrEqual(1_536)
  }
}, 30_000)
