import { monthName } from '../i18n/common-words.ts'
import { formatDay, formatNumber, type Language, translated } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import type { Period } from '../publications/rules.ts'
import { statisticsWords } from '../statistics/words.ts'
import { localPath } from '../web/paths.ts'
import type { Finding } from './rules.ts'

export const paths = {
  statistics: localPath({ fi: '/omat-tilastot', sv: '/egen-statistik', en: '/own-statistics' }),
  csv: localPath({
    fi: '/omat-tilastot/taulukko.csv',
    sv: '/egen-statistik/tabell.csv',
    en: '/own-statistics/table.csv',
  }),
}

/** `tammi–loka`: the first months of a year. */
const firstMonths = (language: Language, months: number) =>
  months === 1 ? monthName(language, 1) : `${monthName(language, 1)}–${monthName(language, months)}`

type Compared = Extract<Finding, { percent: number }>
type Counted = 'tickets' | 'cards'
const things = (words: Record<Counted, string>) => words
const [fiThings, svThings, enThings] = [
  things({ tickets: 'Lippuja', cards: 'Kortteja' }),
  things({ tickets: 'biljetter', cards: 'kort' }),
  things({ tickets: 'tickets', cards: 'cards' }),
]
const fiNumber = (count: number) => formatNumber('fi', count)
const svNumber = (count: number) => formatNumber('sv', count)
const enNumber = (count: number) => formatNumber('en', count)

/** What the pages of all places say alike. */
export const words = translated({
  fi: {
    title: 'Omat tilastot',
    year: 'Vuosi',
    period: 'Jakso',
    month: 'Kuukausi',
    total: 'Yhteensä',
    adults: 'Aikuiset',
    children: 'Lapset',
    bar: 'Palkki',
    csv: 'CSV',
    asOf: (day: Day) => `Tilanne ${formatDay('fi', day)}.`,
    show: 'Näytä',
    countedOn: (day: string) => `Laskettu ${day}.`,
    reading: 'Luvut muuttuvat, kun kirjauksia tulee lisää tai niitä kumotaan.',
    none: 'Lukuja ei vielä ole',
    hiddenWhy:
      '– tarkoittaa, ettei lukua näytetä. Sen takana on liian vähän kortteja, tai siitä voisi laskea sellaisen.',
    hidden: 'ei näytetä',
    nothingIn: 'Ei mitään.',
    inYear: (label: string, year: number) => `${label} ${year}`,
    most: (counted: Counted, name: string, count: number) =>
      `Eniten ${fiThings[counted].toLowerCase()}: ${name}, ${fiNumber(count)}`,
    finding: (counted: Counted, year: number, finding: Finding) => {
      const thing = fiThings[counted]
      if (finding.kind === 'none') return `${thing} ei ole vuodelta ${year}`
      if (finding.kind === 'peak')
        return `Eniten ${thing.toLowerCase()}: ${statisticsWords.fi.monthName(finding.month)}, ${fiNumber(finding.count)}`
      if (finding.kind === 'same') return `${thing} yhtä paljon kuin vuotta aiemmin`
      return `${thing} ${fiNumber(finding.percent)} % ${finding.kind === 'more' ? 'enemmän' : 'vähemmän'} kuin vuotta aiemmin`
    },
    compared: ({ months, count, before }: Compared, year: number) =>
      `${firstMonths('fi', months)} ${year}: ${fiNumber(count)}, vuotta aiemmin ${fiNumber(before)}.`,
    periodName: (period: Period) =>
      period.length > 4 ? `${period.slice(0, 4)}, ${period.at(-1)}. neljännes` : `Vuosi ${period}`,
  },
  sv: {
    title: 'Egen statistik',
    year: 'År',
    period: 'Period',
    month: 'Månad',
    total: 'Sammanlagt',
    adults: 'Vuxna',
    children: 'Barn',
    bar: 'Stapel',
    csv: 'CSV',
    asOf: (day) => `Läget ${formatDay('sv', day)}.`,
    show: 'Visa',
    countedOn: (day) => `Räknat ${day}.`,
    reading: 'Siffrorna ändras när fler användningar registreras eller ångras.',
    none: 'Det finns inga siffror ännu',
    hiddenWhy:
      '– betyder att siffran inte visas. Den gäller för få kort, eller så kunde man räkna ut en sådan siffra.',
    hidden: 'visas inte',
    nothingIn: 'Ingenting.',
    inYear: (label, year) => `${label} ${year}`,
    most: (counted, name, count) => `Flest ${svThings[counted]}: ${name}, ${svNumber(count)}`,
    finding: (counted, year, finding) => {
      const thing = svThings[counted]
      if (finding.kind === 'none') return `Inga ${thing} år ${year}`
      if (finding.kind === 'peak')
        return `Flest ${thing}: ${statisticsWords.sv.monthName(finding.month)}, ${svNumber(finding.count)}`
      if (finding.kind === 'same') return `Lika många ${thing} som ett år tidigare`
      return `${svNumber(finding.percent)} % ${finding.kind === 'more' ? 'fler' : 'färre'} ${thing} än ett år tidigare`
    },
    compared: ({ months, count, before }, year) =>
      `${firstMonths('sv', months)} ${year}: ${svNumber(count)}, ett år tidigare ${svNumber(before)}.`,
    periodName: (period) =>
      period.length > 4 ? `${period.slice(0, 4)}, kvartal ${period.at(-1)}` : `År ${period}`,
  },
  en: {
    title: 'Own statistics',
    year: 'Year',
    period: 'Period',
    month: 'Month',
    total: 'Total',
    adults: 'Adults',
    children: 'Children',
    bar: 'Bar',
    csv: 'CSV',
    asOf: (day) => `As of ${formatDay('en', day)}.`,
    show: 'Show',
    countedOn: (day) => `Counted on ${day}.`,
    reading: 'The figures change as more uses are recorded or undone.',
    none: 'There are no figures yet',
    hiddenWhy:
      '– means that the figure is not shown. Too few cards stand behind it, or such a one could be worked out.',
    hidden: 'not shown',
    nothingIn: 'Nothing.',
    inYear: (label, year) => `${label} ${year}`,
    most: (counted, name, count) => `Most ${enThings[counted]}: ${name}, ${enNumber(count)}`,
    finding: (counted, year, finding) => {
      const thing = enThings[counted]
      if (finding.kind === 'none') return `No ${thing} in ${year}`
      if (finding.kind === 'peak')
        return `Most ${thing}: ${statisticsWords.en.monthName(finding.month)}, ${enNumber(finding.count)}`
      if (finding.kind === 'same') return `As many ${thing} as a year before`
      return `${enNumber(finding.percent)}% ${finding.kind === 'more' ? 'more' : 'fewer'} ${thing} than a year before`
    },
    compared: ({ months, count, before }, year) =>
      `${firstMonths('en', months)} ${year}: ${enNumber(count)}, a year before ${enNumber(before)}.`,
    periodName: (period) =>
      period.length > 4 ? `${period.slice(0, 4)}, quarter ${period.at(-1)}` : `Year ${period}`,
  },
})
