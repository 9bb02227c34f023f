import type { Owner } from '../contacts/queries.ts'
import { commonWords } from '../i18n/common-words.ts'
import { formatDay, type Language } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import { type UseKind, useKinds } from '../uses/rules.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { LinkButton, PostButton } from '../web/components/button.tsx'
import { Empty } from '../web/components/empty.tsx'
import { Notice } from '../web/components/notice.tsx'
import { type Column, Table } from '../web/components/table.tsx'
import type { Page } from '../web/page.ts'
import { arrangeLists, type PriceList } from './rules.ts'
import type { Links } from './way.ts'
import { type Deed, formatEuros, words } from './words.ts'

type Props = {
  language: Language
  today: Day
  site: Owner
  links: Links
  lists: readonly PriceList[]
  done: Deed | null
  /** Why what was asked for was not done, by its name. */
  problem: string | null
}

/** The prices of a list, a line a kind. */
export const Prices = ({ language, prices }: { language: Language; prices: PriceList['prices'] }) => {
  const t = words[language]
  const euros = formatEuros[language]
  return (
    <>
      {useKinds.flatMap((kind: UseKind) => {
        const price = prices[kind]
        return price ? [<div>{t.priceOf(t.kinds[kind], euros(price.adult), euros(price.child))}</div>] : []
      })}
    </>
  )
}

const about = (language: Language, { validFrom }: PriceList) => (
  <span class="vh"> {formatDay(language, validFrom)}</span>
)

const firstColumns = (language: Language): Column<PriceList>[] => [
  { label: words[language].from, header: true, cell: ({ validFrom }) => formatDay(language, validFrom) },
  {
    label: words[language].priceColumn,
    cell: ({ prices }) => <Prices language={language} prices={prices} />,
  },
]

const Standing = ({ language, today, links, lists }: Props) => {
  const t = words[language]
  type Row = ReturnType<typeof arrangeLists>[number]
  const columns: Column<Row>[] = [
    ...firstColumns(language),
    { label: t.state, cell: ({ time }) => t.times[time] },
    {
      label: t.change,
      cell: (list) => (
        <>
          <a href={links.to('correct', list.id)}>
            {t.correct}
            {about(language, list)}
          </a>{' '}
          <a href={links.to('takeBack', list.id)}>
            {t.takeBack}
            {about(language, list)}
          </a>
        </>
      ),
    },
  ]
  const rows = arrangeLists(lists, today)
  return <Table id="prices" shape="stack" caption={t.lists} columns={columns} rows={rows} empty={t.nothing} />
}

const TakenBack = ({ language, links, lists }: Props) => {
  const t = words[language]
  const rows = lists.filter(({ takenBackAt }) => takenBackAt !== null)
  if (rows.length === 0) return null
  const columns: Column<PriceList>[] = [
    ...firstColumns(language),
    {
      label: t.change,
      cell: (list) => (
        <PostButton secondary action={links.to('giveBack', list.id)}>
          {t.giveBack}
          {about(language, list)}
        </PostButton>
      ),
    },
  ]
  return (
    <>
      <Table id="removed" shape="stack" caption={t.removed} columns={columns} rows={rows} empty={t.nothing} />
      <p>{t.removedWhy}</p>
    </>
  )
}

/** The prices of a site: what holds, what comes, what held, and what was removed as wrong. */
export const PricesPage = (props: Props): Page => {
  const { language, links, lists, done, problem } = props
  const t = words[language]
  return {
    title: t.pricesTitle,
    kind: 'staff',
    main: (
      <>
        <Breadcrumb
          language={language}
          trail={[...links.trail, { label: t.title, href: links.to('ledger') }]}
          here={t.pricesTitle}
        />
        {done && <Notice kind="ok" title={t.deeds[done]} />}
        {problem && <Notice kind="error" title={t.problems[problem] ?? commonWords[language].checkThese} />}
        <h1>{t.pricesTitle}</h1>
        <p class="lead">{t.pricesLead}</p>
        {lists.length === 0 ? (
          <Empty title={t.noPrices}>
            <p>{t.noPricesWhy}</p>
            <LinkButton href={links.to('newPrices')}>{t.addPrices}</LinkButton>
          </Empty>
        ) : (
          <>
            <p>
              <LinkButton href={links.to('newPrices')}>{t.addPrices}</LinkButton>
            </p>
            <Standing {...props} />
            <TakenBack {...props} />
          </>
        )}
      </>
    ),
  }
}
