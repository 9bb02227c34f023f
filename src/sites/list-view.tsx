import { categoryNames } from '../i18n/category-names.ts'
import type { Language } from '../i18n/translated.ts'
import { categories, municipalityChoices, municipalityName } from '../network/rules.ts'
import { listWords } from '../places/list-words.ts'
import type { AreaChoice } from '../places/queries.ts'
import { attentions } from '../places/rules.ts'
import { placeAddress, placePaths, placeWords } from '../places/words.ts'
import { ButtonRow, LinkButton } from '../web/components/button.tsx'
import { Empty } from '../web/components/empty.tsx'
import { type Filter, FilteredList, listScript } from '../web/components/filtered-list.tsx'
import { type Column, Table } from '../web/components/table.tsx'
import { Tag, type TagKind } from '../web/components/tag.tsx'
import type { ListQuery } from '../web/list-query.ts'
import type { Page } from '../web/page.ts'
import type { ListedSite } from './list-queries.ts'
import { type SiteState, siteStates } from './rules.ts'
import { words } from './words.ts'

const tagOf: Record<SiteState, TagKind> = { active: 'ok', 'pop-up': 'ok', paused: 'wait', closed: 'off' }

export const StateTag = ({ language, state }: { language: Language; state: SiteState }) => (
  <Tag kind={tagOf[state]}>{words[language].states[state]}</Tag>
)

type ListProps = {
  language: Language
  isCentre: boolean
  sites: ListedSite[]
  total: number
  query: ListQuery
  pages: { page: number; pages: number }
  areas: AreaChoice[]
  municipalities: { id: number; nameFi: string; nameSv: string | null }[]
}

const filtersOf = ({ language, isCentre, areas, municipalities }: ListProps): Filter[] => {
  const t = words[language]
  const p = placeWords[language]
  const l = listWords[language]
  const named = (name: string, label: string, options: Filter['options']) => ({
    name,
    label,
    options: [{ value: '', label: l.all }, ...options],
  })
  const areaChoices = areas.map(({ id, name }) => ({ value: String(id), label: name }))
  return [
    ...(isCentre ? [named('area', p.area, areaChoices)] : []),
    named('municipality', p.municipality, municipalityChoices(language, municipalities)),
    named(
      'category',
      t.category,
      categories.map((value) => ({ value, label: categoryNames[language][value] })),
    ),
    named(
      'state',
      p.state,
      siteStates
        .filter((state) => isCentre || state !== 'pop-up')
        .map((value) => ({ value, label: t.states[value] })),
    ),
    named('attention', l.attention, [
      { value: 'any', label: l.anyAttention },
      ...attentions.map((value) => ({ value, label: l.attentions[value] })),
    ]),
  ]
}

const columnsOf = (language: Language): Column<ListedSite>[] => {
  const t = words[language]
  const p = placeWords[language]
  const l = listWords[language]
  return [
    {
      label: p.name,
      header: true,
      cell: (site) => <a href={placeAddress('site', language, site.id)}>{site.name}</a>,
    },
    { label: p.organisation, cell: ({ organisation }) => organisation },
    { label: p.municipality, cell: (site) => municipalityName(site, language) },
    { label: t.category, cell: ({ category }) => categoryNames[language][category] },
    { label: p.state, cell: ({ state }) => <StateTag language={language} state={state} /> },
    {
      label: l.attention,
      cell: (site) =>
        attentions
          .filter((attention) => site[attention])
          .map((attention) => l.inShort[attention])
          .join(', ') || '–',
    },
  ]
}

export const listPage = (props: ListProps): Page => {
  const { language, sites, total, query, pages } = props
  const t = words[language]
  const l = listWords[language]
  return {
    title: t.title,
    kind: 'staff',
    scripts: [listScript],
    main: (
      <>
        <h1>{t.title}</h1>
        <ButtonRow>
          <LinkButton href={placePaths.site.new[language]} secondary>
            {t.add}
          </LinkButton>
        </ButtonRow>
        {props.municipalities.length === 0 ? (
          <Empty title={t.noneYet}>
            <p>{t.noneYetWhy}</p>
          </Empty>
        ) : (
          <FilteredList
            language={language}
            path={placePaths.site.list[language]}
            file={placePaths.site.file[language]}
            search={t.search}
            filters={filtersOf(props)}
            query={query}
            pages={pages}
            count={t.count(total)}
          >
            <Table
              id="sites"
              shape="stack"
              caption={l.listCaption}
              columns={columnsOf(language)}
              rows={sites}
              empty={t.none}
            />
          </FilteredList>
        )}
      </>
    ),
  }
}
