import { commonWords } from '../i18n/common-words.ts'
import type { Language } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import { type MunicipalityNames, municipalityChoices, municipalityName } from '../network/rules.ts'
import { paths as postalCodes } from '../postal-codes/words.ts'
import { Button, PostButton } from '../web/components/button.tsx'
import { Empty } from '../web/components/empty.tsx'
import { Select, TextField } from '../web/components/field.tsx'
import { sayProblems } from '../web/components/form-page.tsx'
import { Notice } from '../web/components/notice.tsx'
import { ProblemSummary } from '../web/components/problem-summary.tsx'
import { Table } from '../web/components/table.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import type { KeptHome } from './queries.ts'
import { isOver } from './rules.ts'
import { paths, words } from './words.ts'

type Named = { id: number; name: string; nameSv: string | null }
type HomesProps = {
  language: Language
  typed: Typed
  today: Day
  homes: readonly KeptHome[]
  /** What one keeps; the choice is left out where there is only one. */
  areas: readonly Named[]
  municipalities: readonly (MunicipalityNames & { id: number })[]
  done: string | null
}

export const HomesPage = (props: HomesProps): Page => {
  const { language, typed, homes, done } = props
  const t = words[language]
  const problems = sayProblems(typed.problems, t.problems)
  return {
    title: t.title,
    kind: 'staff',
    main: (
      <>
        <ProblemSummary language={language} problems={problems.list} />
        {done && <Notice kind="ok" title={done} />}
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
        <p>
          {t.effect} <a href={postalCodes.list[language]}>{t.postalCodes}</a>
        </p>
        {homes.length === 0 ? (
          <Empty title={t.none}>
            <p>{t.noneWhy}</p>
          </Empty>
        ) : (
          <HomeTable {...props} />
        )}
        <h2>{t.add}</h2>
        <AddForm {...props} say={problems.at} />
      </>
    ),
  }
}

const HomeTable = ({ language, today, homes }: HomesProps) => {
  const t = words[language]
  return (
    <Table
      id="homes"
      caption={t.title}
      shape="stack"
      rows={[...homes]}
      empty={t.none}
      columns={[
        { label: t.municipality, header: true, cell: (home) => municipalityName(home, language) },
        { label: t.area, cell: ({ area, areaSv }) => (language === 'sv' ? (areaSv ?? area) : area) },
        {
          label: t.time,
          cell: (home) => (
            <>
              {home.until === null ? t.since(home.from) : t.between(home.from, home.until)}
              {isOver(home, today) ? (
                ` (${t.over})`
              ) : home.until === today ? null : (
                <PostButton action={fill(paths.end[language], { home: home.id })} secondary>
                  {t.end}
                  <span class="vh"> {municipalityName(home, language)}</span>
                </PostButton>
              )}
            </>
          ),
        },
      ]}
    />
  )
}

type AddProps = HomesProps & { say: (field: string) => string | undefined }

const AddForm = ({ language, typed, areas, municipalities, say }: AddProps) => {
  const t = words[language]
  const areaName = ({ name, nameSv }: Named) => (language === 'sv' ? (nameSv ?? name) : name)
  const field = (name: string) => ({ name, value: typed.values[name], problem: say(name) })
  return (
    <form method="post" action={paths.list[language]} novalidate>
      {areas.length === 1 ? (
        <input type="hidden" name="area" value={String(areas[0]!.id)} />
      ) : (
        <Select
          {...field('area')}
          label={t.area}
          options={[
            { value: '', label: t.choose },
            ...areas.map((area) => ({ value: String(area.id), label: areaName(area) })),
          ]}
        />
      )}
      <Select
        {...field('municipality')}
        label={t.municipality}
        options={[{ value: '', label: t.choose }, ...municipalityChoices(language, municipalities)]}
      />
      <TextField {...field('from')} label={t.from} hint={t.dayHint} width={12} autocomplete="off" />
      <TextField
        {...field('until')}
        label={t.until}
        optional={commonWords[language].optional}
        hint={t.dayHint}
        width={12}
        autocomplete="off"
      />
      <Button>{t.add}</Button>
    </form>
  )
}
