import { type Category, categories } from '../network/rules.ts'

/**
 * Text as people type it on a phone: without capitals, accents, hyphens or needless spaces.
 * @example foldText(' Hämeenlinna ') // 'hameenlinna'
 */
export const foldText = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** What a visitor asks of the list of sites; `category` is null for every field. */
export type SiteSearch = { q: string; category: Category | null }

const longestSearch = 100

/** Reads the search from an address. What is not ours is left out: an old or mistyped link still shows a list. */
export const readSearch = (query: URLSearchParams): SiteSearch => {
  const asked = query.get('category')
  return {
    q: (query.get('q') ?? '').slice(0, longestSearch).trim(),
    category: categories.find((category) => category === asked) ?? null,
  }
}

type Place = { name: string; category: Category; nameFi: string; nameSv: string | null }

/**
 * The sites that answer a search by municipality or by the place's own name.
 * The name of a municipality, in either language, means that municipality and nothing else: Ii is a town,
 * and its two letters stand in many other names. Otherwise each word is looked for in all names.
 */
export const searchSites = <Site extends Place>(
  sites: readonly Site[],
  { q, category }: SiteSearch,
): Site[] => {
  const inField = category ? sites.filter((site) => site.category === category) : [...sites]
  const asked = foldText(q)
  if (asked === '') return inField
  const isThere = (site: Site) => foldText(site.nameFi) === asked || foldText(site.nameSv ?? '') === asked
  if (sites.some(isThere)) return inField.filter(isThere)
  const words = asked.split(' ')
  return inField.filter((site) => {
    const names = foldText(`${site.name} ${site.nameFi} ${site.nameSv ?? ''}`)
    return words.every((word) => names.includes(word))
  })
}

/** Sites by municipality, both in the order of the reader's alphabet. */
export const groupSites = <Site extends Place>(
  sites: readonly Site[],
  nameOf: (site: Site) => string,
  compare: (a: string, b: string) => number,
): { municipality: string; sites: Site[] }[] => {
  const groups = new Map<string, Site[]>()
  for (const site of sites) {
    const name = nameOf(site)
    const group = groups.get(name)
    if (group) group.push(site)
    else groups.set(name, [site])
  }
  return [...groups]
    .sort(([a], [b]) => compare(a, b))
    .map(([municipality, group]) => ({
      municipality,
      sites: group.sort((a, b) => compare(a.name, b.name)),
    }))
}
