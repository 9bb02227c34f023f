import type { Language } from '../i18n/translated.ts'
import { issuerLessons } from './issuer-lesson-words.ts'
import type { InductionRole, Lesson } from './lesson-rules.ts'
import { venueLessons } from './venue-lesson-words.ts'

/** The lessons of a role in the reader's language, by name. */
export const lessonsOf = (language: Language, role: InductionRole): Readonly<Record<string, Lesson>> =>
  role === 'issuer' ? issuerLessons[language] : venueLessons[language]
