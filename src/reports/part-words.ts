import { words as cardWords } from '../cards/words.ts'
import { categoryNames } from '../i18n/category-names.ts'
import { monthName } from '../i18n/common-words.ts'
import { type Language, translated } from '../i18n/translated.ts'
import type { Division } from '../publications/rules.ts'
import { kindName } from '../units/words.ts'

/** By what a table divides, as the head of its first column. */
export const divisionNames = translated<Record<Division, string>>({
  fi: {
    all: 'Luku',
    age: 'Ikäryhmä',
    gender: 'Sukupuoli',
    children: 'Lapsia kortilla',
    situation: 'Elämäntilanne',
    issuer: 'Kortin antanut palvelu',
    audience: 'Kenelle',
    category: 'Ala',
    weekday: 'Viikonpäivä',
    hour: 'Kellonaika',
    home: 'Kortinhaltijan alue',
    source: 'Kirjaamistapa',
    month: 'Kuukausi',
  },
  sv: {
    all: 'Siffra',
    age: 'Åldersgrupp',
    gender: 'Kön',
    children: 'Barn på kortet',
    situation: 'Livssituation',
    issuer: 'Tjänst som gav kortet',
    audience: 'För vem',
    category: 'Område',
    weekday: 'Veckodag',
    hour: 'Klockslag',
    home: 'Kortinnehavarens område',
    source: 'Sätt att registrera',
    month: 'Månad',
  },
  en: {
    all: 'Figure',
    age: 'Age group',
    gender: 'Gender',
    children: 'Children on the card',
    situation: 'Life situation',
    issuer: 'Service that issued the card',
    audience: 'For whom',
    category: 'Field',
    weekday: 'Weekday',
    hour: 'Hour',
    home: 'Area of the cardholder',
    source: 'How it was recorded',
    month: 'Month',
  },
})

type Named = { audience: Parts; home: Parts; source: Parts; noAnswer: string }
type Parts = Record<string, string>

const partWords = translated<Named>({
  fi: {
    audience: { adult: 'Aikuiset', child: 'Lapset' },
    home: { own: 'Oma alue', other: 'Muu alue' },
    source: {
      desk: 'Kassalla',
      api: 'Lippujärjestelmässä',
      offline: 'Ilman verkkoa',
      import: 'Tuotu tiedostosta',
      reconciled: 'Lisätty täsmäytyksessä',
    },
    noAnswer: 'Ei tietoa',
  },
  sv: {
    audience: { adult: 'Vuxna', child: 'Barn' },
    home: { own: 'Eget område', other: 'Annat område' },
    source: {
      desk: 'I kassan',
      api: 'I biljettsystemet',
      offline: 'Utan nät',
      import: 'Från en fil',
      reconciled: 'Tillagd vid avstämning',
    },
    noAnswer: 'Ingen uppgift',
  },
  en: {
    audience: { adult: 'Adults', child: 'Children' },
    home: { own: 'Own area', other: 'Another area' },
    source: {
      desk: 'At the desk',
      api: 'In a ticket system',
      offline: 'Without a network',
      import: 'From a file',
      reconciled: 'Added when reconciled',
    },
    noAnswer: 'Not known',
  },
})

/** 2024 began on a Monday. @param part 1 (Monday) to 7 */
const weekdayName = (language: Language, part: string) =>
  new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' }).format(
    new Date(Date.UTC(2024, 0, Number(part))),
  )

/** A month in full, for a sentence: `maaliskuu`, `mars`, `March`. @param part ends with the month's number */
const wholeMonth = (language: Language, part: string) =>
  new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' }).format(
    new Date(Date.UTC(2024, Number(part.slice(-2)) - 1, 1)),
  )

/** The name of a part where there is room for all of it. */
export const wholePartName = (language: Language, division: Division, part: string): string =>
  division === 'month' ? wholeMonth(language, part) : partName(language, division, part)

/** What has no answer. */
const unanswered = ['', 'none', 'unknown']

/** The name of one part of a division: `30–39`, `Liikunta`, `tammi`. A part that we have no word for says itself. */
export const partName = (language: Language, division: Division, part: string): string => {
  const t = partWords[language]
  const named: Partial<Record<Division, Parts>> = {
    ...{ gender: cardWords[language].genders, situation: cardWords[language].lives },
    ...{ category: categoryNames[language], audience: t.audience, home: t.home, source: t.source },
  }
  if (unanswered.includes(part)) return t.noAnswer
  if (division === 'month') return monthName(language, Number(part.slice(-2)))
  if (division === 'weekday') return weekdayName(language, part)
  if (division === 'issuer') return kindName(language, part)
  return named[division]?.[part] ?? part.replace('-', '–')
}
