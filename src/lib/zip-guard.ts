import { inflateRawSync } from 'node:zlib'

/** Signatures and sizes of a ZIP archive (APPNOTE.TXT 4.3). */
const endMark = 0x06054b50
const endSize = 22
const entryMark = 0x02014b50
const entrySize = 46
const localSize = 30
const mostEntries = 500

/** Where the list of entries begins and how many it has; null when this is no archive, or one of more than 4 GB. */
const listOf = (zip: Buffer): { at: number; count: number } | null => {
  const earliest = Math.max(0, zip.length - endSize - 0xffff)
  for (let at = zip.length - endSize; at >= earliest; at--)
    if (zip.readUInt32LE(at) === endMark) {
      const [count, start] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 16)]
      return count === 0xffff || start > at ? null : { at: start, count }
    }
  return null
}

/**
 * Whether an archive unpacks to no more than `most` bytes in all. What its list claims is not believed: each entry is
 * unpacked once, and stops where the rest of the room ends (a "zip bomb" of 5 MB can hold gigabytes).
 */
export const unpacksWithin = (bytes: Uint8Array, most: number): boolean => {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (zip.length < endSize) return false
  const list = listOf(zip)
  if (!list || list.count > mostEntries) return false
  let room = most
  let { at } = list
  try {
    for (let entry = 0; entry < list.count; entry++) {
      if (zip.readUInt32LE(at) !== entryMark) return false
      const [method, packed, local] = [
        zip.readUInt16LE(at + 10),
        zip.readUInt32LE(at + 20),
        zip.readUInt32LE(at + 42),
      ]
      const start = local + localSize + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
      const body = zip.subarray(start, start + packed)
      room -= method === 0 ? body.length : inflateRawSync(body, { maxOutputLength: room + 1 }).length
      if (room < 0) return false
      at += entrySize + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
    }
  } catch {
    return false
  }
  return true
}
