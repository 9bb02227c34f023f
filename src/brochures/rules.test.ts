import { describe, expect, it } from 'vitest'
import { holderLanguages } from '../i18n/holder-languages.ts'
import { changesBetween } from './change-rules.ts'
import { contentOf, emptyDraft } from './content-rules.ts'
import { DraftForm, longest } from './forms.ts'
import { paperWords } from './paper-words.ts'
import {
  type Content,
  currentOf,
  editionKey,
  formerOf,
  type ListedSite,
  type ListedUnit,
  nextName,
  readEditionKey,
  refusalOf,
} from './rules.ts'

const town = { nameFi: 'Kajaani', nameSv: 'Kajana' }
const site = (id: number, given: Partial<ListedSite> = {}): ListedSite => ({
  ...{ id, name: `Kohde ${id}`, ...town, isComing: false, category: 'culture', street: null, how: {} },
  ...given,
})
const unit = (id: number, given: Partial<ListedUnit> = {}): ListedUnit => ({
  ...{ id, name: `Yksikkö ${id}`, ...town, isComing: false, organisation: 'Esimerkkipalvelut' },
  ...given,
})
const facts = { childAge: 18, months: 12, minimumAge: 16, communityChildAge: 16, isLocalOnly: false }
const content = (sites: ListedSite[], units: ListedUnit[] = [], given: Partial<Content> = {}): Content => ({
  ...contentOf(
    {
      ...{ sites, units, municipalities: [town], origin: 'https://kaiku.example', words: paperWords(facts) },
      area: { id: 1, name: 'Kainuu', nameSv: null },
    },
    { ...emptyDraft, contacts: 'Tuuli Esimerkki\n\n 08 000 2001 ' },
  ),
  ...given,
})

describe('the name of an edition', () => {
  it.each([
    ['2026-1', { year: 2026, number: 1 }],
    ['2026-12', { year: 2026, number: 12 }],
    ['2026-0', null],
    ['2026-01', null],
    ['1999-1', null],
    ['2026', null],
    ['2026-1; drop', null],
  ])('%s', (text, name) => {
    expect(readEditionKey(text)).toEqual(name)
    if (name) expect(editionKey(name)).toBe(text)
  })

  it('counts within its year, whatever the order', () => {
    const editions = [
      { year: 2025, number: 4 },
      { year: 2026, number: 2 },
      { year: 2026, number: 1 },
    ]
    expect(nextName(editions, 2026).number).toBe(3)
    expect(nextName(editions, 2027).number).toBe(1)
  })
})

describe('of editions of which some were withdrawn', () => {
  const kept = (number: number, withdrawnOn: string | null = null) => ({
    ...{ year: 2026, number, publishedOn: '2026-01-12', withdrawnOn },
  })
  const [one, two, three] = [kept(1), kept(2, '2026-05-04'), kept(3)]
  it.each([
    ['the latest that stands is handed out', currentOf([two, one]), one],
    ['none is handed out where none stands', currentOf([two]), undefined],
    ['the next is compared with the last that stands', formerOf([three, two, one], three), one],
    ['and with nothing when all before it were withdrawn', formerOf([three, two], three), undefined],
    ['nor is the first compared', formerOf([three, two, one], one), undefined],
  ])('%s', (_, found, expected) => expect(found).toBe(expected))
})

describe('the content of an edition', () => {
  it('leaves out whom the coordinators leave out, and lines and texts that say nothing', () => {
    const made = contentOf(content([site(1), site(2)], [unit(7), unit(8)]), {
      ...{ withoutSites: [2, 99], withoutUnits: [7], contacts: 'a\n\n b ' },
      own: { fi: { foreword: 'Hei', goodToKnow: '' }, sv: { foreword: '', goodToKnow: '' } },
    })
    expect(made.sites.map(({ id }) => id)).toEqual([1])
    expect(made.units.map(({ id }) => id)).toEqual([8])
    expect(made.contacts).toEqual(['a', 'b'])
    expect(Object.keys(made.own)).toEqual(['fi'])
  })

  it('says the ages of the policy in every language', () => {
    const words = paperWords({ ...facts, minimumAge: 61, communityChildAge: 62, childAge: 63, months: 64 })
    for (const language of holderLanguages)
      for (const number of ['61', '62', '63', '64']) expect(JSON.stringify(words[language])).toContain(number)
  })

  it('promises no other area where the card works in its own only', () => {
    const local = paperWords({ ...facts, isLocalOnly: true })
    const usual = paperWords(facts)
    for (const language of holderLanguages)
      expect(local[language].parts[0], language).not.toEqual(usual[language].parts[0])
    expect(JSON.stringify(local.fi.parts)).not.toContain('eri puolilla Suomea')
  })
})

