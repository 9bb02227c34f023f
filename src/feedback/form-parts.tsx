import type { HolderLanguage } from '../i18n/holder-languages.ts'
import { publicPaths } from '../public-paths.ts'
import type { Typed } from '../web/visit.ts'
import { pageWords } from './page-words.ts'
import { problemWords } from './problem-words.ts'
import type { Place } from './queries.ts'
import type { Stamp } from './robot-rules.ts'
import type { About } from './rules.ts'

/** What the pages of the form show. */
export type FormProps = {
  reader: HolderLanguage
  typed: Typed
  /** The place that it is about, where the address says so. */
  site: { id: number; name: string } | null
  about: About | undefined
  municipalities: readonly Place[]
  stamp: Stamp
}
export type At = (field: string) => string | undefined

/** The problems in the reader's words. What was taken out of a text is said even where something else is wrong too. */
export const textsOf = (reader: HolderLanguage): Record<string, string> => problemWords[reader]
export const withRemoved = ({ values, problems }: Typed): Record<string, string> => {
  const removed = `removed-${(values.removed ?? '').replace('-', '')}`
  return removed in problemWords.fi ? { ...problems, message: removed } : problems
}

/** What it is about, and the way to choose anew. */
export const aboutText = ({ reader, site, about }: FormProps) =>
  site ? <bdi>{site.name}</bdi> : about && pageWords[reader].abouts[about]

export const addressOf = (reader: HolderLanguage, about: About) =>
  `${publicPaths.feedback[reader]}?about=${about}`

/** What was given on other pages goes along unseen: nothing is kept before it is sent. */
export const Carried = ({ values, names }: { values: Typed['values']; names: readonly string[] }) => (
  <>
    {names
      .filter((name) => (values[name] ?? '') !== '')
      .map((name) => (
        <input type="hidden" name={name} value={values[name]} />
      ))}
  </>
)
