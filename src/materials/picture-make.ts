import sharp, { type Sharp } from 'sharp'
import { withWayUp } from './jpeg-rules.ts'
import { mostPixels, type PictureProblem } from './picture-rules.ts'

/** These three alone are read: the library knows many more kinds, and each is a way in. */
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
})
sharp.cache(false)
sharp.concurrency(1)

export type Pixels = 'png' | 'jpeg' | 'webp'
export type MadePicture = { bytes: Buffer; width: number; height: number }

const reading = { limitInputPixels: mostPixels, failOn: 'error' } as const

/** Whether a WebP keeps every pixel as it was (RFC 9649, 2.6). */
const isLossless = (webp: Uint8Array) => Buffer.from(webp.subarray(0, 4096)).includes('VP8L')

const written = (picture: Sharp, kind: Pixels, from: { isPalette: boolean; isLossless: boolean }) => {
  if (kind === 'jpeg') return picture.jpeg({ quality: 92, chromaSubsampling: '4:4:4' })
  if (kind === 'webp') return picture.webp(from.isLossless ? { lossless: true } : { quality: 92 })
  return picture.png({ compressionLevel: 9, palette: from.isPalette })
}

const kindOf = (bytes: Uint8Array): Pixels | null => {
  const start = Buffer.from(bytes.subarray(0, 12)).toString('latin1')
  if (start.startsWith('\xff\xd8\xff')) return 'jpeg'
  if (start.startsWith('\x89PNG')) return 'png'
  return start.startsWith('RIFF') && start.endsWith('WEBP') ? 'webp' : null
}

const redrawn = async (bytes: Uint8Array, kind: Pixels, turned: boolean) => {
  const {
    format,
    pages = 1,
    isPalette = false,
    density,
    orientation = 1,
  } = await sharp(bytes, reading).metadata()
  if (format !== kind) return 'broken'
  const picture = sharp(bytes, { ...reading, autoOrient: turned, animated: pages > 1 })
  // How large it is on paper is for printers, and tells nothing else.
  const sized = density && density !== 72 ? picture.withDensity(density) : picture
  const from = { isPalette, isLossless: isLossless(bytes) }
  const { data, info } = await written(sized, kind, from).toBuffer({ resolveWithObject: true })
  return { bytes: data, width: info.width, height: info.pageHeight ?? info.height, orientation }
}

const problemOf = (error: unknown): PictureProblem =>
  /pixel limit/i.test(String(error)) ? 'pixels' : 'broken'

/**
 * A picture made anew from its pixels: where and when it was taken, with what and by whom, a smaller picture inside, and
 * whatever hides behind its end stay behind. The side that is up is up; colours are those of screens (sRGB).
 */
export const makeAnew = (bytes: Uint8Array, kind: Pixels): Promise<MadePicture | PictureProblem> =>
  redrawn(bytes, kind, true).catch(problemOf)

/**
 * The same for a picture inside a document, whose place there knows its sides: which of them is up is told as before.
 * @returns null for what is none of the three kinds, such as a drawing of an office program
 */
export const makeAnewInside = async (bytes: Uint8Array): Promise<Uint8Array | PictureProblem | null> => {
  const kind = kindOf(bytes)
  if (kind === null) return null
  const made = await redrawn(bytes, kind, false).catch(problemOf)
  if (typeof made === 'string') return made
  return kind === 'jpeg' ? withWayUp(made.bytes, made.orientation) : made.bytes
}

/** Bytes, as the database holds them to (migration 0048). */
const thumbnailSizes = { width: 240, height: 340, most: 12_288 }
const tinySizes = { width: 64, height: 88, most: 1_536 }

const shrunk = async (bytes: Uint8Array, { width, height, most }: typeof tinySizes): Promise<MadePicture> => {
  for (let quality = 72; ; quality -= 15) {
    const { data, info } = await sharp(bytes, { ...reading, autoOrient: true })
      .resize({ width, height, fit: 'inside', withoutEnlargement: true })
      .webp({ quality, effort: 5 })
      .toBuffer({ resolveWithObject: true })
    if (data.length <= most || quality < 15) return { bytes: data, width: info.width, height: info.height }
  }
}

export type Thumbnail = MadePicture & { tiny: Buffer }

/** What is shown of a picture before it is opened, small and smaller. */
export const thumbnailOf = async (picture: Uint8Array): Promise<Thumbnail> => ({
  ...(await shrunk(picture, thumbnailSizes)),
  tiny: (await shrunk(picture, tinySizes)).bytes,
})
