import type { Language } from './translated.ts'

/**
 * The languages in which cardholders are met: on guides, in the wellbeing questions. Staff pages have three of them.
 * Finnish, Swedish and English are kept equally good; those that no native reader has looked at are marked so.
 */
export const holderLanguages = ['fi', 'sv', 'en', 'fi-simple', 'ar', 'ru', 'uk', 'so', 'se'] as const
export type HolderLanguage = (typeof holderLanguages)[number]

export const isHolderLanguage = (text: string | undefined): text is HolderLanguage =>
  holderLanguages.some((language) => language === text)

type AboutLanguage = {
  /** In the language itself, as a list of languages shows it. */
  name: string
  /** BCP 47, for `lang` attributes and documents. Plain Finnish is still Finnish. */
  tag: string
  direction: 'ltr' | 'rtl'
  isReviewed: boolean
  /** The language of what is missing, and of the staff's words beside it. */
  falls: Language
}

export const aboutLanguages: Record<HolderLanguage, AboutLanguage> = {
  fi: { name: 'Suomi', tag: 'fi', direction: 'ltr', isReviewed: true, falls: 'fi' },
  sv: { name: 'Svenska', tag: 'sv', direction: 'ltr', isReviewed: true, falls: 'sv' },
  en: { name: 'English', tag: 'en', direction: 'ltr', isReviewed: true, falls: 'en' },
  'fi-simple': { name: 'Selkosuomi', tag: 'fi', direction: 'ltr', isReviewed: false, falls: 'fi' },
  ar: { name: 'العربية', tag: 'ar', direction: 'rtl', isReviewed: false, falls: 'en' },
  ru: { name: 'Русский', tag: 'ru', direction: 'ltr', isReviewed: false, falls: 'en' },
  uk: { name: 'Українська', tag: 'uk', direction: 'ltr', isReviewed: false, falls: 'en' },
  so: { name: 'Soomaali', tag: 'so', direction: 'ltr', isReviewed: false, falls: 'en' },
  se: { name: 'Davvisámegiella', tag: 'se', direction: 'ltr', isReviewed: false, falls: 'fi' },
}

/** Finnish sets the shape; a word missing from any of the nine is a type error. */
export const translatedForHolders = <Words>(
  words: { fi: Words } & Record<Exclude<HolderLanguage, 'fi'>, NoInfer<Words>>,
): Record<HolderLanguage, Words> => words
