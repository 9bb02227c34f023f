import { aboutLanguages, type HolderLanguage, holderLanguages } from '../i18n/holder-languages.ts'
import { isLanguage, type Language, languages } from '../i18n/translated.ts'

/** One page's address in each language, language first: `/fi/tilastot`, `/sv/statistik`, `/en/statistics`. */
export type LocalPath = Record<Language, string>

/** Puts the language in front: `localPath({ fi: '/tilastot', … })`. `''` is the front page of the language. */
export const localPath = <const Words extends LocalPath>(words: Words) =>
  Object.fromEntries(languages.map((language) => [language, `/${language}${words[language]}`])) as {
    [L in Language]: `/${L}${Words[L]}`
  }

/** The address of a page that is read in every language of the holders: `/selko/kohteet`, `/ar/places`. */
export type HolderPath = Record<HolderLanguage, string>

type About = typeof aboutLanguages

/** As `localPath`, for all holders: after the language come the words of the language that it falls back on. */
export const holderPath = <const Words extends LocalPath>(words: Words) =>
  Object.fromEntries(
    holderLanguages.map((language) => {
      const { prefix, falls } = aboutLanguages[language]
      return [language, `/${prefix}${words[falls]}`]
    }),
  ) as { [L in HolderLanguage]: `/${About[L]['prefix']}${Words[About[L]['falls']]}` }

/** The names after the colons of a path. */
export type ParamName<P extends string> = P extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamName<`/${Rest}`>
  : P extends `${string}:${infer Name}`
    ? Name
    : never

/** Fills the names of a path: `fill('/fi/kortit/:card', { card: '7' })`. */
export const fill = <P extends string>(path: P, params: Record<ParamName<P>, string | number>): string =>
  path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name as ParamName<P>])))

/** Plain Finnish is chosen by hand: no browser asks for it. */
const byHeader: readonly HolderLanguage[] = holderLanguages.filter((language) => language !== 'fi-simple')

/**
 * The reader's language: that of the path, else the first of `Accept-Language` that we have, else Finnish.
 * A page that has not all of them is shown in the one that `languageOf` tells.
 */
export const readerOf = (path: string, acceptLanguage: string | null): HolderLanguage => {
  const first = path.split('/')[1]
  const inPath = holderLanguages.find((language) => aboutLanguages[language].prefix === first)
  const asked = (acceptLanguage ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase())
  const isKnown = (text: string): text is HolderLanguage => byHeader.some((language) => language === text)
  return inPath ?? asked.find(isKnown) ?? 'fi'
}

/** The language of staff pages, and of what no other language has: as `readerOf`, of the three. */
export const languageOf = (path: string, acceptLanguage: string | null): Language => {
  const reader = readerOf(path, acceptLanguage)
  return isLanguage(reader) ? reader : aboutLanguages[reader].falls
}
