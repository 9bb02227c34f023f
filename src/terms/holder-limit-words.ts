import { holderPlural } from '../i18n/holder-format.ts'
import { aboutLanguages, type HolderLanguage } from '../i18n/holder-languages.ts'
import type { LimitPeriod } from '../uses/limit-rules.ts'
import { limitText } from '../uses/limit-words.ts'
import type { UseKind } from '../uses/rules.ts'

/** The desk's own sentence says it in these. */
type AtDesk = 'fi' | 'sv' | 'en' | 'fi-simple'
type Words = {
  atMost: (what: string, period: string) => string
  kinds: Record<UseKind, (count: number) => string>
  periods: Record<LimitPeriod, string>
}

const words: Record<Exclude<HolderLanguage, AtDesk>, Words> = {
  ar: {
    atMost: (what, period) => `الحد الأقصى: ${what} ${period}.`,
    kinds: {
      ticket: holderPlural('ar', {
        ...{ zero: 'لا تذاكر', one: 'تذكرة واحدة', two: 'تذكرتان' },
        ...{ few: '# تذاكر', many: '# تذكرة', other: '# تذكرة' },
      }),
      'course-place': holderPlural('ar', {
        ...{ zero: 'لا دورات', one: 'دورة واحدة', two: 'دورتان' },
        ...{ few: '# دورات', many: '# دورة', other: '# دورة' },
      }),
      'season-pass': holderPlural('ar', {
        ...{ zero: 'لا بطاقات موسمية', one: 'بطاقة موسمية واحدة', two: 'بطاقتان موسميتان' },
        ...{ few: '# بطاقات موسمية', many: '# بطاقة موسمية', other: '# بطاقة موسمية' },
      }),
    },
    periods: {
      day: 'في اليوم',
      week: 'في الأسبوع',
      month: 'في الشهر',
      term: 'في الفصل الدراسي',
      'calendar-year': 'في السنة الميلادية',
      event: 'لكل فعالية',
    },
  },
  ru: {
    atMost: (what, period) => `Не более ${what} ${period}.`,
    kinds: {
      ticket: holderPlural('ru', { one: '# билета', few: '# билетов', many: '# билетов' }),
      'course-place': holderPlural('ru', { one: '# курса', few: '# курсов', many: '# курсов' }),
      'season-pass': holderPlural('ru', {
        ...{ one: '# абонемента', few: '# абонементов', many: '# абонементов' },
      }),
    },
    periods: {
      day: 'в день',
      week: 'в неделю',
      month: 'в месяц',
      term: 'в семестр',
      'calendar-year': 'в календарный год',
      event: 'на одно мероприятие',
    },
  },
  uk: {
    atMost: (what, period) => `Не більше ${what} ${period}.`,
    kinds: {
      ticket: holderPlural('uk', { one: '# квитка', few: '# квитків', many: '# квитків' }),
      'course-place': holderPlural('uk', { one: '# курсу', few: '# курсів', many: '# курсів' }),
      'season-pass': holderPlural('uk', {
        ...{ one: '# абонемента', few: '# абонементів', many: '# абонементів' },
      }),
    },
    periods: {
      day: 'на день',
      week: 'на тиждень',
      month: 'на місяць',
      term: 'на семестр',
      'calendar-year': 'на календарний рік',
      event: 'на один захід',
    },
  },
  so: {
    atMost: (what, period) => `Ugu badnaan ${what} ${period}.`,
    kinds: {
      ticket: holderPlural('so', { one: '# tigidh', other: '# tigidh' }),
      'course-place': holderPlural('so', { one: '# koorso', other: '# koorso' }),
      'season-pass': holderPlural('so', { one: '# kaar xilliyeed', other: '# kaar xilliyeed' }),
    },
    periods: {
      day: 'maalintiiba',
      week: 'toddobaadkiiba',
      month: 'bishiiba',
      term: 'xilli-dugsiyeedkiiba',
      'calendar-year': 'sannadkiiba',
      event: 'munaasabaddiiba',
    },
  },
  se: {
    atMost: (what, period) => `Eanemusat ${what} ${period}.`,
    kinds: {
      ticket: holderPlural('se', { one: '# bileahtta', two: '# bileahta', other: '# bileahta' }),
      'course-place': holderPlural('se', { one: '# kurssa', two: '# kurssa', other: '# kurssa' }),
      'season-pass': holderPlural('se', {
        ...{ one: '# áigodatkoarta', two: '# áigodatkoartta', other: '# áigodatkoartta' },
      }),
    },
    periods: {
      day: 'beaivvis',
      week: 'vahkus',
      month: 'mánus',
      term: 'lohkanbajis',
      'calendar-year': 'kaleandarjagis',
      event: 'ovtta dáhpáhussii',
    },
  },
}

const isAtDesk = (reader: HolderLanguage): reader is AtDesk => !(reader in words)

/** A site's limit as a sentence for a cardholder: `Не более 2 билетов в неделю.` */
export const holderLimitText = (
  reader: HolderLanguage,
  kind: UseKind,
  limit: { volume: number; period: LimitPeriod },
): string => {
  if (isAtDesk(reader)) return limitText(aboutLanguages[reader].falls, kind, limit)
  const { atMost, kinds, periods } = words[reader]
  return atMost(kinds[kind](limit.volume), periods[limit.period])
}
