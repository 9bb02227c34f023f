/** 64 KB is twenty times the longest form. */
const largestBody = 64 * 1024

/**
 * Reads a body of a bounded size as text. Bytes that are no UTF-8 and NUL become the replacement mark:
 * PostgreSQL refuses NUL in text, and a mark fails every check of form instead.
 * @returns null when the body is larger than allowed
 */
export const readText = async (request: Request, largest = largestBody): Promise<string | null> => {
  if (Number(request.headers.get('content-length') ?? 0) > largest) return null
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
export const readFields = (body: string): Record<string, string> =>
  Object.fromEntries([...new URLSearchParams(body)].map(([name, value]) => [name, storable(value)]))

/** @returns undefined when the text is not JSON */
export const readJson = (body: string): unknown => {
  try {
    return JSON.parse(body, (_, value) => (typeof value === 'string' ? storable(value) : value))
  } catch {
    return undefined
  }
}
