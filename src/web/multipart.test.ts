import { expect, test } from 'vitest'
import { boundaryOf, readMultipart } from './multipart.ts'
import { largestFile, readForm, usualRoom } from './request-body.ts'

const form = (fields: Record<string, string>, file?: File) => {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.append(name, value)
  if (file) data.append('file', file)
  return new Request('http://localhost/', { method: 'POST', body: data })
}

test('fields and a file, as a browser sends them', async () => {
  const bytes = new Uint8Array([0, 13, 10, 45, 45, 255, 13, 10])
  const sent = await readForm(
    form({ day: '4.5.2026', event: 'Lumi "&" jää\r\nö' }, new File([bytes], 'ovi "1".csv')),
    usualRoom,
  )
  expect(sent?.fields).toEqual({ day: '4.5.2026', event: 'Lumi "&" jää\r\nö' })
  expect(sent?.upload).toEqual({ name: 'ovi "1".csv', bytes })
})

test('no file, an empty one, and NUL in a field', async () => {
  expect(await readForm(form({ day: 'a\0b' }), usualRoom)).toEqual({
    fields: { day: 'a\uFFFDb' },
    upload: 'none',
  })
  expect((await readForm(form({}, new File([], '')), usualRoom))?.upload).toBe('none')
})

test('a file that is too large leaves the fields before it, and one far too large nothing', async () => {
  const large = new File([new Uint8Array(largestFile + 1)], 'a.csv')
  expect(await readForm(form({ day: 'x' }, large), usualRoom)).toEqual({
    fields: { day: 'x' },
    upload: 'too-large',
  })
  const larger = new File([new Uint8Array(2 * largestFile)], 'a.csv')
  expect(await readForm(form({ day: 'x' }, larger), usualRoom)).toEqual({
    fields: { day: 'x' },
    upload: 'too-large',
  })
  expect(
    await readForm(form({}, new File([new Uint8Array(21 * 1024 * 1024)], 'a.csv')), usualRoom),
  ).toBeNull()
})

test('a row that takes no file reads no form with one', async () => {
  expect((await readForm(form({ day: 'x' }), null))?.fields.day).toBeUndefined()
})

test('what is broken gives what it has, and never throws', () => {
  expect(boundaryOf('multipart/form-data; boundary="a b"')).toBe('a b')
  expect(boundaryOf('application/x-www-form-urlencoded')).toBeNull()
  const body =
    '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--x\r\nContent-Disposition: form-data; name="b"\r\n\r\n2'
  for (let cut = 0; cut <= body.length; cut++) {
    const { fields, isWhole } = readMultipart(Buffer.from(body.slice(0, cut)), 'x')
    expect(isWhole).toBe(false)
    expect(Object.keys(fields)).toEqual(fields.a === undefined ? [] : ['a'])
  }
})
