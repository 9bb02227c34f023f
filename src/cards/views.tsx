import { formatNumber, type Language } from '../i18n/translated.ts'
import { Button, LinkButton } from '../web/components/button.tsx'
import { ChipGroup } from '../web/components/choices.tsx'
import { CodeEnd } from '../web/components/code.tsx'
import { Empty } from '../web/components/empty.tsx'
import { Kpis } from '../web/components/kpis.tsx'
import { Pagination } from '../web/components/pagination.tsx'
import { type Column, Table } from '../web/components/table.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import { type Unit, UnitLine } from './issue-view.tsx'
import { dayOr, StandingTag, Undo } from './issued-view.tsx'
import { lifePaths } from './life-words.ts'
import type { CardFilter, ListedCard, Standing } from './own-queries.ts'
import { paths, words } from './words.ts'

type Row = ListedCard & { canUndo: boolean }
type CardsProps = {
  language: Language
  unit: Unit
  counts: Record<Standing, number>
  /** Personal cards that the unit can hand out. */
  stock: number
  filter: CardFilter
  cards: Row[]
  page: number
  pages: number
}

export const CardsPage = ({
  language,
  unit,
  counts,
  stock,
  filter,
  cards,
  page,
  pages,
}: CardsProps): Page => {
  const t = words[language]
  const figure = (label: string, value: number) => ({ label, value: formatNumber(language, value) })
  const isEmpty = filter === 'issued' && cards.length === 0
  return {
    title: t.cards,
    kind: 'staff',
    main: (
      <>
        <UnitLine unit={unit} language={language} />
        <h1>{t.cards}</h1>
        <Kpis
          figures={[
            figure(t.inStock, stock),
            figure(t.validNow, counts.valid + counts.expiring),
            figure(t.expiringSoon, counts.expiring),
          ]}
        />
        <form method="get" action={paths.cards[language]}>
          <ChipGroup
            name="state"
            label={t.filter}
            choices={Object.entries(t.filters).map(([value, label]) => ({ value, label }))}
            value={filter}
          />
          <p>
            <Button secondary>{t.show}</Button>
          </p>
        </form>
        {isEmpty ? (
          <Empty title={t.noCards}>
            <p>{t.noCardsText}</p>
            <LinkButton href={paths.issue[language]}>{t.title}</LinkButton>
          </Empty>
        ) : (
          <CardTable language={language} filter={filter} cards={cards} />
        )}
        <Pagination
          language={language}
          page={page}
          pages={pages}
          href={(number) => `${paths.cards[language]}?state=${filter}&page=${number}`}
        />
      </>
    ),
  }
}

const CardTable = ({ language, filter, cards }: { language: Language; filter: CardFilter; cards: Row[] }) => {
  const t = words[language]
  const columns: Column<Row>[] = [
    {
      label: t.cardColumn,
      header: true,
      cell: (card) => (
        <>
          <a href={fill(lifePaths.card[language], { card: card.id })}>
            <CodeEnd lastFour={card.tail} />
          </a>
          {card.type === 'community' && <div>{t.community}</div>}
        </>
      ),
    },
    { label: t.state, cell: ({ standing }) => <StandingTag language={language} standing={standing} /> },
    {
      label: t.registered,
      cell: (card) => (
        <>
          {dayOr(language, card.registeredOn)}
          {card.canUndo && (
            <Undo language={language} card={card} about={<span class="vh"> •••{card.tail}</span>} />
          )}
        </>
      ),
    },
    { label: t.validUntil, cell: ({ validUntil }) => dayOr(language, validUntil) },
    {
      label: t.childrenOnCard,
      number: true,
      cell: (card) => (card.type === 'community' ? '–' : formatNumber(language, card.children)),
    },
  ]
  return (
    <Table
      id="cards"
      caption={t.filters[filter]}
      shape="stack"
      columns={columns}
      rows={cards}
      empty={t.noneInState}
    />
  )
}
