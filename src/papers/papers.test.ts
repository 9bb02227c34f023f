import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import decodeQR from 'qr/decode.js'
import { describe, expect, it, vi } from 'vitest'
import { factsOf, hasPoppler, languageOfPdf, placeOf, tagsOf, textOf } from '../../test/pdf.ts'
import { aboutLanguages, type HolderLanguage, holderLanguages } from '../i18n/holder-languages.ts'
import { languages } from '../i18n/translated.ts'
import { makePaper, makePdf, type Paper } from '../lib/pdf.ts'
import { frontWords } from '../public-site/front-words.ts'
import { deskCardWords } from './desk-words.ts'
import { holderWords } from './holder-words.ts'
import { cardBacksPaper, deskCardPaper, posterPaper, signPaper } from './paper.ts'
import { picturePaper } from './picture.ts'
import { pictureSizes, type Size, type Subject, sizes } from './rules.ts'

// The thread starts with fonts to unpack, beside other tests.
vi.setConfig({ testTimeout: 60_000 })

const area = { id: 3, nameFi: 'Kainuu', nameSv: 'Kajanaland' }
const municipality = { id: 7, nameFi: 'Kajaani', nameSv: 'Kajana' }
const town: Subject = { key: { kind: 'municipality', id: 7 }, name: null, municipality, area }
const whole: Subject = { key: { kind: 'area', id: 3 }, name: null, municipality: null, area }
const site: Subject = { key: { kind: 'site', id: 12 }, name: 'Taidemuseo #1 *', municipality, area }
const unit: Subject = { key: { kind: 'unit', id: 5 }, name: 'Nuorten työpaja', municipality, area }
const units = ['Aikuissosiaalityö', 'Diakoniatyö']
const given = { today: '2026-11-26', origin: 'https://kaiku.example' } as const
const poster = (language: HolderLanguage, size: Size, subject = town) =>
  posterPaper({ ...given, language, size, subject }, { units })

/** Without the places where lines may break, after a hyphen too. */
const simple = (text: string) => text.replaceAll(/\s/g, '')
/** Poppler tells where letters are drawn, so an Arabic word may come out the other way round: names of ours stay. */
const isRead = (language: HolderLanguage) => language !== 'ar'

/** Points; poppler rounds them. */
const expectSize = (pdf: Uint8Array, size: Size) => {
  const [width, height] = factsOf(pdf)
    ['Page size']!.match(/[\d.]+/g)!
    .map(Number)
  expect(width).toBeCloseTo((sizes[size].width * 72) / 25.4, 0)
  expect(height).toBeCloseTo((sizes[size].height * 72) / 25.4, 0)
}

/** Of poppler-utils too. */
const drawer = 'pdftoppm'

/** What the first QR code of a page says, read from the page as it is printed. */
const scanned = (pdf: Uint8Array): string => {
  const folder = mkdtempSync(join(tmpdir(), 'paper-'))
  try {
    writeFileSync(join(folder, 'in.pdf'), pdf)
    execFileSync(drawer, ['-scale-to', '1400', join(folder, 'in.pdf'), join(folder, 'out')])
    const ppm = readFileSync(join(folder, 'out-1.ppm'))
    const [head, width, height] = /^P6\s(\d+) (\d+)\s255\s/.exec(ppm.toString('latin1', 0, 30))!
    const data = new Uint8ClampedArray(Number(width) * Number(height) * 4)
    for (let at = head.length, to = 0; at < ppm.length; at += 3, to += 4)
      data.set([ppm[at]!, ppm[at + 1]!, ppm[at + 2]!, 255], to)
    return decodeQR({ width: Number(width), height: Number(height), data })
  } finally {
    rmSync(folder, { recursive: true })
  }
}
const canSee = hasPoppler && spawnSync(drawer, ['-v'], { stdio: 'ignore' }).error === undefined

describe.skipIf(!hasPoppler).each(holderLanguages)('papers in %s', (language) => {
  const front = frontWords[language]
  const own = holderWords[language]

  it('has a poster of one tagged page that says what the card is and where to ask for it', async () => {
    const pdf = await makePdf(poster(language, 'a3'))
    expectSize(pdf, 'a3')
    expect(factsOf(pdf)).toMatchObject({ Tagged: 'yes', Pages: '1', Title: `Kaikukortti – ${front.title}` })
    expect(languageOfPdf(pdf)).toBe(aboutLanguages[language].tag)
    const tags = tagsOf(pdf)
    expect(tags.filter((tag) => tag === 'H1')).toHaveLength(1)
    expect(tags).toEqual(expect.arrayContaining(['H2', 'P', 'L', 'LI', 'Link', 'Figure']))
    const text = simple(textOf(pdf))
    for (const name of [...units, language === 'sv' ? 'Kajana' : 'Kajaani', '2026', 'kaiku.example/'])
      expect(text).toContain(simple(name))
    if (isRead(language))
      for (const line of [
        front.title,
        front.lead,
        ...front.whomList,
        front.getSteps[0]!,
        own.givers,
        own.printed,
      ])
        expect(text).toContain(simple(line))
  })

  it('has a door sign of one tagged page, in Finnish, Swedish and English too', async () => {
    const pdf = await makePdf(signPaper({ ...given, language, size: 'a6', subject: site }, 18))
    expectSize(pdf, 'a6')
    expect(factsOf(pdf)).toMatchObject({ Tagged: 'yes', Pages: '1', Title: own.worksHere })
    expect(languageOfPdf(pdf)).toBe(aboutLanguages[language].tag)
    const text = simple(textOf(pdf))
    for (const part of ['Taidemuseo #1 *', ...languages.map((one) => holderWords[one].worksHere)])
      expect(text).toContain(simple(part))
    if (isRead(language)) expect(text).toContain(simple(own.show))
  })

  it('has the outer side of ten cards on one tagged sheet', async () => {
    const pdf = await makePdf(cardBacksPaper({ ...given, language, size: 'a4', subject: whole }))
    expectSize(pdf, 'a4')
    expect(factsOf(pdf)).toMatchObject({ Tagged: 'yes', Pages: '1' })
    expect(textOf(pdf).match(/kaiku\.example/g)).toHaveLength(10)
    expect(tagsOf(pdf).filter((tag) => tag === 'Figure')).toHaveLength(10)
  })
})

