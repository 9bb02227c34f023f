import { formatNumber, type Language } from '../i18n/translated.ts'
import { municipalityName } from '../network/rules.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { Button } from '../web/components/button.tsx'
import { ChipGroup } from '../web/components/choices.tsx'
import { Kpis } from '../web/components/kpis.tsx'
import { Pagination } from '../web/components/pagination.tsx'
import { type Column, Table } from '../web/components/table.tsx'
import { Tag, type TagKind } from '../web/components/tag.tsx'
import { type ListQuery, withFilter } from '../web/list-query.ts'
import type { Page } from '../web/page.ts'
import type { CountedPlace } from './place-queries.ts'
import { placeWords } from './place-words.ts'
import { type Counted, type InductionState, isDue, type Standing } from './rules.ts'
import { paths, words } from './words.ts'

const tags: Record<InductionState, TagKind> = { done: 'ok', soon: 'wait', over: 'wait', missing: 'off' }
const countNames = ['done', 'soon', 'missing'] as const

/** Where everybody stands, in numbers. */
const Figures = ({ language, counted }: { language: Language; counted: Counted }) => (
  <Kpis
    figures={countNames.map((name) => ({
      label: placeWords[language].counted[name],
      value: formatNumber(language, counted[name]),
    }))}
  />
)

type Colleague = { name: string; standing: Standing }

/** The people of one's own place, by name. */
export const colleaguesPage = ({
  language,
  people,
}: {
  language: Language
  people: readonly Colleague[]
}): Page => {
  const t = placeWords[language]
  const how = (wanted: (standing: Standing) => boolean) =>
    people.filter(({ standing }) => wanted(standing)).length
  const columns: Column<Colleague>[] = [
    { label: t.person, header: true, cell: ({ name }) => name },
    {
      label: t.state,
      cell: ({ standing: { state } }) => <Tag kind={tags[state]}>{t.states[state]}</Tag>,
    },
    { label: t.until, cell: ({ standing: { lastDay } }) => (lastDay ? t.untilDay(lastDay) : '–') },
  ]
  return {
    title: t.colleagues,
    kind: 'staff',
    main: (
      <>
        <Breadcrumb
          language={language}
          trail={[{ label: words[language].title, href: paths.overview[language] }]}
          here={t.colleagues}
        />
        <h1>{t.colleagues}</h1>
        <p class="lead">{t.colleaguesLead}</p>
        <Figures
          language={language}
          counted={{
            done: how(({ state }) => state === 'done'),
            soon: how(({ state }) => state === 'soon'),
            missing: how(isDue),
          }}
        />
        <Table id="people" caption={t.people} columns={columns} rows={people} empty="" shape="stack" />
      </>
    ),
  }
}

type PlacesProps = {
  language: Language
  asked: ListQuery<'kind'>
  places: readonly CountedPlace[]
  counted: Counted & { places: number }
  pages: number
}

/** The places of an area: how many of their people have done it. */
export const placesPage = ({ language, asked, places, counted, pages }: PlacesProps): Page => {
  const t = placeWords[language]
  const columns: Column<CountedPlace>[] = [
    { label: t.place, header: true, cell: ({ name }) => name },
    { label: t.municipality, cell: (place) => municipalityName(place, language) },
    ...countNames.map((name) => ({
      label: t.counted[name],
      number: true,
      cell: (place: CountedPlace) => formatNumber(language, place[name]),
    })),
  ]
  return {
    title: t.places,
    kind: 'staff',
    main: (
      <>
        <h1>{t.places}</h1>
        <p class="lead">{t.placesLead}</p>
        <Figures language={language} counted={counted} />
        <p>{t.placesNote}</p>
        <form method="get" action={paths.places[language]}>
          <ChipGroup
            name="kind"
            label={t.kind}
            value={asked.asked.kind}
            choices={(['', 'unit', 'site'] as const).map((value) => ({ value, label: t.kinds[value] }))}
          />
          <p>
            <Button secondary>{t.narrow}</Button>
          </p>
        </form>
        <Table
          id="places"
          caption={t.caption(counted.places)}
          columns={columns}
          rows={places}
          empty={t.none}
          shape="stack"
        />
        <Pagination
          language={language}
          page={asked.page}
          pages={pages}
          href={(page) => withFilter(paths.places[language], asked, page)}
        />
      </>
    ),
  }
}
