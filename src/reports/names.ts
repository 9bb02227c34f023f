import type { Language } from '../i18n/translated.ts'
import { publicationWords } from '../publications/words.ts'
import type { NamedPlace } from './place-queries.ts'
import { placeLine } from './sentence-words.ts'

/** A place's name in a language; of the country its word. */
export const nameOf = (language: Language, { level, nameFi, nameSv }: NamedPlace): string =>
  level === 'country'
    ? publicationWords[language].levels.country
    : language === 'sv'
      ? (nameSv ?? nameFi)
      : nameFi

/** What it is, and its name. */
export const nameLine = (language: Language, place: NamedPlace): string =>
  placeLine(language, { level: place.level, name: nameOf(language, place) })
