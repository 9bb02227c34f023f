import { foldText } from '../lib/fold-text.ts'

/** Longer than this nobody types, and longer words than these nobody has. */
const longest = 100

/**
 * What somebody looks for, as it was typed but for needless spaces.
 * @returns '' for what holds no letter and no number: then there is nothing to look for
 */
export const readQuestion = (query: URLSearchParams): string => {
  const typed = (query.get('q') ?? '')
    .slice(0, longest)
    // No database takes a NUL, and no word holds a sign that cannot be seen.
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  return /[\p{L}\p{N}]/u.test(typed) ? typed : ''
}

/** The words of a question, for names: each has to be there, in any order. */
export const wordsOf = (question: string): string[] =>
  question.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')

/** Marks that the database puts around what it found; no text can hold them. */
export const [foundFrom, foundUntil] = ['\u0001', '\u0002']

/**
 * A piece of text with what was found in it.
 * @returns parts in order, with whether each was looked for
 */
export const partsOf = (piece: string): { text: string; isFound: boolean }[] =>
  piece
    .split(foundFrom)
    .flatMap((part, index) => {
      if (index === 0) return [{ text: part, isFound: false }]
      const [found = '', rest = ''] = part.split(foundUntil)
      return [
        { text: found, isFound: true },
        { text: rest, isFound: false },
      ]
    })
    .filter(({ text }) => text !== '')

export type FoundPlace = { kind: 'municipality' | 'area' | 'site'; id: number; name: string; place: string }

type Names = { nameFi: string; nameSv: string | null }
type Site = Names & { id: number; name: string }
type Member = Names & { id: number; area: Names & { id: number } }

const mostPlaces = 20

/**
 * Municipalities, areas and sites whose names, in either language, hold all the words of a question, in this order.
 * @param nameOf the name of a municipality or an area for the reader
 */
export const searchPlaces = (
  question: string,
  { sites, members }: { sites: readonly Site[]; members: readonly Member[] },
  nameOf: (names: Names) => string,
): FoundPlace[] => {
  const words = wordsOf(foldText(question))
  const holds = (...names: (string | null)[]) => {
    const folded = foldText(names.filter((name) => name !== null).join(' '))
    return words.length > 0 && words.every((word) => folded.includes(word))
  }
  const areas = new Map(members.map(({ area }) => [area.id, area]))
  const asPlace = (kind: 'municipality' | 'area') => (one: Names & { id: number }) => ({
    ...{ kind, id: one.id, name: nameOf(one), place: '' },
  })
  return [
    ...members.filter(({ nameFi, nameSv }) => holds(nameFi, nameSv)).map(asPlace('municipality')),
    ...[...areas.values()].filter(({ nameFi, nameSv }) => holds(nameFi, nameSv)).map(asPlace('area')),
    ...sites
      .filter(({ name, nameFi, nameSv }) => holds(name, nameFi, nameSv))
      .map((site) => ({ kind: 'site' as const, id: site.id, name: site.name, place: nameOf(site) })),
  ].slice(0, mostPlaces)
}
