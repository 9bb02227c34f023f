/** A file sent with a form, as its sender names it. The name is a claim; what it is, its bytes tell. */
export type SentFile = { name: string; bytes: Uint8Array }

/** @property file the last one sent; null when none was, or an empty one */
export type MultipartForm = { fields: Record<string, string>; file: SentFile | null; isWhole: boolean }

/** A form of ours has some 150 fields at most; more is no form. */
const mostParts = 1_000
const longestHead = 4_096

/** The boundary that parts a body of this type (RFC 9112, RFC 2046 §5.1.1); null when it is no multipart form. */
export const boundaryOf = (contentType: string): string | null => {
  if (!/^multipart\/form-data\b/i.test(contentType)) return null
  const [, quoted, bare] = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;,"]{1,70}))/i.exec(contentType) ?? []
  return quoted ?? bare ?? null
}

/** What a header of a part says, in the two ways in which browsers write it: `name="a"; filename="b.csv"`. */
const parameterOf = (head: string, name: string): string | null => {
  const disposition = /^content-disposition:\s*form-data\b(.*)$/im.exec(head)?.[1] ?? ''
  const value = new RegExp(`;\\s*${name}="([^"]*)"`, 'i').exec(disposition)?.[1]
  return value?.replaceAll('%22', '"').replaceAll('%0D', '\r').replaceAll('%0A', '\n') ?? null
}

/**
 * Reads a form with a file (`multipart/form-data`, RFC 7578). A body that was cut off gives the fields before the cut,
 * so that a form with too large a file comes back as it was filled in: its file stands last.
 */
export const readMultipart = (body: Buffer, boundary: string): MultipartForm => {
  const mark = Buffer.from(`--${boundary}`, 'latin1')
  const next = Buffer.from(`\r\n--${boundary}`, 'latin1')
  const fields: Record<string, string> = {}
  let file: SentFile | null = null
  let at = body.indexOf(mark)
  for (let count = 0; at !== -1 && count < mostParts; count++) {
    const start = at + mark.length
    if (body.subarray(start, start + 2).toString('latin1') === '--') return { fields, file, isWhole: true }
    const headEnd = body.indexOf('\r\n\r\n', start)
    const end = headEnd === -1 ? -1 : body.indexOf(next, headEnd + 2)
    if (end === -1 || headEnd - start > longestHead) break
    const head = body.subarray(start, headEnd).toString('utf8')
    const content = body.subarray(Math.min(headEnd + 4, end), end)
    const name = parameterOf(head, 'name')
    const fileName = parameterOf(head, 'filename')
    if (name !== null && fileName === null) fields[name] = content.toString('utf8')
    if (fileName !== null && content.length > 0) file = { name: fileName, bytes: new Uint8Array(content) }
    at = end + 2
  }
  return { fields, file, isWhole: false }
}
