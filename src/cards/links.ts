import { type HolderLanguage, holderLanguages } from '../i18n/holder-languages.ts'
import type { Language } from '../i18n/translated.ts'

/** The one-page guide in every language of holders, with the sites near a municipality. */
export const guideLinks = (municipalityId: number): { language: HolderLanguage; href: string }[] =>
  holderLanguages.map((language) => ({ language, href: `/ohje/${language}/${municipalityId}.pdf` }))

/** The form on which a hand-over is written when Kaikukanta cannot be reached. */
export const handOverForm = (language: Language): string => `/ohje/luovutuslomake/${language}.pdf`

/** The voluntary questions about wellbeing, for the holder of one card. */
export const wellbeingLink = (language: Language, card: number): string =>
  `/${language}/kortti/${card}/hyvinvointi`
