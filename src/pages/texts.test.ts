import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isPassive, sentencesOf as sentencesIn, wordsOf } from '../../test/plain-language.ts'
import { paths as holderPaths } from '../holder/words.ts'
import { aboutLanguages, type HolderLanguage, holderLanguages } from '../i18n/holder-languages.ts'
import { type HolderPath, holderPath } from '../web/paths.ts'

const keys = ['for-me', 'how-to-use', 'terms', 'questions', 'privacy', 'in-short'] as const
type Key = (typeof keys)[number]

/** Where a text may lead on our own pages. */
const addresses: HolderPath[] = [
  holderPath({ fi: '/kohteet', sv: '/stallen', en: '/places' }),
  holderPath({ fi: '/alueet', sv: '/omraden', en: '/areas' }),
  holderPath({ fi: '/mista-kortin-saa', sv: '/var-far-man-kortet', en: '/where-to-get-the-card' }),
  holderPath({ fi: '/minulle-kaikukortti', sv: '/ar-kortet-for-mig', en: '/is-the-card-for-me' }),
  holderPath({ fi: '/nain-kaytat-korttia', sv: '/sa-anvander-du-kortet', en: '/how-to-use' }),
  holderPath({ fi: '/kayttoehdot', sv: '/anvandarvillkor', en: '/terms-of-use' }),
  holderPath({ fi: '/kysymyksia', sv: '/fragor', en: '/questions' }),
  holderPath({ fi: '/tietosuojaseloste', sv: '/dataskydd', en: '/privacy' }),
  holderPath({ fi: '/kaikukortti-pahkinankuoressa', sv: '/kaikukortti-i-korthet', en: '/in-short' }),
  holderPath({ fi: '/palaute', sv: '/respons', en: '/feedback' }),
  holderPath({ fi: '/tapahtumat', sv: '/evenemang', en: '/events' }),
]

const read = (key: Key, language: HolderLanguage) =>
  readFileSync(join(import.meta.dirname, 'texts', key, `${language}.md`), 'utf8')

const headingsOf = (text: string) => text.split('\n').filter((line) => line.startsWith('## '))
const linksOf = (text: string) => [...text.matchAll(/\]\(([^)]*)\)/g)].map(([, address]) => address!)

/** What kind of block follows what, and of a list how many items it has. */
const shapeOf = (text: string) =>
  text
    .trim()
    .split('\n\n')
    .map((block) => {
      const [mark] = block.match(/^(#+|-|1\.)(?= )/) ?? ['text']
      return mark === '-' || mark === '1.' ? `${mark} ${block.split('\n').length}` : mark
    })

/** The numbers of the rules, without the numbers of lines and without whole dates, which each language writes its own way. */
const numbersOf = (text: string) =>
  new Set(text.replaceAll(/\d+\.\d+\.\d{4}|\d+ \p{L}+ \d{4}|^(## )?\d+\. /gmu, '').match(/(?<!\w)\d+/g))

/** A line without the mark of its block. */
const plain = (line: string) => line.replaceAll(/^(#+|-|\d+\.) (\d+\. )?/g, '')
const sentencesOf = (text: string) => text.split('\n').flatMap((line) => sentencesIn(plain(line)))

describe.each(keys)('%s', (key) => {
  describe.each(holderLanguages)('in %s', (language) => {
    test('begins with a title and a lead of at most thirty words', () => {
      const text = read(key, language)
      const [title, empty, ...rest] = text.split('\n')
      expect(title).toMatch(/^# \S/)
      expect(empty).toBe('')
      const lead = rest.join('\n').split('\n\n')[0]!
      expect(lead).not.toMatch(/^[#-]/)
      expect(wordsOf(lead).length).toBeLessThanOrEqual(30)
    })

    test('has as many headings as the Finnish, each another one', () => {
      const text = read(key, language)
      const headings = headingsOf(text)
      expect(headings).toHaveLength(headingsOf(read(key, 'fi')).length)
      expect(new Set(headings).size).toBe(headings.length)
      expect(text.match(/^# /gm)).toHaveLength(1)
    })

    test('tells the same rules as the Finnish, in the same order', () => {
      const [text, finnish] = [read(key, language), read(key, 'fi')]
      expect([...numbersOf(finnish)].filter((number) => !numbersOf(text).has(number))).toEqual([])
      if (language !== 'fi-simple') expect(shapeOf(text)).toEqual(shapeOf(finnish))
    })

    test('leads to our pages in its own language, and to each where the Finnish does', () => {
      const text = read(key, language)
      const own = linksOf(text).filter((link) => !link.startsWith('https://'))
      const ownCard: string = holderPaths.own[aboutLanguages[language].falls]
      const known = [...addresses.map((address) => address[language] as string), ownCard]
      expect(own.filter((link) => !known.includes(link))).toEqual([])
      const finnishOnes = new Set(linksOf(read(key, 'fi')).filter((link) => !link.startsWith('https://')))
      expect(new Set(own).size).toBe(finnishOnes.size)
    })

    test('is plain Markdown without exclamation marks', () => {
      expect(read(key, language)).not.toMatch(/[!<>|`]|^\s*\*/m)
    })
  })

  test.each(['fi', 'sv', 'en'] as const)('has no sentence over 22 words in %s', (language) => {
    const long = sentencesOf(read(key, language)).filter((sentence) => wordsOf(sentence).length > 22)
    expect(long).toEqual([])
  })

  test('is plain in plain Finnish', () => {
    const text = read(key, 'fi-simple')
    const sentences = sentencesOf(text)
    expect(sentences.filter((sentence) => wordsOf(sentence).length > 14)).toEqual([])
    const words = sentences.flatMap(wordsOf).map((word) => word.replaceAll(/[^\p{L}\d-]/gu, ''))
    expect(words.filter((word) => word.length > 22 || isPassive(word))).toEqual([])
    const lines = text.split('\n').filter((line) => !line.startsWith('#'))
    expect(lines.filter((line) => sentencesOf(line).length > 1 && !line.includes(':'))).toEqual([])
    const paragraphs = text.split('\n\n').filter((paragraph) => !/^(- |1\. )/.test(paragraph))
    expect(paragraphs.filter((paragraph) => paragraph.trim().split('\n').length > 4)).toEqual([])
  })
})
