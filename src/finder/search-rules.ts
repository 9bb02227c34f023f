import { addDays, type Day } from '../lib/dates.ts'
import { type Category, categories } from '../network/rules.ts'
import { type Trait, traits } from '../terms/rules.ts'

/** When one would go; the last two count the days from today. */
export const whens = ['any', 'today', 'week'] as const
export type When = (typeof whens)[number]

/** What places are narrowed by. */
export type Filters = { category: Category | null; traits: readonly Trait[]; when: When }
/** What a visitor asks of the finder. */
export type Search = Filters & {
  /** A municipality, a postal code or the name of a place. */
  q: string
  /** The official code of a wellbeing services county. */
  county: string | null
  /** How many places are shown at most, where they come by distance. */
  shown: number
}

export const shownAtOnce = 40
const longestSearch = 100
/** More than the register will hold: an address cannot ask for work without end. */
const mostShown = 2_000

/** Reads the search from an address. What is not ours is left out: an old or mistyped link still shows a list. */
export const readSearch = (query: URLSearchParams): Search => {
  const county = query.get('county') ?? ''
  const shown = Number(query.get('n'))
  return {
    q: (query.get('q') ?? '').slice(0, longestSearch).trim(),
    county: /^\d{2,3}$/.test(county) ? county : null,
    category: categories.find((category) => category === query.get('category')) ?? null,
    traits: traits.filter((trait) => query.get(trait) === 'yes'),
    when: whens.find((when) => when === query.get('when')) ?? 'any',
    shown: shown > shownAtOnce && Number.isInteger(shown) ? Math.min(shown, mostShown) : shownAtOnce,
  }
}

export const noFilters: Filters = { category: null, traits: [], when: 'any' }
export const hasFilters = ({ category, traits, when }: Filters): boolean =>
  category !== null || traits.length > 0 || when !== 'any'

/** The search as the rest of an address, with what is not asked left out. */
export const queryOf = ({ q, county, category, traits, when, shown }: Search): string => {
  const query = new URLSearchParams()
  if (q) query.set('q', q)
  if (county) query.set('county', county)
  if (category) query.set('category', category)
  for (const trait of traits) query.set(trait, 'yes')
  if (when !== 'any') query.set('when', when)
  if (shown !== shownAtOnce) query.set('n', String(shown))
  const text = query.toString()
  return text && `?${text}`
}

/** The first and last day of `when`; null for any day. */
export const daysOf = (when: When, today: Day): { from: Day; until: Day } | null =>
  when === 'any' ? null : { from: today, until: when === 'today' ? today : addDays(today, 6) }

type Narrowed = { id: number; category: Category } & Record<Trait, boolean>

/** @param withEvents the sites that have something on in the days of `when`; null where any day will do */
export const narrow = <Site extends Narrowed>(
  sites: readonly Site[],
  { category, traits, when }: Filters,
  withEvents: ReadonlySet<number> | null = null,
): Site[] =>
  sites.filter(
    (site) =>
      (category === null || site.category === category) &&
      traits.every((trait) => site[trait]) &&
      (when === 'any' || withEvents === null || withEvents.has(site.id)),
  )

export type Left = {
  categories: Record<Category, number>
  all: number
  traits: Record<Trait, number>
}

/** How many places each choice would leave, beside the others that are chosen: nobody need walk into a dead end. */
export const leftBy = (
  sites: readonly Narrowed[],
  filters: Filters,
  withEvents: ReadonlySet<number> | null = null,
): Left => {
  const count = (change: Partial<Filters>) => narrow(sites, { ...filters, ...change }, withEvents).length
  return {
    categories: Object.fromEntries(
      categories.map((category) => [category, count({ category })]),
    ) as Left['categories'],
    all: count({ category: null }),
    traits: Object.fromEntries(
      traits.map((trait) => [trait, count({ traits: [...new Set([...filters.traits, trait])] })]),
    ) as Left['traits'],
  }
}

/** Sites by municipality, both in the order of the reader's alphabet. */
export const groupSites = <Site extends { name: string }>(
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
