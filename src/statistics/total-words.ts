import { formatDay, formatNumber, type Language, translated } from '../i18n/translated.ts'
import type { NetworkTotals } from '../network/rules.ts'
import type { PublishedYear } from './published-rules.ts'
import { spansOf, type Totals } from './total-rules.ts'

const network = (texts: Record<keyof NetworkTotals, string>) => texts
type Told = Pick<PublishedYear, 'source' | 'asOf'>

/** The words for what there has been since the beginning, here and on the front page. */
export const totalWords = translated({
  fi: {
    title: (since: number) => `Vuodesta ${since}`,
    cards: 'Kortteja rekisteröity',
    tickets: 'Lippuja ja kurssipaikkoja',
    children: 'Niistä lapsille',
    what: 'Verkosto',
    now: 'Nyt',
    ever: 'Kaikkiaan',
    network: network({
      units: 'Jakavia yksiköitä',
      sites: 'Kohteita',
      municipalities: 'Kuntia',
      counties: 'Hyvinvointialueita',
    }),
    asOf: (day: string) => `Tilanne ${formatDay('fi', day)}.`,
    include: (years: readonly number[]) => `Mukana ovat myös muualla julkaistut luvut: ${spansOf(years)}.`,
    incomplete: (years: readonly number[]) => `Osa luvuista puuttuu: ${spansOf(years)}.`,
    reach: ({ municipalities, counties, sites }: Totals) =>
      `Kaikkiaan mukana on ollut ${formatNumber('fi', municipalities.ever)} kuntaa, ${formatNumber('fi', counties.ever)} hyvinvointialuetta ja ${formatNumber('fi', sites.ever)} kohdetta.`,
    mark: 'julkaistu muualla',
    from: (year: number, { source, asOf }: Told) =>
      `* ${year}: vain muualla julkaistut luvut. ${source}, tilanne ${formatDay('fi', asOf)}.`,
    superseded: ({ year, total, source, asOf }: PublishedYear) =>
      total === null
        ? `${year} julkaistiin aiemmin muualla: ${source}, tilanne ${formatDay('fi', asOf)}.`
        : `${year} julkaistiin aiemmin muualla: ${formatNumber('fi', total)} lippua. ${source}, tilanne ${formatDay('fi', asOf)}.`,
  },
  sv: {
    title: (since: number) => `Sedan ${since}`,
    cards: 'Registrerade kort',
    tickets: 'Biljetter och kursplatser',
    children: 'Av dem för barn',
    what: 'Nätverket',
    now: 'Nu',
    ever: 'Genom tiderna',
    network: network({
      units: 'Enheter som delar ut kort',
      sites: 'Ställen',
      municipalities: 'Kommuner',
      counties: 'Välfärdsområden',
    }),
    asOf: (day: string) => `Läget ${formatDay('sv', day)}.`,
    include: (years: readonly number[]) =>
      `Siffror som publicerats på annat håll ingår också: ${spansOf(years)}.`,
    incomplete: (years: readonly number[]) => `En del av siffrorna saknas: ${spansOf(years)}.`,
    reach: ({ municipalities, counties, sites }: Totals) =>
      `Genom tiderna har ${formatNumber('sv', municipalities.ever)} kommuner, ${formatNumber('sv', counties.ever)} välfärdsområden och ${formatNumber('sv', sites.ever)} ställen varit med.`,
    mark: 'publicerat på annat håll',
    from: (year: number, { source, asOf }: Told) =>
      `* ${year}: bara siffror som publicerats på annat håll. ${source}, läget ${formatDay('sv', asOf)}.`,
    superseded: ({ year, total, source, asOf }: PublishedYear) =>
      total === null
        ? `${year} publicerades tidigare på annat håll: ${source}, läget ${formatDay('sv', asOf)}.`
        : `${year} publicerades tidigare på annat håll: ${formatNumber('sv', total)} biljetter. ${source}, läget ${formatDay('sv', asOf)}.`,
  },
  en: {
    title: (since: number) => `Since ${since}`,
    cards: 'Cards registered',
    tickets: 'Tickets and course places',
    children: 'Of these for children',
    what: 'The network',
    now: 'Now',
    ever: 'Ever',
    network: network({
      units: 'Units that issue cards',
      sites: 'Sites',
      municipalities: 'Municipalities',
      counties: 'Wellbeing services counties',
    }),
    asOf: (day: string) => `As of ${formatDay('en', day)}.`,
    include: (years: readonly number[]) => `Figures published elsewhere are included: ${spansOf(years)}.`,
    incomplete: (years: readonly number[]) => `Some of the figures are missing: ${spansOf(years)}.`,
    reach: ({ municipalities, counties, sites }: Totals) =>
      `In all, ${formatNumber('en', municipalities.ever)} municipalities, ${formatNumber('en', counties.ever)} counties and ${formatNumber('en', sites.ever)} sites have taken part.`,
    mark: 'published elsewhere',
    from: (year: number, { source, asOf }: Told) =>
      `* ${year}: only figures published elsewhere. ${source}, as of ${formatDay('en', asOf)}.`,
    superseded: ({ year, total, source, asOf }: PublishedYear) =>
      total === null
        ? `${year} was published elsewhere before: ${source}, as of ${formatDay('en', asOf)}.`
        : `${year} was published elsewhere before: ${formatNumber('en', total)} tickets. ${source}, as of ${formatDay('en', asOf)}.`,
  },
})

/** What of the sums was not counted here, in sentences. */
export const publishedNotes = (language: Language, { published, incomplete }: Totals): string[] => {
  const t = totalWords[language]
  return [
    ...(published.length > 0 ? [t.include(published)] : []),
    ...(incomplete.length > 0 ? [t.incomplete(incomplete)] : []),
  ]
}
