import { type Language, languages } from './translated.ts'

/**
 * The languages in which cardholders are met: on the public site, on guides, in the wellbeing questions. Staff pages have three of them.
 * Finnish, Swedish and English are kept equally good; those that no native reader has looked at are marked so.
 */
export const holderLanguages = ['fi', 'sv', 'en', 'fi-simple', 'ar', 'ru', 'uk', 'so', 'se'] as const
export type HolderLanguage = (typeof holderLanguages)[number]

export const isHolderLanguage = (text: string | undefined): text is HolderLanguage =>
  holderLanguages.some((language) => language === text)

type AboutLanguage = {
  /** How the addresses of its pages begin. */
  prefix: string
  /** In the language itself, as a list of languages shows it. */
  name: string
  /** BCP 47, for `lang` attributes and documents. Plain Finnish is still Finnish. */
  tag: string
  direction: 'ltr' | 'rtl'
  isReviewed: boolean
  /** The language of what is missing, and of the staff's words beside it. */
  falls: Language
}

export const aboutLanguages = {
  fi: { prefix: 'fi', name: 'Suomi', tag: 'fi', direction: 'ltr', isReviewed: true, falls: 'fi' },
  sv: { prefix: 'sv', name: 'Svenska', tag: 'sv', direction: 'ltr', isReviewed: true, falls: 'sv' },
  en: { prefix: 'en', name: 'English', tag: 'en', direction: 'ltr', isReviewed: true, falls: 'en' },
  'fi-simple': {
    prefix: 'selko',
    name: 'Selkosuomi',
    tag: 'fi',
    direction: 'ltr',
    isReviewed: false,
    falls: 'fi',
  },
  ar: { prefix: 'ar', name: 'العربية', tag: 'ar', direction: 'rtl', isReviewed: false, falls: 'en' },
  ru: { prefix: 'ru', name: 'Русский', tag: 'ru', direction: 'ltr', isReviewed: false, falls: 'en' },
  uk: { prefix: 'uk', name: 'Українська', tag: 'uk', direction: 'ltr', isReviewed: false, falls: 'en' },
  so: { prefix: 'so', name: 'Soomaali', tag: 'so', direction: 'ltr', isReviewed: false, falls: 'en' },
  se: { prefix: 'se', name: 'Davvisámegiella', tag: 'se', direction: 'ltr', isReviewed: false, falls: 'fi' },
} as const satisfies Record<HolderLanguage, AboutLanguage>

/** Finnish sets the shape; a word missing from any of the nine is a type error. */
export const translatedForHolders = <Words>(
  words: { fi: Words } & Record<Exclude<HolderLanguage, 'fi'>, NoInfer<Words>>,
): Record<HolderLanguage, Words> => words

/** What an element says of itself when its text is in another language than the page: nothing where it is the same. */
export const inLanguage = (
  language: HolderLanguage,
  reader: HolderLanguage,
): { lang?: string; dir?: 'ltr' | 'rtl' } => {
  const { tag, direction } = aboutLanguages[language]
  const around = aboutLanguages[reader]
  return {
    ...(tag === around.tag ? {} : { lang: tag }),
    ...(direction === around.direction ? {} : { dir: direction }),
  }
}

/** The languages in which a reader would have a text of the site: the own one, the nearest, then any of the three. */
export const textOrderFor = (reader: HolderLanguage): HolderLanguage[] => [
  ...new Set([reader, aboutLanguages[reader].falls, ...languages]),
]
