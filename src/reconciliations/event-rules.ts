import { remembered } from '../lib/remembered.ts'

/** Words that a till puts beside the name of an event, and that tell no event apart. */
const empty = new Set([
  ...['kaikukortti', 'kaikukort', 'kaikukortet', 'kaiku', 'klo', 'kl', 'lippu', 'liput', 'biljett', 'ticket'],
  ...['ma', 'ti', 'ke', 'to', 'pe', 'la', 'su', 'esitys', 'näytös', 'naytos'],
])

/** A name has no more; each word of one is compared with each of the other. */
const mostWords = 12

/** The words of a name in small letters without accents; dates, times and numbers are no part of it. */
const eventWords = remembered((name: string): string[] =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '' && !empty.has(word))
    .slice(0, mostWords),
)

/** Whether the letters of a short form come in the word in their order, the first one first: `lmkngtr`. */
const isShortFor = (short: string, word: string): boolean => {
  if (short.length < 2 || short[0] !== word[0]) return false
  let at = 0
  for (const letter of word) if (letter === short[at]) at++
  return at === short.length
}

/** How many letters have to be changed, left out or put in, at most `most`. */
const distance = (one: string, other: string, most: number): number => {
  if (Math.abs(one.length - other.length) > most) return most + 1
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++)
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1))
    row = next
  }
  return row[other.length]!
}

const wordLikeness = (one: string, other: string): number => {
  if (one === other) return 1
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (short.length >= 2 && long.startsWith(short)) return 0.95
  if (isShortFor(short, long)) return 0.8
  return short.length >= 4 && distance(short, long, 2) <= Math.floor(short.length / 4) ? 0.8 : 0
}

/** How much of one name the other holds, by letters: 0 to 1. */
const share = (of: readonly string[], within: readonly string[]): number => {
  const letters = of.join('').length
  if (letters === 0) return 0
  const held = of.map(
    (word) => word.length * Math.max(0, ...within.map((other) => wordLikeness(word, other))),
  )
  return held.reduce((sum, one) => sum + one, 0) / letters
}

/** `tvk` for "Talven valot -konsertti". */
const isInitials = (one: readonly string[], other: readonly string[]) =>
  one.length === 1 && other.length > 1 && one[0] === other.map((word) => word[0]).join('')

/** How alike a till's name of an event and the register's are: 1 is the same, under 0.6 another event. */
export const likeness = (till: string, register: string): number => {
  const [one, other] = [eventWords(till), eventWords(register)]
  if (one.length === 0 || other.length === 0) return 0
  if (isInitials(one, other)) return 0.8
  const [short, long] = one.join('').length <= other.join('').length ? [one, other] : [other, one]
  return share(short, long)
}

/** More names than a till has in three months are compared by what they say exactly: nobody else is to wait for them. */
const mostPairs = 20_000
const textOf = remembered((name: string) => eventWords(name).join(' '))
const same = (till: string, register: string) =>
  textOf(till) !== '' && textOf(till) === textOf(register) ? 1 : 0

const alikeFrom = 0.6
/** Names this much less alike than the best are not meant. */
const nearBest = 0.05

/**
 * Which of the register's events each name in the till's export means: the most alike one, or several where they are
 * as alike. A name that is like none is left out, and is compared by time and numbers alone.
 */
export const eventsMeant = (
  tillNames: readonly string[],
  registerNames: readonly string[],
): Map<string, Set<string>> => {
  const meant = new Map<string, Set<string>>()
  const names = new Set(tillNames)
  const alike = names.size * registerNames.length > mostPairs ? same : likeness
  for (const name of names) {
    const scored = registerNames.map((event) => ({ event, score: alike(name, event) }))
    const best = Math.max(0, ...scored.map(({ score }) => score))
    const close = scored.filter(({ score }) => score >= alikeFrom && score >= best - nearBest)
    if (close.length > 0) meant.set(name, new Set(close.map(({ event }) => event)))
  }
  return meant
}

/** Whether two names may be of one event, for many pairs of names: each is compared once, and some thousand at most. */
export const newComparison = (): ((till: string, register: string) => boolean) => {
  const known = new Map<string, boolean>()
  return (till, register) => {
    const pair = `${till}\0${register}`
    const answer = known.get(pair)
    if (answer !== undefined) return answer
    if (known.size >= mostPairs / 4) return same(till, register) === 1
    known.set(pair, likeness(till, register) >= alikeFrom)
    return known.get(pair)!
  }
}
