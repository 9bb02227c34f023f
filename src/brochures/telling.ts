import { compareFor } from '../i18n/holder-format.ts'
import {
  aboutLanguages,
  type HolderLanguage,
  isHolderLanguage,
  textOrderFor,
} from '../i18n/holder-languages.ts'
import { municipalityName } from '../network/rules.ts'
import { publicPaths } from '../public-paths.ts'
import { fill } from '../web/paths.ts'
import { byMunicipality, type Content, type ListedSite, type ListedUnit, type Part } from './rules.ts'

/** Told to every holder (the issuer's checklist, point 10d). */
const privacyAddress = 'kaikukortti.fi/tietosuojaseloste'

/** A telephone number stays on one line. */
const unbroken = (line: string) => line.replaceAll(/(?<=\d) (?=\d)/g, '\u00a0')

/** Text in whichever language it exists in. */
type Said = { text: string; lang: string }
export type ToldPlace = {
  id: number
  name: string
  /** Of a site, what it is; of a unit, whose it is. Null where the name says it already. */
  note: Said | null
  /** The word for a place that is not taking the card yet. */
  coming: string | null
  street: string | null
  how: Said | null
}
export type Group = { municipality: string; places: ToldPlace[] }

/** An edition as its reader meets it: on paper, on the web and as plain text alike. */
export type Told = {
  area: string
  municipalities: string[]
  foreword: string[]
  parts: Part[]
  /** The area's own words; null where it has none in this language. */
  goodToKnow: Part | null
  privacy: Part & { address: string }
  places: { title: string; groups: Group[] }
  units: Part & { groups: Group[] }
  contact: Part
  /** Where the register tells what holds now. */
  address: string
}

const paragraphsOf = (text: string) =>
  text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** Plain Finnish has one sentence a line; a step of several stays one step. */
const bySentence = (line: string) => line.replaceAll(/(?<=[.?!]) +(?=\p{Lu})/gu, '\n')

/** The sentence of the site in the reader's language, else in Finnish. */
const howIn = (language: HolderLanguage, { how }: ListedSite): Said | null => {
  const { falls, tag } = aboutLanguages[language]
  const own = how[tag]
  if (own !== undefined) return { text: own, lang: tag }
  const nearest = [falls, 'fi'].find((one) => how[one] !== undefined)
  return nearest === undefined ? null : { text: how[nearest]!, lang: nearest }
}

/** The language in which an edition is shown to a reader: their own, or the nearest that it was made in. */
export const languageFor = ({ words }: Content, reader: HolderLanguage): HolderLanguage => {
  const has = (language: string) => Object.hasOwn(words, language)
  return textOrderFor(reader).find(has) ?? Object.keys(words).find(isHolderLanguage) ?? 'fi'
}

/** Puts an edition into words, in one of its languages. */
export const tellEdition = (content: Content, language: HolderLanguage): Told => {
  const words = content.words[language]!
  const own = content.own[language]
  const { area } = content
  const { tag } = aboutLanguages[language]
  const town = (place: { nameFi: string; nameSv: string | null }) => municipalityName(place, language)
  const compare = compareFor(language)
  const grouped = <Place extends ListedSite | ListedUnit>(
    places: readonly Place[],
    told: (place: Place) => Pick<ToldPlace, 'note' | 'street' | 'how'>,
  ): Group[] =>
    byMunicipality(places, town, compare).map((group) => ({
      ...group,
      places: group.places.map((place) => ({
        ...{ id: place.id, name: place.name, coming: place.isComing ? words.coming : null },
        ...told(place),
      })),
    }))
  const plain = (part: Part): Part =>
    language === 'fi-simple' ? { ...part, lines: part.lines.map(bySentence) } : part
  return {
    area: (language === 'sv' && area.nameSv) || area.name,
    municipalities: content.municipalities.map(town).sort(compare),
    foreword: paragraphsOf(own?.foreword ?? ''),
    parts: words.parts.map(plain),
    goodToKnow: own?.goodToKnow ? { title: words.goodToKnow, lines: paragraphsOf(own.goodToKnow) } : null,
    privacy: { ...plain(words.privacy), address: privacyAddress },
    places: {
      title: words.places,
      groups: grouped(content.sites, (site) => ({
        note: { text: words.categories[site.category], lang: tag },
        street: site.street,
        how: howIn(language, site),
      })),
    },
    units: {
      ...plain(words.units),
      groups: grouped(content.units, ({ organisation, name }) => ({
        note: name.includes(organisation) ? null : { text: organisation, lang: 'fi' },
        ...{ street: null, how: null },
      })),
    },
    contact: { title: words.contact, lines: content.contacts.map(unbroken) },
    address: `${content.origin}${fill(publicPaths.localPage[language], { area: area.id })}`,
  }
}
