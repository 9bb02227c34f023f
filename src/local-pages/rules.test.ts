import { describe, expect, test } from 'vitest'
import { isNoticeOn, paragraphsOf } from '../areas/page-rules.ts'
import { guideWords } from '../guides/guide-words.ts'
import { compareFor } from '../i18n/holder-format.ts'
import { holderLanguages } from '../i18n/holder-languages.ts'
import { readOpenUrl } from '../lib/reach.ts'
import { unitKinds } from '../units/rules.ts'
import { areaWords } from './area-words.ts'
import { kindName } from './kind-words.ts'
import { localWords } from './page-words.ts'
import { orderFor } from './parts.tsx'
import { byMunicipality, firstSaid, isToldOf } from './rules.ts'
import { whereWords } from './where-words.ts'

test('places stand by municipality, both in the order of the reader’s alphabet', () => {
  const place = (name: string, nameFi: string, nameSv: string | null = null) => ({ name, nameFi, nameSv })
  const places = [
    place('ä', 'Kotka'),
    place('z', 'Kotka'),
    place('b', 'Äänekoski'),
    place('a', 'Espoo', 'Esbo'),
  ]
  const inFinnish = byMunicipality(places, ({ nameFi }) => nameFi, compareFor('fi'))
  expect(
    inFinnish.map(({ municipality, places }) => [municipality, ...places.map(({ name }) => name)]),
  ).toEqual([
    ['Espoo', 'a'],
    ['Kotka', 'z', 'ä'],
    ['Äänekoski', 'b'],
  ])
})

describe('a text is said in the first language that has it', () => {
  test.each([
    ['ar', { fi: 'f', en: 'e', ar: 'a' }, 'ar'],
    ['ar', { fi: 'f', en: 'e' }, 'en'],
    ['ar', { fi: 'f', sv: 's' }, 'fi'],
    ['se', { fi: 'f', en: 'e' }, 'fi'],
    ['fi-simple', { fi: 'f', en: 'e' }, 'fi'],
    ['fi', { sv: 's', en: 'e' }, 'sv'],
    ['en', { so: 'x' }, 'so'],
  ] as const)('%s of %j', (reader, texts, language) =>
    expect(firstSaid(texts, orderFor(reader))?.language).toBe(language),
  )
  test('and there may be none', () => expect(firstSaid({}, orderFor('fi'))).toBeNull())
})

test.each([
  ['2026-05-04', '2026-05-31', '2026-05-03', false],
  ['2026-05-04', '2026-05-31', '2026-05-04', true],
  ['2026-05-04', '2026-05-31', '2026-05-31', true],
  ['2026-05-04', '2026-05-31', '2026-06-01', false],
  [null, null, '2026-06-01', true],
  [null, '2026-05-31', '2026-06-01', false],
])('a notice from %s until %s is shown on %s: %s', (noticeFrom, noticeUntil, day, isShown) =>
  expect(isNoticeOn({ ownUrl: null, noticeFrom, noticeUntil }, day)).toBe(isShown),
)

test('an empty line parts paragraphs, whatever stands on it', () =>
  expect(paragraphsOf('Yksi\nja toinen rivi.\n \n\n\nKolmas.\n')).toEqual([
    'Yksi\nja toinen rivi.',
    'Kolmas.',
  ]))

test.each([
  ['permanent', true],
  ['pilot', true],
  ['preparing', true],
  ['interest', false],
  ['ended', false],
  [null, true],
] as const)('a place in a municipality in the phase %s is told of: %s', (phase, isTold) =>
  expect(isToldOf({ phase })).toBe(isTold),
)

test.each([
  ['kajaani.esimerkki.example/kaikukortti', 'https://kajaani.esimerkki.example/kaikukortti'],
  ['https://www.esimerkki.example/a?b=c#d', 'https://www.esimerkki.example/a?b=c#d'],
  ['http://www.esimerkki.example/', null],
  ['javascript:alert(1)', null],
  ['https://localhost/', null],
  ['https://intranet/', null],
  ['https://palvelin.local/', null],
  ['https://palvelin.internal/', null],
  ['https://10.0.0.1/', null],
  ['https://[::1]/', null],
  ['https://192.0.2.7/', null],
  ['https://aino:salasana@esimerkki.example/', null],
  ['https://esimerkki.example:8443/', null],
  ['kaikukortti', null],
  [`https://esimerkki.example/${'a'.repeat(500)}`, null],
])('the own page “%s” is %s', (typed, url) => expect(readOpenUrl(typed)).toBe(url))

/** All that the pages say in a language, functions called with a name. */
const said = (words: object): string[] =>
  Object.values(words).flatMap((word: unknown) => {
    if (typeof word === 'string') return [word]
    if (typeof word === 'function') return [String((word as (name: unknown) => unknown)('2026-05-04'))]
    return said(word as object)
  })
const allSaid = (reader: (typeof holderLanguages)[number]) => [
  ...said({ local: localWords[reader], where: whereWords[reader] }),
  ...said({ ...areaWords[reader], inUse: '', preparing: '' }),
  ...Object.keys(unitKinds).map((kind) => kindName(reader, kind).text),
]

describe.each(holderLanguages)('the words in %s', (reader) => {
  test('leave nothing empty, and call nobody poor', () => {
    expect(allSaid(reader).filter((text) => text.trim() === '' && text !== '')).toEqual([])
    expect(allSaid(reader).join(' ')).not.toMatch(
      /köyh|vähävar|fattig|\bpoor\b|бедн|нищ|бідн|злид|فقر|فقير|faqiir|sabool|geaf/i,
    )
  })
  test('tell the lowest age by the policy', () =>
    expect(localWords[reader].who.lines.join(' ')).toContain('#'))
  test('have each kind of service, and keep those of an import in Finnish', () => {
    expect(kindName(reader, 'sosiaalitoimisto').isFinnish).toBe(false)
    expect(kindName(reader, 'oma palvelu')).toEqual({ text: 'oma palvelu', isFinnish: true })
  })
})

test('plain Finnish has short sentences', () => {
  const sentences = [...allSaid('fi-simple'), ...guideWords['fi-simple'].lead]
    .flatMap((text) => text.split(/[.?:]\s/))
    .filter((sentence) => sentence.split(/\s+/).length > 12)
  expect(sentences).toEqual([])
})
