import { inflateSync } from 'node:zlib'

/** Bytes of a stream that is unpacked; evidence has some hundred thousand. */
const mostUnpacked = 4_000_000

/**
 * What may still be unpacked of what lies in PDFs, in bytes, counted down: a package holds hundreds of papers, each of
 * which can hold a stream of some kilobytes that unpacks to megabytes.
 */
export type Room = { left: number }
/** For one check: two hundred papers with the evidence of ten rounds. */
export const newRoom = (): Room => ({ left: 64_000_000 })
/** A paper of ours carries one file; a few more are looked at, so that another's paper is read too. */
const mostTried = 5

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** @returns null for bytes that are no UTF-8: such a file would be read in two ways */
export const textIn = (bytes: Uint8Array): string | null => {
  try {
    return utf8.decode(bytes)
  } catch {
    return null
  }
}

const unpack = (stream: Uint8Array, isPacked: boolean, room: Room): string | null => {
  const most = Math.min(mostUnpacked, room.left)
  if (most <= 0) return null
  try {
    const unpacked = isPacked ? inflateSync(stream, { maxOutputLength: most }) : stream
    room.left -= unpacked.length
    return textIn(unpacked)
  } catch {
    // What was cut off has cost as much as what was not.
    room.left -= most
    return null
  }
}

/**
 * The files that a PDF carries (ISO 32000-1, 7.11.4), as text, where they stand in the clear: what the typesetter writes. No
 * other part of a PDF is read, so nothing in it can lead anywhere. Each is unpacked when it is asked for.
 */
export const textsInPdf = function* (bytes: Uint8Array, room: Room): Generator<string> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = file.indexOf('/EmbeddedFile')
  for (let tried = 0; at !== -1 && tried < mostTried; tried++) {
    const begin = file.indexOf('stream\n', at)
    const end = begin === -1 ? -1 : file.indexOf('\nendstream', begin)
    if (end === -1) break
    const dictionary = file.subarray(Math.max(0, at - 200), begin).toString('latin1')
    const text = unpack(
      file.subarray(begin + 'stream\n'.length, end),
      dictionary.includes('/FlateDecode'),
      room,
    )
    if (text !== null) yield text
    at = file.indexOf('/EmbeddedFile', end)
  }
}
