import { expect, test } from 'vitest'
import { makeEvidence, ownKey } from '../../test/evidence.ts'
import { publicTextOf } from '../lib/ed25519.ts'
import { evidenceText } from './evidence-rules.ts'
import { verifyFile } from './verify-rules.ts'
import { verifyInThread } from './verify-thread.ts'

const keys = [publicTextOf(ownKey)]
const file = Buffer.from(evidenceText(makeEvidence()))

test('a file is read in a thread as it is read here', async () => {
  expect(await verifyInThread(file, keys)).toEqual(verifyFile(file, keys))
  expect((await verifyInThread(file, []))?.findings).toEqual([{ name: 'foreign-signature' }])
})

test('what is not read in time is unknown, and who comes when many wait is sent away', async () => {
  expect((await verifyInThread(file, keys, 1))?.findings).toEqual([{ name: 'unknown-file' }])
  const six = await Promise.all(Array.from({ length: 6 }, () => verifyInThread(file, keys, 1)))
  expect(six.map((one) => one !== null)).toEqual([true, true, true, true, true, false])
  // And they are let in again.
  expect(await verifyInThread(file, keys)).toMatchObject({ findings: [] })
})
