import type { Read } from '../db/db.ts'
import { aboutLanguages, type HolderLanguage, isHolderLanguage } from '../i18n/holder-languages.ts'
import type { Language } from '../i18n/translated.ts'
import { renderMarkdown } from '../lib/markdown.ts'
import { NotFound } from '../web/errors.tsx'
import { fill } from '../web/paths.ts'
import { rowId } from '../web/row-id.ts'
import { type Finding, findingsIn } from './checks.ts'
import { type Content, findContent, findVersionText, listVersions, type Version } from './edit-queries.ts'
import { addressOf, editionsOf, isPageKey, questionsFor } from './page-list-words.ts'
import { shownAt } from './rules.ts'
import { listPaths } from './words.ts'

/** A content with all its versions, as its editors see it. */
export type Kept = {
  content: Content
  versions: Version[]
  editions: readonly HolderLanguage[]
  title: string
}

const titleOf = (content: Content, versions: readonly Version[], language: Language): string => {
  const own = (wanted: string) => versions.find((version) => version.language === wanted)
  return (own(language) ?? own('fi') ?? versions[0])?.title ?? publicAddress(content, language)
}

export const asKept = (content: Content, versions: Version[], language: Language): Kept => ({
  content,
  versions,
  editions: editionsOf(content.kind, content.key, content.audience),
  title: titleOf(content, versions, language),
})

/** @throws NotFound when the address names none */
export const findKept = async (db: Read, id: string, language: Language): Promise<Kept> => {
  const content = await findContent(db, rowId(id))
  if (!content) throw new NotFound()
  return asKept(content, await listVersions(db, content.id), language)
}

/** @throws NotFound for a language in which this is not written */
export const editionOf = ({ editions }: Kept, text: string): HolderLanguage => {
  if (!isHolderLanguage(text) || !editions.includes(text)) throw new NotFound()
  return text
}

/** @throws NotFound when it is no version of this content */
export const versionOf = ({ versions }: Kept, id: string): Version => {
  const version = versions.find((one) => one.id === rowId(id))
  if (!version) throw new NotFound()
  return version
}

/** What translators work from: the Finnish version that is shown, else the newest. */
export const finnishOf = ({ versions }: Kept, now: Date): Version | undefined => {
  const finnish = versions.filter(({ language }) => language === 'fi')
  return shownAt(finnish, now) ?? finnish[0]
}

export const textOrNothing = async (db: Read, id: number | null | undefined) => {
  const text = id ? await findVersionText(db, id) : undefined
  return text ?? { title: '', lead: '', body: '' }
}

/** One text to compare, as it would be in its file. */
export const asFile = ({ title, lead, body }: { title: string; lead: string; body: string }): string =>
  [`# ${title}`, lead, body].filter((part) => part !== '').join('\n\n')

export const findingsOf = (
  { lead, body }: { lead: string; body: string },
  isAddress: (path: string) => boolean,
): Finding[] => {
  const anchors = renderMarkdown(body).headings.map(({ id }) => id)
  return [...findingsIn(lead, isAddress, anchors), ...findingsIn(body, isAddress, anchors)]
}

/** Where readers find a content in a language. */
export const publicAddress = ({ kind, key, audience }: Content, edition: HolderLanguage): string => {
  const nearest = aboutLanguages[edition].falls
  if (kind === 'page' && isPageKey(key)) return addressOf(key, edition, nearest)
  if (kind === 'news') return fill(listPaths.oneNews[nearest], { news: key })
  if (kind === 'story') return `${listPaths.stories[nearest]}#story-${key}`
  return `${addressOf(questionsFor(audience), edition, nearest)}#q-${key}`
}
