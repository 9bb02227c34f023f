import { commonWords } from '../i18n/common-words.ts'
import type { Language } from '../i18n/translated.ts'
import type { FreeMunicipality } from '../network/membership-queries.ts'
import { phaseNames } from '../network/phase-words.ts'
import { municipalityChoices } from '../network/rules.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { Button } from '../web/components/button.tsx'
import { Checkbox, ChipGroup } from '../web/components/choices.tsx'
import { Select, TextField } from '../web/components/field.tsx'
import { ProblemSummary } from '../web/components/problem-summary.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import { firstPhases } from './forms.ts'
import type { KeptArea } from './queries.ts'
import { areaName } from './views.tsx'
import { type Problem, paths, words } from './words.ts'

/** The sentence beside each field that needs one, and all of them in the order of the form. */
export const sentences = (language: Language, { problems }: Typed, fields: readonly string[]) => {
  const texts = words[language].problems
  const say = (name: string) => texts[problems[name] as Problem] as string | undefined
  const all = ['', ...fields].flatMap((name) => {
    const text = say(name)
    return text === undefined ? [] : [{ name, text }]
  })
  return { say, summary: <ProblemSummary language={language} problems={all} /> }
}

type Says = (name: string) => string | undefined
type DayProps = { language: Language; typed: Typed; say: Says; name: 'from' | 'until' }

export const DayField = ({ language, typed, say, name }: DayProps) => (
  <TextField
    name={name}
    label={words[language][name]}
    hint={words[language].dayHint}
    width={12}
    autocomplete="off"
    value={typed.values[name]}
    problem={say(name)}
  />
)

export const LocalOnly = ({ language, typed }: Pick<DayProps, 'language' | 'typed'>) => (
  <Checkbox
    name="localOnly"
    label={words[language].localOnly}
    hint={words[language].localOnlyHint}
    checked={typed.values.localOnly === 'yes'}
  />
)

type JoinProps = { language: Language; typed: Typed; free: readonly FreeMunicipality[] }

const JoinFields = ({ language, typed, free, say }: JoinProps & { say: Says }) => {
  const t = words[language]
  return (
    <>
      <Select
        name="municipality"
        label={t.municipality}
        value={typed.values.municipality}
        problem={say('municipality')}
        options={[{ value: '', label: t.choose }, ...municipalityChoices(language, free)]}
      />
      <ChipGroup
        name="phase"
        label={t.firstPhase}
        hint={t.pilotOnly}
        value={typed.values.phase ?? 'interest'}
        problem={say('phase')}
        choices={firstPhases.map((value) => ({ value, label: phaseNames[language][value] }))}
      />
      <DayField language={language} typed={typed} say={say} name="from" />
      <DayField language={language} typed={typed} say={say} name="until" />
      <LocalOnly language={language} typed={typed} />
    </>
  )
}

export const OpenPage = (props: JoinProps): Page => {
  const { language, typed } = props
  const t = words[language]
  const { say, summary } = sentences(language, typed, [
    ...['name', 'nameSv', 'municipality', 'phase', 'from', 'until'],
  ])
  return {
    title: t.open,
    kind: 'staff',
    main: (
      <>
        {summary}
        <Breadcrumb
          language={language}
          trail={[{ label: t.title, href: paths.list[language] }]}
          here={t.open}
        />
        <h1>{t.open}</h1>
        <form method="post" action={paths.open[language]} novalidate>
          <TextField
            name="name"
            label={t.nameFi}
            width={24}
            value={typed.values.name}
            problem={say('name')}
          />
          <TextField
            name="nameSv"
            label={t.nameSv}
            optional={commonWords[language].optional}
            width={24}
            value={typed.values.nameSv}
            problem={say('nameSv')}
          />
          <JoinFields {...props} say={say} />
          <Button>{t.open}</Button>
        </form>
      </>
    ),
  }
}

/** The way back from a page of one area. */
export const trailOf = (language: Language, area: KeptArea) => [
  { label: words[language].title, href: paths.list[language] },
  { label: areaName(area, language), href: fill(paths.area[language], { area: area.id }) },
]

export const JoinPage = (props: JoinProps & { area: KeptArea }): Page => {
  const { language, typed, area } = props
  const t = words[language]
  const { say, summary } = sentences(language, typed, ['municipality', 'phase', 'from', 'until'])
  return {
    title: t.join,
    kind: 'staff',
    main: (
      <>
        {summary}
        <Breadcrumb language={language} trail={trailOf(language, area)} here={t.join} />
        <h1>{t.joinTo(areaName(area, language))}</h1>
        <form method="post" action={fill(paths.join[language], { area: area.id })} novalidate>
          <JoinFields {...props} say={say} />
          <Button>{t.join}</Button>
        </form>
      </>
    ),
  }
}
