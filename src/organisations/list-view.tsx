import { formatNumber, type Language } from '../i18n/translated.ts'
import { listWords } from '../places/list-words.ts'
import type { AreaChoice } from '../places/queries.ts'
import { placeWords } from '../places/words.ts'
import { ButtonRow, LinkButton } from '../web/components/button.tsx'
import { Empty } from '../web/components/empty.tsx'
import { FilteredList, listScript } from '../web/components/filtered-list.tsx'
import { type Column, Table } from '../web/components/table.tsx'
import type { ListQuery } from '../web/list-query.ts'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { ListedOrganisation } from './list-queries.ts'
import { organisationKinds } from './rules.ts'
import { kindName, paths, words } from './words.ts'

type ListProps = {
  language: Language
  isCentre: boolean
  organisations: ListedOrganisation[]
  total: number
  query: ListQuery
  pages: { page: number; pages: number }
  areas: AreaChoice[]
}

const filtersOf = ({ language, isCentre, areas }: ListProps) => {
  const t = words[language]
  const p = placeWords[language]
  const l = listWords[language]
  const all = { value: '', label: l.all }
  const kinds = organisationKinds.map((value) => ({ value: value as string, label: t.kinds[value] }))
  const areaChoices = areas.map(({ id, name }) => ({ value: String(id), label: name }))
  return [
    ...(isCentre ? [{ name: 'area', label: p.area, options: [all, ...areaChoices] }] : []),
    { name: 'kind', label: t.kind, options: [all, ...kinds, { value: 'unknown', label: t.unknown }] },
    {
      name: 'attention',
      label: l.attention,
      options: [all, { value: 'contact', label: l.attentions.contact }],
    },
  ]
}

const columnsOf = (language: Language): Column<ListedOrganisation>[] => {
  const t = words[language]
  const l = listWords[language]
  return [
    {
      label: t.name,
      header: true,
      cell: ({ id, name }) => <a href={fill(paths.organisation[language], { organisation: id })}>{name}</a>,
    },
    { label: t.kind, cell: ({ kind }) => kindName(language, kind) },
    { label: t.businessId, cell: ({ businessId }) => businessId ?? '–' },
    { label: t.units, number: true, cell: ({ units }) => formatNumber(language, units) },
    { label: t.sites, number: true, cell: ({ sites }) => formatNumber(language, sites) },
    { label: l.attention, cell: ({ contact }) => (contact ? l.attentions.contact : '–') },
  ]
}

export const listPage = (props: ListProps): Page => {
  const { language, organisations, total, query, pages } = props
  const t = words[language]
  const isEmpty = total === 0 && Object.values(query.asked).every((value) => value === '')
  return {
    title: t.title,
    kind: 'staff',
    scripts: [listScript],
    main: (
      <>
        <h1>{t.title}</h1>
        <ButtonRow>
          <LinkButton href={paths.new[language]} secondary>
            {t.add}
          </LinkButton>
        </ButtonRow>
        {isEmpty ? (
          <Empty title={t.noneYet}>
            <p>{t.noneYetWhy}</p>
          </Empty>
        ) : (
          <FilteredList
            language={language}
            path={paths.list[language]}
            file={paths.file[language]}
            search={t.search}
            filters={filtersOf(props)}
            query={query}
            pages={pages}
            count={t.count(total)}
          >
            <Table
              id="organisations"
              shape="stack"
              caption={listWords[language].listCaption}
              columns={columnsOf(language)}
              rows={organisations}
              empty={t.none}
            />
          </FilteredList>
        )}
      </>
    ),
  }
}
