import { formatDay, plural, translated } from '../i18n/translated.ts'
import { localPath } from '../web/paths.ts'
import type { OwnPart, Standing } from './rules.ts'

export const paths = {
  /** All that somebody keeps. */
  list: localPath({ fi: '/sitoumukset', sv: '/forbindelser', en: '/commitments' }),
  file: localPath({
    fi: '/sitoumukset/luettelo.csv',
    sv: '/forbindelser/lista.csv',
    en: '/commitments/list.csv',
  }),
  workbook: localPath({
    fi: '/sitoumukset/luettelo.xlsx',
    sv: '/forbindelser/lista.xlsx',
    en: '/commitments/list.xlsx',
  }),
  /** What a partner was sent. */
  own: localPath({ fi: '/omat-sitoumukset', sv: '/egna-forbindelser', en: '/own-commitments' }),
}

const standings = <Words extends Record<Standing['kind'], string>>(names: Words) => names
const parts = (names: Record<OwnPart, string>) => names
const missing = {
  fi: plural('fi', { one: 'Odottaa # allekirjoitusta', other: 'Odottaa # allekirjoitusta' }),
  sv: plural('sv', { one: 'Väntar på # underskrift', other: 'Väntar på # underskrifter' }),
  en: plural('en', { one: 'Waits for # signature', other: 'Waits for # signatures' }),
}

