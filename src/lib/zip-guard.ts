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

/** One file of an archive, unpacked. */
export type ZipEntry = { name: string; body: Buffer }

/**
 * The files of an archive, as long as they unpack to no more than `most` bytes in all. What its list claims is not
 * believed: each entry is unpacked once, and stops where the rest of the room ends (a "zip bomb" of 5 MB can hold
 * gigabytes).
 * @returns null when it is no archive, is broken, encrypted or too large, or calls a file by two names
 */
export const unpackWithin = (bytes: Uint8Array, most: number): ZipEntry[] | null => {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (zip.length < endSize) return null
  const list = listOf(zip)
  if (!list || list.count > mostEntries) return null
  const entries: ZipEntry[] = []
  let room = most
  let { at } = list
  try {
    for (let entry = 0; entry < list.count; entry++) {
      if (zip.readUInt32LE(at) !== entryMark) return null
      const isEncrypted = (zip.readUInt16LE(at + 8) & 1) === 1
      const [method, packed, nameLength, local] = [
        zip.readUInt16LE(at + 10),
        zip.readUInt32LE(at + 20),
        zip.readUInt16LE(at + 28),
        zip.readUInt32LE(at + 42),
      ]
      const name = zip.subarray(at + entrySize, at + entrySize + nameLength)
      const localName = zip.subarray(local + localSize, local + localSize + zip.readUInt16LE(local + 26))
      if (isEncrypted || !name.equals(localName)) return null
      const start = local + localSize + localName.length + zip.readUInt16LE(local + 28)
      const packedBody = zip.subarray(start, start + packed)
      const body = method === 0 ? packedBody : inflateRawSync(packedBody, { maxOutputLength: room + 1 })
      room -= body.length
      if (room < 0) return null
      entries.push({ name: name.toString('utf8'), body })
      at += entrySize + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
    }
  } catch {
    return null
  }
  return entries
}

/** Whether an archive unpacks to no more than `most` bytes in all. */
export const unpacksWithin = (bytes: Uint8Array, most: number): boolean => unpackWithin(bytes, most) !== null
