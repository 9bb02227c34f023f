import type { Day } from '../lib/dates.ts'
import type { Category, MunicipalityNames } from '../network/rules.ts'

/** How an edition is put on paper. Plain Finnish has a layout of its own, and no other. */
export type Layout = 'folded' | 'booklet' | 'large' | 'simple'

export const layoutsFor = (language: string): readonly Layout[] =>
  language === 'fi-simple' ? ['simple'] : ['folded', 'booklet', 'large']

/** A heading and its paragraphs. */
export type Part = { title: string; lines: string[] }

/** All that a brochure says by itself in one language, with the ages of the day on which it was made. */
export type PaperWords = {
  title: string
  /** On the cover, under the name. */
  lead: string
  /** What a holder needs to know, in reading order. */
  parts: Part[]
  privacy: Part
  goodToKnow: string
  places: string
  units: Part
  contact: string
  /** Before the address at which the register tells what holds now. */
  latest: string
  scan: string
  edition: string
  coming: string
  /** Over the pages that fill a booklet; editions before it came leave them blank. */
  notes?: string
  categories: Record<Category, string>
  /** Null where native readers have looked at the translation. */
  unreviewed: string | null
}

type Listed = MunicipalityNames & { id: number; name: string; isComing: boolean }

/** `how`: the site's sentence on how to get a ticket, by language. */
export type ListedSite = Listed & {
  category: Category
  street: string | null
  how: Readonly<Record<string, string>>
}
export type ListedUnit = Listed & { organisation: string }

export type OwnText = { foreword: string; goodToKnow: string }

/** The whole of an edition. It is kept as JSON and never changed; `shape` tells readers of later days what they hold. */
export type Content = {
  shape: 1
  area: { id: number; name: string; nameSv: string | null }
  /** Where the printed addresses lead, such as `https://kaiku.example`. */
  origin: string
  municipalities: MunicipalityNames[]
  sites: ListedSite[]
  units: ListedUnit[]
  contacts: string[]
  /** By language; one that has no text of its own says nothing, rather than something in another language. */
  own: Readonly<Record<string, OwnText>>
  words: Readonly<Record<string, PaperWords>>
}

export type EditionName = { year: number; number: number }
export type Edition = EditionName & { publishedOn: string; content: Content }

/** An edition in the list of its area. @property withdrawnOn the day from which nobody but the centre may read it */
export type KeptEdition = EditionName & { publishedOn: Day; withdrawnOn: Day | null }

/** The edition that is handed out: the latest that has not been withdrawn. @param editions the latest first */
export const currentOf = (editions: readonly KeptEdition[]): KeptEdition | undefined =>
  editions.find(({ withdrawnOn }) => withdrawnOn === null)

/**
 * What a later edition may be compared with: the one before it that anyone may read. Against a withdrawn one, what is
 * gone would name just what must not be known.
 */
export const formerOf = (editions: readonly KeptEdition[], name: EditionName): KeptEdition | undefined => {
  const at = editions.findIndex((one) => editionKey(one) === editionKey(name))
  return at < 0 ? undefined : currentOf(editions.slice(at + 1))
}

/** Why an edition is withdrawn. A list, for free text would tell again what nobody may read. */
export const withdrawalReasons = ['place', 'person', 'error', 'other'] as const
export type WithdrawalReason = (typeof withdrawalReasons)[number]

/** As it is printed: `1/2027`. */
export const printedName = ({ year, number }: EditionName) => `${number}/${year}`

/** As it stands in addresses: `2027-1`. */
export const editionKey = ({ year, number }: EditionName) => `${year}-${number}`

/** @returns null for what names no edition */
export const readEditionKey = (text: string): EditionName | null => {
  const [, year, number] = /^(20\d\d|21\d\d)-([1-9]\d{0,3})$/.exec(text) ?? []
  return year === undefined ? null : { year: Number(year), number: Number(number) }
}

/** The number of the next edition of the year. */
export const nextName = (editions: readonly EditionName[], year: number): EditionName => ({
  year,
  number: 1 + Math.max(0, ...editions.filter((one) => one.year === year).map(({ number }) => number)),
})

/** Places of each municipality under its name, both in the order of the reader's alphabet. */
export const byMunicipality = <Place extends MunicipalityNames & { name: string }>(
  places: readonly Place[],
  nameOf: (place: MunicipalityNames) => string,
  compare: (a: string, b: string) => number,
): { municipality: string; places: Place[] }[] => {
  const groups = new Map<string, Place[]>()
  for (const place of places) groups.set(nameOf(place), [...(groups.get(nameOf(place)) ?? []), place])
  return [...groups]
    .map(([municipality, places]) => ({
      municipality,
      places: places.sort((a, b) => compare(a.name, b.name)),
    }))
    .sort((a, b) => compare(a.municipality, b.municipality))
}

export type Refusal = 'sites-missing' | 'contacts-missing' | 'unchanged'

/** Two contents are one when they say the same, wherever their addresses lead. */
const isSame = (one: Content, other: Content) => {
  const said = ({ origin: _, ...content }: Content) => JSON.stringify(sorted(content))
  return said(one) === said(other)
}

/** With keys in one order: the database keeps its own. */
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  )
}

/** Why the content cannot be published, or null. A second click would else make an edition that says what the first did. */
export const refusalOf = (content: Content, year: number, latest: Edition | undefined): Refusal | null => {
  if (content.sites.length === 0) return 'sites-missing'
  if (content.contacts.length === 0) return 'contacts-missing'
  return latest && latest.year === year && isSame(content, latest.content) ? 'unchanged' : null
}
