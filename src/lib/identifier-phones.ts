import { afterNoLetter, afterNoNumber, findAll, type Match } from './edges.ts'

/** Between the digits of a number: a space, a dash, a slash, brackets. */
const gap = '[ ()/-]{0,3}'
const end = String.raw`(?![\p{L}\p{N}])`

/** `+358 40 …`, `00358 40 …`, `358 40 …`: any country, with at least seven digits after its sign. */
const international = new RegExp(
  `${afterNoNumber}(?:\\(?\\+ ?|00[ -]?(?=[1-9])|(?=358${gap}[1-9]))(\\d(?:[ ()/.-]{0,3}\\d){6,14})${end}`,
  'gu',
)
/** `040 …`, `(09) …`, `013-…`: an area's or an operator's code, seven to twelve digits in all. */
const national = new RegExp(`${afterNoNumber}\\(?(0${gap}[1-9](?:${gap}\\d){5,10})${end}`, 'gu')
/** Dots between the groups, after the codes of mobile phones only: else `09.12.2026` were a number. */
const dotted = new RegExp(
  `${afterNoNumber}0(?:4\\d|50)\\.(?:\\d{3}\\.?\\d{3,4}|\\d{2}\\.\\d{2}\\.\\d{2,3})${end}`,
  'u',
)
/** Whatever digits follow the word for it. */
const named = new RegExp(
  String.raw`${afterNoLetter}(?:puh|puhelin|puhelinnumero|puh\.?nro|tel|tfn|telefon|telefonnummer|gsm|mobil|mobile|phone)\.?:? ?(?:\+?\d[ ()-]{0,2}){5,14}`,
  'iu',
)

const digitsOf = (written: string) => written.replace(/\D/g, '')

const isTwo = (text: string, most: number) => Number(text) >= 1 && Number(text) <= most
const isDay = (date: string, month: string) => isTwo(date, 31) && isTwo(month, 12)
const isHour = (text: string) => Number(text) <= 24

/** `09-12-2026`, `05/2026–06/2026`, `010526 1900`, `010526-020526`, `08-20 10-18`, `08 09 10 11`. */
const isTime = (written: string): boolean => {
  const [, date, month] = /^(\d\d?)([-/ ])(?:\d\d?)\2(?:19|20)\d\d(?!\d)/.test(written)
    ? (/^(\d\d?)[-/ ](\d\d?)/.exec(written) ?? [])
    : []
  if (date && isDay(date, month!)) return true
  if (/^\d\d\/(?:19|20)\d\d(?!\d)/.test(written)) return true
  const six = /^(\d\d)(\d\d)\d\d ?[ -] ?(\d\d)(\d\d)(\d\d)?$/.exec(written)
  if (six && isDay(six[1]!, six[2]!)) {
    const isClock = six[5] === undefined && isHour(six[3]!) && Number(six[4]) < 60
    if (isClock || (six[5] !== undefined && isDay(six[3]!, six[4]!))) return true
  }
  const groups = written.split(' ')
  if (groups.every((group, at) => /^\d\d$/.test(group) && Number(group) === Number(groups[0]) + at))
    return true
  const hours = written.split(/[ /-]/)
  return (
    hours.length > 3 && /^\d\d ?-/.test(written) && hours.every((hour) => hour.length === 2 && isHour(hour))
  )
}

/** Two postal codes, a business id, the number of a course, a sum of millions: digits that begin with 0 and reach nobody. */
const isOther = (written: string, before: string): boolean =>
  /^\d{7}-\d$/.test(written) ||
  (/^\d{5}(?:[ -]\d{1,5})+$/.test(written) && !/^0(?:4\d|50)/.test(written)) ||
  (/^\d{7}$/.test(written) &&
    /(?:kurssi|kurssinumero|kurs|course|tilaus|viite|lasku|faktura|invoice|order) $/i.test(before)) ||
  (/(?:^|\D)\d{1,3} $/.test(before) && /^\d{3}(?: \d{3})+$/.test(written))

const isNational = ({ parts: [written] }: Match, before: string): boolean =>
  digitsOf(written!).length >= (/^0 ?(?:4|50)/.test(written!) ? 8 : 7) &&
  !isTime(written!) &&
  !isOther(written!, before)

/** After 00 there must be nine, for postal codes of Helsinki begin so too. */
const isInternational = ({ found, parts: [written] }: Match): boolean =>
  found.startsWith('00')
    ? digitsOf(written!).length >= 9
    : found.includes('+') || digitsOf(written!).length >= 10

/** True when a phone number stands in the text, Finnish or of another country. */
export const holdsPhone = (text: string): boolean =>
  dotted.test(text) ||
  named.test(text) ||
  findAll(text, international).some(isInternational) ||
  findAll(text, national).some((match) =>
    isNational(match, text.slice(Math.max(0, match.index - 20), match.index)),
  )
