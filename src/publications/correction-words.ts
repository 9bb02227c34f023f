import { formatDay, formatNumber, type Language, translated } from '../i18n/translated.ts'
import { dayOf } from '../lib/dates.ts'
import type { Told } from './rules.ts'
import { periodName, publicationWords } from './words.ts'

export const correctionWords = translated({
  fi: {
    title: 'Korjauksia sulkemisen jälkeen',
    lead: 'Nämä tulivat vasta, kun jakso oli suljettu. Suljetut luvut eivät muutu.',
    exact: 'Liput ja rekisteröidyt kortit ovat tarkkoja, muut luvut lähimpään viiteen.',
    rounded: 'Luvut on pyöristetty lähimpään viiteen.',
    notTold: '– tarkoittaa, että muutosta ei ole tai se on niin pieni, ettei sitä kerrota.',
    told: 'Kerrottu',
    toldIn: (number: number, day: string) => `Julkaisu ${number}, ${day}`,
    figure: 'Luku',
    period: 'Jakso',
    added: 'Tuli lisää',
    removed: 'Poistui',
    none: 'Korjauksia ei ole.',
    late: 'Muutos sulkemisen jälkeen',
    file: 'Korjaukset aiempiin jaksoihin (CSV)',
    fileName: (name: string) => `Korjaukset, kerrottu julkaisussa ${name}`,
    digest: 'Korjausten tarkiste (SHA-256)',
  },
  sv: {
    title: 'Rättelser efter stängningen',
    lead: 'De här kom först när perioden var stängd. De stängda siffrorna ändras inte.',
    exact: 'Biljetter och registrerade kort är exakta, andra siffror avrundas till närmaste fem.',
    rounded: 'Siffrorna är avrundade till närmaste fem.',
    notTold: '– betyder att inget har ändrats eller att ändringen är för liten att visa.',
    told: 'Meddelad',
    toldIn: (number: number, day: string) => `Publikation ${number}, ${day}`,
    figure: 'Siffra',
    period: 'Period',
    added: 'Kom till',
    removed: 'Föll bort',
    none: 'Det finns inga rättelser.',
    late: 'Ändring efter stängningen',
    file: 'Rättelser till tidigare perioder (CSV)',
    fileName: (name: string) => `Rättelser, meddelade i publikation ${name}`,
    digest: 'Rättelsernas kontrollsumma (SHA-256)',
  },
  en: {
    title: 'Corrections after closing',
    lead: 'These came only after the period was closed. The closed figures do not change.',
    exact: 'Tickets and registered cards are exact, other figures are to the nearest five.',
    rounded: 'The figures are rounded to the nearest five.',
    notTold: '– means that there is no change, or one too small to tell.',
    told: 'Told in',
    toldIn: (number: number, day: string) => `Publication ${number}, ${day}`,
    figure: 'Figure',
    period: 'Period',
    added: 'Added',
    removed: 'Removed',
    none: 'There are no corrections.',
    late: 'Change after closing',
    file: 'Corrections to earlier periods (CSV)',
    fileName: (name: string) => `Corrections, told in publication ${name}`,
    digest: 'Digest of the corrections (SHA-256)',
  },
})

/** A correction in words: what is corrected, by how much, and which publication tells it. */
export type CorrectionLine = Record<'figure' | 'period' | 'added' | 'removed' | 'told', string>

/** Corrections as a table shows them; –: not told. Classes are for files. */
export const correctionLines = (language: Language, corrections: readonly Told[]): CorrectionLine[] => {
  const t = correctionWords[language]
  const say = (sign: string, count: number | null) => {
    if (count === null) return '–'
    return count === 0 ? '0' : `${sign}${formatNumber(language, count)}`
  }
  return corrections
    .filter(({ division }) => division === 'all')
    .map(({ measure, period, added, removed, publication, asOf }) => ({
      figure: publicationWords[language].measures[measure].name,
      period: periodName(language, period),
      added: say('+', added),
      removed: say('−', removed),
      told: t.toldIn(publication, formatDay(language, dayOf(asOf))),
    }))
}

/** How exact they are, and why some are not told: said beside them. */
export const correctionNotes = (
  language: Language,
  level: Told['level'],
  corrections: readonly Told[],
): string => {
  const t = correctionWords[language]
  const hasBlank = corrections.some(({ added, removed }) => added === null || removed === null)
  return [t.lead, level === 'country' ? t.exact : t.rounded, ...(hasBlank ? [t.notTold] : [])].join(' ')
}

/** The columns of such a table, in their order. */
export const correctionColumns = ['figure', 'period', 'added', 'removed', 'told'] as const
