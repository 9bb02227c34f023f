import type { Child } from 'hono/jsx'
import type { Read } from '../db/db.ts'
import { holderFrameWords } from '../i18n/holder-frame-words.ts'
import { aboutLanguages, type HolderLanguage, textOrderFor } from '../i18n/holder-languages.ts'
import { isLanguage, type Language } from '../i18n/translated.ts'
import { publicPaths } from '../public-paths.ts'
import { listOpenTrainings } from '../trainings/queries.ts'
import { shownPast } from '../trainings/rules.ts'
import type { Page } from '../web/page.ts'
import { newsParts, toFront } from './list-views.tsx'
import {
  addressOf,
  headOf,
  isForHolders,
  type PageKey,
  pageList,
  pagesOf,
  questionsFor,
} from './page-list-words.ts'
import { listTexts, listTitles, type ShownText } from './queries.ts'
import { isProfessional, professionals } from './rules.ts'
import { languageOfText, type MoreText, type Part, type Step, textPage } from './text-views.tsx'
import { nextTrainingParts, trainingParts } from './training-parts.tsx'
import { listPaths, words } from './words.ts'

/** What a page is made with: by a reader at its own address, or by an editor who looks at it before. */
export type Showing = { db: Read; reader: HolderLanguage; now: Date; origin: string; banner?: Child }
type Text = Pick<ShownText, 'language' | 'title' | 'lead' | 'body'> & { publishAt: Date }

const nearestOf = (reader: HolderLanguage): Language =>
  isLanguage(reader) ? reader : aboutLanguages[reader].falls

/** The questions that the centre has added for the readers of a page; none where it answers nobody's. */
const asQuestions = async ({ db, reader, now }: Showing, key: PageKey): Promise<MoreText[]> => {
  const audience = [null, ...professionals].find((one) => questionsFor(one) === key)
  if (audience === undefined) return []
  const questions = await listTexts(db, { kind: 'question', order: textOrderFor(reader), now })
  return questions
    .filter((one) => one.audience === audience)
    .map(({ key, language, title, lead, body }) => ({
      ...{ id: `q-${key}`, language, title },
      body: [lead, body].filter((part) => part !== '').join('\n\n'),
    }))
}

/** Under the lead of the page of trainings: their dates. */
const partsBefore = async ({ db, reader, now, origin }: Showing, key: PageKey): Promise<Part[]> => {
  if (key !== 'trainings') return []
  const since = new Date(now.getTime() - shownPast)
  return trainingParts(await listOpenTrainings(db, since), { language: nearestOf(reader), now, origin })
}

/** At the end of the first page of those who work with the card: what is new, and what they may come to. */
const partsAfter = async ({ db, reader, now, origin }: Showing, key: PageKey): Promise<Part[]> => {
  if (!isProfessional(key)) return []
  const language = nearestOf(reader)
  const news = await listTexts(db, { kind: 'news', order: textOrderFor(language), now })
  const trainings = await listOpenTrainings(db, now)
  return [...nextTrainingParts(trainings, key, { language, now, origin }), ...newsParts(language, key, news)]
}

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
    more: await asQuestions(showing, key),
    before: await partsBefore(showing, key),
    after: await partsAfter(showing, key),
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
