import type { Child } from 'hono/jsx'
import type { Read } from '../db/db.ts'
import { holderFrameWords } from '../i18n/holder-frame-words.ts'
import { aboutLanguages, type HolderLanguage, textOrderFor } from '../i18n/holder-languages.ts'
import { isLanguage, type Language } from '../i18n/translated.ts'
import { publicPaths } from '../public-paths.ts'
import type { Page } from '../web/page.ts'
import { toFront } from './list-views.tsx'
import { addressOf, headOf, isForHolders, type PageKey, pageList, pagesOf } from './page-list-words.ts'
import { listTexts, listTitles, type ShownText } from './queries.ts'
import { languageOfText, type MoreText, type Step, textPage } from './text-views.tsx'
import { listPaths, words } from './words.ts'

/** What a page is made with: by a reader at its own address, or by an editor who looks at it before. */
export type Showing = { db: Read; reader: HolderLanguage; now: Date; banner?: Child }
type Text = Pick<ShownText, 'language' | 'title' | 'lead' | 'body'> & { publishAt: Date }

const nearestOf = (reader: HolderLanguage): Language =>
  isLanguage(reader) ? reader : aboutLanguages[reader].falls

const asQuestions = async ({ db, reader, now }: Showing): Promise<MoreText[]> =>
  (await listTexts(db, { kind: 'question', order: textOrderFor(reader), now })).map(
    ({ key, language, title, lead, body }) => ({
      ...{ id: `q-${key}`, language, title },
      body: [lead, body].filter((part) => part !== '').join('\n\n'),
    }),
  )

/** A page of the list as readers see it: its text, and the way to what stands beside it. */
export const showPage = async (showing: Showing, key: PageKey, text: Text): Promise<Page> => {
  const { db, reader, now, banner } = showing
  const nearest = nearestOf(reader)
  const { section } = pageList[key]
  const titles = await listTitles(db, { keys: pagesOf(section), order: textOrderFor(reader), now })
  const linkTo = (other: PageKey): Step[] => {
    const named = titles.get(other)
    if (named === undefined) return []
    return [
      {
        label: named.title,
        href: addressOf(other, reader, nearest),
        ...languageOfText(named.language, reader),
      },
    ]
  }
  const head = headOf(section)
  return textPage({
    ...{ reader, nearest, isForHolders: isForHolders(key) },
    text: { ...text, at: text.publishAt },
    dateLabel: holderFrameWords[reader].updated,
    trail: [
      { label: holderFrameWords[reader].front, href: publicPaths.front[reader] },
      ...(head === null || head === key ? [] : linkTo(head)),
    ],
    also: pagesOf(section)
      .filter((other) => other !== key)
      .flatMap(linkTo),
    checklist: key.endsWith('-checklist') ? key : null,
    showsRoles: key === 'in-short',
    ...(key === 'questions' ? { more: await asQuestions(showing) } : {}),
    ...(banner ? { banner } : {}),
  })
}

/** One news item. */
export const showNews = ({ reader, banner }: Showing, text: Text & { first: Date }): Page => {
  const language = nearestOf(reader)
  return textPage({
    ...{ reader: language, nearest: language, isForHolders: false, also: [], checklist: null },
    text: { ...text, at: text.first },
    dateLabel: words[language].published,
    trail: [toFront(language), { label: words[language].news, href: listPaths.news[language] }],
    ...(banner ? { banner } : {}),
  })
}
