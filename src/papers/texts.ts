import { formatNumber, type Language } from '../i18n/translated.ts'
import { dayOf } from '../lib/dates.ts'
import { periodName } from '../publications/words.ts'
import { numberWords } from './number-words.ts'
import { pressWords } from './press-words.ts'
import type { Told } from './queries.ts'
import type { PlaceKind } from './rules.ts'
import { serviceWords } from './service-words.ts'

/** What the texts of a place are made of, in the reader's language where there are two. */
export type TextFacts = {
  /** Null for the whole country. */
  kind: PlaceKind | null
  name: string
  municipalities: readonly string[]
  units: readonly string[]
  sites: number
  childAge: number
  months: number
  /** Where it is told which sites take the card; of a site, its own page. */
  address: string
}

/** A heading with its paragraphs. */
export type TextPart = { title: string; lines: readonly string[] }

export type Description = { sentence: string; paragraph: string; page: readonly TextPart[] }

const listed = (title: string, names: readonly string[]): TextPart[] =>
  names.length > 0 ? [{ title, lines: names.map((name) => `• ${name}`) }] : []

/** The service description: a sentence for a list, a paragraph for a page, a page for a handbook. */
export const serviceText = (language: Language, facts: TextFacts): Description => {
  const t = serviceWords[language]
  const { kind, name, childAge, months } = facts
  const isSite = kind === 'site'
  const isWide = kind === 'area' || kind === 'municipality'
  const first = kind ? [t.intro[kind](name), t.what] : [t.what]
  const where = `${isSite ? t.terms : t.places(facts.sites)}: ${facts.address}`
  return {
    sentence: isSite ? first[0]! : first.join(' '),
    paragraph: [...first, t.whoGets, t.noProof, where].join(' '),
    page: [
      { title: t.whatTitle, lines: first },
      { title: t.whomTitle, lines: [t.whoGets, ...t.whom] },
      { title: t.giveTitle, lines: t.give(months) },
      { title: t.useTitle, lines: t.use(childAge) },
      { title: t.placesTitle, lines: [where] },
      ...(kind === 'area' ? listed(t.municipalities, facts.municipalities) : []),
      ...(isWide ? listed(t.units, facts.units) : []),
    ],
  }
}

/** Of which place and period the figures are: a site or unit tells those of its area. */
export const figuresOf = (language: Language, told: Told, place: string): string =>
  `${place === '' ? numberWords[language].country : place}, ${periodName(language, told.period)}`

/**
 * A text for the press. Its figures are the published ones, with number and day of the publication; what is hidden there
 * is not told.
 * @param told null where nothing has been published yet
 * @param place whose the figures are; empty for the country
 */
export const pressText = (
  language: Language,
  facts: TextFacts,
  { told, place, publication }: { told: Told | null; place: string; publication: string },
): TextPart => {
  const t = pressWords[language]
  const service = serviceWords[language]
  const numbers = numberWords[language]
  const of = told ? figuresOf(language, told, place) : ''
  const { tickets, children, registered, users, 'new-audience': isNew } = told?.counts ?? {}
  const given = tickets && `${formatNumber(language, tickets)} ${numbers.tickets(tickets)}`
  const figures = [
    given && t.given(given, of),
    given && children && t.toChildren(children),
    users && t.users(users),
    isNew && t.isNew(isNew),
    registered && t.registered(registered),
    told?.isSomeHidden && t.hidden,
  ]
  return {
    title: given ? t.title(given, of) : t.untold(facts.name || numbers.country),
    lines: [
      figures.filter(Boolean).join(' '),
      facts.kind === 'site' || facts.kind === 'unit' ? service.intro[facts.kind](facts.name) : '',
      facts.kind === 'site' ? '' : `${service.places(facts.sites)}.`,
      t.about,
      t.goodwill,
      told ? `${t.source}: ${numbers.source(told.number, dayOf(told.asOf))}, ${publication}` : '',
      `${t.more}: ${facts.address}`,
    ].filter((line) => line !== ''),
  }
}

/** As plain text, each heading on a line of its own. */
export const plainText = (parts: readonly TextPart[]): string =>
  parts.map(({ title, lines }) => [title, ...lines].join('\n')).join('\n\n')
