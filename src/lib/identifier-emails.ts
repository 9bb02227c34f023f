import { afterNoDigit, findAll } from './edges.ts'

const domain = String.raw`[\p{L}\d](?:[\p{L}\d-]{0,61}[\p{L}\d])?`
const dot = String.raw`(?:\.| ?[([{] ?(?:dot|piste|punkt|\.) ?[)\]}] ?| (?:dot|piste|punkt) )`
const host = `${domain}(?:${dot}${domain}){0,4}?${dot}\\p{L}{2,24}(?![\\p{L}\\d@])`
const local = String.raw`[\p{L}\d!#$%&'*+/=?^_{|}~.-]{1,64}`

/** With the sign, or with what people write for it so that programs do not see it. */
const signed = new RegExp(`${local} ?(?:@| ?[([{<] ?(?:at|ät|a|@|miu|snabel-?a) ?[)\\]}>]) ?${host}`, 'iu')
/** ` at ` and ` ät ` as words. English says "tickets at teatteri.fi" too, so the word before decides. */
const worded = new RegExp(`${afterNoDigit}(${local}) (at|ät|miu|ett) (?!www\\.)(${host})(?!\\/)`, 'giu')
/** Words of a sentence before " at " and an address on the web. */
const ordinary = new RegExp(
  `^(?:${[
    'tickets?|book|booking|bookings|buy|available|more|info|information|details|online|see|us|you|read|find|found',
    'register|registered|registration|sign|up|out|in|it|them|now|order|only|sold|sale|seats?|places?|also|live|free',
    'concerts?|shows?|performances?|exhibitions?|festivals?|events?|streamed|streaming|programmes?|programs?|page',
    'website|site|everything|open|apply|check|visit|is|are|here|there|calendar|times|days|and|or|that|this|look',
    'published|reserve|reserved|reservations?|enrol|enrolment|course|courses|work|works|stays?|hours|prices?|meet',
  ].join('|')})[,:;.]?$`,
  'iu',
)

const isPlainWord = (before: string) => ordinary.test(before)

/** True when an address of e-mail stands in the text: `@`, `(at)`, `[ät]`, ` at `, with `.`, `[dot]` or ` piste `. */
export const holdsEmail = (text: string): boolean =>
  signed.test(text) ||
  findAll(text, worded).some(
    ({ parts: [before, sign, host] }) =>
      sign!.toLowerCase() !== 'at' || !isPlainWord(before!) || / (?:dot|piste|punkt) |[([{]/i.test(host!),
  )
