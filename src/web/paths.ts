import { type Language, languages } from '../i18n/translated.ts'

/** One page's address in each language, language first: `/fi/tilastot`, `/sv/statistik`, `/en/statistics`. */
export type LocalPath = Record<Language, string>

/** Puts the language in front: `localPath({ fi: '/tilastot', … })`. `''` is the front page of the language. */
export const localPath = <const Words extends LocalPath>(words: Words) =>
  Object.fromEntries(languages.map((language) => [language, `/${language}${words[language]}`])) as {
    [L in Language]: `/${L}${Words[L]}`
  }

/** The names after the colons of a path. */
export type ParamName<P extends string> = P extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamName<`/${Rest}`>
  : P extends `${string}:${infer Name}`
    ? Name
    : never

/** Fills the names of a path: `fill('/fi/kortit/:card', { card: '7' })`. */
export const fill = <P extends string>(path: P, params: Record<ParamName<P>, string | number>): string =>
  path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name as ParamName<P>])))

/** The language that a path is in, else the first of `Accept-Language` that we have, else Finnish. */
export const languageOf = (path: string, acceptLanguage: string | null): Language => {
  const inPath = languages.find((language) => path === `/${language}` || path.startsWith(`/${language}/`))
  const asked = (acceptLanguage ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase())
  return inPath ?? languages.find((language) => asked[0] === language) ?? asked.find(isOurs) ?? 'fi'
}
const isOurs = (text: string): text is Language => languages.some((language) => language === text)
