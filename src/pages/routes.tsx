import type { Read } from '../db/db.ts'
import { textOrderFor } from '../i18n/holder-languages.ts'
import { NotFound } from '../web/errors.tsx'
import { page, type Route } from '../web/route.tsx'
import type { Visit } from '../web/visit.ts'
import { newsPage, storiesPage } from './list-views.tsx'
import { isForHolders, type PageKey, pageKeys, pageList } from './page-list-words.ts'
import { findText, listStoryFacts, listTexts } from './queries.ts'
import { isSlug } from './rules.ts'
import { showNews, showPage } from './showing.ts'
import { listPaths } from './words.ts'

type Reading = Visit & { db: Read }

/** A page is read in the reader's language where it is for holders, else in the nearest that it has. */
const showListed = (key: PageKey) => async (visit: Reading) => {
  const { db, now, origin } = visit
  const reader = isForHolders(key) ? visit.reader : visit.language
  const text = await findText(db, { kind: 'page', key, order: textOrderFor(reader), now })
  if (text === undefined) throw new NotFound()
  return showPage({ db, reader, now, origin }, key, text)
}

const showOneNews = async ({ db, language, now, origin, params }: Reading & { params: { news: string } }) => {
  if (!isSlug(params.news)) throw new NotFound()
  const text = await findText(db, { kind: 'news', key: params.news, order: textOrderFor(language), now })
  if (text === undefined) throw new NotFound()
  return showNews({ db, reader: language, now, origin }, text)
}

const showStories = async ({ db, language, now }: Reading) => {
  const facts = await listStoryFacts(db)
  const stories = await listTexts(db, { kind: 'story', order: textOrderFor(language), now })
  return storiesPage(
    language,
    stories.flatMap((story) => (facts.has(story.key) ? [{ ...story, ...facts.get(story.key)! }] : [])),
  )
}

export const routes: Route[] = [
  ...pageKeys.map((key) => page(pageList[key].path, 'public.read', showListed(key))),
  page(listPaths.news, 'public.read', async ({ db, language, now }) =>
    newsPage(language, await listTexts(db, { kind: 'news', order: textOrderFor(language), now })),
  ),
  page(listPaths.oneNews, 'public.read', showOneNews),
  page(listPaths.stories, 'public.read', showStories),
]
