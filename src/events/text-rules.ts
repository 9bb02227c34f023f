import { identifierIn, identifierKinds } from '../lib/identifiers.ts'

/** What a source says is text: what looks like markup in it is taken out, and the rest is never markup. */

const entities: Record<string, string> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ndash: '–', mdash: '—' },
  ...{ auml: 'ä', ouml: 'ö', aring: 'å', Auml: 'Ä', Ouml: 'Ö', Aring: 'Å', eacute: 'é', hellip: '…' },
}

const spelled = (text: string) =>
  text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,8}));/gi, (whole, tens, hex, name) => {
    if (name !== undefined) return entities[name] ?? whole
    const point = tens === undefined ? Number.parseInt(hex, 16) : Number(tens)
    const isLetter = point > 31 && point < 0x110000 && !(point >= 0xd800 && point < 0xe000)
    return isLetter ? String.fromCodePoint(point) : ' '
  })

/** Control signs, halves of letters, signs without width, and those that turn the direction of what follows. */
const unseen = /[\p{Cc}\p{Cs}\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]/gu

/**
 * One line of plain text.
 * @param longest in characters; what is longer is cut, with a mark
 */
export const plainText = (told: string, longest: number): string => {
  const bare = spelled(told.slice(0, longest * 20).replace(/<\/?[a-z!][^<>]{0,2000}>/gi, ' '))
  const text = bare.normalize('NFC').replace(/\s+/gu, ' ').replace(unseen, '').trim()
  // Cut where no letter of two halves loses one.
  return text.length <= longest
    ? text
    : `${text
        .slice(0, longest - 1)
        .replace(unseen, '')
        .trimEnd()}…`
}

/** An address that may be a link: http and https alone, so that no page of ours is made to run a script. */
export const webAddress = (told: string): string | null => {
  const typed = told.trim()
  const text = /^[a-z][a-z\d+.-]*:/i.test(typed) ? typed : `https://${typed}`
  if (typed === '' || text.length > 500 || /[\s<>"\\]/.test(text) || !URL.canParse(text)) return null
  const { protocol, hostname, username, password, href } = new URL(text)
  const isWeb = (protocol === 'https:' || protocol === 'http:') && /\w\.[a-z\d-]{2,}$/i.test(hostname)
  return isWeb && username === '' && password === '' && href.length <= 500 ? href : null
}

/** A programme has dates, phones and addresses of its own: only these are never kept, wherever they come from. */
const inProgrammes = identifierKinds.filter((kind) => kind !== 'identity-code' && kind !== 'iban')

/** What a feed or a calendar must not bring: a personal identity code, a bank account. */
export const saysSecret = (text: string): boolean => identifierIn(text, inProgrammes) !== null
