import { describe, expect, it, vi } from 'vitest'
import { factsOf, hasPoppler, languageOfPdf, tagsOf, textOf } from '../../test/pdf.ts'
import { keptPdf } from './kept-pdf.ts'
import { makePdf, mostData, type Paper, TooManyPapers } from './pdf.ts'

// The thread starts with fonts to unpack, beside other tests.
vi.setConfig({ testTimeout: 30_000 })

const square = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
const sample = (title: string, given: { lines?: string[]; codes?: number } = {}): Paper => ({
  template: new URL('./sample.typ', import.meta.url),
  data: {
    ...{ title, lang: 'sv', direction: 'ltr', lines: given.lines ?? ['Ett'] },
    codes: Array.from({ length: given.codes ?? 0 }, (_, index) => ({ svg: square, alt: `Kod ${index}` })),
  },
})

describe('a paper', () => {
  it('has the same bytes each time, and its language', async () => {
    const [one, other] = await Promise.all([makePdf(sample('Kort')), makePdf(sample('Kort'))])
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true)
    expect(languageOfPdf(one)).toBe('sv')
  })

  it('is told not to be made when it is too large, or too many wait', async () => {
    await expect(makePdf(sample('x'.repeat(mostData)))).rejects.toThrow(RangeError)
    const all = await Promise.allSettled(Array.from({ length: 60 }, () => makePdf(sample('Kort'))))
    const refused = all.filter((one) => one.status === 'rejected')
    expect(refused).toHaveLength(20)
    expect(refused.every(({ reason }) => reason instanceof TooManyPapers)).toBe(true)
  })

  it('that cannot be made says why, and the next one is made', async () => {
    const broken = { ...sample('Kort'), data: { title: 'Kort', lang: 'sv', direction: 'ltr' as const } }
    await expect(makePdf(broken)).rejects.toThrow(/lines/)
    expect((await makePdf(sample('Kort'))).length).toBeGreaterThan(1_000)
  })

  it('is made beside everything else: a large sheet keeps nobody waiting', async () => {
    let ticks = 0
    const clock = setInterval(() => ticks++, 5)
    await makePdf(sample('Ark', { codes: 1_000 }))
    clearInterval(clock)
    // About 200 on a machine of its own; made here, it would leave one at most.
    expect(ticks).toBeGreaterThan(8)
  })

  it('that is kept is made once for all who ask, and tried again when it failed', async () => {
    expect(keptPdf(sample('Guide'))).toBe(keptPdf(sample('Guide')))
    expect(keptPdf(sample('Guide'))).not.toBe(keptPdf(sample('Annan')))
    const broken = { ...sample('Guide'), template: new URL('./missing.typ', import.meta.url) }
    const first = keptPdf(broken)
    await expect(first).rejects.toThrow('missing.typ')
    const second = keptPdf(broken)
    expect(second).not.toBe(first)
    await expect(second).rejects.toThrow('missing.typ')
  })
})

describe.skipIf(!hasPoppler)('a paper, read by poppler', () => {
  it('is tagged and titled', async () => {
    const pdf = await makePdf(sample('Kort & sedlar', { codes: 2 }))
    expect(factsOf(pdf)).toMatchObject({ Tagged: 'yes', Title: 'Kort & sedlar', Pages: '1' })
    expect(tagsOf(pdf)).toEqual(expect.arrayContaining(['H1', 'L', 'LI', 'Figure']))
  })

  it('goes on over pages: no picture is cut away', async () => {
    const pdf = await makePdf(sample('Ark', { codes: 200 }))
    expect(tagsOf(pdf).filter((tag) => tag === 'Figure')).toHaveLength(200)
    expect(Number(factsOf(pdf).Pages)).toBeGreaterThan(3)
  })

  it.each([
    '#strong[x] *y* _z_ ] ) } " \' \\ $a$ @b <c> `d`',
    '#import "/lib/paper.typ": * #read("/config.ts")',
    '= Title // rest /* more */',
    'Mäkčeŋ Đđ Ŧŧ – Ђћ – ’ “ ”',
  ])('says what it was given as text: %s', async (line) =>
    expect(textOf(await makePdf(sample('Kort', { lines: [line] })))).toContain(line),
  )

  it('puts a question mark for what the font has no letter for', async () =>
    expect(textOf(await makePdf(sample('Kort', { lines: ['Sirkus 😀 漢\u2061fi\tok\u0000'] })))).toContain(
      'Sirkus ? ?fi ok',
    ))
})
