import { formatDay, formatNumber, type Language, plural, translated } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import { localPath } from '../web/paths.ts'
import type { Finding } from './rules.ts'

export const paths = {
  monthsCsv: localPath({
    fi: '/tilastot/kuukaudet.csv',
    sv: '/statistik/manader.csv',
    en: '/statistics/months.csv',
  }),
}

/** A month in full: `toukokuu 2026`, `maj 2026`, `May 2026`. */
const monthIn = (language: Language) => {
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
  return (month: Day) => format.format(new Date(`${month}T00:00:00Z`))
}
const [fiMonth, svMonth, enMonth] = [monthIn('fi'), monthIn('sv'), monthIn('en')]

/** `toukokuu 2026` → `toukokuussa 2026` */
const fiIn = (month: Day) => fiMonth(month).replace('kuu ', 'kuussa ')

const ticketsIn = {
  fi: plural('fi', { one: '# lippu', other: '# lippua' }),
  sv: plural('sv', { one: '# biljett', other: '# biljetter' }),
  en: plural('en', { one: '# ticket', other: '# tickets' }),
}

export const statisticsWords = translated({
  fi: {
    title: 'Kaikukortin tilastot',
    description: 'Kaikukortilla hankitut liput ja rekisteröidyt kortit kuukausittain ja vuosittain.',
    asOf: (day: Day) =>
      `Tilanne ${formatDay('fi', day)}. Luvut voivat muuttua, kun myöhässä kirjattuja käyttöjä tulee lisää.`,
    unfinished: (year: number) => `Vuosi ${year} on vielä kesken.`,
    none: 'Tilastoitavaa ei ole vielä',
    noneWhy: 'Luvut näkyvät tässä, kun ensimmäinen kortti on rekisteröity.',
    tickets: (year: number) => `Lippuja ja kurssipaikkoja ${year}`,
    forChildren: 'Niistä lapsille',
    registered: (year: number) => `Kortteja rekisteröity ${year}`,
    municipalities: (year: number) => `Kuntia, joissa kortteja annettiin tai käytettiin ${year}`,
    yearBefore: (year: number, value: number) => `Vuonna ${year}: ${formatNumber('fi', value)}`,
    finding: (finding: Finding) => {
      if (finding.kind === 'none') return 'Lippuja ei ole kirjattu kahteen vuoteen'
      if (finding.kind === 'peak')
        return `Eniten lippuja hankittiin ${fiIn(finding.month)}: ${formatNumber('fi', finding.tickets)}`
      if (finding.kind === 'same') return 'Lippuja hankittiin yhtä paljon kuin vuotta aiemmin'
      const percent = formatNumber('fi', finding.percent)
      return finding.kind === 'more'
        ? `Lippuja hankittiin ${percent} % enemmän kuin vuotta aiemmin`
        : `Lippuja hankittiin ${percent} % vähemmän kuin vuotta aiemmin`
    },
    summary: (finding: Finding, from: Day, until: Day) =>
      [
        `Kortilla hankitut liput kuukausittain, ${fiMonth(from)} – ${fiMonth(until)}.`,
        'before' in finding &&
          `Jaksolla ${fiMonth(finding.from)} – ${fiMonth(finding.until)} hankittiin ${ticketsIn.fi(finding.tickets)}, samoina kuukausina vuotta aiemmin ${ticketsIn.fi(finding.before)}.`,
      ]
        .filter(Boolean)
        .join(' '),
    currentMonth: 'Kuluva kuukausi on vielä kesken.',
    byMonth: 'Liput kuukausittain',
    month: 'Kuukausi',
    adults: 'Aikuiset',
    children: 'Lapset',
    total: 'Yhteensä',
    monthName: fiMonth,
    monthsCsv: 'CSV, kuukaudet',
    byYear: 'Koko maa vuosittain',
    year: 'Vuosi',
    cardsRegistered: 'Kortteja rekisteröity',
    cardsTakenIntoUse: 'Kortteja otettu käyttöön',
    adultsIn: (category: string) => `Aikuiset: ${category.toLowerCase()}`,
    childrenIn: (category: string) => `Lapset: ${category.toLowerCase()}`,
    places: 'Kuntia',
    blank: 'Tyhjä ruutu ei ole nolla. Se tarkoittaa, ettei mitään ole kirjattu.',
    yearsCsv: 'CSV, vuodet',
    yearsJson: 'JSON, vuodet',
    meanings: 'Mitä luvut tarkoittavat',
  },
  sv: {
    title: 'Kaikukortets statistik',
    description: 'Biljetter som skaffats med Kaikukortet och registrerade kort, per månad och per år.',
    asOf: (day: Day) =>
      `Läget ${formatDay('sv', day)}. Siffrorna kan ändras när användningar registreras i efterhand.`,
    unfinished: (year: number) => `År ${year} pågår ännu.`,
    none: 'Det finns ännu ingen statistik',
    noneWhy: 'Siffrorna visas här när det första kortet har registrerats.',
    tickets: (year: number) => `Biljetter och kursplatser ${year}`,
    forChildren: 'Av dem för barn',
    registered: (year: number) => `Registrerade kort ${year}`,
    municipalities: (year: number) => `Kommuner där kort delades ut eller användes ${year}`,
    yearBefore: (year: number, value: number) => `År ${year}: ${formatNumber('sv', value)}`,
    finding: (finding: Finding) => {
      if (finding.kind === 'none') return 'Inga biljetter har registrerats på två år'
      if (finding.kind === 'peak')
        return `Flest biljetter skaffades i ${svMonth(finding.month)}: ${formatNumber('sv', finding.tickets)}`
      if (finding.kind === 'same') return 'Det skaffades lika många biljetter som ett år tidigare'
      const percent = formatNumber('sv', finding.percent)
      return finding.kind === 'more'
        ? `Det skaffades ${percent} % fler biljetter än ett år tidigare`
        : `Det skaffades ${percent} % färre biljetter än ett år tidigare`
    },
    summary: (finding: Finding, from: Day, until: Day) =>
      [
        `Biljetter som skaffats med kortet per månad, ${svMonth(from)} – ${svMonth(until)}.`,
        'before' in finding &&
          `Under tiden ${svMonth(finding.from)} – ${svMonth(finding.until)} skaffades ${ticketsIn.sv(finding.tickets)}, samma månader ett år tidigare ${ticketsIn.sv(finding.before)}.`,
      ]
        .filter(Boolean)
        .join(' '),
    currentMonth: 'Den här månaden pågår ännu.',
    byMonth: 'Biljetter per månad',
    month: 'Månad',
    adults: 'Vuxna',
    children: 'Barn',
    total: 'Totalt',
    monthName: svMonth,
    monthsCsv: 'CSV, månader',
    byYear: 'Hela landet per år',
    year: 'År',
    cardsRegistered: 'Registrerade kort',
    cardsTakenIntoUse: 'Kort som tagits i bruk',
    adultsIn: (category: string) => `Vuxna: ${category.toLowerCase()}`,
    childrenIn: (category: string) => `Barn: ${category.toLowerCase()}`,
    places: 'Kommuner',
    blank: 'En tom ruta är inte noll. Den betyder att ingenting har registrerats.',
    yearsCsv: 'CSV, år',
    yearsJson: 'JSON, år',
    meanings: 'Vad siffrorna betyder',
  },
  en: {
    title: 'Kaikukortti statistics',
    description: 'Tickets obtained with the Kaikukortti and cards registered, by month and by year.',
    asOf: (day: Day) => `As of ${formatDay('en', day)}. The figures may change when late entries arrive.`,
    unfinished: (year: number) => `The year ${year} is not over yet.`,
    none: 'There are no statistics yet',
    noneWhy: 'Figures are shown here once the first card has been registered.',
    tickets: (year: number) => `Tickets and course places ${year}`,
    forChildren: 'Of these for children',
    registered: (year: number) => `Cards registered ${year}`,
    municipalities: (year: number) => `Municipalities where cards were issued or used ${year}`,
    yearBefore: (year: number, value: number) => `In ${year}: ${formatNumber('en', value)}`,
    finding: (finding: Finding) => {
      if (finding.kind === 'none') return 'No tickets have been recorded in two years'
      if (finding.kind === 'peak')
        return `Most tickets were obtained in ${enMonth(finding.month)}: ${formatNumber('en', finding.tickets)}`
      if (finding.kind === 'same') return 'People obtained as many tickets as a year before'
      const percent = formatNumber('en', finding.percent)
      return finding.kind === 'more'
        ? `People obtained ${percent}% more tickets than a year before`
        : `People obtained ${percent}% fewer tickets than a year before`
    },
    summary: (finding: Finding, from: Day, until: Day) =>
      [
        `Tickets obtained with the card by month, ${enMonth(from)} – ${enMonth(until)}.`,
        'before' in finding &&
          `From ${enMonth(finding.from)} to ${enMonth(finding.until)} people obtained ${ticketsIn.en(finding.tickets)}, in the same months a year before ${ticketsIn.en(finding.before)}.`,
      ]
        .filter(Boolean)
        .join(' '),
    currentMonth: 'The current month is not over yet.',
    byMonth: 'Tickets by month',
    month: 'Month',
    adults: 'Adults',
    children: 'Children',
    total: 'Total',
    monthName: enMonth,
    monthsCsv: 'CSV, months',
    byYear: 'The whole country by year',
    year: 'Year',
    cardsRegistered: 'Cards registered',
    cardsTakenIntoUse: 'Cards taken into use',
    adultsIn: (category: string) => `Adults: ${category.toLowerCase()}`,
    childrenIn: (category: string) => `Children: ${category.toLowerCase()}`,
    places: 'Municipalities',
    blank: 'A blank cell is not zero. It means that nothing was recorded.',
    yearsCsv: 'CSV, years',
    yearsJson: 'JSON, years',
    meanings: 'What the figures mean',
  },
})
