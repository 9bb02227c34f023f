import { PostButton } from '../web/components/button.tsx'
import { TextField } from '../web/components/field.tsx'
import { Notice } from '../web/components/notice.tsx'
import { SummaryList } from '../web/components/summary-list.tsx'
import type { Page } from '../web/page.ts'
import type { Feed } from './feed-queries.ts'
import { feedWords } from './feed-words.ts'
import { EventsForm, eventPage, fieldOf, type Part } from './site-parts.tsx'
import { words } from './words.ts'

type FeedsProps = Part & { feeds: readonly Feed[] }

const nameOf = ({ url, place }: Feed) => (place ? `${url} · ${place}` : url)

/** What failed, when, what to do, and when it is tried again. */
const FailureOf = ({ language, feed }: Pick<Part, 'language'> & { feed: Feed }) => {
  const t = feedWords[language]
  const { problem, failures, triedAt, readAt, nextAt } = feed
  if (problem === null || triedAt === null) return null
  const isBroken = failures > 0
  return (
    <>
      <p>{t.feedFailed(triedAt, problem)}</p>
      {isBroken && <p>{t.feedMend}</p>}
      {isBroken && readAt && <p>{t.feedKept}</p>}
      {isBroken && nextAt && <p>{t.feedNext(nextAt)}</p>}
    </>
  )
}

/** Said before anything else: what the public reads may be out of date. */
export const BrokenFeeds = ({ language, links, feeds }: FeedsProps) => {
  const t = feedWords[language]
  return (
    <>
      {feeds
        .filter(({ failures }) => failures > 0)
        .map((feed) => (
          <Notice kind="warn" title={t.feedBroken}>
            <p>
              <bdi>{nameOf(feed)}</bdi>
            </p>
            <FailureOf language={language} feed={feed} />
            <PostButton secondary action={links.readFeed(feed.id)}>
              {t.readNow}
              <span class="vh"> {nameOf(feed)}</span>
            </PostButton>
          </Notice>
        ))}
    </>
  )
}

/** What the feeds told when they were read the last time. */
export const Feeds = ({ language, links, feeds }: FeedsProps) => {
  const t = feedWords[language]
  if (feeds.length === 0) return null
  const stateOf = (feed: Feed) => {
    const { problem, failures, triedAt, readAt, held, skipped } = feed
    return (
      <>
        <p>
          <bdi>{nameOf(feed)}</bdi>
        </p>
        {triedAt === null && <p>{t.feedWaits}</p>}
        {failures > 0 ? <p>{t.feedBroken}.</p> : <FailureOf language={language} feed={feed} />}
        {problem === null && readAt && <p>{t.feedRead(readAt, held ?? 0)}</p>}
        {readAt && (skipped ?? 0) > 0 && <p>{t.feedSkipped(skipped ?? 0)}</p>}
      </>
    )
  }
  return (
    <section aria-labelledby="feeds">
      <h2 id="feeds">{t.feeds}</h2>
      <SummaryList
        rows={feeds.map((feed) => ({
          label: words[language].sources.feed,
          value: stateOf(feed),
          change: { href: links.endFeed(feed.id), label: t.endFeed, about: feed.url },
        }))}
      />
    </section>
  )
}

/** Where a city's feed is tied to a site. */
export const feedPage = (props: Part): Page => {
  const { language, links, typed } = props
  const t = feedWords[language]
  const field = fieldOf(props, typed.values, ['url'])
  return eventPage({
    ...props,
    title: t.feedTitle,
    isBelow: true,
    children: (
      <>
        <p class="lead">{t.feedLead}</p>
        <EventsForm language={language} action={links.feed} send={t.feedSave} back={links.list}>
          <TextField {...field('url', t.feedUrl, t.feedUrlHint)} />
          <TextField {...field('place', t.feedPlace, t.feedPlaceHint)} width={24} />
        </EventsForm>
      </>
    ),
  })
}

/** Asks once more: what a feed promised leaves the public page with it. */
export const endFeedPage = (props: Part & { feed: Feed }): Page => {
  const { language, links, feed } = props
  const t = feedWords[language]
  return eventPage({
    ...props,
    title: t.endFeedTitle,
    isBelow: true,
    children: (
      <>
        <p>{nameOf(feed)}</p>
        <p>{t.endFeedLead}</p>
        <EventsForm
          language={language}
          action={links.endFeed(feed.id)}
          send={t.endFeed}
          back={links.list}
          backLabel={words[language].title}
        />
      </>
    ),
  })
}
