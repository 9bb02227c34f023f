/** The languages of staff pages and of every text in code. Finnish is the source. */
export const languages = ['fi', 'sv', 'en'] as const
export type Language = (typeof languages)[number]

export const isLanguage = (text: string | undefined): text is Language =>
  languages.some((language) => language === text)

/** Finnish sets the shape: a word missing from another language is a type error. */
export const translated = <Words>(
  words: { fi: Words } & Record<Exclude<Language, 'fi'>, NoInfer<Words>>,
): Record<Language, Words> => words

/** CLDR plural categories; each is required by the type, so none can be forgotten. */
type PluralForms = { one: string; other: string }
const pluralRules = Object.fromEntries(
  languages.map((language) => [language, new Intl.PluralRules(language)]),
) as Record<Language, Intl.PluralRules>

/**
 * A counted noun: `#` stands for the number.
 * @example plural('fi', { one: '# lapsi', other: '# lasta' })(2) // '2 lasta'
 */
export const plural = (language: Language, forms: PluralForms) => (count: number) =>
  forms[pluralRules[language].select(count) as keyof PluralForms].replaceAll(
    '#',
    formatNumber(language, count),
  )

const numberFormats = Object.fromEntries(
  languages.map((language) => [language, new Intl.NumberFormat(language === 'en' ? 'en-GB' : language)]),
) as Record<Language, Intl.NumberFormat>

/** @returns the number as a reader of the language writes it: `12 345` (fi, sv), `12,345` (en). */
export const formatNumber = (language: Language, value: number) => numberFormats[language].format(value)

const englishDay = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})

/**
 * A civil day for people: `14.3.2027` in Finnish and Swedish, `14 March 2027` in English.
 * @param day `YYYY-MM-DD`
 */
export const formatDay = (language: Language, day: string) => {
  const [year, month, date] = day.split('-').map(Number)
  if (language === 'en') return englishDay.format(new Date(`${day}T00:00:00Z`))
  return `${date}.${month}.${year}`
}

/** Made once: each holds tens of kilobytes that V8 knows nothing of, and a list of times would make thousands. */
const helsinkiTime = new Intl.DateTimeFormat('fi-FI', {
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
  timeZone: 'Europe/Helsinki',
})
const clock = (separator: string) => (at: Date) => helsinkiTime.format(at).replace(/[.:]/, separator)
const clocks: Record<Language, (at: Date) => string> = { fi: clock('.'), sv: clock('.'), en: clock(':') }

/** The time of day in Helsinki: `17.51` in Finnish and Swedish, `17:51` in English. */
export const formatTime = (language: Language, at: Date) => clocks[language](at)
