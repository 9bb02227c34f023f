import type { HolderLanguage } from '../src/i18n/holder-languages.ts'

/** What a reader reads: of a link its words, and no marks. */
const plain = (text: string) => text.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll('**', '')

/** The sentences of a text. A dot after a number, or inside a name, ends none. */
export const sentencesOf = (text: string): string[] =>
  plain(text)
    .split(/(?<=[.?!:…”]) (?=[\p{Lu}”“"…])|\n/u)
    .filter((sentence) => sentence !== '')

export const wordsOf = (sentence: string): string[] =>
  sentence.split(/\s+/).filter((word) => /[\p{L}\d…]/u.test(word))

const finnish: readonly HolderLanguage[] = ['fi', 'fi-simple']

/** A pattern for whole words: \b knows no ä. */
const word = (source: string) => new RegExp(`(?<!\\p{L})(?:${source})(?!\\p{L})`, 'iu')

/** An infinitive, and no noun that ends alike. */
const infinitive =
  '(?!lisää|\\p{L}*(?:lla|llä|lta|ltä|ssa|ssä|sta|stä)(?!\\p{L}))\\p{L}+(?:[dtlnr][aä]|aa|ää|oa|ua|yä|eä|öä|ia|iä)'

/** Words that no reader should meet, with what is said instead. */
const unsaid: [languages: readonly HolderLanguage[], RegExp, instead: string][] = [
  [finnish, word('virheelli\\p{L}+|epäonnistu\\p{L}+|pakolli\\p{L}+'), 'what happened and what to do'],
  [finnish, word('mikäli|koskien|liittyen|toimesta|kyseessä olev\\p{L}+'), 'jos, or a plain case ending'],
  [finnish, word('syötä|suorita|suorittaa|huomioi|huomioitava'), 'kirjoita, tee, muista'],
  [finnish, word(`(?:tulee|tulisi|täytyy|täytyisi) ${infinitive}`), 'the imperative'],
  [finnish, word('ole hyvä|olkaa hyvä|teidän|teille|teitä|voitte|haluatte|olette|saatte'), 'sinä'],
  [finnish, word('(?:esim|mm|ko|ym|jne|yms)\\.'), 'the whole word'],
  [['sv'], word('ogiltig\\p{L}*|misslyck\\p{L}+|obligatorisk\\p{L}*'), 'what happened and what to do'],
  [['sv'], word('vänligen|skall|erhåll\\p{L}*|beträffande|vederbörande|ombeds?'), 'plain words'],
  [['sv'], word('ni(?!.*(?:tillsammans|träffas))'), 'du'],
  [['sv'], word('t\\.ex|bl\\.a|m\\.m|o\\.s\\.v|osv|dvs'), 'the whole word'],
  [['en'], word('invalid|failed|failure|mandatory|required fields?'), 'what happened and what to do'],
  [['en'], word('please|oops|sorry|click'), 'nothing, or choose'],
  [['en'], word('prior to|in order to|utili[sz]e\\p{L}*|shall|hereby'), 'plain words'],
  [['en'], word('e\\.g\\.|i\\.e\\.|etc'), 'the whole word'],
  // GLOSSARY.md, "never".
  [
    ['en'],
    word('2FA|SSO|voucher|beneficiar\\p{L}+|backup code|reseller|inventory'),
    'the word of the glossary',
  ],
]

/** Names that are written in capitals, and what one types into a file. */
const capitals = ['XLSX', 'JSON', 'HTML', 'DOCX', 'PPTX', 'JPEG', 'POST']

const limits: Partial<Record<HolderLanguage, number>> = { fi: 15, sv: 15, en: 15, 'fi-simple': 12 }

/** What went wrong is told at once; Finnish has no articles, and its endings do what little words do in others. */
const problemLimits: Partial<Record<HolderLanguage, number>> = { fi: 8, sv: 12, en: 12 }

/** What is wrong with the beginning of a message of a problem, as `faultsOf` tells it. */
export const problemFaultsOf = (language: HolderLanguage, text: string): string[] => {
  const first = sentencesOf(text)[0] ?? ''
  const limit = problemLimits[language]
  return limit && wordsOf(first).length > limit ? [`${wordsOf(first).length} words at first: ${first}`] : []
}

/** The forms that plain Finnish does without, `kerrotaan` or `tehdään`, and what only looks like them. */
const passive = /(taan|tään|daan|dään|llaan|llään|nnaan|nnään|rraan|rrään)$/i
const looksPassive = ['mitään', 'enintään', 'viimeistään', 'kaikukantaan']
export const isPassive = (word: string): boolean =>
  passive.test(word) && !looksPassive.includes(word.toLowerCase())

/** What is not plain in a text, each fault in a few words; none where it may be shown as it is. */
export const faultsOf = (language: HolderLanguage, text: string): string[] => {
  const sentences = sentencesOf(text)
  const words = sentences.flatMap(wordsOf).map((word) => word.replaceAll(/[^\p{L}\d-]/gu, ''))
  const limit = limits[language]
  return [
    ...(/!/.test(text) ? ['an exclamation mark'] : []),
    ...(/\p{Extended_Pictographic}/u.test(text) ? ['an emoji'] : []),
    ...words
      .filter((word) => /^\p{Lu}{4,}$/u.test(word) && !capitals.includes(word))
      .map((word) => `capitals: ${word}`),
    ...sentences
      .filter((sentence) => limit && wordsOf(sentence).length > limit)
      .map((sentence) => `${wordsOf(sentence).length} words: ${sentence}`),
    ...unsaid
      .filter(([languages, pattern]) => languages.includes(language) && pattern.test(text))
      .map(([, pattern, instead]) => `“${pattern.exec(text)?.[0]}”; instead ${instead}`),
    ...(language === 'fi-simple' ? words.filter((word) => word.length > 22 || isPassive(word)) : []).map(
      (word) => `not plain: ${word}`,
    ),
  ]
}
