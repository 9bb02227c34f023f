import type { LimitPeriod } from '../uses/limit-rules.ts'
import type { UseKind } from '../uses/rules.ts'

/** What a site says of the card in words, in the order in which a cardholder asks. */
export const textFields = [
  'included',
  'how',
  'cancelling',
  'limits',
  'courses',
  'children',
  'companions',
  'accessibility',
  'arrival',
  'opening',
  'season',
] as const
export type TextField = (typeof textFields)[number]

export const linkKinds = ['home', 'tickets', 'programme', 'accessibility'] as const
export type LinkKind = (typeof linkKinds)[number]

/** Finnish is the source; the other two are made from it. */
export const translations = ['sv', 'en'] as const
export type Translation = (typeof translations)[number]
type Tongue = 'fi' | Translation

/** Characters. How to get a ticket is one sentence, which the list of places can show; the rest stays readable. */
export const longestText = (field: TextField): number => (field === 'how' ? 200 : 1000)

type StoredText = { text: string; changedAt: Date }
export type Texts = Partial<Record<TextField, Partial<Record<Tongue, StoredText>>>>

/** What a site says of itself as a fact, so that places can be found by it: false is not said. */
export const traits = ['forChildren', 'stepFree', 'noBooking'] as const
export type Trait = (typeof traits)[number]

export type Courses = {
  /** The highest fee of a course, in cents. */
  feeCents: number | null
  /** Whether the holder may pay what goes over the highest fee. */
  excessByHolder: boolean
}

/** How many of a kind one card gets in a period: what the desk is held to. */
type Limit = { volume: number; period: LimitPeriod }
/** The periods that a site can choose from, by what is limited. */
export const periodsFor = {
  ticket: ['day', 'week', 'month', 'calendar-year', 'event'],
  'course-place': ['term', 'calendar-year'],
  'season-pass': ['month', 'term', 'calendar-year'],
} as const satisfies Record<UseKind, readonly LimitPeriod[]>

export type Limits = Partial<Record<UseKind, Limit>>

export type Terms = {
  texts: Texts
  links: Partial<Record<LinkKind, string>>
  courses: Courses
  /** What the site gives with the card, as its desk can choose. */
  kinds: readonly UseKind[]
  limits: Limits
  traits: readonly Trait[]
  street: string | null
  postalCode: string | null
}

/** True when the Finnish text was changed after its translation: they may say different things. */
export const isOutdated = (texts: Texts, field: TextField, to: Translation): boolean => {
  const source = texts[field]?.fi
  const translation = texts[field]?.[to]
  return source !== undefined && translation !== undefined && translation.changedAt < source.changedAt
}

export type ShownText = { text: string; language: Tongue; isOutdated: boolean }

/**
 * What a reader of the language is shown. What the Finnish does not say is not said: a translation that was left
 * behind would promise what the site has taken back. Without a translation there is the Finnish.
 */
export const shownText = (texts: Texts, field: TextField, language: string): ShownText | null => {
  const source = texts[field]?.fi
  if (!source) return null
  const to = translations.find((translation) => translation === language)
  const translation = to && texts[field]?.[to]
  if (!to || !translation) return { text: source.text, language: 'fi', isOutdated: false }
  return { text: translation.text, language: to, isOutdated: isOutdated(texts, field, to) }
}

/** When its Finnish texts were last changed; null where it has said nothing in words. */
export const lastChange = (texts: Texts): Date | null =>
  textFields.reduce<Date | null>((last, field) => {
    const at = texts[field]?.fi?.changedAt
    return at && (!last || at > last) ? at : last
  }, null)

/** How far a translation has come: of the Finnish texts, those that wait and those that are left behind. */
export const translationState = (texts: Texts, to: Translation) => {
  const sources = textFields.filter((field) => texts[field]?.fi)
  const translated = sources.filter((field) => texts[field]?.[to])
  return {
    all: sources.length,
    missing: sources.length - translated.length,
    outdated: translated.filter((field) => isOutdated(texts, field, to)).length,
  }
}

/** Lines as people part them with Enter; blank ones only part. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

export type SiteFacts = {
  closedOn: string | null
  mergedInto: { id: number; name: string } | null
  isPopUp: boolean
  /** The pop-up's own time; null ends are open. */
  popUpFrom: string | null
  popUpUntil: string | null
  /** A pause that holds on the day. */
  pause: { from: string; until: string | null } | null
  /** Whether the municipality takes part on the day, will, or has left. */
  taking: 'now' | 'later' | 'no-more'
}

export const standings = ['open', 'paused', 'coming', 'closed', 'merged', 'over', 'left'] as const
export type Standing = (typeof standings)[number]

/** Whether one gets in with the card on the day, and if not, why: the most final answer first. */
export const standingOf = (facts: SiteFacts, today: string): Standing => {
  if (facts.mergedInto) return 'merged'
  if (facts.closedOn !== null && facts.closedOn <= today) return 'closed'
  if (facts.popUpUntil !== null && facts.popUpUntil < today) return 'over'
  if (!facts.isPopUp && facts.taking === 'no-more') return 'left'
  if (facts.pause) return 'paused'
  if (facts.popUpFrom !== null && facts.popUpFrom > today) return 'coming'
  return !facts.isPopUp && facts.taking === 'later' ? 'coming' : 'open'
}
