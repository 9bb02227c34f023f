// Reads QR codes where the browser cannot: a module of its own, fetched when it is first needed (scanner.client.ts).
import decodeQR from 'qr/decode.js'

/**
 * @param effort how many more ways of reading are tried: 1 for a frame of many, more for a photo
 * @returns what the code in the picture says, or null when there is none to be read
 */
export const readPixels = (picture: ImageData, effort = 1): string | null => {
  try {
    return decodeQR(picture, { effort, timeLimit: effort > 1 ? 1000 : 60 })
  } catch {
    return null
  }
}
