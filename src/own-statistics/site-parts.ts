import { words as goodwillWords } from '../goodwill/words.ts'
import { categoryNames } from '../i18n/category-names.ts'
import { monthName } from '../i18n/common-words.ts'
import { formatNumber, type Language } from '../i18n/translated.ts'
import { type Day, yearOf } from '../lib/dates.ts'
import { categories } from '../network/rules.ts'
import { statisticsWords } from '../statistics/words.ts'
import { useKinds } from '../uses/rules.ts'
import type { Part, Row, Statistics } from './part.ts'
import {
  findingOf,
  type HourCount,
  hourRows,
  largestOf,
  monthsShown,
  sumTickets,
  type Tickets,
  ticketsOf,
  weekdays,
} from './rules.ts'
import { type SiteMonth, sources } from './site-queries.ts'
import { hourName, words as siteWords, weekdayName } from './site-words.ts'
import { words } from './words.ts'

export type SiteFacts = {
  language: Language
  today: Day
  year: number
  /** Of the year and the one before. */
  months: readonly SiteMonth[]
  hours: readonly HourCount[]
  late: readonly { month: Day; count: number }[]
}

/** The bars of two years by month; a year is named under its first month. */
export const monthChart = (
  language: Language,
  months: readonly Day[],
  series: { name: string; of: (month: Day) => number }[],
) => ({
  categories: months.map((month) => ({
    label: monthName(language, Number(month.slice(5, 7))),
    group: String(yearOf(month)),
  })),
  series: series.map(({ name, of }) => ({ name, values: months.map(of) })),
})

const personalOf = ({ months }: SiteFacts) => months.filter(({ isCommunity }) => !isCommunity)
const inYear = (facts: SiteFacts) => personalOf(facts).filter(({ month }) => yearOf(month) === facts.year)

const monthsPart = (facts: SiteFacts): Part => {
  const { language, today, year, late } = facts
  const [t, s] = [words[language], siteWords[language]]
  const personal = personalOf(facts)
  const months = monthsShown(year, today)
  const of = (month: Day): Tickets => sumTickets(personal.filter((one) => one.month === month))
  const lateOf = (month: Day) => late.find((one) => one.month === month)?.count ?? 0
  const finding = findingOf(
    months.map((month) => ({ month, count: ticketsOf(of(month)) })),
    year,
    today,
  )
  return {
    id: 'months',
    title: t.finding('tickets', year, finding),
    summary: [s.months, 'percent' in finding ? t.compared(finding, year) : '', t.asOf(today)].join(' '),
    header: [t.month, t.adults, t.children, t.total, s.late],
    rows: months.map((month): Row => {
      const { adults, children } = of(month)
      return [statisticsWords[language].monthName(month), adults, children, adults + children, lateOf(month)]
    }),
    look: monthChart(language, months, [
      { name: t.adults, of: (month) => of(month).adults },
      { name: t.children, of: (month) => of(month).children },
    ]),
    note: [s.lateMeaning, year === yearOf(today) ? s.unfinished : ''].filter(Boolean).join(' '),
  }
}

/** Tickets of the year in classes, in the order of the classes. */
const classesPart = <Class extends string>(
  facts: SiteFacts,
  of: {
    id: string
    summary: string
    label: string
    classes: readonly Class[]
    names: Record<Class, string>
    pick: (one: SiteMonth) => Class
  },
): Part => {
  const { language, today } = facts
  const t = words[language]
  const counted = of.classes
    .map((name) => ({
      name: of.names[name],
      tickets: sumTickets(inYear(facts).filter((one) => of.pick(one) === name)),
    }))
    .filter(({ tickets }) => ticketsOf(tickets) > 0)
  const most = largestOf(counted, ({ tickets }) => ticketsOf(tickets))
  return {
    id: of.id,
    title: most ? t.most('tickets', most.name, ticketsOf(most.tickets)) : t.none,
    summary: `${of.summary} ${t.asOf(today)}`,
    header: [of.label, t.total, t.adults, t.children],
    rows: counted.map(({ name, tickets }) => [name, ticketsOf(tickets), tickets.adults, tickets.children]),
    look: 'bars',
  }
}

const hoursPart = ({ language, today, hours }: SiteFacts): Part => {
  const [t, s] = [words[language], siteWords[language]]
  const busiest = largestOf(hours, ({ count }) => count)
  return {
    id: 'hours',
    title: busiest ? s.busiest(weekdayName(language, busiest.weekday), hourName(busiest.hour)) : s.noHours,
    summary: `${s.hours} ${t.asOf(today)}`,
    header: [s.hour, ...weekdays.map((weekday) => weekdayName(language, weekday))],
    rows: hourRows(hours).map(({ hour, counts }): Row => [hourName(hour), ...counts]),
    look: 'heat',
  }
}

const figuresOf = (facts: SiteFacts): Statistics['figures'] => {
  const { language, year, months, late } = facts
  const [t, s] = [words[language], siteWords[language]]
  const total = sumTickets(inYear(facts))
  const community = sumTickets(months.filter((one) => one.isCommunity && yearOf(one.month) === year))
  const lateInYear = late
    .filter(({ month }) => yearOf(month) === year)
    .reduce((sum, { count }) => sum + count, 0)
  const figure = (label: string, count: number) => ({ label, value: formatNumber(language, count) })
  return [
    figure(t.inYear(s.tickets, year), ticketsOf(total)),
    figure(s.ofChildren, total.children),
    ...(ticketsOf(community) > 0 ? [figure(s.community, ticketsOf(community))] : []),
    { ...figure(s.late, lateInYear), note: s.lateNote },
  ]
}

/** A division that leaves all in one class tells nothing. */
const isTelling = ({ look, rows }: Part) => look !== 'bars' || rows.length > 1

/** A site's own tickets of a year: figures, months, hours, fields, kinds and sources. */
export const siteStatistics = (facts: SiteFacts): Statistics => {
  const { language } = facts
  const s = siteWords[language]
  return {
    figures: figuresOf(facts),
    parts: [
      monthsPart(facts),
      hoursPart(facts),
      classesPart(facts, {
        ...{ id: 'fields', summary: s.fields, label: s.field, classes: categories },
        ...{ names: categoryNames[language], pick: ({ category }) => category },
      }),
      classesPart(facts, {
        ...{ id: 'kinds', summary: s.kinds, label: s.kind, classes: useKinds },
        ...{ names: goodwillWords[language].kinds, pick: ({ kind }) => kind },
      }),
      classesPart(facts, {
        ...{ id: 'sources', summary: s.sourcesOf, label: s.source, classes: sources },
        ...{ names: s.sources, pick: ({ source }) => source },
      }),
    ].filter(isTelling),
  }
}
