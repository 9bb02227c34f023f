import { expect, test } from 'vitest'
import { pngOf, utf8 } from '../../test/upload-files.ts'
import { makeFile } from './make-process.ts'

test('a file is made apart, one that is read too long is given up, and the next is made again', async () => {
  const made = { kind: 'png', width: 40, height: 20, tells: [] }
  expect(await makeFile('a.png', pngOf(40, 20))).toMatchObject(made)
  const comments = utf8(`<svg>${'<!--'.repeat(1_000_000)}`)
  expect(await makeFile('a.svg', comments, 1_500)).toEqual({ problem: 'broken' })
  expect(await makeFile('a.png', pngOf(40, 20))).toMatchObject(made)
}, 20_000)
