import { formatDay, formatNumber, type Language, plural, translated } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import type { UseKind } from '../uses/rules.ts'
import { localPath } from '../web/paths.ts'
import type { Who } from './forms.ts'

const own = { fi: '/oma-kohde/hyva-tahto', sv: '/mitt-besoksmal/god-vilja', en: '/my-site/goodwill' } as const
const kept = {
  fi: '/kohteet-yllapito/:site/hyva-tahto',
  sv: '/stallen-underhall/:site/god-vilja',
  en: '/places-upkeep/:site/goodwill',
} as const
const area = { fi: '/hyva-tahto', sv: '/god-vilja', en: '/goodwill' } as const

/** The pages of one site's ledger below its address: for the venue itself, and for its keepers. */
const pathsBelow = <const Base extends Record<Language, string>>({ fi, sv, en }: Base) => ({
  ledger: localPath({ fi, sv, en }),
  csv: localPath({ fi: `${fi}/luettelo.csv`, sv: `${sv}/lista.csv`, en: `${en}/list.csv` }),
  workbook: localPath({ fi: `${fi}/luettelo.xlsx`, sv: `${sv}/lista.xlsx`, en: `${en}/list.xlsx` }),
  certificate: localPath({ fi: `${fi}/todistus.pdf`, sv: `${sv}/intyg.pdf`, en: `${en}/certificate.pdf` }),
  prices: localPath({ fi: `${fi}/hinnat`, sv: `${sv}/priser`, en: `${en}/prices` }),
  newPrices: localPath({ fi: `${fi}/hinnat/uudet`, sv: `${sv}/priser/nya`, en: `${en}/prices/new` }),
  correct: localPath({
    fi: `${fi}/hinnat/:prices/korjaa`,
    sv: `${sv}/priser/:prices/ratta`,
    en: `${en}/prices/:prices/correct`,
  }),
  takeBack: localPath({
    fi: `${fi}/hinnat/:prices/poista`,
    sv: `${sv}/priser/:prices/ta-bort`,
    en: `${en}/prices/:prices/remove`,
  }),
  giveBack: localPath({
    fi: `${fi}/hinnat/:prices/palauta`,
    sv: `${sv}/priser/:prices/aterstall`,
    en: `${en}/prices/:prices/restore`,
  }),
})

export const paths = {
  own: pathsBelow(own),
  kept: pathsBelow(kept),
  area: {
    ledger: localPath(area),
    csv: localPath({ fi: '/hyva-tahto/luettelo.csv', sv: '/god-vilja/lista.csv', en: '/goodwill/list.csv' }),
    workbook: localPath({
      fi: '/hyva-tahto/luettelo.xlsx',
      sv: '/god-vilja/lista.xlsx',
      en: '/goodwill/list.xlsx',
    }),
  },
}

const euros = (language: Language) => {
  const format = new Intl.NumberFormat(language === 'en' ? 'en-GB' : language, {
    style: 'currency',
    currency: 'EUR',
  })
  return (cents: number) => format.format(cents / 100)
}
const [fiEuros, svEuros, enEuros] = [euros('fi'), euros('sv'), euros('en')]

/** A sum in euros as a reader of the language writes it: `12,50 €` (fi, sv), `€12.50` (en). */
export const formatEuros: Record<Language, (cents: number) => string> = {
  fi: fiEuros,
  sv: svEuros,
  en: enEuros,
}

const kinds = (texts: Record<UseKind, string>) => texts
const whos = (texts: Record<Who, string>) => texts
const times = (texts: Record<'coming' | 'now' | 'earlier', string>) => texts
export const deeds = ['added', 'corrected', 'taken-back', 'given-back'] as const
export type Deed = (typeof deeds)[number]
const byDeed = (texts: Record<Deed, string>) => texts

const sites = {
  fi: plural('fi', { one: '# kohteelta', other: '# kohteelta' }),
  sv: plural('sv', { one: '# ställe', other: '# ställen' }),
  en: plural('en', { one: '# site', other: '# sites' }),
}
const tickets = {
  fi: plural('fi', { one: '# lipulta', other: '# lipulta' }),
  sv: plural('sv', { one: '# biljett', other: '# biljetter' }),
  en: plural('en', { one: '# ticket', other: '# tickets' }),
}

