import encodeQR from 'qr'
import { aboutLanguages, type HolderLanguage } from '../i18n/holder-languages.ts'
import { formatDay } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import type { Paper } from '../lib/pdf.ts'
import { type MunicipalityNames, municipalityName } from '../network/rules.ts'
import { publicPaths } from '../public-paths.ts'
import type { Facts } from './guide-shape.ts'
import { guideWords, unreviewedWords } from './guide-words.ts'

/** Told to every holder (the issuer's checklist, point 10d). */
const privacyAddress = 'kaikukortti.fi/tietosuojaseloste'

/** More than a page can hold; the page itself says how many are left. */
const mostSites = 80

type Wanted = {
  language: HolderLanguage
  facts: Facts
  /** Null for a guide that is the same everywhere. */
  home: MunicipalityNames | null
  sites: readonly (MunicipalityNames & {
    name: string
    category: keyof (typeof guideWords)['fi']['categories']
  })[]
  today: Day
  origin: string
}

/** One page for the holder: how the card works, and where one can go with it near home. */
export const guidePaper = ({ language, facts, home, sites, today, origin }: Wanted): Paper => {
  const t = guideWords[language]
  const { tag, direction, isReviewed, falls } = aboutLanguages[language]
  const list = `${origin}${publicPaths.sites[falls]}`
  const notes = [
    { lang: tag, text: unreviewedWords[language] },
    { lang: 'fi', text: unreviewedWords.fi },
  ]
  return {
    template: new URL('./guide.typ', import.meta.url),
    data: {
      ...{ title: t.title, lang: tag, direction, isSimple: language === 'fi-simple' },
      ...{ lead: t.lead, ticket: t.ticket, privacy: { ...t.privacy, address: privacyAddress } },
      parts: [t.along, t.children(facts), t.remember, t.renewal(facts), t.lost],
      givenBy: t.givenBy,
      near: home && sites.length > 0 ? t.near : t.places,
      home: home && sites.length > 0 ? municipalityName(home, language) : '',
      sites: sites.slice(0, mostSites).map((site) => ({
        name: site.name,
        category: t.categories[site.category],
        municipality: municipalityName(site, language),
      })),
      ...{ found: sites.length, more: t.more, allPlaces: t.allPlaces },
      list: { url: list, shown: list.replace(/^https?:\/\//, ''), alt: t.scan },
      qr: encodeQR(list, 'svg', { ecc: 'medium', border: 2 }),
      asOf: t.asOf,
      today: formatDay(falls === 'en' && language !== 'en' ? 'fi' : falls, today),
      notes: isReviewed ? [] : tag === 'fi' ? notes.slice(0, 1) : notes,
    },
  }
}
