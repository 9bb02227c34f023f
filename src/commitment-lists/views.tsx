import { paths as batches, words as batchWords } from '../commitment-batches/words.ts'
import { paths as drafts, words as draftWords } from '../commitment-drafts/words.ts'
import { termPaths, termWords } from '../commitment-life/term-words.ts'
import { paths as lifePaths } from '../commitment-life/words.ts'
import { kinds } from '../commitments/rules.ts'
import { paths as commitmentPaths, words as commitmentWords } from '../commitments/words.ts'
import { formatNumber, type Language } from '../i18n/translated.ts'
import type { Ground } from '../name-use/rules.ts'
import { groundWords } from '../name-use/words.ts'
import { listWords } from '../places/list-words.ts'
import type { AreaChoice } from '../places/queries.ts'
import { ButtonRow, LinkButton } from '../web/components/button.tsx'
import { Empty } from '../web/components/empty.tsx'
import { FilteredList, listScript } from '../web/components/filtered-list.tsx'
import { Kpis } from '../web/components/kpis.tsx'
import { type Column, Table } from '../web/components/table.tsx'
import { Tag, type TagKind } from '../web/components/tag.tsx'
import type { ListQuery } from '../web/list-query.ts'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Listed } from './queries.ts'
import {
  endingMonths,
  lastDayOf,
  type OwnPart,
  ownPartOf,
  ownParts,
  type Standing,
  type StandingKind,
  standingKinds,
  standingOf,
} from './rules.ts'
import { daysWords, paths, standingWords, words } from './words.ts'

const tags: Record<StandingKind, TagKind> = {
  ...{ draft: 'off', waiting: 'wait', coming: 'ok', 'in-force': 'ok', ending: 'wait', ended: 'off' },
  ...{ declined: 'no', expired: 'no', cancelled: 'off' },
}

const StandingTag = ({ language, standing }: { language: Language; standing: Standing }) => (
  <Tag kind={tags[standing.kind]}>{standingWords(language, standing)}</Tag>
)

const namesOf = ({ parties }: Listed) => parties.map(({ name }) => name).join(' · ')

type ListProps = {
  language: Language
  today: string
  isCentre: boolean
  rows: readonly Listed[]
  total: number
  counts: Partial<Record<StandingKind, number>>
  models: readonly number[]
  areas: readonly AreaChoice[]
  query: ListQuery
  pages: { page: number; pages: number }
}

const filtersOf = ({ language, isCentre, areas, models }: ListProps) => {
  const t = words[language]
  const all = { value: '', label: listWords[language].all }
  const area = { name: 'area', label: t.area }
  return [
    ...(isCentre
      ? [{ ...area, options: [all, ...areas.map(({ id, name }) => ({ value: String(id), label: name }))] }]
      : []),
    {
      ...{ name: 'kind', label: t.kind },
      options: [all, ...kinds.map((value) => ({ value, label: commitmentWords[language].kinds[value] }))],
    },
    {
      ...{ name: 'standing', label: t.standing },
      options: [all, ...standingKinds.map((value) => ({ value, label: t.standings[value] }))],
    },
    {
      ...{ name: 'ends', label: t.ends },
      options: [all, ...[3, 6].map((months) => ({ value: String(months), label: t.endsWithin(months) }))],
    },
    {
      ...{ name: 'model', label: t.model },
      options: [all, ...models.map((number) => ({ value: String(number), label: t.modelOne(number) }))],
    },
  ]
}

const columnsOf = ({ language, today, isCentre }: ListProps): Column<Listed>[] => {
  const t = words[language]
  return [
    {
      ...{ label: t.parties, header: true },
      cell: (row) => <a href={fill(commitmentPaths.one[language], { commitment: row.id })}>{namesOf(row)}</a>,
    },
    { label: t.kind, cell: ({ kind }) => commitmentWords[language].kinds[kind] },
    {
      label: t.standing,
      cell: (row) => <StandingTag language={language} standing={standingOf(row, row.parties, today)} />,
    },
    { label: t.days, cell: (row) => daysWords(language, row.from, lastDayOf(row)) },
    { label: t.model, cell: ({ modelNumber }) => t.modelOne(modelNumber) },
    ...(isCentre ? [{ label: t.area, cell: ({ area }: Listed) => area ?? t.noArea }] : []),
  ]
}

