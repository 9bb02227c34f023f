import { type Language, translated } from '../i18n/translated.ts'
import { isYear } from '../publications/period-rules.ts'
import type { Period } from '../publications/rules.ts'
import { periodName } from '../publications/words.ts'

const starts: Record<Language, (name: string, ofQuarter: boolean) => string> = translated({
  fi: (name, ofQuarter) => (ofQuarter ? name.replace('kuu ', 'kuussa ') : name.replace('vuosi', 'vuonna')),
  sv: (name, ofQuarter) => (ofQuarter ? `i ${name}` : name),
  en: (name) => `in ${name}`,
})

/** When it was, within a sentence: `tammi–maaliskuussa 2026`, `i januari–mars 2026`, `in January–March 2026`. */
export const inPeriod = (language: Language, period: Period): string =>
  starts[language](periodName(language, period), !isYear(period))
