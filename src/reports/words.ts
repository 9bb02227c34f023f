import { formatDay, type Language, plural, translated } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import type { Period } from '../publications/rules.ts'
import { periodName } from '../publications/words.ts'
import { fill, localPath } from '../web/paths.ts'
import { type Kind, keyOf, type PlaceKey } from './rules.ts'

const saved = {
  fi: '/raportit/:publication/:kind/:place',
  sv: '/rapporter/:publication/:kind/:place',
  en: '/reports/:publication/:kind/:place',
} as const

export const paths = {
  reports: localPath({ fi: '/raportit', sv: '/rapporter', en: '/reports' }),
  saved: localPath(saved),
  pdf: localPath({
    fi: `${saved.fi}/raportti.pdf`,
    sv: `${saved.sv}/rapport.pdf`,
    en: `${saved.en}/report.pdf`,
  }),
  xlsx: localPath({
    fi: `${saved.fi}/raportti.xlsx`,
    sv: `${saved.sv}/rapport.xlsx`,
    en: `${saved.en}/report.xlsx`,
  }),
  csv: localPath({
    fi: `${saved.fi}/raportti.csv`,
    sv: `${saved.sv}/rapport.csv`,
    en: `${saved.en}/report.csv`,
  }),
  json: localPath({
    fi: `${saved.fi}/raportti.json`,
    sv: `${saved.sv}/rapport.json`,
    en: `${saved.en}/report.json`,
  }),
  /** Takes the report into the archive. */
  archive: localPath({
    fi: `${saved.fi}/arkistoi`,
    sv: `${saved.sv}/arkivera`,
    en: `${saved.en}/archive`,
  }),
}

/** The address of a report that stays: it names the publication, so it gives the same numbers for ever. */
export const savedPath = (
  language: Language,
  report: { kind: Kind; place: PlaceKey; publication: { number: number } },
  what: Exclude<keyof typeof paths, 'reports'> = 'saved',
): string =>
  fill(paths[what][language], {
    ...{ publication: report.publication.number, kind: report.kind, place: keyOf(report.place) },
  })

/** What a file of the report is called, without its ending. */
export const fileName = (report: { kind: Kind; place: PlaceKey; publication: { period: Period } }): string =>
  `kaiku-${report.kind}-${keyOf(report.place)}-${report.publication.period.toLowerCase()}`