/** All that somebody keeps: how many stand where, and the list, what waits first. */
export const listPage = (props: ListProps): Page => {
  const { language, rows, total, counts, query, pages } = props
  const t = words[language]
  const isEmpty = Object.keys(counts).length === 0
  const shown = ['waiting', 'in-force', 'ending', 'draft'] as const
  return {
    title: t.title,
    kind: 'staff',
    scripts: [listScript],
    main: (
      <>
        <h1>{t.title}</h1>
        <ButtonRow>
          <LinkButton href={drafts.partner[language]}>{draftWords[language].start}</LinkButton>
          <LinkButton href={drafts.list[language]} secondary>
            {draftWords[language].title}
          </LinkButton>
          <LinkButton href={batches.list[language]} secondary>
            {batchWords[language].title}
          </LinkButton>
          <LinkButton href={lifePaths.renewals[language]} secondary>
            {t.renewals}
          </LinkButton>
          <LinkButton href={termPaths.terms[language]} secondary>
            {termWords[language].title}
          </LinkButton>
        </ButtonRow>
        {isEmpty ? (
          <Empty title={t.noneYet}>
            <p>{t.noneYetWhy}</p>
          </Empty>
        ) : (
          <>
            <Kpis
              figures={shown.map((kind) => ({
                label: t.standings[kind],
                value: formatNumber(language, counts[kind] ?? 0),
                ...(kind === 'ending' ? { note: t.endsWithin(endingMonths) } : {}),
              }))}
            />
            <FilteredList
              language={language}
              path={paths.list[language]}
              file={paths.file[language]}
              workbook={paths.workbook[language]}
              search={t.search}
              filters={filtersOf(props)}
              query={query}
              pages={pages}
              count={t.count(total)}
            >
              <Table
                id="commitments"
                shape="stack"
                caption={t.caption}
                columns={columnsOf(props)}
                rows={rows}
                empty={t.none}
              />
            </FilteredList>
          </>
        )}
      </>
    ),
  }
}

type OwnProps = {
  language: Language
  today: string
  organisationId: number
  rows: readonly Listed[]
  /** On what grounds the name of the card may be used. */
  grounds: readonly Ground[]
}

const OwnTable = ({ language, today, part, rows }: OwnProps & { part: OwnPart }) => {
  const t = words[language]
  const path = part === 'in-force' ? lifePaths.life : commitmentPaths.one
  const columns: Column<Listed>[] = [
    {
      ...{ label: t.kind, header: true },
      cell: (row) => (
        <a href={fill(commitmentPaths.one[language], { commitment: row.id })}>
          {commitmentWords[language].kinds[row.kind]}
        </a>
      ),
    },
    { label: t.parties, cell: namesOf },
    {
      label: t.standing,
      cell: (row) => <StandingTag language={language} standing={standingOf(row, row.parties, today)} />,
    },
    { label: t.days, cell: (row) => daysWords(language, row.from, lastDayOf(row)) },
    ...(part === 'mine' || part === 'in-force'
      ? [
          {
            label: t.deed,
            cell: (row: Listed) => (
              <a href={fill(path[language], { commitment: row.id })}>
                {part === 'mine' ? t.sign : t.life}
                <span class="vh"> {namesOf(row)}</span>
              </a>
            ),
          },
        ]
      : []),
  ]
  return (
    <Table
      id={`part-${part}`}
      shape="stack"
      caption={t.parts[part]}
      columns={columns}
      rows={rows}
      empty={t.partNone}
    />
  )
}

/** The first ground in the order of its weight; that there is none any more is told to who had one. */
const Grounds = ({
  language,
  grounds,
  isKnown,
}: Pick<OwnProps, 'language' | 'grounds'> & { isKnown: boolean }) => {
  const [commitment] = grounds.filter(({ kind }) => kind === 'commitment')
  const told = commitment ? [commitment] : grounds.length > 0 ? grounds : isKnown ? [null] : []
  return (
    <>
      {told.map((ground) => (
        <p>{groundWords(language, ground)}</p>
      ))}
    </>
  )
}

/** What a partner is a party of: what waits for their own signature first; a part that is empty is left out. */
export const ownPage = (props: OwnProps): Page => {
  const { language, today, organisationId, rows, grounds } = props
  const t = words[language]
  const partOf = (row: Listed) =>
    ownPartOf(
      standingOf(row, row.parties, today),
      row.parties.every((party) => party.organisationId !== organisationId || party.signedAt !== null),
    )
  const tables = ownParts.map((part) => ({ part, own: rows.filter((row) => partOf(row) === part) }))
  return {
    title: t.ownTitle,
    kind: 'staff',
    main: (
      <>
        <h1>{t.ownTitle}</h1>
        <Grounds language={language} grounds={grounds} isKnown={rows.length > 0} />
        {rows.length === 0 ? (
          <Empty title={t.ownNone}>
            <p>{t.ownNoneWhy}</p>
          </Empty>
        ) : (
          <>
            <p class="lead">{t.ownLead}</p>
            {tables
              .filter(({ own }) => own.length > 0)
              .map(({ part, own }) => (
                <OwnTable {...props} part={part} rows={own} />
              ))}
          </>
        )}
      </>
    ),
  }
}
