import { paths as accounts } from '../accounts/words.ts'
import { languages } from '../i18n/translated.ts'
import { publicPaths } from '../public-paths.ts'
import type { LocalPath } from '../web/paths.ts'
import { pageKeys, pageList } from './page-list-words.ts'
import { listPaths } from './words.ts'

/** Addresses on leaflets, letters and pages of others, which name no language: their words are Finnish. */
const printed: Record<string, string> = {
  '/lisatietoa/kaikukortin-tilastot': publicPaths.statistics.fi,
  '/kaikukortti-kohteille/perehdytysmateriaali-kulttuurikohteille': pageList['venues-handbook'].path.fi,
  '/etusivu-2/kayttoehdot': pageList.terms.path.fi,
  '/etusivu-2/tietosuojaseloste': pageList.privacy.path.fi,
}

/** A printed address that no language was chosen for: it leads to the page in the reader's own. */
const forEachReader: Record<string, LocalPath> = { '/admin': accounts.signIn }

/**
 * Every listed page is found without its language too. Where languages share an
 * address it is the Finnish one, which comes last here.
 */
const withoutLanguage = [
  publicPaths.sites,
  publicPaths.areas,
  publicPaths.statistics,
  listPaths.news,
  listPaths.stories,
  ...pageKeys.map((key) => pageList[key].path),
].flatMap((path: LocalPath) =>
  languages
    .toReversed()
    .map((language) => [path[language].slice(`/${language}`.length), path[language]] as const),
)

const moved = new Map<string, string>([...withoutLanguage, ...Object.entries(printed)])

/**
 * Where an address without a language leads: for good, or to one page of several languages.
 * @returns null where nothing was ever there
 */
export const movedTo = (path: string): string | LocalPath | null =>
  moved.get(path) ?? (Object.hasOwn(forEachReader, path) ? forEachReader[path]! : null)
