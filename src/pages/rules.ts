/** What is decided of texts: which version is shown, what is behind, and in which language a reader gets it. */

export const kinds = ['page', 'news', 'story', 'question'] as const
export type Kind = (typeof kinds)[number]
/** What the centre may add: the pages are fixed, since others lead to them. */
export const addedKinds = ['news', 'story', 'question'] as const
export type AddedKind = (typeof addedKinds)[number]

/** Who works with the card, each with pages of their own. */
export const professionals = ['issuers', 'venues', 'coordinators'] as const
export type Professional = (typeof professionals)[number]
export const isProfessional = (text: string): text is Professional =>
  professionals.some((one) => one === text)

/** Kinds that may be for some readers alone. */
export const hasAudience = (kind: Kind): kind is 'news' | 'question' => kind === 'news' || kind === 'question'

const statuses = ['draft', 'scheduled', 'published', 'withdrawn'] as const
export type Status = (typeof statuses)[number]

export const tellers = ['holder', 'issuer', 'site', 'area'] as const
export type Teller = (typeof tellers)[number]

/** How the log and the versions name the program itself. */
export const shipped = 'shipped'

export type Dated = { id: number; status: Status; publishAt: Date | null }

/** Later shown before earlier; of one moment, what was saved last. */
const byTime = (a: Dated, b: Dated) => Number(b.publishAt) - Number(a.publishAt) || b.id - a.id

/** The version that counts at a moment, shown or withdrawn; undefined when nothing has been published yet. */
const latestAt = <V extends Dated>(versions: readonly V[], now: Date): V | undefined =>
  versions.filter(({ publishAt }) => publishAt !== null && publishAt <= now).sort(byTime)[0]

/** What readers see of a language's versions. */
export const shownAt = <V extends Dated>(versions: readonly V[], now: Date): V | undefined => {
  const latest = latestAt(versions, now)
  return latest?.status === 'withdrawn' ? undefined : latest
}

/** What a version is at a moment: one whose time has come is published, and one that a later took over is earlier. */
export type StateNow = 'draft' | 'scheduled' | 'shown' | 'earlier' | 'withdrawn'
export const stateAt = (version: Dated, all: readonly Dated[], now: Date): StateNow => {
  if (version.status === 'draft') return 'draft'
  if (version.status === 'withdrawn') return 'withdrawn'
  if (version.publishAt! > now) return 'scheduled'
  return shownAt(all, now)?.id === version.id ? 'shown' : 'earlier'
}

export type Mark = 'draft' | 'scheduled' | 'withdrawn' | 'finnish-changed' | 'shipped-changed' | 'missing'
export type Behind = Dated & { translatedFrom: number | null; shippedHash: string | null }

/**
 * What an editor should know of a content in one language.
 * @param versions of that language
 * @param finnish the id of the Finnish version that is shown now
 * @param shippedHash of the program's own text in that language
 */
export const marksOf = (
  versions: readonly Behind[],
  {
    isFinnish,
    finnish,
    shippedHash,
    now,
  }: { isFinnish: boolean; finnish: number | null; shippedHash: string | null; now: Date },
): Mark[] => {
  const newest = versions.toSorted((a, b) => b.id - a.id)[0]
  if (newest === undefined) return ['missing']
  const isBehind = !isFinnish && finnish !== null && newest.translatedFrom !== finnish
  const isStale = shippedHash !== null && newest.shippedHash !== shippedHash
  const isWaiting = versions.some((one) => stateAt(one, versions, now) === 'scheduled')
  return [
    ...(newest.status === 'draft' ? (['draft'] as const) : []),
    ...(isWaiting ? (['scheduled'] as const) : []),
    ...(latestAt(versions, now)?.status === 'withdrawn' ? (['withdrawn'] as const) : []),
    ...(isBehind ? (['finnish-changed'] as const) : []),
    ...(isStale ? (['shipped-changed'] as const) : []),
  ]
}

/** Of texts in several languages one for each name: the first of the languages, in the reader's order, that has it. */
export const firstOfEach = <T extends { key: string; language: string }>(
  texts: readonly T[],
  order: readonly string[],
): T[] => {
  const first = new Map<string, T>()
  for (const language of order)
    for (const text of texts)
      if (text.language === language && !first.has(text.key)) first.set(text.key, text)
  return [...first.values()]
}

const folded: Record<string, string> = { ä: 'a', ö: 'o', å: 'a', æ: 'ae', ø: 'o', š: 's', ž: 'z' }

/** A title as the end of an address: `Syksyn uutisia` is `syksyn-uutisia`. Empty when nothing of it can be. */
export const slugOf = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[äöåæøšž]/g, (letter) => folded[letter]!)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '')

/** The first free of `slug`, `slug-2`, `slug-3` … */
export const freeSlug = (slug: string, taken: readonly string[]): string => {
  if (!taken.includes(slug)) return slug
  let count = 2
  while (taken.includes(`${slug}-${count}`)) count += 1
  return `${slug}-${count}`
}

/** Whether a text can be the end of an address. */
export const isSlug = (text: string): boolean => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) && text.length <= 80
