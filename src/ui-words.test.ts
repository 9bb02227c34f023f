import { describe, expect, test } from 'vitest'
import { faultsOf, problemFaultsOf } from '../test/plain-language.ts'
import { readUiTexts, textsOf } from '../test/ui-words.ts'
import { type HolderLanguage, holderLanguages } from './i18n/holder-languages.ts'

/** What may stand as it is, each with its reason. */
const allowed: Record<string, string> = {
  'cards/words.ts words.consentSay': 'the question of consent, agreed on word by word',
  'events/import-words.ts importWords.columns': 'a list of names of columns, not a sentence',
}

const texts = readUiTexts()
const isProblem = (key: string) => /\b(problems|refusals)\./.test(key)
const told = (faults: (language: HolderLanguage, text: string) => string[], of = texts) =>
  of.flatMap(({ language, key, text }) =>
    key in allowed ? [] : faults(language, text).map((fault) => `${language} ${key}: ${fault}`),
  )

test('the texts are found: all of the three languages, and those of the holders in all nine', () => {
  const counts = new Map(
    holderLanguages.map((one) => [one, texts.filter(({ language }) => language === one).length]),
  )
  for (const language of ['fi', 'sv', 'en'] as const) expect(counts.get(language)).toBeGreaterThan(6000)
  for (const language of holderLanguages) expect(counts.get(language)).toBeGreaterThan(400)
  expect(texts.filter(({ key }) => isProblem(key)).length).toBeGreaterThan(1500)
})

test('what is said to people is plain', () => expect(told(faultsOf)).toEqual([]))

test('a problem is told at once', () =>
  expect(
    told(
      problemFaultsOf,
      texts.filter(({ key }) => isProblem(key)),
    ),
  ).toEqual([]))

test('nothing is allowed that is not needed', () => {
  const faulty = texts.filter(({ language, text }) => faultsOf(language, text).length > 0)
  expect(Object.keys(allowed).filter((key) => !faulty.some((one) => one.key === key))).toEqual([])
})

describe('a text that is not plain is seen', () => {
  test.each<[HolderLanguage, string]>([
    ['fi', 'Tervetuloa!'],
    ['ar', 'مرحبا!'],
    ['fi', 'Hienoa 🎉'],
    ['en', 'Do NOT write a name. It is SAVED.'],
    ['fi', 'Virheellinen syöte.'],
    ['fi', 'Pakollinen kenttä'],
    ['fi', 'Tallennus epäonnistui.'],
    ['fi', 'Lomake tulee täyttää kokonaan.'],
    ['fi', 'Kortti täytyy rekisteröidä.'],
    ['fi', 'Mikäli kortti katoaa, ota yhteyttä.'],
    ['fi', 'Syötä tunnus.'],
    ['fi', 'Voitte kirjata käytön kassalla, jos haluatte.'],
    ['fi', 'Kirjoita esim. 87100.'],
    [
      'fi',
      'Kun kortti on vanhentunut ja uusi kortti on annettu, vanha kortti ei enää toimi missään kohteessa Suomessa.',
    ],
    ['sv', 'Ogiltigt värde.'],
    ['sv', 'Vänligen kontrollera koden.'],
    ['sv', 'Ni kan ångra i 15 minuter.'],
    ['sv', 'Skriv t.ex. 87100.'],
    ['en', 'Invalid code.'],
    ['en', 'Please check the code.'],
    ['en', 'Set up 2FA first.'],
    ['fi-simple', 'Kortti annetaan palvelussa.'],
    [
      'fi-simple',
      'Mene palveluun, jonka asiakas olet, ja kysy siellä korttia heti työntekijältä, joka auttaa.',
    ],
  ])('%s: %s', (language, text) => expect(faultsOf(language, text)).not.toEqual([]))
  test('and one that is plain is left alone', () => {
    expect(
      faultsOf('fi', 'Kortti tulee käyttöön 3 kunnassa. Kirjoita tunnus, esimerkiksi K7PQ2-X9D4F.'),
    ).toEqual([])
    expect(faultsOf('sv', 'Du får biljetter när ni går tillsammans.')).toEqual([])
  })
  test.each<[HolderLanguage, string]>([
    ['fi', 'Kun kirjoitit tunnuksen, siihen jäi kirjoitusvirhe, jonka voit korjata.'],
    ['en', 'When you typed the code of the card, a character was missing from it.'],
  ])('at the beginning of a problem: %s', (language, text) =>
    expect(problemFaultsOf(language, text)).not.toEqual([]),
  )
})

describe('texts are found in the code of a file of words', () => {
  const found = (code: string) =>
    textsOf(code, 'a.ts').map(({ language, key, text }) => [language, key, text])
  test.each<[string, string, string[][]]>([
    [
      'a table',
      "const words = translated({ fi: { a: 'Yksi' }, sv: { a: 'Ett' } })",
      [
        ['fi', 'a.ts words.a', 'Yksi'],
        ['sv', 'a.ts words.a', 'Ett'],
      ],
    ],
    [
      'a function',
      `const t = { fi: { of: (name: string) => \`Kunta: \${name}.\` } }`,
      [['fi', 'a.ts t.of', 'Kunta: ….']],
    ],
    [
      'what is put in',
      `const t = { en: { of: (n: number) => \`\${n === 1 ? 'one' : 'many'} came\` } }`,
      [
        ['en', 'a.ts t.of', 'one'],
        ['en', 'a.ts t.of', 'many'],
        ['en', 'a.ts t.of', '… came'],
      ],
    ],
    [
      'a list and a name in quotes',
      "const t = { fi: { 'a-b': ['Yksi', 'Kaksi'] } }",
      [
        ['fi', 'a.ts t.a-b', 'Yksi'],
        ['fi', 'a.ts t.a-b', 'Kaksi'],
      ],
    ],
    [
      'a plural',
      "const t = { fi: { a: plural('fi', { one: '# lapsi', other: '# lasta' }), b: 'Ei' } }",
      [
        ['fi', 'a.ts t.a.one', '# lapsi'],
        ['fi', 'a.ts t.a.other', '# lasta'],
        ['fi', 'a.ts t.b', 'Ei'],
      ],
    ],
    [
      'no address, comment or name of a type',
      "// it's\ntype A = 'fi' | 'sv'\nconst paths = { a: localPath({ fi: '/polku' }) }",
      [],
    ],
  ])('%s', (_, code, expected) => expect(found(code)).toEqual(expected))
})
