import { crc32, deflateRawSync } from 'node:zlib'
import type { ZipEntry } from './zip-guard.ts'

/** The first day that an archive can tell (APPNOTE.TXT 4.4.6): when a part was made is nobody's business. */
const firstDay = 33
const utf8Names = 0x0800

const headOf = ({ name, body }: ZipEntry, packed: Buffer, method: number): Buffer => {
  const head = Buffer.alloc(26)
  head.writeUInt16LE(20, 0)
  head.writeUInt16LE(utf8Names, 2)
  head.writeUInt16LE(method, 4)
  head.writeUInt16LE(firstDay, 8)
  head.writeUInt32LE(crc32(body), 10)
  head.writeUInt32LE(packed.length, 14)
  head.writeUInt32LE(body.length, 18)
  head.writeUInt16LE(Buffer.byteLength(name), 22)
  return head
}

/**
 * An archive of these files in this order (APPNOTE.TXT 4.3), packed where that makes them smaller; below 4 GB.
 * @param comment how many bytes of comment the caller puts after it
 */
export const zipOf = (entries: readonly ZipEntry[], comment = 0): Buffer => {
  const bodies: Buffer[] = []
  const list: Buffer[] = []
  let at = 0
  for (const entry of entries) {
    const deflated = deflateRawSync(entry.body)
    const isSmaller = deflated.length < entry.body.length
    const packed = isSmaller ? deflated : entry.body
    const head = headOf(entry, packed, isSmaller ? 8 : 0)
    const name = Buffer.from(entry.name)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), head, name, packed])
    const listed = Buffer.alloc(14)
    listed.writeUInt32LE(at, 10)
    list.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), head, listed, name]))
    bodies.push(local)
    at += local.length
  }
  const index = Buffer.concat(list)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(index.length, 12)
  end.writeUInt32LE(at, 16)
  end.writeUInt16LE(comment, 20)
  return Buffer.concat([...bodies, index, end])
}
