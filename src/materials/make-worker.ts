import { makeKept, makeThumbnail } from './make.ts'

/** The process that reads what others made: native code and hostile bytes meet in here, without a key or a database. */

type Sent = { name: string; bytes: Uint8Array }

const make = async ({ name, bytes }: Sent) => {
  const kept = await makeKept(name, bytes)
  process.send!({ kept })
  if (!('problem' in kept)) process.send!({ thumbnail: await makeThumbnail(kept) })
}

process.on('message', (sent: Sent) => {
  make(sent).catch(() => process.send!({ kept: { problem: 'broken' } }))
})
// Whoever asked is gone.
process.on('disconnect', () => process.exit())
