import { formatDay, type Language, plural, translated } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import type { LimitPeriod } from './limit-rules.ts'
import type { UseKind } from './rules.ts'

const periods = (words: Record<LimitPeriod, string>) => words
const kinds = (words: Record<UseKind, (count: number) => string>) => words

/** What is counted and in what time: `2 lippua` and `viikossa`. */
export const limitWords = translated({
  fi: {
    kinds: kinds({
      ticket: plural('fi', { one: '# lippu', other: '# lippua' }),
      'course-place': plural('fi', { one: '# kurssi', other: '# kurssia' }),
      'season-pass': plural('fi', { one: '# kausikortti', other: '# kausikorttia' }),
    }),
    /** As what one gets. */
    got: kinds({
      ticket: plural('fi', { one: '# lipun', other: '# lippua' }),
      'course-place': plural('fi', { one: '# kurssipaikan', other: '# kurssipaikkaa' }),
      'season-pass': plural('fi', { one: '# kausikortin', other: '# kausikorttia' }),
    }),
    periods: periods({
      day: 'päivässä',
      week: 'viikossa',
      month: 'kuukaudessa',
      term: 'lukukaudessa',
      'calendar-year': 'kalenterivuodessa',
      event: 'yhteen tapahtumaan',
    }),
    atMost: (what: string, period: string) => `Enintään ${what} ${period}.`,
  },
  sv: {
    kinds: kinds({
      ticket: plural('sv', { one: '# biljett', other: '# biljetter' }),
      'course-place': plural('sv', { one: '# kurs', other: '# kurser' }),
      'season-pass': plural('sv', { one: '# säsongskort', other: '# säsongskort' }),
    }),
    got: kinds({
      ticket: plural('sv', { one: '# biljett', other: '# biljetter' }),
      'course-place': plural('sv', { one: '# kursplats', other: '# kursplatser' }),
      'season-pass': plural('sv', { one: '# säsongskort', other: '# säsongskort' }),
    }),
    periods: periods({
      day: 'per dag',
      week: 'per vecka',
      month: 'per månad',
      term: 'per termin',
      'calendar-year': 'per kalenderår',
      event: 'per evenemang',
    }),
    atMost: (what, period) => `Högst ${what} ${period}.`,
  },
  en: {
    kinds: kinds({
      ticket: plural('en', { one: '# ticket', other: '# tickets' }),
      'course-place': plural('en', { one: '# course', other: '# courses' }),
      'season-pass': plural('en', { one: '# season pass', other: '# season passes' }),
    }),
    got: kinds({
      ticket: plural('en', { one: '# ticket', other: '# tickets' }),
      'course-place': plural('en', { one: '# course place', other: '# course places' }),
      'season-pass': plural('en', { one: '# season pass', other: '# season passes' }),
    }),
    periods: periods({
      day: 'a day',
      week: 'a week',
      month: 'a month',
      term: 'a term',
      'calendar-year': 'a calendar year',
      event: 'an event',
    }),
    atMost: (what, period) => `At most ${what} ${period}.`,
  },
})

/** A site's limit as a sentence: `Enintään 2 lippua viikossa.` */
export const limitText = (
  language: Language,
  kind: UseKind,
  { volume, period }: { volume: number; period: LimitPeriod },
): string => {
  const t = limitWords[language]
  return t.atMost(t.kinds[kind](volume), t.periods[period])
}

const weekdayIn = (tag: string) => new Intl.DateTimeFormat(tag, { weekday: 'long', timeZone: 'UTC' })
const weekdays = { fi: weekdayIn('fi'), sv: weekdayIn('sv'), en: weekdayIn('en-GB') }

/** The day as when something happens: `maanantaina 30.11.2026`, `måndag 30.11.2026`, `Monday 30 November 2026`. */
export const onDay = (language: Language, day: Day): string => {
  const weekday = weekdays[language].format(new Date(`${day}T00:00:00Z`))
  return `${weekday}${language === 'fi' ? 'na' : ''} ${formatDay(language, day)}`
}
