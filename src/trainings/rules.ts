import type { Said } from '../materials/rules.ts'
import type { Professional } from '../pages/rules.ts'

/** A training, as its keepers have told it. `areaId` null: Kaikukeskus holds it. */
export type TrainingFacts = {
  areaId: number | null
  title: Said
  description: Said
  audiences: Professional[]
  /** In which it is held. */
  languages: (keyof Said)[]
  /** When it is held; null for what is only a recording. Both are there or neither is. */
  startsAt: Date | null
  endsAt: Date | null
  isRemote: boolean
  place: string | null
  seats: number | null
  signUpUrl: string | null
  /** People sign up for it here (`training-signups`), instead of at an address. */
  takesSignUp: boolean
  recordingUrl: string | null
  /** Minutes. */
  recordingLength: number | null
  hasSubtitles: boolean
  /** The same in words. */
  textUrl: string | null
}

/** When the Finnish text last changed, and when somebody last saw that a translation says the same. */
export type Checks = { finnishChangedAt: Date; svCheckedAt: Date; enCheckedAt: Date }

export type Training = TrainingFacts &
  Checks & {
    id: number
    /** The area that holds it; null for Kaikukeskus. */
    area: string | null
    cancelledAt: Date | null
    /** Why it is not held, in a sentence. */
    cancelledWhy: Said | null
    changedAt: Date
    removedAt: Date | null
  }

export type TrainingState = 'planned' | 'cancelled' | 'removed'
export const stateOf = (one: Pick<Training, 'cancelledAt' | 'removedAt'>): TrainingState => {
  if (one.removedAt) return 'removed'
  return one.cancelledAt ? 'cancelled' : 'planned'
}

/** A training stands in one place at a time: until it has been held, then as its recording, if there is one. */
export const trainingGroups = ['coming', 'recordings', 'past'] as const
export type TrainingGroup = (typeof trainingGroups)[number]
export const groupOf = (one: Pick<Training, 'endsAt' | 'recordingUrl'>, now: Date): TrainingGroup => {
  if (one.endsAt !== null && one.endsAt > now) return 'coming'
  return one.recordingUrl === null ? 'past' : 'recordings'
}

type Timed = Pick<Training, 'id' | 'startsAt' | 'endsAt' | 'recordingUrl'>

/** Those of a group in the order in which one looks for them: what comes next, what is newest. */
export const inGroup = <T extends Timed>(all: readonly T[], group: TrainingGroup, now: Date): T[] => {
  const ahead = group === 'coming' ? 1 : -1
  return all
    .filter((one) => groupOf(one, now) === group)
    .sort((a, b) => ahead * (Number(a.startsAt) - Number(b.startsAt) || a.id - b.id))
}

/** What one of these professionals may come to, the next first. */
export const nextFor = <T extends Timed & Pick<Training, 'audiences' | 'cancelledAt'>>(
  all: readonly T[],
  reader: Professional,
  now: Date,
): T[] =>
  inGroup(all, 'coming', now).filter(
    ({ audiences, cancelledAt }) => cancelledAt === null && audiences.includes(reader),
  )

/** Milliseconds. What was held earlier is of no use to anyone who may still learn. */
export const shownPast = 365 * 86_400_000

export const translations = ['sv', 'en'] as const
export type Translation = (typeof translations)[number]

const checkedAt = (one: Checks, language: Translation) =>
  language === 'sv' ? one.svCheckedAt : one.enCheckedAt

/** The translations that were looked at before the Finnish text changed. */
export const behindOf = (one: Checks & Pick<TrainingFacts, 'title' | 'description'>): Translation[] =>
  translations.filter(
    (language) =>
      (one.title[language] !== null || one.description[language] !== null) &&
      checkedAt(one, language) < one.finnishChangedAt,
  )

type Texts = Pick<TrainingFacts, 'title' | 'description'>
const isSame = (a: Texts, b: Texts, language: keyof Said) =>
  a.title[language] === b.title[language] && a.description[language] === b.description[language]

/**
 * The marks of a training after a change. Who writes a translation has looked at it.
 * @param agreed translations that somebody says hold as they are
 */
export const checksAfter = (
  before: Checks & Texts,
  after: Texts,
  agreed: readonly Translation[],
  now: Date,
): Checks => {
  const seen = (language: Translation) =>
    agreed.includes(language) || !isSame(before, after, language) ? now : checkedAt(before, language)
  return {
    finnishChangedAt: isSame(before, after, 'fi') ? before.finnishChangedAt : now,
    svCheckedAt: seen('sv'),
    enCheckedAt: seen('en'),
  }
}

/** Who cannot hear a recording needs its words (Act 306/2019, §3; WCAG 2.2, 1.2.2). */
export const lacksWords = (one: TrainingFacts): boolean =>
  one.recordingUrl !== null && !one.hasSubtitles && one.textUrl === null
