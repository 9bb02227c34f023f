/**
 * The Finnish personal identity code (henkilötunnus): DDMMYY, a century sign, three digits, a check character.
 * Kaiku keeps none, so it must notice one wherever people type: the text is refused by kind and goes nowhere,
 * not back into the form, not into a log. Hence "looks like", and not "is": one wrong digit is still a person.
 * Century signs of 2023: the Digital and Population Data Services Agency, dvv.fi.
 */

const checkCharacters = '0123456789ABCDEFHJKLMNPRSTUVWXY'

/**
 * Spaces and dots are tolerated where people put them; the date must be one that a calendar could have. This goes to
 * browsers too, and Safari before 16.4 cannot look behind: what stands before is matched instead, and never part of two.
 */
const shape = new RegExp(
  [
    '(?:^|[^\\p{L}\\p{N}])', // not the tail of a longer code: a card code, a business id (1234567-8)
    '(0[1-9]|[12]\\d|3[01])[ .]?(0[1-9]|1[0-2])[ .]?(\\d\\d)',
    '( {0,2}[-+YXWVUA-F] {0,2}| {0,2})',
    '(\\d{3}) ?([0-9A-Z])',
    '(?![\\p{L}\\p{N}])',
  ].join(''),
  'gu',
)

/** One spelling for each sign: keyboards and web pages have many dashes, spaces and invisible characters. */
export const plain = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/\s/gu, ' ')
    .replace(/[\p{Cc}\p{Default_Ignorable_Code_Point}\p{Cf}]/gu, '')
    .replace(/[\p{Pd}\u2212\u02d7\u2043]/gu, '-')

/**
 * True when a personal identity code, or one with a typing error, stands anywhere in the text.
 * With its century sign (`131052-308T`, `010594Y9032`) the shape is enough, whatever the check character.
 * People also leave the sign out, and then other numbers look alike: an event's `010526 1900`, a ten-digit
 * card code. So with only a space the last character must be a letter or the right check, and with nothing
 * at all it must be both.
 */
export const looksLikeIdentityCode = (text: string): boolean => {
  for (const [, day, month, year, sign, number, check] of plain(text).toUpperCase().matchAll(shape)) {
    if (sign?.trim()) return true
    const isRight = checkCharacters[Number(`${day}${month}${year}${number}`) % 31] === check
    const isLetter = /[A-Z]/.test(check!)
    if (sign === '' ? isRight && isLetter : isRight || isLetter) return true
  }
  return false
}
