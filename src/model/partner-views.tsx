import { paths as batches, words as batchWords } from '../commitment-batches/words.ts'
import { formatNumber, type Language } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import { municipalityName } from '../network/rules.ts'
import { placeAddress } from '../places/words.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { LinkButton } from '../web/components/button.tsx'
import { FilteredList, listScript } from '../web/components/filtered-list.tsx'
import { Kpis } from '../web/components/kpis.tsx'
import { Notice } from '../web/components/notice.tsx'
import { type Column, Table } from '../web/components/table.tsx'
import { Tag } from '../web/components/tag.tsx'
import type { ListQuery } from '../web/list-query.ts'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import { extendAddress } from './follow-views.tsx'
import { trailTo } from './form-views.tsx'
import { type Done, keepWords, paths } from './keep-words.ts'
import type { AreaCount, Counts, PartnerPlace } from './list-queries.ts'
import { placeKinds, type Version } from './rules.ts'
import { words } from './words.ts'

/** Has committed, has been asked to, or neither. */
export const stateOf = ({ isCommitted, isAsked }: PartnerPlace) =>
  isCommitted ? 'committed' : isAsked ? 'asked' : 'missing'
const tags = { committed: 'ok', asked: 'wait', missing: 'no' } as const

type Props = {
  language: Language
  version: Version
  day: Day
  counts: Counts
  /** Empty for a keeper of one area. */
  areas: readonly AreaCount[]
  places: readonly PartnerPlace[]
  total: number
  query: ListQuery<'show' | 'kind' | 'area'>
  pages: { page: number; pages: number }
  mayExtend: boolean
  done: Done | null
}

const PlaceTable = ({ language, version, places, mayExtend }: Props) => {
  const t = keepWords[language]
  const columns: Column<PartnerPlace>[] = [
    {
      label: t.place,
      header: true,
      cell: ({ kind, id, name }) => <a href={placeAddress(kind, language, id)}>{name}</a>,
    },
    { label: t.kindColumn, cell: ({ kind }) => t.placeKinds[kind] },
    { label: t.municipality, cell: (place) => municipalityName(place, language) },
    { label: t.organisation, cell: ({ organisation }) => organisation },
    {
      label: t.state,
      cell: (place) => (
        <>
          <Tag kind={tags[stateOf(place)]}>{t.states[stateOf(place)]}</Tag>
          {place.moreUntil && <div>{t.moreUntil(place.moreUntil)}</div>}
        </>
      ),
    },
    ...(mayExtend
      ? [
          {
            label: t.more,
            cell: (place: PartnerPlace) =>
              place.isCommitted ? (
                '–'
              ) : (
                <a href={extendAddress(language, version.number, place)}>
                  {t.more}
                  <span class="vh"> {place.name}</span>
                </a>
              ),
          },
        ]
      : []),
  ]
  return (
    <Table id="places" caption={t.partners} shape="stack" columns={columns} rows={places} empty={t.none} />
  )
}

const Areas = ({ language, areas }: Props) => {
  const t = keepWords[language]
  const number = (value: number) => formatNumber(language, value)
  if (areas.length < 2) return null
  return (
    <details class="more">
      <summary>{t.byArea}</summary>
      <Table
        id="areas"
        caption={t.byArea}
        rows={areas}
        empty={t.none}
        columns={[
          { label: t.area, header: true, cell: ({ area }) => area ?? t.noArea },
          { label: t.missing, number: true, cell: ({ all, committed }) => number(all - committed) },
          { label: t.done1, number: true, cell: ({ committed }) => number(committed) },
        ]}
      />
    </details>
  )
}

/** Who of the places that one keeps has committed to a version, those who have not first. */
export const partnersPage = (props: Props): Page => {
  const { language, version, day, counts, areas, total, query, pages, done } = props
  const t = keepWords[language]
  const title = t.partnersTitle(version.number)
  const model = { model: version.number }
  const number = (value: number) => formatNumber(language, value)
  const choices = (all: string, rest: { value: string; label: string }[]) => [
    { value: '', label: all },
    ...rest,
  ]
  return {
    title,
    kind: 'staff',
    scripts: [listScript],
    main: (
      <>
        <Breadcrumb language={language} trail={trailTo(language, version)} here={title} />
        {done && <Notice kind="ok" title={t.done[done]} />}
        <h1>{title}</h1>
        <p class="lead">{t.partnersLead(day)}</p>
        <Kpis
          figures={[
            { label: t.missing, value: number(counts.all - counts.committed) },
            { label: t.asked, value: number(counts.asked) },
            { label: t.done1, value: number(counts.committed) },
          ]}
        />
        <Areas {...props} />
        <p>
          <LinkButton secondary href={batches.make[language]}>
            {batchWords[language].title}
          </LinkButton>
        </p>
        <FilteredList
          language={language}
          path={fill(paths.partners[language], model)}
          file={fill(paths.file[language], model)}
          search={t.search}
          filters={[
            {
              name: 'show',
              label: t.show,
              options: choices(
                t.shows.missing,
                (['committed', 'all'] as const).map((value) => ({ value, label: t.shows[value] })),
              ),
            },
            {
              name: 'kind',
              label: t.kind,
              options: choices(
                t.all,
                placeKinds.map((value) => ({ value, label: t.placeKinds[value] })),
              ),
            },
            ...(areas.length < 2
              ? []
              : [
                  {
                    name: 'area',
                    label: t.area,
                    options: choices(
                      t.all,
                      areas.flatMap(({ areaId, area }) =>
                        areaId === null
                          ? []
                          : [{ value: String(areaId), label: area ?? words[language].model }],
                      ),
                    ),
                  },
                ]),
          ]}
          query={query}
          pages={pages}
          count={t.count(total)}
        >
          <PlaceTable {...props} />
        </FilteredList>
      </>
    ),
  }
}
