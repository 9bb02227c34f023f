import { raw } from 'hono/html'
import { holderFrameWords } from '../i18n/holder-frame-words.ts'
import { formatDay, type Language } from '../i18n/translated.ts'
import { dayOf } from '../lib/dates.ts'
import { plainOf, renderMarkdown } from '../lib/markdown.ts'
import { publicPaths } from '../public-paths.ts'
import { Empty } from '../web/components/empty.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import { addressOf } from './page-list-words.ts'
import type { ShownText, StoryFacts } from './queries.ts'
import type { Professional } from './rules.ts'
import { Crumbs, languageOfText, look, type Part } from './text-views.tsx'
import { listPaths, words } from './words.ts'

export const toFront = (language: Language) => ({
  label: holderFrameWords[language].front,
  href: publicPaths.front[language],
})

/** All news, the newest first; what is not in the reader's language stands in its own. */
export const newsPage = (language: Language, news: readonly ShownText[]): Page => {
  const t = words[language]
  return {
    title: t.news,
    kind: 'public',
    description: t.newsLead,
    styles: [look],
    main: (
      <>
        <Crumbs reader={language} trail={[toFront(language)]} here={t.news} />
        <h1>{t.news}</h1>
        <p class="lead">{t.newsLead}</p>
        {news.length === 0 && (
          <Empty title={t.noNews}>
            <p>{t.noNewsText}</p>
          </Empty>
        )}
        {news.length > 0 && (
          <ul class="cards">
            {news.map((one) => (
              <li {...languageOfText(one.language, language)}>
                <h2>
                  <a href={fill(listPaths.oneNews[language], { news: one.key })}>{one.title}</a>
                </h2>
                <p class="hint" lang={one.language === language ? undefined : language}>
                  {[formatDay(language, dayOf(one.first)), one.audience && t.for[one.audience]]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
                <p>{plainOf(one.lead)}</p>
              </li>
            ))}
          </ul>
        )}
      </>
    ),
  }
}

const newsOnPage = 3

/** What is new for those who work with the card, and for everyone, on their own page. */
export const newsParts = (language: Language, reader: Professional, news: readonly ShownText[]): Part[] => {
  const t = words[language]
  const own = news.filter(({ audience }) => audience === null || audience === reader).slice(0, newsOnPage)
  if (own.length === 0) return []
  const node = (
    <>
      <ul>
        {own.map((one) => (
          <li>
            <a
              href={fill(listPaths.oneNews[language], { news: one.key })}
              {...languageOfText(one.language, language)}
            >
              {one.title}
            </a>
            , {formatDay(language, dayOf(one.first))}
          </li>
        ))}
      </ul>
      <p>
        <a href={listPaths.news[language]}>{t.allNews}</a>
      </p>
    </>
  )
  return [{ id: 'own-news', title: t.newsFor[reader], node }]
}

export type Story = ShownText & StoryFacts

/** What others have said of the card, and who has paid for it: facts, each of which can be looked up. */
const Recognition = ({ language }: { language: Language }) => {
  const t = words[language]
  return (
    <section aria-labelledby="recognition">
      <h2 id="recognition">{t.recognition}</h2>
      <ul>
        {t.recognitionFacts.map((fact) => (
          <li>{fact}</li>
        ))}
      </ul>
      {(['projects', 'publications'] as const).map((key) => (
        <p>
          <a href={addressOf(key, language, language)}>{t.recognitionMore[key]}</a>
        </p>
      ))}
    </section>
  )
}

const byline = (language: Language, { teller, place, year }: StoryFacts) =>
  [teller && words[language].tellers[teller], place, year].filter(Boolean).join(', ')

/** What people have told, each with who they are as far as they wanted it said. */
export const storiesPage = (language: Language, stories: readonly Story[]): Page => {
  const t = words[language]
  return {
    title: t.stories,
    kind: 'public',
    description: t.storiesLead,
    main: (
      <>
        <Crumbs reader={language} trail={[toFront(language)]} here={t.stories} />
        <h1>{t.stories}</h1>
        <p class="lead">{t.storiesLead}</p>
        {stories.length === 0 && (
          <Empty title={t.noStories}>
            <p>{t.noStoriesText}</p>
          </Empty>
        )}
        {stories.map((story) => (
          <article aria-labelledby={`story-${story.key}`}>
            <div {...languageOfText(story.language, language)}>
              <h2 id={`story-${story.key}`}>{story.title}</h2>
              {story.lead !== '' && <p>{plainOf(story.lead)}</p>}
              <blockquote>{raw(renderMarkdown(story.body).html)}</blockquote>
            </div>
            <p class="hint">
              {byline(language, story)}
              {story.source && (
                <>
                  {'. '}
                  {t.source} {story.source}
                </>
              )}
            </p>
          </article>
        ))}
        <Recognition language={language} />
      </>
    ),
  }
}