export const words = translated({
  fi: {
    title: 'Annetut liput',
    lead: 'Mitä kohde on antanut hyvästä tahdosta. Kiitos jokaisesta lipusta.',
    siteTitle: (site: string) => `Annetut liput: ${site}`,
    areaLead: 'Mitä kohteet ovat antaneet hyvästä tahdosta. Kiitos niille kaikille.',
    yearsOf: 'Vuosi',
    tickets: 'Lippuja',
    children: 'Niistä lapsille',
    community: 'Niistä yhteisön korteilla',
    value: 'Arvo',
    noValue: 'ei tiedossa',
    inYear: (label: string, year: number) => `${label} ${year}`,
    none: 'Annettuja lippuja ei vielä ole',
    noneWhy: 'Liput näkyvät tässä, kun ensimmäinen käyttö on kirjattu.',
    noneInArea: 'Alueen kohteet eivät ole vielä kirjanneet lippuja.',
    unpriced: (count: number) => `Hinta puuttuu ${tickets.fi(count)}`,
    unpricedWhy: 'Arvossa ovat vain ne liput, joiden hinta tiedetään. Lisää hinnat, niin arvo täydentyy.',
    unpricedSites: (count: number) => `Hintoja puuttuu ${sites.fi(count)}`,
    unpricedSitesWhy: 'Niiden hinnattomat liput eivät ole arvossa mukana. Lippujen määrissä ne ovat.',
    byMonth: (year: number) => `Kuukausittain ${year}`,
    byYear: 'Vuosittain',
    bySite: (year: number) => `Kohteittain ${year}`,
    month: 'Kuukausi',
    year: 'Vuosi',
    site: 'Kohde',
    municipality: 'Kunta',
    unpricedTickets: 'Lippuja ilman hintaa',
    total: 'Yhteensä',
    quiet: (year: number) => `Ei kirjattuja lippuja ${year}`,
    quietWhy: 'Kohteet, jotka olivat mukana mutta eivät kirjanneet yhtään lippua. Kysy, tarvitaanko apua.',
    lastUsed: 'Viimeksi kirjattu',
    never: 'ei koskaan',
    csv: 'CSV',
    workbook: 'XLSX',
    certificate: (year: number) => `Tulosta todistus ${year}`,
    toPrices: 'Lippujen hinnat',
    meaning: 'Mitä luvut tarkoittavat',
    meanings: [
      'Lippu on yksi aikuisen tai lapsen pääsylippu, kurssipaikka tai kausikortti. Avustajien ja tulkkien lippuja ei lasketa.',
      'Mukana ovat henkilökohtaiset ja yhteisöjen kortit. Kumottuja kirjauksia ei lasketa.',
      'Arvo on lippujen määrä kertaa hinta, jonka muu kävijä maksaa. Kuukauden lipuilla on kuukauden 1. päivän hinta.',
      'Todistukseen tulevat suljettujen neljännesten ja vuosien luvut. Neljännes suljetaan 15 päivää sen päättymisen jälkeen. Luku jää pois, jos se kertoisi alle viidestä kortista.',
      'Liput on annettu lahjaksi. Arvo ei ole lasku eikä saatava.',
    ],
    asOf: (day: Day) => `Tilanne ${formatDay('fi', day)}. Myöhässä kirjatut liput voivat muuttaa lukuja.`,
    pricesTitle: 'Lippujen hinnat',
    pricesLead: 'Hinnat, jotka muu kävijä maksaa. Niistä lasketaan, minkä arvoisia annetut liput ovat.',
    noPrices: 'Hintoja ei vielä ole',
    noPricesWhy: 'Kun lisäät hinnat, näet annettujen lippujen arvon ja se tulee todistukseen.',
    addPrices: 'Lisää hinnat',
    correct: 'Korjaa',
    takeBack: 'Poista',
    giveBack: 'Palauta',
    lists: 'Hinnastot',
    from: 'Alkaen',
    state: 'Tila',
    priceColumn: 'Hinnat',
    change: 'Muuta',
    times: times({ coming: 'tulossa', now: 'voimassa', earlier: 'aiempi' }),
    removed: 'Poistetut hinnat',
    removedWhy: 'Näitä ei lasketa mukaan. Voit palauttaa ne.',
    nothing: 'Ei hintoja.',
    kinds: kinds({ ticket: 'Lippu', 'course-place': 'Kurssipaikka', 'season-pass': 'Kausikortti' }),
    whos: whos({ adult: 'Aikuinen, euroa', child: 'Lapsi, euroa' }),
    priceOf: (kind: string, adult: string, child: string) => `${kind}: aikuinen ${adult}, lapsi ${child}`,
    newTitle: 'Lisää hinnat',
    newLead: 'Hinnat ovat voimassa, kunnes seuraavat alkavat. Aiempien kuukausien arvo ei muutu.',
    correctTitle: 'Korjaa hinnat',
    correctLead: 'Näiden hintojen aikana annettujen lippujen arvo lasketaan uudelleen.',
    fromField: 'Mistä päivästä alkaen?',
    fromHint: 'Esimerkiksi 1.1.2026. Kuukauden lipuilla on kuukauden 1. päivän hinta.',
    priceHint: 'Esimerkiksi 12,50. Jätä tyhjäksi ne lajit, joilla ei ole hintaa.',
    childHint: 'Kirjoita 0, jos lapset pääsevät muutenkin maksutta.',
    savePrices: 'Tallenna hinnat',
    takeBackTitle: 'Poista hinnat',
    takeBackAsk: (from: Day) =>
      `Hinnat ${formatDay('fi', from)} alkaen jäävät pois laskuista. Voit palauttaa ne myöhemmin.`,
    takeBackButton: 'Poista hinnat',
    deeds: byDeed({
      added: 'Hinnat on lisätty.',
      corrected: 'Hinnat on korjattu.',
      'taken-back': 'Hinnat on poistettu.',
      'given-back': 'Hinnat ovat taas voimassa.',
    }),
    problems: {
      'from-missing': 'Kirjoita päivä, josta hinnat alkavat.',
      'from-form': 'Kirjoita päivä näin: 1.1.2026.',
      'from-early': 'Valitse päivä vuodesta 2015 alkaen.',
      'from-far': 'Valitse päivä enintään vuoden päästä.',
      'from-taken': 'Siitä päivästä alkaa jo hinnat. Korjaa niitä tai valitse toinen päivä.',
      'price-form': 'Kirjoita hinta näin: 12,50.',
      'price-high': 'Kirjoita enintään 1 000 euron hinta.',
      'price-other': 'Kirjoita tähänkin hinta. Nolla käy.',
      'price-missing': 'Kirjoita ainakin yhden lippulajin hinnat.',
      gone: 'Nämä hinnat on jo poistettu tai palautettu.',
    } as Record<string, string>,
  },
  sv: {
    title: 'Givna biljetter',
    lead: 'Vad stället har gett av god vilja. Tack för varje biljett.',
    siteTitle: (site: string) => `Givna biljetter: ${site}`,
    areaLead: 'Vad ställena har gett av god vilja. Tack till dem alla.',
    yearsOf: 'År',
    tickets: 'Biljetter',
    children: 'Av dem för barn',
    community: 'Av dem med gemenskapers kort',
    value: 'Värde',
    noValue: 'inte känt',
    inYear: (label: string, year: number) => `${label} ${year}`,
    none: 'Inga biljetter har getts ännu',
    noneWhy: 'Biljetterna visas här när den första användningen har registrerats.',
    noneInArea: 'Områdets ställen har inte registrerat några biljetter ännu.',
    unpriced: (count: number) => `${tickets.sv(count)} saknar pris`,
    unpricedWhy:
      'I värdet ingår bara de biljetter som har ett känt pris. Lägg till priser, så blir värdet helt.',
    unpricedSites: (count: number) => `${sites.sv(count)} saknar priser`,
    unpricedSitesWhy: 'Deras biljetter utan pris ingår inte i värdet. I antalet biljetter ingår de.',
    byMonth: (year: number) => `Per månad ${year}`,
    byYear: 'Per år',
    bySite: (year: number) => `Per ställe ${year}`,
    month: 'Månad',
    year: 'År',
    site: 'Ställe',
    municipality: 'Kommun',
    unpricedTickets: 'Biljetter utan pris',
    total: 'Totalt',
    quiet: (year: number) => `Inga registrerade biljetter ${year}`,
    quietWhy: 'Ställen som var med men inte registrerade en enda biljett. Fråga om de behöver hjälp.',
    lastUsed: 'Senast registrerat',
    never: 'aldrig',
    csv: 'CSV',
    workbook: 'XLSX',
    certificate: (year: number) => `Skriv ut intyget ${year}`,
    toPrices: 'Biljetternas priser',
    meaning: 'Vad siffrorna betyder',
    meanings: [
      'En biljett är en vuxens eller ett barns inträde, en kursplats eller ett säsongskort. Biljetter för assistenter och tolkar räknas inte.',
      'Personliga kort och gemenskapers kort ingår. Ångrade registreringar räknas inte.',
      'Värdet är antalet biljetter gånger priset som andra besökare betalar. En månads biljetter har priset på månadens första dag.',
      'På intyget finns siffrorna för stängda kvartal och år. Ett kvartal stängs 15 dagar efter att det har tagit slut. En siffra utelämnas om den skulle röja färre än fem kort.',
      'Biljetterna är gåvor. Värdet är varken en faktura eller en fordran.',
    ],
    asOf: (day: Day) => `Läget ${formatDay('sv', day)}. Sent registrerade biljetter kan ändra siffrorna.`,
    pricesTitle: 'Biljetternas priser',
    pricesLead: 'Priserna som andra besökare betalar. Av dem räknas vad de givna biljetterna är värda.',
    noPrices: 'Det finns inga priser ännu',
    noPricesWhy: 'När du lägger till priser ser du biljetternas värde, och det kommer med i intyget.',
    addPrices: 'Lägg till priser',
    correct: 'Rätta',
    takeBack: 'Ta bort',
    giveBack: 'Återställ',
    lists: 'Prislistor',
    from: 'Från och med',
    state: 'Läge',
    priceColumn: 'Priser',
    change: 'Ändra',
    times: times({ coming: 'kommande', now: 'gäller', earlier: 'tidigare' }),
    removed: 'Borttagna priser',
    removedWhy: 'De här räknas inte med. Du kan återställa dem.',
    nothing: 'Inga priser.',
    kinds: kinds({ ticket: 'Biljett', 'course-place': 'Kursplats', 'season-pass': 'Säsongskort' }),
    whos: whos({ adult: 'Vuxen, euro', child: 'Barn, euro' }),
    priceOf: (kind: string, adult: string, child: string) => `${kind}: vuxen ${adult}, barn ${child}`,
    newTitle: 'Lägg till priser',
    newLead: 'Priserna gäller tills nästa börjar. Värdet för tidigare månader ändras inte.',
    correctTitle: 'Rätta priserna',
    correctLead: 'Värdet på biljetterna som getts under de här priserna räknas om.',
    fromField: 'Från och med vilken dag?',
    fromHint: 'Till exempel 1.1.2026. En månads biljetter har priset på månadens första dag.',
    priceHint: 'Till exempel 12,50. Lämna tomt för de slag som inte har något pris.',
    childHint: 'Skriv 0 om barn kommer in gratis också annars.',
    savePrices: 'Spara priserna',
    takeBackTitle: 'Ta bort priserna',
    takeBackAsk: (from: Day) =>
      `Priserna från och med ${formatDay('sv', from)} räknas inte med. Du kan återställa dem senare.`,
    takeBackButton: 'Ta bort priserna',
    deeds: byDeed({
      added: 'Priserna är tillagda.',
      corrected: 'Priserna är rättade.',
      'taken-back': 'Priserna är borttagna.',
      'given-back': 'Priserna gäller igen.',
    }),
    problems: {
      'from-missing': 'Skriv dagen då priserna börjar gälla.',
      'from-form': 'Skriv dagen så här: 1.1.2026.',
      'from-early': 'Välj en dag från och med år 2015.',
      'from-far': 'Välj en dag högst ett år framåt.',
      'from-taken': 'Från den dagen finns redan priser. Rätta dem eller välj en annan dag.',
      'price-form': 'Skriv priset så här: 12,50.',
      'price-high': 'Skriv ett pris på högst 1 000 euro.',
      'price-other': 'Skriv ett pris här också. Noll duger.',
      'price-missing': 'Skriv priserna för åtminstone ett slags biljett.',
      gone: 'De här priserna är redan borttagna eller återställda.',
    },
  },
  en: {
    title: 'Tickets given',
    lead: 'What the site has given in goodwill. Thank you for each ticket.',
    siteTitle: (site: string) => `Tickets given: ${site}`,
    areaLead: 'What the sites have given in goodwill. Thanks to them all.',
    yearsOf: 'Year',
    tickets: 'Tickets',
    children: 'Of these for children',
    community: 'Of these with community cards',
    value: 'Value',
    noValue: 'not known',
    inYear: (label: string, year: number) => `${label} ${year}`,
    none: 'No tickets have been given yet',
    noneWhy: 'Tickets are shown here once the first use has been recorded.',
    noneInArea: 'The sites of the area have not recorded any tickets yet.',
    unpriced: (count: number) => `${tickets.en(count)} without a price`,
    unpricedWhy: 'The value has only those tickets whose price is known. Add prices to complete it.',
    unpricedSites: (count: number) => `Prices are missing at ${sites.en(count)}`,
    unpricedSitesWhy:
      'Their tickets without a price are not in the value. They are in the numbers of tickets.',
    byMonth: (year: number) => `By month ${year}`,
    byYear: 'By year',
    bySite: (year: number) => `By site ${year}`,
    month: 'Month',
    year: 'Year',
    site: 'Site',
    municipality: 'Municipality',
    unpricedTickets: 'Tickets without a price',
    total: 'Total',
    quiet: (year: number) => `No tickets recorded ${year}`,
    quietWhy: 'Sites that took part but recorded not one ticket. Ask whether they need help.',
    lastUsed: 'Last recorded',
    never: 'never',
    csv: 'CSV',
    workbook: 'XLSX',
    certificate: (year: number) => `Print the certificate ${year}`,
    toPrices: 'Ticket prices',
    meaning: 'What the figures mean',
    meanings: [
      'A ticket is an adult’s or child’s admission, a course place or a season pass. Tickets for assistants and interpreters are not counted.',
      'Personal cards and community cards are included. Undone records are not counted.',
      'The value is the number of tickets times the price that other visitors pay. A month’s tickets have the price of its first day.',
      'The certificate has the figures of closed quarters and years. A quarter is closed 15 days after it ends. A figure is left out if it would tell of fewer than five cards.',
      'The tickets are gifts. The value is neither a bill nor a debt.',
    ],
    asOf: (day: Day) => `As of ${formatDay('en', day)}. Late entries may change the figures.`,
    pricesTitle: 'Ticket prices',
    pricesLead: 'The prices that other visitors pay. They tell what the tickets given are worth.',
    noPrices: 'There are no prices yet',
    noPricesWhy: 'Add prices to see the value of the tickets given, also on the certificate.',
    addPrices: 'Add prices',
    correct: 'Correct',
    takeBack: 'Remove',
    giveBack: 'Restore',
    lists: 'Price lists',
    from: 'From',
    state: 'State',
    priceColumn: 'Prices',
    change: 'Change',
    times: times({ coming: 'coming', now: 'in force', earlier: 'earlier' }),
    removed: 'Removed prices',
    removedWhy: 'These are not counted. You can restore them.',
    nothing: 'No prices.',
    kinds: kinds({ ticket: 'Ticket', 'course-place': 'Course place', 'season-pass': 'Season pass' }),
    whos: whos({ adult: 'Adult, euros', child: 'Child, euros' }),
    priceOf: (kind: string, adult: string, child: string) => `${kind}: adult ${adult}, child ${child}`,
    newTitle: 'Add prices',
    newLead: 'The prices hold until the next ones begin. The value of earlier months does not change.',
    correctTitle: 'Correct the prices',
    correctLead: 'The value of tickets given while these prices hold is counted anew.',
    fromField: 'From which day on?',
    fromHint: 'For example 1.1.2026. A month’s tickets have the price of its first day.',
    priceHint: 'For example 12.50. Leave blank the kinds that have no price.',
    childHint: 'Write 0 if children come in free anyway.',
    savePrices: 'Save the prices',
    takeBackTitle: 'Remove the prices',
    takeBackAsk: (from: Day) =>
      `The prices from ${formatDay('en', from)} are left out of the sums. You can restore them later.`,
    takeBackButton: 'Remove the prices',
    deeds: byDeed({
      added: 'The prices have been added.',
      corrected: 'The prices have been corrected.',
      'taken-back': 'The prices have been removed.',
      'given-back': 'The prices hold again.',
    }),
    problems: {
      'from-missing': 'Write the day on which the prices begin.',
      'from-form': 'Write the day like this: 1.1.2026.',
      'from-early': 'Choose a day from the year 2015 on.',
      'from-far': 'Choose a day within a year from now.',
      'from-taken': 'Prices begin on that day already. Correct them or choose another day.',
      'price-form': 'Write the price like this: 12.50.',
      'price-high': 'Write a price of at most 1,000 euros.',
      'price-other': 'Write a price here too. Zero is fine.',
      'price-missing': 'Write the prices of at least one kind of ticket.',
      gone: 'These prices have been removed or restored already.',
    },
  },
})

/** What a value says: a sum, or that it is not known. */
export const sayValue = (language: Language, cents: number | null): string =>
  cents === null ? words[language].noValue : formatEuros[language](cents)

/** A sum without cents. */
export const sayWholeEuros = (language: Language, cents: number): string =>
  formatEuros[language](Math.round(cents / 100) * 100).replace(/[,.]00(?=\D*$)/, '')

const tenThousandEuros = 1_000_000

/** A sum at the head of a page: in whole euros where cents are lost among thousands anyway. */
export const sayRoundly = (language: Language, cents: number | null): string =>
  cents === null || cents < tenThousandEuros ? sayValue(language, cents) : sayWholeEuros(language, cents)

/** A count, blank where there is nothing. */
export const sayCount = (language: Language, count: number): string =>
  count === 0 ? '' : formatNumber(language, count)