export const words = translated({
  fi: {
    title: 'Sitoumukset',
    search: 'Hae osapuolen nimeä',
    count: plural('fi', { one: '# sitoumus', other: '# sitoumusta' }),
    none: 'Haulla ei löytynyt sitoumuksia.',
    noneYet: 'Sitoumuksia ei ole vielä',
    noneYetWhy: 'Sitoumus kertoo, mihin kumppanit lupautuvat. Tee ensin luonnos.',
    caption: 'Ensin ne, jotka odottavat jotakin',
    parties: 'Osapuolet',
    area: 'Alue',
    kind: 'Laji',
    standing: 'Tila',
    model: 'Toimintamallin versio',
    modelOne: (number: number) => `Versio ${number}`,
    ends: 'Päättyy',
    endsWithin: plural('fi', { one: '# kuukauden kuluessa', other: '# kuukauden kuluessa' }),
    days: 'Voimassaolo',
    from: (day: string) => `${formatDay('fi', day)} alkaen`,
    between: (from: string, until: string) => `${formatDay('fi', from)}–${formatDay('fi', until)}`,
    noArea: 'Ei alueella',
    standings: standings({
      draft: 'Luonnos',
      waiting: 'Odottaa allekirjoituksia',
      coming: 'Alkaa myöhemmin',
      'in-force': 'Voimassa',
      ending: 'Päättyy',
      ended: 'Päättynyt',
      declined: 'Kieltäydytty',
      expired: 'Määräaika ohi',
      cancelled: 'Peruttu',
    }),
    missing: missing.fi,
    coming: (day: string) => `Voimassa ${formatDay('fi', day)} alkaen`,
    ending: (day: string) => `Päättyy ${formatDay('fi', day)}`,
    renewals: 'Päättyvät sitoumukset',
    ownTitle: 'Omat sitoumukset',
    ownLead: 'Tässä ovat sitoumukset, joissa organisaatiosi on mukana.',
    ownNone: 'Sinulla ei ole vielä sitoumuksia',
    ownNoneWhy: 'Saat sähköpostia, kun sitoumus odottaa allekirjoitustasi.',
    parts: parts({
      mine: 'Odottaa sinua',
      others: 'Odottaa muita',
      'in-force': 'Voimassa',
      past: 'Aiemmat',
    }),
    partNone: 'Ei yhtään.',
    sign: 'Lue ja allekirjoita',
    life: 'Voimassaolo',
    deed: 'Mitä voit tehdä',
  },
  sv: {
    title: 'Förbindelser',
    search: 'Sök partens namn',
    count: plural('sv', { one: '# förbindelse', other: '# förbindelser' }),
    none: 'Sökningen gav inga förbindelser.',
    noneYet: 'Det finns inga förbindelser ännu',
    noneYetWhy: 'Förbindelsen säger vad parterna lovar. Gör först ett utkast.',
    caption: 'Först de som väntar på något',
    parties: 'Parter',
    area: 'Område',
    kind: 'Slag',
    standing: 'Läge',
    model: 'Verksamhetsmodellens version',
    modelOne: (number: number) => `Version ${number}`,
    ends: 'Upphör',
    endsWithin: plural('sv', { one: 'inom # månad', other: 'inom # månader' }),
    days: 'Giltighet',
    from: (day: string) => `från ${formatDay('sv', day)}`,
    between: (from: string, until: string) => `${formatDay('sv', from)}–${formatDay('sv', until)}`,
    noArea: 'Inget område',
    standings: standings({
      draft: 'Utkast',
      waiting: 'Väntar på underskrifter',
      coming: 'Börjar senare',
      'in-force': 'I kraft',
      ending: 'Upphör',
      ended: 'Har upphört',
      declined: 'Avböjd',
      expired: 'Tiden har gått ut',
      cancelled: 'Avbruten',
    }),
    missing: missing.sv,
    coming: (day: string) => `I kraft från ${formatDay('sv', day)}`,
    ending: (day: string) => `Upphör ${formatDay('sv', day)}`,
    renewals: 'Förbindelser som upphör',
    ownTitle: 'Egna förbindelser',
    ownLead: 'Här är förbindelserna där din organisation är part.',
    ownNone: 'Du har inga förbindelser ännu',
    ownNoneWhy: 'Du får e-post när en förbindelse väntar på din underskrift.',
    parts: parts({
      mine: 'Väntar på dig',
      others: 'Väntar på andra',
      'in-force': 'I kraft',
      past: 'Tidigare',
    }),
    partNone: 'Inga.',
    sign: 'Läs och underteckna',
    life: 'Giltighet',
    deed: 'Vad du kan göra',
  },
  en: {
    title: 'Commitments',
    search: 'Search the name of a party',
    count: plural('en', { one: '# commitment', other: '# commitments' }),
    none: 'No commitments were found.',
    noneYet: 'There are no commitments yet',
    noneYetWhy: 'A commitment tells what the parties promise. Make a draft first.',
    caption: 'Those that wait for something first',
    parties: 'Parties',
    area: 'Area',
    kind: 'Kind',
    standing: 'State',
    model: 'Version of the operating model',
    modelOne: (number: number) => `Version ${number}`,
    ends: 'Ends',
    endsWithin: plural('en', { one: 'within # month', other: 'within # months' }),
    days: 'Validity',
    from: (day: string) => `from ${formatDay('en', day)}`,
    between: (from: string, until: string) => `${formatDay('en', from)}–${formatDay('en', until)}`,
    noArea: 'No area',
    standings: standings({
      draft: 'Draft',
      waiting: 'Waits for signatures',
      coming: 'Begins later',
      'in-force': 'In force',
      ending: 'Ends',
      ended: 'Ended',
      declined: 'Declined',
      expired: 'Not signed in time',
      cancelled: 'Cancelled',
    }),
    missing: missing.en,
    coming: (day: string) => `In force from ${formatDay('en', day)}`,
    ending: (day: string) => `Ends ${formatDay('en', day)}`,
    renewals: 'Commitments that end soon',
    ownTitle: 'Own commitments',
    ownLead: 'These are the commitments that your organisation is a party of.',
    ownNone: 'You have no commitments yet',
    ownNoneWhy: 'You get e-mail when a commitment waits for your signature.',
    parts: parts({
      mine: 'Waits for you',
      others: 'Waits for others',
      'in-force': 'In force',
      past: 'Earlier',
    }),
    partNone: 'None.',
    sign: 'Read and sign',
    life: 'Validity',
    deed: 'What you can do',
  },
})

/** The state as a tag says it, with its number or its day. */
export const standingWords = (language: 'fi' | 'sv' | 'en', standing: Standing): string => {
  const t = words[language]
  if (standing.kind === 'waiting') return t.missing(standing.missing)
  if (standing.kind === 'coming') return t.coming(standing.from)
  return standing.kind === 'ending' ? t.ending(standing.on) : t.standings[standing.kind]
}

/** The days between which it is in force. */
export const daysWords = (language: 'fi' | 'sv' | 'en', from: string, last: string | null): string =>
  last === null ? words[language].from(from) : words[language].between(from, last)
