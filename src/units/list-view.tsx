import type { Language } from '../i18n/translated.ts'
import { municipalityChoices, municipalityName } from '../network/rules.ts'
import { listWords } from '../places/list-words.ts'
import type { AreaChoice } from '../places/queries.ts'
import { attentions } from '../places/rules.ts'
import { placeAddress, placePaths, placeWords } from '../places/words.ts'
import { ButtonRow, LinkButton } from '../web/components/button.tsx'
import { Empty } from '../web/components/empty.tsx'
import { type Filter, FilteredList, listScript } from '../web/components/filtered-list.tsx'
import { Notice } from '../web/components/notice.tsx'
import { type Column, Table } from '../web/components/table.tsx'
import { Tag, type TagKind } from '../web/components/tag.tsx'
import type { ListQuery } from '../web/list-query.ts'
import type { Page } from '../web/page.ts'
import type { ListedUnit } from './list-queries.ts'
import { type UnitState, unitStates } from './rules.ts'
import { kindName, words } from './words.ts'

const tagOf: Record<UnitState, TagKind> = {
  active: 'ok',
  paused: 'wait',
  proposed: 'wait',
  closed: 'off',
  declined: 'no',
}

export const StateTag = ({ language, state }: { language: Language; state: UnitState }) => (
  <Tag kind={tagOf[state]}>{words[language].states[state]}</Tag>
)

type Named = { id: number; nameFi: string; nameSv: string | null }
type ListProps = {
  language: Language
  isCentre: boolean
  units: ListedUnit[]
  total: number
  /** How many proposals wait for the centre; null for those who do not answer them. */
  waiting: number | null
  query: ListQuery
  pages: { page: number; pages: number }
  areas: AreaChoice[]
  municipalities: Named[]
  kinds: string[]
}

const filtersOf = ({ language, isCentre, areas, municipalities, kinds }: ListProps): Filter[] => {
  const t = words[language]
  const p = placeWords[language]
  const l = listWords[language]
  const all = { value: '', label: l.all }
  const named = (name: string, label: string, options: Filter['options']) => ({
    name,
    label,
    options: [all, ...options],
  })
  const { compare } = new Intl.Collator(language)
  const byLabel = (options: { value: string; label: string }[]) =>
    options.toSorted((a, b) => compare(a.label, b.label))
  return [
    ...(isCentre
      ? [
          named(
            'area',
            p.area,
            areas.map(({ id, name }) => ({ value: String(id), label: name })),
          ),
        ]
      : []),
    named('municipality', p.municipality, municipalityChoices(language, municipalities)),
    named('kind', t.kind, byLabel(kinds.map((kind) => ({ value: kind, label: kindName(language, kind) })))),
    named(
      'state',
      p.state,
      unitStates.map((value) => ({ value, label: t.states[value] })),
    ),
    named('attention', l.attention, [
      { value: 'any', label: l.anyAttention },
      ...attentions.map((value) => ({ value, label: l.attentions[value] })),
    ]),
  ]
}

const columnsOf = (language: Language): Column<ListedUnit>[] => {
  const t = words[language]
  const p = placeWords[language]
  const l = listWords[language]
  return [
    {
      label: p.name,
      header: true,
      cell: (unit) => <a href={placeAddress('unit', language, unit.id)}>{unit.name}</a>,
    },
    {
      label: `${p.organisation}, ${t.kind.toLowerCase()}`,
      cell: ({ organisation, kind }) => (
        <>
          <div>{organisation}</div>
          <div>{kindName(language, kind)}</div>
        </>
      ),
    },
    { label: p.municipality, cell: (unit) => municipalityName(unit, language) },
    { label: p.state, cell: ({ state }) => <StateTag language={language} state={state} /> },
    {
      label: l.attention,
      cell: (unit) =>
        attentions
          .filter((attention) => unit[attention])
          .map((attention) => l.inShort[attention])
          .join(', ') || '–',
    },
  ]
}

export const listPage = (props: ListProps): Page => {
  const { language, isCentre, units, total, waiting, query, pages } = props
  const t = words[language]
  const l = listWords[language]
  return {
    title: t.title,
    kind: 'staff',
    scripts: [listScript],
    main: (
      <>
        <h1>{t.title}</h1>
        {waiting !== null && waiting > 0 && (
          <Notice kind="info">
            <p>
              <a href={placePaths.unit.requests[language]}>{t.waiting(waiting)}</a>
            </p>
          </Notice>
        )}
        <ButtonRow>
          <LinkButton href={placePaths.unit.new[language]} secondary>
            {isCentre ? t.add : t.propose}
          </LinkButton>
          {waiting !== null && (
            <LinkButton href={placePaths.unit.requests[language]} secondary>
              {t.requests}
            </LinkButton>
          )}
        </ButtonRow>
        {props.kinds.length === 0 ? (
          <Empty title={t.noneYet}>
            <p>{t.noneYetWhy}</p>
          </Empty>
        ) : (
          <FilteredList
            language={language}
            path={placePaths.unit.list[language]}
            file={placePaths.unit.file[language]}
            search={t.search}
            filters={filtersOf(props)}
            query={query}
            pages={pages}
            count={t.count(total)}
          >
            <Table
              id="units"
              shape="stack"
              caption={l.listCaption}
              columns={columnsOf(language)}
              rows={units}
              empty={t.none}
            />
          </FilteredList>
        )}
      </>
    ),
  }
}
