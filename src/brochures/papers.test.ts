import { describe, expect, it, vi } from 'vitest'
import { factsOf, hasPoppler, languageOfPdf, pageTextsOf, tagsOf, textOf } from '../../test/pdf.ts'
import { aboutLanguages, type HolderLanguage, holderLanguages } from '../i18n/holder-languages.ts'
import { keptPdf } from '../lib/kept-pdf.ts'
import { makePdf } from '../lib/pdf.ts'
import { contentOf, emptyDraft } from './content-rules.ts'
import { brochurePaper } from './paper.ts'
import { paperWords } from './paper-words.ts'
import { brochureText } from './plain-text.ts'
import { type Edition, type Layout, type ListedSite, layoutsFor } from './rules.ts'

// The thread starts with fonts to unpack, beside other tests.
vi.setConfig({ testTimeout: 30_000 })

const towns = ['Kajaani', 'Kuhmo', 'Sotkamo'].map((nameFi) => ({ nameFi, nameSv: null }))
const site = (id: number, given: Partial<ListedSite> = {}): ListedSite => ({
  ...{ id, name: `Kohde ${id}`, ...towns[id % 3]!, isComing: id === 2, category: 'culture' },
  street: `Katu ${id}`,
  how: { fi: `Hae lippu luukulta ${id}.`, sv: `Hämta biljetten i lucka ${id}.` },
  ...given,
})
const facts = { childAge: 18, months: 12, minimumAge: 16, communityChildAge: 16, isLocalOnly: false }
const sitesOf = (count: number) => Array.from({ length: count }, (_, index) => site(index + 1))
const editionOf = (sites: ListedSite[], goodToKnow = 'Bussi kulkee.'): Edition => ({
  ...{ year: 2027, number: 2, publishedOn: '2027-01-12' },
  content: contentOf(
    {
      ...{ sites, municipalities: towns, origin: 'https://kaiku.example', words: paperWords(facts) },
      area: { id: 16, name: 'Kainuu', nameSv: null },
      units: [{ id: 7, name: 'Työkeskus', ...towns[0]!, isComing: false, organisation: 'Esimerkkipalvelut' }],
    },
    {
      ...emptyDraft,
      contacts: 'Tuuli Esimerkki, 08 000 2001',
      own: { fi: { foreword: 'Tervetuloa.', goodToKnow }, ar: { foreword: 'أهلًا', goodToKnow: '' } },
    },
  ),
})
const paper = (language: HolderLanguage, layout: Layout, edition = editionOf(sitesOf(12))) =>
  keptPdf(brochurePaper(edition, language, layout))

/** Without the places where lines may break. */
const simple = (text: string) => text.replaceAll(/\s/g, '')
const pagesOf = (pdf: Uint8Array) => pageTextsOf(pdf).map(simple)
const papers = holderLanguages.flatMap((language) =>
  layoutsFor(language).map((layout) => [language, layout] as const),
)

describe.skipIf(!hasPoppler).each(papers)('the brochure in %s, %s', (language, layout) => {
  it('is tagged, knows its language, and names every place once', async () => {
    const pdf = await paper(language, layout)
    const { title } = editionOf([]).content.words[language]!
    expect(factsOf(pdf)).toMatchObject({ Tagged: 'yes', Title: `${title} – Kainuu` })
    expect(languageOfPdf(pdf)).toBe(aboutLanguages[language].tag)
    const tags = tagsOf(pdf)
    expect(tags.filter((one) => one === 'H1')).toHaveLength(1)
    expect(tags).toEqual(expect.arrayContaining(['H2', 'H3', 'P', 'L', 'LI', 'Link', 'Figure']))
    const text = textOf(pdf)
    for (const { name } of sitesOf(12)) expect(text.match(new RegExp(`${name}(?!\\d)`, 'g'))).toHaveLength(1)
    expect(text).toContain('Työkeskus')
    expect(text).toContain('08 000 2001')
    expect(text).toContain(`kaiku.example/${aboutLanguages[language].prefix}/`)
    expect(text).toContain('2/2027')
  })

  it('changes in what is said of one site when that site changes, and in nothing else', async () => {
    const before = simple(textOf(await paper(language, layout)))
    const changed = { name: 'Kohde 5b', street: 'Tie 5' }
    const sites = sitesOf(12).map((one) => (one.id === 5 ? { ...one, ...changed } : one))
    const after = simple(textOf(await paper(language, layout, editionOf(sites))))
    const expected = before.replace(/Kohde5(?!\d)/, 'Kohde5b').replace(/Katu5(?!\d)/, 'Tie5')
    expect(after).not.toBe(before)
    expect(after).toBe(expected)
  })
})

