import { type Language, translated } from '../i18n/translated.ts'
import type { Period } from '../publications/rules.ts'
import { isQuarter, quarterOf } from './rules.ts'

const quarters: Record<Language, readonly string[]> = translated({
  fi: ['tammi–maaliskuu', 'huhti–kesäkuu', 'heinä–syyskuu', 'loka–joulukuu'],
  sv: ['januari–mars', 'april–juni', 'juli–september', 'oktober–december'],
  en: ['January–March', 'April–June', 'July–September', 'October–December'],
})

const yearNames: Record<Language, (year: string) => string> = translated({
  fi: (year) => `vuosi ${year}`,
  sv: (year) => `år ${year}`,
  en: (year) => year,
})

/** A period by name: `tammi–maaliskuu 2026`, `januari–mars 2026`, `January–March 2026`; `vuosi 2026`, `år 2026`, `2026`. */
export const periodName = (language: Language, period: Period): string => {
  const year = period.slice(0, 4)
  return isQuarter(period)
    ? `${quarters[language][quarterOf(period) - 1]} ${year}`
    : yearNames[language](year)
}

const starts: Record<Language, (name: string, ofQuarter: boolean) => string> = translated({
  fi: (name, ofQuarter) => (ofQuarter ? name.replace('kuu ', 'kuussa ') : name.replace('vuosi', 'vuonna')),
  sv: (name, ofQuarter) => (ofQuarter ? `i ${name}` : name),
  en: (name) => `in ${name}`,
})

/** When it was, as a sentence begins: `Tammi–maaliskuussa 2026`, `I januari–mars 2026`, `In January–March 2026`. */
export const inPeriod = (language: Language, period: Period): string => {
  const text = starts[language](periodName(language, period), isQuarter(period))
  return text.charAt(0).toUpperCase() + text.slice(1)
}