export const words = translated({
  fi: {
    title: 'Raportit',
    lead: 'Valitse raportti. Saat valmiin tekstin, kuviot ja taulukot.',
    kind: 'Raportti',
    place: 'Paikka',
    period: 'Jakso',
    show: 'Näytä raportti',
    text: 'Valmis teksti',
    textHint: 'Voit kopioida tekstin sellaisenaan.',
    copy: 'Kopioi teksti',
    copied: 'Teksti on kopioitu',
    files: { pdf: 'Lataa PDF', xlsx: 'Lataa Excel', csv: 'Lataa CSV', json: 'Lataa JSON' },
    permanent: 'Tämä osoite antaa aina samat luvut',
    archive: 'Vie arkistoon',
    archiveTitle: 'Arkisto',
    archiveText: 'Raportti jää arkistoon sellaisena kuin se on nyt. Annat sille diaarinumeron.',
    notYet: 'Raportti ei ole vielä valmis',
    notClosed: (period: Period) => `${periodName('fi', period)} ei ole vielä valmis`,
    closesOn: (day: Day) => `Jakso suljetaan ${formatDay('fi', day)}. Raportti on tällä sivulla sen jälkeen.`,
    why: 'Kohteet voivat kirjata käyttöjä jälkikäteen kahden viikon ajan.',
    silentSites: plural('fi', {
      one: '# kohde ei kirjannut mitään',
      other: '# kohdetta ei kirjannut mitään',
    }),
    silentUnits: plural('fi', {
      one: '# yksikkö ei rekisteröinyt kortteja',
      other: '# yksikköä ei rekisteröinyt kortteja',
    }),
    within: 'Kohteet ja jakavat yksiköt',
    name: 'Nimi',
    municipality: 'Kunta',
    count: 'Lippuja tai kortteja',
    withinHint: 'Kohteen luku on liput, yksikön luku rekisteröidyt kortit.',
    none: 'Lukuja ei ole.',
    yearBefore: (count: string) => `Vuotta aiemmin: ${count}`,
    chartSummary: (name: string, period: string, place: string) => `${name}, ${period}. ${place}.`,
  },
  sv: {
    title: 'Rapporter',
    lead: 'Välj en rapport. Du får en färdig text, diagram och tabeller.',
    kind: 'Rapport',
    place: 'Plats',
    period: 'Period',
    show: 'Visa rapporten',
    text: 'Färdig text',
    textHint: 'Du kan kopiera texten som den är.',
    copy: 'Kopiera texten',
    copied: 'Texten är kopierad',
    files: { pdf: 'Ladda ner PDF', xlsx: 'Ladda ner Excel', csv: 'Ladda ner CSV', json: 'Ladda ner JSON' },
    permanent: 'Den här adressen ger alltid samma siffror',
    archive: 'För till arkivet',
    archiveTitle: 'Arkiv',
    archiveText: 'Rapporten bevaras i arkivet som den är nu. Du ger den ett diarienummer.',
    notYet: 'Rapporten är inte klar ännu',
    notClosed: (period: Period) => `${periodName('sv', period)} är inte klar ännu`,
    closesOn: (day: Day) => `Perioden stängs ${formatDay('sv', day)}. Rapporten finns här efter det.`,
    why: 'Ställena kan registrera användningar i efterhand i två veckor.',
    silentSites: plural('sv', {
      one: '# ställe registrerade ingenting',
      other: '# ställen registrerade ingenting',
    }),
    silentUnits: plural('sv', {
      one: '# enhet registrerade inga kort',
      other: '# enheter registrerade inga kort',
    }),
    within: 'Ställen och utdelande enheter',
    name: 'Namn',
    municipality: 'Kommun',
    count: 'Biljetter eller kort',
    withinHint: 'Ställets siffra är biljetter, enhetens siffra är registrerade kort.',
    none: 'Det finns inga siffror.',
    yearBefore: (count: string) => `Året innan: ${count}`,
    chartSummary: (name: string, period: string, place: string) => `${name}, ${period}. ${place}.`,
  },
  en: {
    title: 'Reports',
    lead: 'Choose a report. You get a ready text, charts and tables.',
    kind: 'Report',
    place: 'Place',
    period: 'Period',
    show: 'Show the report',
    text: 'Ready text',
    textHint: 'You can copy the text as it is.',
    copy: 'Copy the text',
    copied: 'The text is copied',
    files: {
      ...{ pdf: 'Download PDF', xlsx: 'Download Excel', csv: 'Download CSV', json: 'Download JSON' },
    },
    permanent: 'This address always gives the same numbers',
    archive: 'Take into the archive',
    archiveTitle: 'Archive',
    archiveText: 'The report stays in the archive as it is now. You give it a record number.',
    notYet: 'The report is not ready yet',
    notClosed: (period: Period) => `${periodName('en', period)} is not ready yet`,
    closesOn: (day: Day) =>
      `The period closes on ${formatDay('en', day)}. The report is on this page after that.`,
    why: 'Sites can record uses afterwards for two weeks.',
    silentSites: plural('en', {
      one: '# site recorded nothing',
      other: '# sites recorded nothing',
    }),
    silentUnits: plural('en', {
      one: '# unit registered no cards',
      other: '# units registered no cards',
    }),
    within: 'Sites and issuing units',
    name: 'Name',
    municipality: 'Municipality',
    count: 'Tickets or cards',
    withinHint: 'The number of a site is tickets, of a unit cards registered.',
    none: 'There are no figures.',
    yearBefore: (count: string) => `The year before: ${count}`,
    chartSummary: (name: string, period: string, place: string) => `${name}, ${period}. ${place}.`,
  },
})
