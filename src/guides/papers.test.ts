import { describe, expect, it, vi } from 'vitest'
import { factsOf, hasPoppler, languageOfPdf, placeOf, tagsOf, textOf } from '../../test/pdf.ts'
import { aboutLanguages, type HolderLanguage, holderLanguages } from '../i18n/holder-languages.ts'
import { languages } from '../i18n/translated.ts'
import { keptPdf } from '../lib/kept-pdf.ts'
import { makePdf } from '../lib/pdf.ts'
import { guidePaper } from './guide-paper.ts'
import { guideWords, unreviewedWords } from './guide-words.ts'
import { handOverPaper } from './hand-over-paper.ts'
import type { handOverWords } from './hand-over-words.ts'

// The thread starts with fonts to unpack, beside other tests.
vi.setConfig({ testTimeout: 30_000 })

const manySites = (count: number, name = (index: number) => `Kohde ${index}`) =>
  Array.from({ length: count }, (_, index) => ({
    ...{ name: name(index), category: 'culture' as const, nameFi: 'Kajaani', nameSv: 'Kajana' },
  }))
const guide = (language: HolderLanguage, sites = manySites(12)) =>
  keptPdf(
    guidePaper({
      ...{ language, sites, today: '2026-11-25', origin: 'https://kaiku.example' },
      facts: { childAge: 18, months: 12 },
      home: { nameFi: 'Kajaani', nameSv: 'Kajana' },
    }),
  )
/** Without the places where lines may break, after a hyphen too. */
const simple = (text: string) => text.replaceAll(/\s/g, '')

describe.skipIf(!hasPoppler).each(holderLanguages)('the guide in %s', (language) => {
  it.each([0, 12, 500])('is one tagged page with %i sites near', async (count) => {
    const pdf = await guide(language, manySites(count))
    const { tag } = aboutLanguages[language]
    expect(factsOf(pdf)).toMatchObject({ Tagged: 'yes', Pages: '1', Title: guideWords[language].title })
    expect(languageOfPdf(pdf)).toBe(tag)
    const tags = tagsOf(pdf)
    expect(tags.filter((one) => one === 'H1')).toHaveLength(1)
    expect(tags.filter((one) => one === 'H2')).toHaveLength(8)
    expect(tags).toEqual(expect.arrayContaining(['P', 'L', 'LI', 'Link', 'Figure']))
  })

  it('names as many sites as fit, and counts the others', async () => {
    const text = textOf(await guide(language, manySites(500)))
    const named = new Set(text.match(/Kohde \d+/g)).size
    expect(named).toBeGreaterThanOrEqual(20)
    expect(text).toContain(String(500 - named))
    expect(text).toContain('kaiku.example/')
    expect(text).toContain('kaikukortti.fi/tietosuojaseloste')
  })
})

describe.skipIf(!hasPoppler)('a guide', () => {
  it.each(['fi', 'sv', 'en', 'fi-simple', 'ru', 'uk', 'so', 'se'] as const)(
    'in %s says all that its words say',
    async (language) => {
      const text = simple(textOf(await guide(language)))
      const t = guideWords[language]
      const facts = { childAge: 18, months: 12 }
      const parts = [t.ticket, t.along, t.children(facts), t.remember, t.renewal(facts), t.lost, t.privacy]
      for (const part of parts)
        for (const line of [part.title, ...part.lines]) expect(text).toContain(simple(line))
    },
  )

  it('says in its language and in Finnish that no native reader has looked at it, where none has', async () => {
    expect(textOf(await guide('ru'))).toContain(`${unreviewedWords.ru} ${unreviewedWords.fi}`)
    expect(textOf(await guide('fi-simple'))).toContain(unreviewedWords['fi-simple'])
    for (const language of languages) expect(textOf(await guide(language))).not.toContain(unreviewedWords.fi)
  })

  it('counts months as Russian and Ukrainian do', () => {
    const said = (language: 'ru' | 'uk' | 'ar', months: number) =>
      guideWords[language].renewal({ childAge: 18, months }).lines[0]
    expect(said('ru', 12)).toContain('12 месяцев')
    expect(said('ru', 24)).toContain('24 месяца.')
    expect(said('uk', 24)).toContain('24 місяці.')
    expect(said('ar', 12)).toContain('12 شهرًا')
  })

  it('holds a name as text, whatever it looks like', async () => {
    const name = '#strong[A] *b* ] " $c$'
    expect(
      textOf(
        await guide(
          'fi',
          manySites(3, () => name),
        ),
      ),
    ).toContain(`${name} – Kulttuuri – Kajaani`)
  })
})

describe.skipIf(!hasPoppler)('the guide in Arabic', () => {
  /** Poppler tells where letters are drawn, from the left, so an Arabic word comes out the other way round. */
  const drawn = (word: string) => [...word].reverse().join('')

  it('runs from right to left, and begins at the right edge', async () => {
    const pdf = await guide('ar')
    const [first, second] = guideWords.ar.title.split(' ').map(drawn)
    expect(placeOf(pdf, first!).left).toBeGreaterThan(placeOf(pdf, second!).right)
    expect(placeOf(pdf, first!).right).toBeGreaterThan(500)
    expect(placeOf(pdf, 'Kaikukortti').right).toBeLessThan(placeOf(pdf, second!).left)
  })

  it('leaves days, numbers and Finnish names as they are', async () => {
    const name = (index: number) => (index === 0 ? 'Palvelupiste 08 123 4567 (31.12.2027)' : 'Museo')
    const pdf = await guide('ar', manySites(3, name))
    const places = ['Palvelupiste', '08', '123', '4567', '(31.12.2027)'].map(
      (word) => placeOf(pdf, word).left,
    )
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(placeOf(pdf, '25.11.2026').right).toBeGreaterThan(400)
    expect(textOf(pdf)).toContain('Palvelupiste 08 123 4567 (31.12.2027)')
  })
})

describe.skipIf(!hasPoppler).each(languages)('the paper form in %s', (language) => {
  it('is one tagged page that asks for what may be asked, and warns of the rest', async () => {
    const paper = handOverPaper(language, 18, null)
    const pdf = await makePdf(paper)
    expect(factsOf(pdf)).toMatchObject({ Tagged: 'yes', Pages: '1', Title: paper.data.title })
    expect(languageOfPdf(pdf)).toBe(language)
    expect(tagsOf(pdf)).toEqual(expect.arrayContaining(['H1', 'H2', 'P', 'L']))
    const text = simple(textOf(pdf))
    const { never, steps, yes, wellbeing } = paper.data as unknown as typeof handOverWords.fi
    for (const line of [never, yes, wellbeing, ...steps]) expect(text).toContain(simple(line))
    expect(text).toContain('18')
  })

  it('names the unit of the issuer who opens it', async () =>
    expect(textOf(await makePdf(handOverPaper(language, 18, 'Aikuissosiaalityö, Kajaani')))).toContain(
      'Aikuissosiaalityö, Kajaani',
    ))
})
