import type { Owner } from '../contacts/queries.ts'
import { formatDay, formatNumber, formatTime, type Language } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import { listTitles, placeAddress } from '../places/words.ts'
import { words as useWords } from '../uses/words.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { PostButton } from '../web/components/button.tsx'
import { CodeEnd } from '../web/components/code.tsx'
import { Empty } from '../web/components/empty.tsx'
import { Notice } from '../web/components/notice.tsx'
import { type Column, Table } from '../web/components/table.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Counts } from './choice-queries.ts'
import { listed, type UnrecognisedUse } from './queries.ts'
import { paths, words } from './words.ts'

/** What the site has chosen, in plain words, and one button to change it. */
const Choice = ({ language, since, action }: { language: Language; since: Day | null; action: string }) => {
  const t = words[language]
  return (
    <section aria-labelledby="choice">
      <h2 id="choice">{t.choice}</h2>
      <p>{t.explain}</p>
      <p>{t.explainMore}</p>
      <p>
        <strong>{since ? t.on(since) : t.off}</strong>
      </p>
      <PostButton action={action} fields={{ keeps: since ? 'no' : 'yes' }} secondary={since !== null}>
        {since ? t.turnOff : t.turnOn}
      </PostButton>
    </section>
  )
}

const Saved = ({ language, saved }: { language: Language; saved: boolean }) =>
  saved ? <Notice kind="ok" title={words[language].saved} /> : null

const columnsOf = (language: Language, isOneSite: boolean): Column<UnrecognisedUse>[] => {
  const t = words[language]
  return [
    {
      label: t.given,
      header: true,
      cell: ({ usedOn, usedAt }) => `${formatDay(language, usedOn)} ${formatTime(language, usedAt)}`,
    },
    { label: t.tickets, cell: (given) => useWords[language].tickets(given) },
    ...(isOneSite ? [] : [{ label: t.site, cell: ({ siteName }: UnrecognisedUse) => siteName }]),
    { label: t.event, cell: ({ event }) => event ?? t.noEvent },
    { label: t.card, cell: ({ tail }) => <CodeEnd lastFour={tail} /> },
  ]
}

type ListProps = {
  language: Language
  waiting: UnrecognisedUse[]
  dropped: UnrecognisedUse[]
  isOneSite: boolean
  /** Where one may choose for one's own site. */
  choice: { since: Day | null } | null
  saved: boolean
}

/** The tickets of one's own site that wait for a registration, and those that none covered. */
export const ListPage = ({ language, waiting, dropped, isOneSite, choice, saved }: ListProps): Page => {
  const t = words[language]
  const columns = columnsOf(language, isOneSite)
  const why: Column<UnrecognisedUse> = { label: t.why, cell: (given) => given.why && t.reasons[given.why] }
  const short = (rows: unknown[]) =>
    rows.length >= listed && <p>{t.onlyNewest(formatNumber(language, listed))}</p>
  return {
    title: t.title,
    kind: 'staff',
    main: (
      <>
        <Saved language={language} saved={saved} />
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
        {waiting.length === 0 ? (
          <Empty title={t.noneWaiting}>
            <p>{t.noneWhy}</p>
          </Empty>
        ) : (
          <>
            <p>{t.becomes}</p>
            {short(waiting)}
            <Table
              {...{ id: 'waiting', shape: 'stack' }}
              {...{ caption: t.waiting, columns, rows: waiting, empty: t.noneWaiting }}
            />
          </>
        )}
        {dropped.length > 0 && (
          <>
            {short(dropped)}
            <Table
              {...{ id: 'dropped', shape: 'stack' }}
              {...{ caption: t.dropped, columns: [...columns, why], rows: dropped, empty: t.noneDropped }}
            />
          </>
        )}
        {choice && <Choice language={language} since={choice.since} action={paths.list[language]} />}
      </>
    ),
  }
}

type KeptProps = { language: Language; site: Owner; since: Day | null; counts: Counts; saved: boolean }

/** What the keeper of a site sees of it: the choice and two numbers, and no single ticket. */
export const KeptPage = ({ language, site, since, counts, saved }: KeptProps): Page => {
  const t = words[language]
  const trail = [
    { label: listTitles[language].site, href: placeAddress('site', language, 0, 'list') },
    { label: site.name, href: placeAddress('site', language, site.id) },
  ]
  return {
    title: t.title,
    kind: 'staff',
    main: (
      <>
        <Saved language={language} saved={saved} />
        <Breadcrumb language={language} trail={trail} here={t.title} />
        <h1>{t.title}</h1>
        <p class="lead">{site.name}</p>
        <p>{t.counts(counts.waiting, counts.dropped)}</p>
        <Choice language={language} since={since} action={fill(paths.kept[language], { site: site.id })} />
      </>
    ),
  }
}
