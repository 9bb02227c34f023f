import { expect, test } from 'vitest'
import { pngOf, utf8 } from '../../test/upload-files.ts'
import { checkFileApart } from './check-thread.ts'

test('a file is checked apart, and one that is read too long is given up', async () => {
  expect(await checkFileApart('a.png', pngOf(40, 20))).toEqual({ kind: 'png', width: 40, height: 20 })
  const comments = utf8(`<svg>${'<!--'.repeat(1_000_000)}`)
  expect(await checkFileApart('a.svg', comments, 1_500)).toEqual({ problem: 'broken' })
})
