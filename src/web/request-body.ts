import { boundaryOf, readMultipart, type SentFile } from './multipart.ts'

/** 64 KB is twenty times the longest form. */
const largestBody = 64 * 1024

/**
 * Reads a body of a bounded size as text. Bytes that are no UTF-8 and NUL become the replacement mark:
 * PostgreSQL refuses NUL in text, and a mark fails every check of form instead.
 * @returns null when the body is larger than allowed
 */
export const readText = async (request: Request, largest = largestBody): Promise<string | null> => {
  const told = request.headers.get('content-length')
  if (Number(told ?? 0) > largest) return null
  // Nobody can send more than was told: read at once, without the stream that costs more than all rules together.
  if (told !== null) return request.text()
  const decoder = new TextDecoder()
  let size = 0
  let text = ''
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength
    if (size > largest) return null
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}

/** PostgreSQL keeps neither NUL nor half a surrogate in text. */
const storable = (text: string) => text.replaceAll('\0', '\uFFFD').toWellFormed()

/** The fields of a form, each once (the last wins). */
const readFields = (body: string): Record<string, string> =>
  Object.fromEntries([...new URLSearchParams(body)].map(([name, value]) => [name, storable(value)]))

/**
 * What a form with a file may send, in bytes.
 * @property file the largest one that is taken
 * @property flood read and let go, so that the browser stays for the answer; who sends more than this is cut off
 */
export type FileRoom = { file: number; flood: number }

/** A till's month is some hundred KB. */
export const largestFile = 5 * 1024 * 1024
export const usualRoom: FileRoom = { file: largestFile, flood: 20 * 1024 * 1024 }

/** A file as a form sent it, or why there is none to read. */
export type Upload = SentFile | 'none' | 'too-large'
type UploadForm = { fields: Record<string, string>; upload: Upload }

/**
 * Reads a form with a file, never holding more than the file that is taken and its fields.
 * @returns null when it is no such form, or far larger than any
 */
const readUpload = async (request: Request, room: FileRoom): Promise<UploadForm | null> => {
  const boundary = boundaryOf(request.headers.get('content-type') ?? '')
  if (boundary === null || Number(request.headers.get('content-length') ?? 0) > room.flood) return null
  const kept: Uint8Array[] = []
  let size = 0
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength
    if (size > room.flood) return null
    if (size <= room.file + largestBody) kept.push(chunk)
  }
  const { fields, file, isWhole } = readMultipart(Buffer.concat(kept), boundary)
  const isTooLarge = !isWhole || (file !== null && file.bytes.length > room.file)
  return {
    fields: Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, storable(value)])),
    upload: isTooLarge ? 'too-large' : (file ?? 'none'),
  }
}

export const nothingSent: UploadForm = { fields: {}, upload: 'none' }

/**
 * What a form of a page sent.
 * @returns null when it is larger than allowed
 */
export const readForm = async (request: Request, takesFile: FileRoom | null): Promise<UploadForm | null> => {
  const isMultipart = boundaryOf(request.headers.get('content-type') ?? '') !== null
  if (takesFile && isMultipart) return readUpload(request, takesFile)
  const body = await readText(request)
  return body === null ? null : { fields: readFields(body), upload: 'none' }
}

/** @returns undefined when the text is not JSON */
export const readJson = (body: string): unknown => {
  try {
    return JSON.parse(body, (_, value) => (typeof value === 'string' ? storable(value) : value))
  } catch {
    return undefined
  }
}
