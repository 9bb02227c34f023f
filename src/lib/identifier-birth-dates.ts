import { afterNoNumber, afterNoSign, findAll } from './edges.ts'

const months = [
  'tammi|helmi|maalis|huhti|touko|kesä|heinä|elo|syys|loka|marras|joulu',
  'jan|feb|mar|mär|apr|may|maj|jun|jul|aug|sep|oct|okt|nov|dec',
].join('|')
const month = `(?:${months})\\p{L}*\\.?`
const date = String.raw`(?:0?[1-9]|[12]\d|3[01])`
const number = '(?:0?[1-9]|1[0-2])'

/**
 * A whole date whose year alone says that it is no event of this register. The card began in 2015, and nobody alive
 * was born before 1910, so `6.12.1917` is history. A year of two digits is one of the past from 40 on.
 */
const oldYear = String.raw`19(?:1\d|[2-9]\d)|200\d|201[0-4]`
const shortYear = String.raw`[4-9]\d`
const bare = new RegExp(
  [
    `${afterNoNumber}(?:`,
    `${date}\\. ?${number}\\. ?(?:${oldYear}|${shortYear})`,
    `|${date}([/-])${number}\\2(?:${oldYear})`,
    `|${number}/${date}/(?:${oldYear})`,
    `|(?:${oldYear})([./-])${number}\\3${date}`,
    `|${date}(?:\\.|st|nd|rd|th)? (?:of )?${month} (?:${oldYear})`,
    `|${month} ${date}(?:st|nd|rd|th)?,? (?:${oldYear})`,
    ')(?![\\p{L}\\p{N}])(?!\\.\\p{N})',
  ].join(''),
  'giu',
)
/** What else has an old date: a founding, a premiere, a contract. */
const otherWord = [
  'perustettu|rekisteröity|rakennettu|avattu|avattiin|vihitty|ensi-ilta|kantaesitys|julkaistu|valmistunut|sopimus',
  'sopimus voimassa|sopimus allekirjoitettu|sopimus päättyi|päätös|laki|asetus|ehdot|pöytäkirja|säädös|voimassa',
  'grundad|registrerad|byggd|öppnad|invigd|premiär|urpremiär|utgiven|avtal|beslut|lag|förordning|villkor|protokoll',
  'founded|established|est|registered|built|opened|premiere|premiered|released|agreement|decision|act|terms|minutes',
].join('|')
const isOtherDate = new RegExp(`${afterNoSign}(?:${otherWord})\\.?:? (?:on |den |of )?\\(?$`, 'iu')
/** A number of three parts, and no date. */
const isVersion = /(?:versio|version|kohta|punkt|section) $/iu
const history = /6\.? ?(?:12\.|joulukuuta|december) ?1917/iu

const word = [
  'synt|syntynyt|syntyi|syntyny|synt\\.? ?aika|syntymäaika\\p{L}*|synt\\.? ?pvm|syntymäpvm|s',
  'f|född|född den|föddes|födelsedatum|födelsetid|föd',
  'b|born|born on|was born|date of birth|birth ?date|dob|d\\.o\\.b',
].join('|')
const anyYear = String.raw`(?:19|20)?\d\d`
/** The word for it, and then a whole date of any year. */
const told = new RegExp(
  [
    `${afterNoSign}(?:${word})\\.?:? ?(?:on|den|the)? ?\\(?(?:`,
    `${date}[.\\/-] ?${number}[.\\/-] ?${anyYear}`,
    `|(?:19|20)\\d\\d[./-]${number}[./-]${date}`,
    `|(?:0[1-9]|[12]\\d|3[01])(?:0[1-9]|1[0-2])${anyYear}`,
    `|(?:19|20)\\d\\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])`,
    `|${date}(?:\\.|st|nd|rd|th)? (?:of )?${month},? (?:19|20)\\d\\d`,
    `|${month} ${date}(?:st|nd|rd|th)?,? (?:19|20)\\d\\d`,
    ')(?![\\p{L}\\p{N}])',
  ].join(''),
  'iu',
)

/** True when a birth date stands in the text. A year alone, or a date of these years without a word, is none. */
export const holdsBirthDate = (text: string): boolean =>
  told.test(text) ||
  findAll(text, bare).some(({ found, index }) => {
    const before = text.slice(Math.max(0, index - 40), index)
    return !history.test(found) && !isVersion.test(before) && !isOtherDate.test(before)
  })