describe.skipIf(!hasPoppler).each(holderLanguages.filter((one) => layoutsFor(one).includes('booklet')))(
  'a booklet in %s',
  (language) => {
    it('is whole sheets of four pages, filled with pages for notes, and ends in whom to ask', async () => {
      const { notes, contact } = editionOf([]).content.words[language]!
      for (const [count, forNotes] of [
        [3, 3],
        [40, null],
      ] as const) {
        const pages = pagesOf(await paper(language, 'booklet', editionOf(sitesOf(count))))
        expect(pages.length % 4, `${count} sites`).toBe(0)
        expect(pages).not.toContain('')
        expect(pages.at(-1)).toContain('2/2027')
        // Arabic comes out of a PDF as the shapes of its letters.
        if (language === 'ar') continue
        const noted = pages.filter((text) => text.startsWith(simple(notes!)))
        if (forNotes !== null) expect(noted).toHaveLength(forNotes)
        expect(pages.at(-1)!.startsWith(simple(contact))).toBe(true)
      }
    })
  },
)

describe.skipIf(!hasPoppler)('a brochure', () => {
  it.each(['fi', 'sv', 'en', 'fi-simple', 'ru', 'uk', 'so', 'se'] as const)(
    'in %s says all its words, in the order of reading',
    async (language) => {
      const edition = editionOf(sitesOf(3))
      const words = edition.content.words[language]!
      const text = simple(textOf(await paper(language, layoutsFor(language).at(-1)!, edition)))
      const titles = [...words.parts, { title: words.places }, words.units, { title: words.contact }]
      const places = titles.map(({ title }) => text.indexOf(simple(title)))
      expect(places).not.toContain(-1)
      expect(places).toEqual([...places].sort((a, b) => a - b))
      for (const { lines } of [...words.parts, words.privacy])
        for (const line of lines) expect(text).toContain(simple(line))
      expect(text.includes(simple(words.unreviewed ?? '–Kainuu–'))).toBe(words.unreviewed !== null)
    },
  )

  it('is two pages folded while it fits, and goes on to a further leaf with every name when it does not', async () => {
    expect(factsOf(await paper('fi', 'folded')).Pages).toBe('2')
    const long = await paper('fi', 'folded', editionOf(sitesOf(110), 'Tarkista bussin aika. '.repeat(50)))
    expect(Number(factsOf(long).Pages)).toBeGreaterThan(2)
    const text = textOf(long)
    for (const { name } of sitesOf(110)) expect(text).toMatch(new RegExp(`${name}(?!\\d)`))
    expect(text.match(/Tarkista bussin aika/g)).toHaveLength(50)
  })

  it('made before the notes came is whole sheets all the same', async () => {
    const edition = editionOf(sitesOf(3))
    const { notes, ...words } = edition.content.words.fi!
    const old = { ...edition, content: { ...edition.content, words: { fi: words } } }
    const pdf = await paper('fi', 'booklet', old)
    expect(pagesOf(pdf)).toHaveLength(8)
    expect(textOf(pdf)).not.toContain(notes)
  })

  it('says how to get a ticket in the language of the reader, else in Finnish', async () => {
    expect(textOf(await paper('sv', 'large'))).toContain('Hämta biljetten i lucka 3.')
    expect(textOf(await paper('ru', 'large'))).toContain('Hae lippu luukulta 3.')
  })

  it('has the same bytes each time', async () => {
    const wanted = brochurePaper(editionOf(sitesOf(12)), 'ar', 'booklet')
    expect(Buffer.from(await makePdf(wanted)).equals(Buffer.from(await paper('ar', 'booklet')))).toBe(true)
  })

  it('holds a name as text, whatever it looks like', async () => {
    const name = '#strong[A] *b* ] " $c$'
    expect(textOf(await paper('fi', 'booklet', editionOf([site(1, { name })])))).toContain(name)
  })
})

describe('as plain text', () => {
  it.each(holderLanguages)(
    'in %s changes in the lines of one site when that site changes, and in no other',
    (language) => {
      const before = brochureText(editionOf(sitesOf(12)), language).split('\n')
      const changed = sitesOf(12).map((one) => (one.id === 5 ? { ...one, name: 'Kohde 5b' } : one))
      const after = brochureText(editionOf(changed), language).split('\n')
      expect(after).toHaveLength(before.length)
      const [line, ...others] = after.filter((one, at) => one !== before[at])
      expect(line).toMatch(/^\* Kohde 5b – /)
      expect(others).toEqual([])
    },
  )

  it.each(holderLanguages)('says in %s what the paper says', (language) => {
    const edition = editionOf(sitesOf(3))
    const text = simple(brochureText(edition, language))
    const words = edition.content.words[language]!
    for (const { title, lines } of [...words.parts, words.units, words.privacy])
      for (const line of [title, ...lines]) expect(text).toContain(simple(line))
    expect(text).toContain('Kohde2–')
    expect(text).toContain(`(${simple(words.coming)})`)
  })
})