describe('publishing is refused', () => {
  const latest = (of: Content) => ({ year: 2026, number: 1, publishedOn: '2026-01-12', content: of })
  const whole = content([site(1)])
  it.each([
    ['without a site', content([]), undefined, 'sites-missing'],
    ['without anybody to ask', content([site(1)], [], { contacts: [] }), undefined, 'contacts-missing'],
    ['when the latest of the year says the same', whole, latest(whole), 'unchanged'],
    ['however its keys are ordered', whole, latest(reversed(whole) as Content), 'unchanged'],
    ['not for a new year', whole, { ...latest(whole), year: 2025 }, null],
    ['not when one site is called otherwise', content([site(1, { name: 'Uusi' })]), latest(whole), null],
    ['not the first time', whole, undefined, null],
  ])('%s', (_, next, before, refusal) => expect(refusalOf(next, 2026, before)).toBe(refusal))
})

/** As the database may give an object back. */
const reversed = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(reversed)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .reverse()
            .map(([key, one]) => [key, reversed(one)]),
        )
      : value

describe('what has changed', () => {
  const before = content([site(1), site(2), site(3)], [unit(7)])
  it('is nothing between two that say the same', () =>
    expect(changesBetween(before, content([site(3), site(2), site(1)], [unit(7)]))).toEqual({
      sites: { added: [], removed: [], changed: [] },
      units: { added: [], removed: [], changed: [] },
    }))

  it('names who came, who went, and who is otherwise in what', () => {
    const after = content(
      [site(1, { name: 'Teatteri', street: 'Katu 1' }), site(3, { how: { fi: 'Hae kassalta.' } }), site(4)],
      [unit(7, { organisation: 'Seurakunta', isComing: true })],
    )
    expect(changesBetween(before, after)).toEqual({
      sites: {
        ...{ added: ['Kohde 4'], removed: ['Kohde 2'] },
        changed: [
          { name: 'Teatteri', before: 'Kohde 1', fields: ['name', 'street'] },
          { name: 'Kohde 3', before: 'Kohde 3', fields: ['how'] },
        ],
      },
      units: {
        ...{ added: [], removed: [] },
        changed: [{ name: 'Yksikkö 7', before: 'Yksikkö 7', fields: ['organisation', 'coming'] }],
      },
    })
  })
})

describe('the form', () => {
  const problems = (typed: Record<string, string>) =>
    Object.fromEntries(
      (DraftForm.safeParse(typed).error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]),
    )

  it('leaves out what it showed and nobody ticked, and nothing that it did not show', () => {
    const typed = { sites: '1,2,3,x,0', units: '', 'site-1': 'yes', 'site-3': 'no', 'site-9': 'yes' }
    expect(DraftForm.parse(typed)).toMatchObject({ withoutSites: [2, 3], withoutUnits: [] })
  })

  it('keeps lines of contacts and texts of any language, an e-mail and a number too', () =>
    expect(
      DraftForm.parse({ contacts: 'Tuuli\r\n08 000 2001, a@esimerkki.example', 'foreword-ar': ' أهلًا ' }),
    ).toMatchObject({
      contacts: 'Tuuli\n08 000 2001, a@esimerkki.example',
      own: { ar: { foreword: 'أهلًا', goodToKnow: '' } },
    }))

  it.each([
    ['a personal identity code', { 'goodToKnow-sv': '131052-308T' }, { 'goodToKnow-sv': 'identity-code' }],
    [
      'too long a foreword',
      { 'foreword-fi': 'a'.repeat(longest.foreword + 1) },
      { 'foreword-fi': 'text-long' },
    ],
    ['seven contacts', { contacts: '1\n2\n3\n4\n5\n6\n7' }, { contacts: 'contacts-long' }],
  ])('does not take %s', (_, typed, found) => expect(problems(typed)).toEqual(found))
})
