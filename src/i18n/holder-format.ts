import { type HolderLanguage, holderLanguages } from './holder-languages.ts'

/**
 * How Intl is asked. Arabic with European digits, which are on the cards and tickets here; plain Finnish as Finnish.
 * Northern Sámi and Somali are known for plurals and numbers, but their days come in an order that nobody here writes.
 */
const locales: Record<HolderLanguage, string> = {
  ...{ fi: 'fi', sv: 'sv', en: 'en-GB', 'fi-simple': 'fi' },
  ...{ ar: 'ar-u-ca-gregory-nu-latn', ru: 'ru', uk: 'uk', so: 'so-u-nu-latn', se: 'se' },
}

const forEach = <Made>(make: (locale: string) => Made) =>
  Object.fromEntries(holderLanguages.map((language) => [language, make(locales[language])])) as Record<
    HolderLanguage,
    Made
  >

const numbers = forEach((locale) => new Intl.NumberFormat(locale))

/** @returns the number as a reader of the language writes it: `12 345` (fi), `12,345` (en, ar). */
export const formatHolderNumber = (language: HolderLanguage, value: number): string =>
  numbers[language].format(value)

const longDays = forEach(
  (locale) =>
    new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
)
const byMonthName: readonly HolderLanguage[] = ['en', 'ar', 'ru', 'uk']

/**
 * A civil day for people: `14.3.2027`, `14 March 2027`, `14 مارس 2027`. In ru and uk it ends in a full stop of its own
 * (`г.`, `р.`): a sentence that ends in a day has no other.
 * @param day `YYYY-MM-DD`
 */
export const formatHolderDay = (language: HolderLanguage, day: string): string => {
  if (byMonthName.includes(language)) return longDays[language].format(new Date(`${day}T00:00:00Z`))
  const [year, month, date] = day.split('-').map(Number)
  return `${date}.${month}.${year}`
}

/** The CLDR categories of whole numbers in each language; a form that is missing is a type error. */
type Categories = {
  [L in 'fi' | 'sv' | 'en' | 'fi-simple' | 'so']: 'one' | 'other'
} & { [L in 'ru' | 'uk']: 'one' | 'few' | 'many' } & {
  se: 'one' | 'two' | 'other'
  ar: 'zero' | 'one' | 'two' | 'few' | 'many' | 'other'
}
export type HolderForms<L extends HolderLanguage> = Record<Categories[L], string>

const rules = forEach((locale) => new Intl.PluralRules(locale))

/**
 * A counted noun: `#` stands for the number.
 * @example holderPlural('uk', { one: '# місце', few: '# місця', many: '# місць' })(5) // '5 місць'
 */
export const holderPlural =
  <const L extends HolderLanguage>(language: L, forms: HolderForms<L>) =>
  (count: number): string => {
    const form = rules[language].select(count) as Categories[L]
    return forms[form].replaceAll('#', formatHolderNumber(language, count))
  }

const collators = forEach((locale) => new Intl.Collator(locale))
/** Compares two names in the order of the reader's alphabet. */
export const compareFor = (language: HolderLanguage) => collators[language].compare
