import { readingSize } from './read-filter.ts'

/** What can be read: the video, or a photo. */
type Picture = HTMLVideoElement | ImageBitmap
export type Reader = (picture: Picture) => Promise<string | null>

type Detector = { detect(picture: Picture): Promise<{ rawValue: string }[]> }
type DetectorClass = {
  new (options: { formats: string[] }): Detector
  getSupportedFormats(): Promise<string[]>
}
type Decoder = { readPixels(picture: ImageData, effort?: number): string | null }

/** The browser's own reader, where it has one that knows QR codes: Android and macOS. */
const ownReader = async (): Promise<Reader | null> => {
  const { BarcodeDetector } = globalThis as { BarcodeDetector?: DetectorClass }
  const formats = await BarcodeDetector?.getSupportedFormats().catch((): string[] => [])
  if (!BarcodeDetector || !formats?.includes('qr_code')) return null
  const detector = new BarcodeDetector({ formats: ['qr_code'] })
  return async (picture) => (await detector.detect(picture))[0]?.rawValue ?? null
}

const sizeOf = (picture: Picture) =>
  'videoWidth' in picture
    ? { width: picture.videoWidth, height: picture.videoHeight }
    : { width: picture.width, height: picture.height }

/** @param longest the longest side of what is read, in pixels */
const pixelsOf = (canvas: HTMLCanvasElement, picture: Picture, longest?: number): ImageData => {
  const given = sizeOf(picture)
  const { width, height } = readingSize(given.width, given.height, longest)
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d', { willReadFrequently: true })!
  context.drawImage(picture, 0, 0, width, height)
  return context.getImageData(0, 0, width, height)
}

/** @param decoder the address of decoder.client.ts, fetched only when the browser has no reader of its own */
export const newReader = async (decoder: string): Promise<Reader> => {
  const own = await ownReader()
  if (own) return own
  const { readPixels } = (await import(decoder)) as Decoder
  const canvas = document.createElement('canvas')
  return async (picture) => (sizeOf(picture).width > 0 ? readPixels(pixelsOf(canvas, picture)) : null)
}

/** A card may be small in a photo, or fill it: both sizes are looked through, and there is time to try harder. */
const photoSides = [640, 1600]

/** Reads a photo on the device; nothing of it leaves the page. @returns null when no code is to be seen */
export const readPhoto = async (photo: Blob, decoder: string): Promise<string | null> => {
  const picture = await createImageBitmap(photo)
  try {
    const own = await ownReader()
    const found = own && (await own(picture))
    if (found) return found
    const { readPixels } = (await import(decoder)) as Decoder
    const canvas = document.createElement('canvas')
    for (const side of photoSides) {
      const code = readPixels(pixelsOf(canvas, picture, side), 8)
      if (code !== null) return code
    }
    return null
  } finally {
    picture.close()
  }
}
