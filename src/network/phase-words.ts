import { formatDay, type Language, translated } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import type { Phase } from './rules.ts'

/** The phases of a municipality or an area. */
export const phaseNames = translated<Record<Phase, string>>({
  fi: {
    interest: 'Kiinnostunut',
    preparing: 'Valmistelu',
    pilot: 'Kokeilu',
    permanent: 'Pysyvä käyttö',
    ended: 'Päättynyt',
  },
  sv: {
    interest: 'Intresserad',
    preparing: 'Förberedelse',
    pilot: 'Försök',
    permanent: 'Permanent bruk',
    ended: 'Avslutat',
  },
  en: {
    interest: 'Interested',
    preparing: 'Preparing',
    pilot: 'Pilot',
    permanent: 'Permanent use',
    ended: 'Ended',
  },
})

const unknown: Record<Language, string> = {
  fi: 'aika ei tiedossa',
  sv: 'tiden är okänd',
  en: 'time not known',
}

/** A time from its first through its last day; open or unknown ends are left out: `1.1.2026–31.12.2026`, `1.1.2026–`. */
export const formatSpan = (language: Language, from: Day | null, until: Day | null): string => {
  if (from === null && until === null) return unknown[language]
  const dash = language === 'en' ? ' – ' : '–'
  const say = (day: Day | null) => (day === null ? '' : formatDay(language, day))
  return `${say(from)}${dash}${say(until)}`.trim()
}