describe.skipIf(!hasPoppler).each(languages)('the desk card in %s', (language) => {
  it('is one tagged page with the four answers', async () => {
    const pdf = await makePdf(deskCardPaper({ ...given, language, subject: site }))
    expectSize(pdf, 'a5')
    const t = deskCardWords[language]
    expect(factsOf(pdf)).toMatchObject({ Tagged: 'yes', Pages: '1', Title: t.title })
    expect(languageOfPdf(pdf)).toBe(language)
    expect(tagsOf(pdf).filter((tag) => tag === 'H3')).toHaveLength(4)
    const text = simple(textOf(pdf))
    for (const { title, text: means } of [t.valid, t.ended, t.waits, t.unknown])
      expect(text).toContain(simple(title + means))
    for (const line of [...t.steps, ...t.notes, t.printed]) expect(text).toContain(simple(line))
  })
})

const addressed: [what: string, paper: Paper, address: string][] = [
  ['the poster of a municipality', poster('sv', 'a4'), 'https://kaiku.example/sv/stallen?q=Kajana'],
  ['the poster of an area', poster('ru', 'a4', whole), 'https://kaiku.example/ru/areas/3'],
  ['the poster of a unit', poster('ar', 'a4', unit), 'https://kaiku.example/ar/places?q=Kajaani'],
  [
    'the sign of a site',
    signPaper({ ...given, language: 'fi', size: 'a5', subject: site }, 18),
    'https://kaiku.example/fi/kohteet/12',
  ],
  [
    'the desk card',
    deskCardPaper({ ...given, language: 'en', subject: site }),
    'https://kaiku.example/en/desk/practice',
  ],
]
describe.skipIf(!canSee)('the code on a paper', () => {
  it.each(addressed)('leads a phone that looks at %s', async (_, paper, address) =>
    expect(scanned(await makePdf(paper))).toBe(address),
  )
})

describe.skipIf(!hasPoppler)('a paper', () => {
  it('of a unit asks to ask there, and names no other', async () => {
    const text = textOf(await makePdf(poster('fi', 'a4', unit)))
    expect(text).toContain('Kysy Kaikukortista täällä Nuorten työpaja')
    expect(text).not.toContain('Aikuissosiaalityö')
  })
  it('says in its language and in Finnish that no native reader has looked at it, where none has', async () => {
    const note = 'Tätä käännöstä ei ole vielä tarkistanut äidinkielinen lukija.'
    expect(textOf(await makePdf(poster('uk', 'a4')))).toContain(note)
    expect(textOf(await makePdf(poster('sv', 'a4')))).not.toContain(note)
  })
  it('in Arabic runs from right to left', async () => {
    const pdf = await makePdf(poster('ar', 'a4'))
    const [first, second] = frontWords.ar.title.split(' ').map((word) => [...word].reverse().join(''))
    expect(placeOf(pdf, first!).left).toBeGreaterThan(placeOf(pdf, second!).right)
  })
  it('has the same bytes whenever it says the same', async () => {
    const [one, other] = [await makePdf(poster('se', 'a4')), await makePdf(poster('se', 'a4'))]
    expect(Buffer.from(one).equals(other)).toBe(true)
  })
})

describe('a picture for social media', () => {
  const counts = { tickets: 1234, children: 345 }
  const told = {
    number: 5,
    period: '2026-Q1',
    asOf: new Date('2026-04-15T06:00:00Z'),
    isSomeHidden: false,
    counts,
  }
  const wanted = { language: 'fi', about: 'numbers', name: 'Kainuu', place: 'Kainuu', told } as const
  const address = 'kaiku.example/fi/alueet/3'

  it.each(['square', 'wide'] as const)('has the pixels of its size: %s', async (size) => {
    const png = Buffer.from(await makePaper(picturePaper({ ...wanted, size, address }), 'png'))
    expect(png.toString('latin1', 1, 4)).toBe('PNG')
    expect({ width: png.readUInt32BE(16), height: png.readUInt32BE(20) }).toEqual(pictureSizes[size])
  })

  it('is drawn of shapes alone: no font, nothing from elsewhere, no script', async () => {
    const svg = Buffer.from(
      await makePaper(picturePaper({ ...wanted, size: 'wide', address }), 'svg'),
    ).toString()
    expect(svg).toMatch(/^<svg [^>]*width="1200" height="630"/)
    expect(svg).not.toMatch(/<(text|image|script|style|foreignObject|a)\b|href="(?!#)|\son\w+=/)
    expect(svg.match(/<use /g)!.length).toBeGreaterThan(40)
  })
})
