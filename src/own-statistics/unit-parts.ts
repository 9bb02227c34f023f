import { genders, lifeSituations } from '../cards/rules.ts'
import { words as cardWords } from '../cards/words.ts'
import { formatNumber, type Language } from '../i18n/translated.ts'
import { type Day, yearOf } from '../lib/dates.ts'
import { statisticsWords } from '../statistics/words.ts'
import type { Part, Row, Statistics } from './part.ts'
import {
  ageGroupOf,
  ageGroups,
  childGroupOf,
  childGroups,
  findingOf,
  largestOf,
  monthsShown,
} from './rules.ts'
import { monthChart } from './site-parts.ts'
import type { CardMonth, CardYear, Holders, Standing } from './unit-queries.ts'
import { words as unitWords } from './unit-words.ts'
import { words } from './words.ts'

export type UnitFacts = {
  language: Language
  today: Day
  year: number
  years: readonly CardYear[]
  /** Of the year and the one before. */
  months: readonly CardMonth[]
  holders: readonly Holders[]
  standing: Standing
}

const monthsPart = ({ language, today, year, months: counted }: UnitFacts): Part => {
  const [t, u] = [words[language], unitWords[language]]
  const months = monthsShown(year, today)
  const of = (month: Day) =>
    counted.find((one) => one.month === month) ?? { registered: 0, takenIntoUse: 0, renewals: 0 }
  const finding = findingOf(
    months.map((month) => ({ month, count: of(month).registered })),
    year,
    today,
  )
  return {
    id: 'months',
    title: t.finding('cards', year, finding),
    summary: [u.months, 'percent' in finding ? t.compared(finding, year) : '', t.asOf(today)].join(' '),
    header: [t.month, u.registered, u.taken, u.renewals],
    rows: months.map((month): Row => {
      const { registered, takenIntoUse, renewals } = of(month)
      return [statisticsWords[language].monthName(month), registered, takenIntoUse, renewals]
    }),
    look: monthChart(language, months, [{ name: u.registered, of: (month) => of(month).registered }]),
    note: u.takenMeaning,
  }
}

const yearsPart = ({ language, today, years }: UnitFacts): Part => {
  const [t, u] = [words[language], unitWords[language]]
  return {
    id: 'years',
    title: u.byYear,
    summary: `${u.byYearText} ${t.asOf(today)}`,
    header: [t.year, u.registered, u.taken],
    rows: years.map(({ year, registered, takenIntoUse }): Row => [String(year), registered, takenIntoUse]),
    look: 'table',
  }
}

/** Cards that the rollup of years has and the register no more: with them a division adds up. */
const forgottenOf = ({ year, years, holders }: UnitFacts) =>
  Math.max(
    0,
    (years.find((one) => one.year === year)?.registered ?? 0) -
      holders.reduce((sum, { cards }) => sum + cards, 0),
  )

/** The year's cards in classes; what was not told is a class, and so is what is no longer known. */
const classesPart = <Class extends string>(
  facts: UnitFacts,
  of: {
    id: string
    summary: string
    label: string
    classes: readonly { id: Class | null; name: string }[]
    pick: (holders: Holders) => Class | null
  },
): Part => {
  const { language, today, holders } = facts
  const [t, u] = [words[language], unitWords[language]]
  const told = of.classes.map(({ id, name }) => ({
    name,
    isTold: id !== null,
    cards: holders.filter((one) => of.pick(one) === id).reduce((sum, { cards }) => sum + cards, 0),
  }))
  const most = largestOf(
    told.filter(({ isTold }) => isTold),
    ({ cards }) => cards,
  )
  const forgotten = forgottenOf(facts)
  return {
    id: of.id,
    title: most ? t.most('cards', most.name, most.cards) : of.label,
    summary: `${t.inYear(u.registered, facts.year)}. ${of.summary} ${t.asOf(today)}`,
    header: [of.label, u.cards],
    rows: [
      ...told.map(({ name, cards }): Row => [name, cards]),
      ...(forgotten > 0 ? [[u.forgotten, forgotten] as const] : []),
    ],
    look: 'bars',
  }
}

const divisionsOf = (facts: UnitFacts): Part[] => {
  const { language } = facts
  const [u, c] = [unitWords[language], cardWords[language]]
  const notTold = { id: null, name: u.notTold }
  return [
    classesPart(facts, {
      ...{ id: 'ages', summary: u.ages, label: u.age },
      classes: [...ageGroups.map((id) => ({ id, name: u.ageName(id) })), { id: null, name: u.unknown }],
      pick: ({ age }) => (age === null ? null : ageGroupOf(age)),
    }),
    classesPart(facts, {
      ...{ id: 'situations', summary: u.situations, label: u.situation },
      classes: [...lifeSituations.map((id) => ({ id, name: c.lives[id] })), notTold],
      pick: ({ situation }) => situation,
    }),
    classesPart(facts, {
      ...{ id: 'genders', summary: u.genders, label: u.gender },
      classes: [...genders.map((id) => ({ id, name: c.genders[id] })), notTold],
      pick: ({ gender }) => gender,
    }),
    classesPart(facts, {
      ...{ id: 'children', summary: u.childrenOf, label: u.children },
      classes: childGroups.map((id) => ({ id, name: u.childNames[id] })),
      pick: ({ children }) => childGroupOf(children),
    }),
  ]
}

/** A unit's own personal cards: those of today, and those registered in a year. */
export const unitStatistics = (facts: UnitFacts): Statistics => {
  const { language, year, years, months, standing } = facts
  const [t, u] = [words[language], unitWords[language]]
  const ofYear = years.find((one) => one.year === year)
  const renewals = months
    .filter(({ month }) => yearOf(month) === year)
    .reduce((sum, one) => sum + one.renewals, 0)
  const figure = (label: string, count: number) => ({ label, value: formatNumber(language, count) })
  return {
    figures: [
      figure(u.valid, standing.valid),
      figure(u.expiring, standing.expiring),
      figure(t.inYear(u.registered, year), ofYear?.registered ?? 0),
      figure(u.taken, ofYear?.takenIntoUse ?? 0),
      figure(u.renewals, renewals),
    ],
    parts: [monthsPart(facts), ...divisionsOf(facts), yearsPart(facts)],
  }
}
