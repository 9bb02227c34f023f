import { ButtonRow, LinkButton, PostButton } from '../web/components/button.tsx'
import { Empty } from '../web/components/empty.tsx'
import { Notice } from '../web/components/notice.tsx'
import { Pagination } from '../web/components/pagination.tsx'
import { type Column, Table } from '../web/components/table.tsx'
import { Tag } from '../web/components/tag.tsx'
import type { Page } from '../web/page.ts'
import type { Feed } from './feed-queries.ts'
import { BrokenFeeds, Feeds } from './feed-view.tsx'
import { feedWords } from './feed-words.ts'
import { publicEventPaths, told, whenText } from './holder-words.ts'
import type { SiteEvent } from './queries.ts'
import { eventPage, type Part } from './site-parts.tsx'
import { words } from './words.ts'

type Props = Part & {
  rows: SiteEvent[]
  feeds: Feed[]
  past: boolean
  page: number
  pages: number
  /** What has just been done: `added`, `saved`, `restored`, `imported`, `feed`, `feed-ended`, `feed-hurried`. */
  done: string | null
  added: number
  /** The event that has just been cancelled. */
  cancelled: number | null
}

const Done = ({ language, links, done, added, cancelled }: Props) => {
  const t = words[language]
  const f = feedWords[language]
  if (cancelled !== null)
    return (
      <Notice kind="ok">
        <p>{t.cancelledNow}</p>
        <PostButton secondary action={links.restore(cancelled)}>
          {t.undo}
        </PostButton>
      </Notice>
    )
  const texts: Record<string, string> = {
    ...{ added: t.added(added), saved: t.saved, restored: t.restoredNow, imported: t.imported },
    ...{ feed: f.feedAdded, 'feed-ended': f.feedEnded, 'feed-hurried': f.feedHurried },
  }
  const text = done === null ? undefined : texts[done]
  return text ? (
    <Notice kind="ok">
      <p>{text}</p>
    </Notice>
  ) : null
}

const Actions = ({ language, links }: Props, event: SiteEvent, name: string) => {
  const t = words[language]
  const about = <span class="vh"> {name}</span>
  return (
    <>
      <div>
        <a href={links.event(event.id)}>
          {event.source === 'feed' ? t.see : t.change}
          {about}
        </a>
      </div>
      <div>
        <a href={links.copy(event.id)}>
          {t.copy}
          {about}
        </a>
      </div>
      {event.isCancelled
        ? event.cancelledByPerson && (
            <PostButton secondary action={links.restore(event.id)}>
              {t.restore}
              {about}
            </PostButton>
          )
        : !event.isCancelled && (
            <PostButton secondary action={links.cancel(event.id)}>
              {t.cancel}
              {about}
            </PostButton>
          )}
    </>
  )
}

const columnsOf = (props: Props): Column<SiteEvent>[] => {
  const { language } = props
  const t = words[language]
  return [
    {
      label: t.name,
      header: true,
      cell: (event) => {
        const { text, lang } = told(language, event.names)
        return (
          <>
            <bdi lang={lang}>{text}</bdi>
            {event.isCancelled && (
              <>
                {' '}
                <Tag kind="no">{t.cancelled}</Tag>
              </>
            )}
          </>
        )
      },
    },
    { label: t.when, cell: (event) => whenText(language, event) },
    { label: t.source, cell: ({ source }) => t.sources[source] },
    { label: t.actions, cell: (event) => Actions(props, event, told(language, event.names).text) },
  ]
}

/** What a site has on, and the ways to add to it. */
export const listPage = (props: Props): Page => {
  const { language, links, rows, past, page, pages } = props
  const t = words[language]
  const href = (asked: number) => `${links.list}?${past ? 'past&' : ''}page=${asked}`
  return eventPage({
    ...props,
    title: t.title,
    isBelow: false,
    children: (
      <>
        <Done {...props} />
        <BrokenFeeds {...props} />
        <p class="lead">{t.lead}</p>
        <ButtonRow>
          <LinkButton href={links.add}>{t.add}</LinkButton>
          <LinkButton href={links.upload} secondary>
            {t.upload}
          </LinkButton>
          <LinkButton href={links.feed} secondary>
            {t.addFeed}
          </LinkButton>
        </ButtonRow>
        {rows.length === 0 ? (
          <Empty title={past ? t.nonePast : t.none}>
            <p>{past ? t.nonePastWhy : t.noneWhy}</p>
          </Empty>
        ) : (
          <Table
            id="events"
            shape="stack"
            caption={past ? t.past : t.coming}
            columns={columnsOf(props)}
            rows={rows}
            empty=""
          />
        )}
        <Pagination language={language} page={page} pages={pages} href={href} />
        <p>
          <a href={past ? links.list : `${links.list}?past`}>{past ? t.showComing : t.showPast}</a>
        </p>
        <Feeds {...props} />
        <p>
          <a href={publicEventPaths.events[language]}>{t.publicPage}</a>
        </p>
      </>
    ),
  })
}
