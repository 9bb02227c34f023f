import { commonWords } from '../i18n/common-words.ts'
import type { Language } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import type { MunicipalityRow } from '../network/municipality-queries.ts'
import { municipalityName } from '../network/rules.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { Button, ButtonRow, LinkButton } from '../web/components/button.tsx'
import { ChipGroup } from '../web/components/choices.tsx'
import { Empty } from '../web/components/empty.tsx'
import { Select, TextField } from '../web/components/field.tsx'
import { Notice } from '../web/components/notice.tsx'
import { Pagination } from '../web/components/pagination.tsx'
import { ProblemSummary } from '../web/components/problem-summary.tsx'
import { Table } from '../web/components/table.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import type { MergerProblem } from './rules.ts'
import { paths, words } from './words.ts'

type ListProps = {
  language: Language
  search: string
  rows: readonly MunicipalityRow[]
  count: number
  page: number
  pages: number
  done: boolean
}

const Rows = ({ language, rows }: Pick<ListProps, 'language' | 'rows'>) => {
  const t = words[language]
  return (
    <Table
      id="municipalities"
      caption={t.title}
      shape="stack"
      rows={rows}
      empty={t.none}
      columns={[
        { label: t.name, header: true, cell: (row) => municipalityName(row, language) },
        { label: t.code, cell: ({ code }) => code ?? '–' },
        {
          label: t.county,
          cell: ({ county, countySv }) => (language === 'sv' ? (countySv ?? county) : county) ?? '–',
        },
        { label: t.area, cell: ({ area }) => area ?? '–' },
        {
          label: t.merger,
          cell: (row) =>
            row.mergedInto && row.mergedOn ? (
              t.merged(row.mergedInto, row.mergedOn)
            ) : (
              <a href={fill(paths.merger[language], { municipality: row.id })}>
                {t.merge}
                <span class="vh"> {municipalityName(row, language)}</span>
              </a>
            ),
        },
      ]}
    />
  )
}

export const MunicipalitiesPage = (props: ListProps): Page => {
  const { language, search, rows, count, page, pages, done } = props
  const t = words[language]
  return {
    title: t.title,
    kind: 'staff',
    main: (
      <>
        {done && (
          <Notice kind="ok">
            <p>{t.done}</p>
          </Notice>
        )}
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
        <search>
          <form method="get" action={paths.list[language]}>
            <div class="row">
              <TextField name="q" type="search" label={t.search} value={search} autocomplete="off" />
              <Button secondary>{commonWords[language].search}</Button>
            </div>
          </form>
        </search>
        {rows.length === 0 ? (
          <Empty title={t.none}>
            <p>{t.noneWhy}</p>
            <LinkButton href={paths.list[language]}>{t.showAll}</LinkButton>
          </Empty>
        ) : (
          <>
            <p>{t.count(count)}</p>
            <Rows language={language} rows={rows} />
          </>
        )}
        <Pagination
          language={language}
          page={page}
          pages={pages}
          href={(number) =>
            `${paths.list[language]}?${new URLSearchParams({ q: search, page: String(number) })}`
          }
        />
      </>
    ),
  }
}

type MergerProps = {
  language: Language
  one: MunicipalityRow
  others: readonly MunicipalityRow[]
  years: readonly number[]
  typed: Typed
}

const trailOf = (language: Language) => [{ label: words[language].title, href: paths.list[language] }]

export const MergerPage = ({ language, one, others, years, typed }: MergerProps): Page => {
  const t = words[language]
  const say = (name: string) => t.problems[typed.problems[name] as MergerProblem] as string | undefined
  const problems = ['', 'into', 'year'].flatMap((name) => {
    const text = say(name)
    return text === undefined ? [] : [{ name, text }]
  })
  const title = t.mergeTitle(municipalityName(one, language))
  return {
    title,
    kind: 'staff',
    main: (
      <>
        <ProblemSummary language={language} problems={problems} />
        <Breadcrumb language={language} trail={trailOf(language)} here={title} />
        <h1>{title}</h1>
        <p class="lead">{t.mergeLead}</p>
        <form method="get" action={fill(paths.merger[language], { municipality: one.id })} novalidate>
          <input type="hidden" name="asked" value="yes" />
          <Select
            name="into"
            label={t.into}
            value={typed.values.into}
            problem={say('into')}
            options={[
              { value: '', label: t.choose },
              ...others.map((other) => ({
                value: String(other.id),
                label: municipalityName(other, language),
              })),
            ]}
          />
          <ChipGroup
            name="year"
            label={t.year}
            value={typed.values.year ?? String(years[0])}
            problem={say('year')}
            choices={years.map((year) => ({ value: String(year), label: String(year) }))}
          />
          <Button>{t.look}</Button>
        </form>
      </>
    ),
  }
}

type ConfirmProps = {
  language: Language
  one: MunicipalityRow
  into: MunicipalityRow
  on: Day
  moving: { units: number; sites: number }
}

export const ConfirmMergerPage = ({ language, one, into, on, moving }: ConfirmProps): Page => {
  const t = words[language]
  const address = fill(paths.merger[language], { municipality: one.id })
  const fields = { into: String(into.id), year: on.slice(0, 4) }
  return {
    title: t.confirmTitle,
    kind: 'staff',
    main: (
      <>
        <Breadcrumb language={language} trail={trailOf(language)} here={t.confirmTitle} />
        <h1>{t.mergeTitle(municipalityName(one, language))}</h1>
        <Notice kind="warn">
          <p>{t.effect(municipalityName(one, language), municipalityName(into, language), on)}</p>
          <p>
            {t.units(moving.units)}, {t.sites(moving.sites)}.
          </p>
          <p>{t.noUndo}</p>
        </Notice>
        <form method="post" action={address}>
          {Object.entries(fields).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <ButtonRow>
            <Button>{t.confirm}</Button>
            <LinkButton secondary href={`${address}?${new URLSearchParams(fields)}`}>
              {t.goBack}
            </LinkButton>
          </ButtonRow>
        </form>
      </>
    ),
  }
}
