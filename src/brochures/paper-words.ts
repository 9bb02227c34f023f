import { guideWords, unreviewedWords } from '../guides/guide-words.ts'
import { aboutLanguages, type HolderLanguage, holderLanguages } from '../i18n/holder-languages.ts'
import { ownWords } from './own-words.ts'
import type { PaperWords } from './rules.ts'

/** What the policy of the day says, and whether the card works in the area alone. */
export type Facts = {
  childAge: number
  months: number
  minimumAge: number
  communityChildAge: number
  isLocalOnly: boolean
}

/** The words of one language: those of the guide where they say the same, and the brochure's own. */
const wordsOf = (language: HolderLanguage, facts: Facts): PaperWords => {
  const guide = guideWords[language]
  const own = ownWords[language]
  const rules = { title: own.rules, lines: [own.personal, ...guide.remember.lines] }
  return {
    title: own.title,
    lead: own.lead,
    parts: [
      { title: own.about, lines: facts.isLocalOnly ? own.localLead : guide.lead },
      own.who(facts.minimumAge),
      ...[guide.ticket, guide.along, guide.children(facts)],
      own.community(facts.communityChildAge),
      ...[rules, guide.renewal(facts), guide.lost],
    ],
    privacy: guide.privacy,
    ...{ goodToKnow: own.goodToKnow, places: guide.places, units: own.units, contact: own.contact },
    ...{ latest: own.latest, scan: own.scan, edition: own.edition, coming: own.coming, notes: own.notes },
    categories: guide.categories,
    unreviewed: aboutLanguages[language].isReviewed ? null : unreviewedWords[language],
  }
}

/** All words of a brochure, to be kept in its edition: what is printed stays as it was printed. */
export const paperWords = (facts: Facts): Record<HolderLanguage, PaperWords> =>
  Object.fromEntries(holderLanguages.map((language) => [language, wordsOf(language, facts)])) as Record<
    HolderLanguage,
    PaperWords
  >
