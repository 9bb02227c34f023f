import { genders, lifeSituations } from '../cards/rules.ts'
import { words as cardWords } from '../cards/words.ts'
import { categoryNames } from '../i18n/category-names.ts'
import { formatNumber, type Language } from '../i18n/translated.ts'
import { dayOf } from '../lib/dates.ts'
import { categories } from '../network/rules.ts'
import { isSum } from '../publications/lattice-rules.ts'
import { isTold } from '../publications/part-rules.ts'
import type { Division, Figure, Measure, Publication } from '../publications/rules.ts'
import { type UnitKind, unitKinds } from '../units/rules.ts'
import { words as unitKindWords } from '../units/words.ts'
import { words as areaWords, type DividedMeasure, type ShownDivision, shownDivisions } from './area-words.ts'
import type { ClosedPlace, ListedLevel } from './closed-queries.ts'
import type { Part, Row, Statistics } from './part.ts'
import { ageGroups, childGroups, largestOf, weekdays } from './rules.ts'
import { sources } from './site-queries.ts'
import { words as siteWords, weekdayName } from './site-words.ts'
import { words as unitWords } from './unit-words.ts'
import { words } from './words.ts'

export type AreaFacts = {
  language: Language
  publication: Publication
  level: 'area' | 'country'
  /** Of the area, or of the country. */
  figures: readonly Figure[]
  places: readonly { level: ListedLevel; rows: readonly ClosedPlace[] }[]
}

type Classes = readonly (readonly [part: string, name: string])[]

/** The bands of hours as they are counted (src/publications): two hours each, one before ten and one from eight on. */
const hourBands = ['0-9', '10-11', '12-13', '14-15', '16-17', '18-19', '20-23'] as const

/** The classes of a division in their order, with their names. */
const classesOf = (language: Language, division: ShownDivision): Classes => {
  const [a, u, c, s] = [areaWords[language], unitWords[language], cardWords[language], siteWords[language]]
  const classes: Record<ShownDivision, () => Classes> = {
    age: () => [...ageGroups.map((id) => [id, u.ageName(id)] as const), ['unknown', u.unknown]],
    situation: () => [...lifeSituations.map((id) => [id, c.lives[id]] as const), ['unknown', a.notTold]],
    gender: () => [...genders.map((id) => [id, c.genders[id]] as const), ['unknown', a.notTold]],
    children: () => childGroups.map((id) => [id, u.childNames[id]]),
    issuer: () => [
      ...(Object.keys(unitKinds) as UnitKind[]).map((id) => [id, unitKindWords[language].kinds[id]] as const),
      ['other', a.otherKind],
    ],
    category: () => categories.map((id) => [id, categoryNames[language][id]]),
    weekday: () => weekdays.map((id) => [String(id), weekdayName(language, id)]),
    hour: () => hourBands.map((id) => [id, id.replace('-', '–')]),
    home: () => Object.entries(a.homes),
    source: () => sources.map((id) => [id, s.sources[id]]),
  }
  return classes[division]()
}

/** As published: null where it is hidden, 0 where there is none. */
const countOf = (figures: readonly Figure[], measure: Measure, division: Division, part: string) => {
  const found = figures.find(
    (one) => one.measure === measure && one.division === division && one.part === part,
  )
  return found === undefined ? 0 : found.count
}

const titleOf = (language: Language, measure: DividedMeasure, name: string, count: number) =>
  measure === 'valid'
    ? areaWords[language].mostValid(name, formatNumber(language, count))
    : words[language].most(measure === 'tickets' ? 'tickets' : 'cards', name, count)

const divisionPart = (
  { language, publication, figures }: AreaFacts,
  measure: DividedMeasure,
  division: ShownDivision,
): Part => {
  const [t, a] = [words[language], areaWords[language]]
  const rows = classesOf(language, division)
    .map(([part, name]) => [name, countOf(figures, measure, division, part)] as const)
    .filter(([, count]) => count !== 0)
  const most = largestOf(rows, ([, count]) => count ?? 0)
  const named = most && titleOf(language, measure, most[0], most[1] ?? 0)
  const hasHidden = rows.some(([, count]) => count === null)
  return {
    id: `${measure}-${division}`,
    title: named && !hasHidden ? named : a.divisions[division],
    summary: `${a.counted[measure]} ${t.periodName(publication.period)}. ${t.asOf(dayOf(publication.asOf))}`,
    header: [a.divisions[division], a.measures[measure]],
    rows,
    look: 'bars',
    ...(hasHidden ? { note: t.hiddenWhy } : {}),
  }
}

const places = { area: 'all', municipality: 'all', unit: 'cards', site: 'tickets' } as const
const columns = {
  all: ['registered', 'valid', 'tickets', 'users'],
  cards: ['registered', 'taken-into-use', 'valid'],
  tickets: ['tickets', 'users', 'new-audience'],
} as const satisfies Record<string, readonly Measure[]>

const placesPart = (
  { language, publication }: AreaFacts,
  { level, rows }: AreaFacts['places'][number],
): Part => {
  const [t, a] = [words[language], areaWords[language]]
  const isYear = publication.period.length === 4
  const shown = columns[places[level]].filter((measure) => !(isYear && measure === 'valid'))
  const ofTickets = level !== 'unit'
  return {
    id: `${level}-places`,
    title: a.levels[level],
    summary: `${a.ofPlaces} ${t.periodName(publication.period)}. ${t.asOf(dayOf(publication.asOf))}`,
    header: [a.name, ...shown.map((measure) => a.measures[measure]), ...(ofTickets ? [a.forChildren] : [])],
    rows: rows.map(
      ({ name, figures, children }): Row => [
        name,
        ...shown.map((measure) => (measure in figures ? (figures[measure] ?? null) : 0)),
        ...(ofTickets ? [children] : []),
      ],
    ),
    look: 'table',
    note: t.hiddenWhy,
  }
}

const headline = (period: string): Measure[] => [
  ...(['registered', 'taken-into-use'] as const),
  ...(period.length === 4 ? [] : (['valid', 'expiring'] as const)),
  ...(['renewed', 'tickets', 'users', 'new-audience', 'community-tickets'] as const),
]

/** A closed period of an area or the country, as it was published: figures, divisions and places. */
export const areaStatistics = (facts: AreaFacts): Statistics => {
  const { language, publication, level, figures } = facts
  const [t, a] = [words[language], areaWords[language]]
  const say = (measure: Measure, count: number | null) => {
    if (count === null) return '–'
    const said = formatNumber(language, count)
    return isSum(measure) ? said : a.about(said)
  }
  const heads = headline(publication.period)
    // New to the whole country is the same as taken into use.
    .filter((measure) => measure !== 'new-audience' || figures.some((one) => one.level !== 'country'))
    .map((measure) => ({ measure, count: countOf(figures, measure, 'all', 'all') }))
  return {
    figures: heads.map(({ measure, count }) => ({
      label: a.measures[measure],
      value: say(measure, count),
      ...(count === null ? { note: t.hidden } : {}),
      ...(measure === 'tickets'
        ? { note: `${a.forChildren}: ${say('tickets', countOf(figures, 'tickets', 'audience', 'children'))}` }
        : {}),
    })),
    parts: [
      ...shownDivisions.flatMap(([measure, divisions]) =>
        divisions
          .filter((division) => isTold(publication.period, measure, division, level))
          .map((division) => divisionPart(facts, measure, division)),
      ),
      ...facts.places.map((level) => placesPart(facts, level)),
    ].filter(({ rows }) => rows.length > 0),
  }
}
