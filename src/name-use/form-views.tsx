import { commonWords } from '../i18n/common-words.ts'
import type { Language } from '../i18n/translated.ts'
import { ChipGroup } from '../web/components/choices.tsx'
import { Select, TextArea, TextField } from '../web/components/field.tsx'
import { formPage, sayProblems } from '../web/components/form-page.tsx'
import { Notice } from '../web/components/notice.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import type { Lapsed } from './commitment-queries.ts'
import { trailTo } from './one-view.tsx'
import type { NameUse } from './queries.ts'
import { marks, purposes, steps } from './rules.ts'
import { paths, words } from './words.ts'

type Fields = {
  language: Language
  typed: Typed
  /** Names of the register to choose from. */
  organisations: readonly string[]
}

const toField = ({ language, typed }: Pick<Fields, 'language' | 'typed'>) => {
  const said = sayProblems(typed.problems, words[language].problems)
  return {
    problems: said.list,
    field: (name: string) => ({ name, value: typed.values[name], problem: said.at(name) }),
  }
}
type Field = ReturnType<typeof toField>['field']

const Day = (props: ReturnType<Field> & { label: string; hint: string; optional?: string }) => (
  <TextField {...props} width={12} autocomplete="off" />
)

/** Who uses what and where: the same of a leave and of a found use. */
const UseFields = ({ language, organisations, field }: Fields & { field: Field }) => {
  const t = words[language]
  return (
    <>
      <TextField
        {...field('who')}
        label={t.who}
        hint={t.whoHint}
        suggestions={organisations}
        autocomplete="off"
      />
      <ChipGroup
        {...field('mark')}
        label={t.mark}
        choices={marks.map((value) => ({ value, label: t.marks[value] }))}
      />
      <Select
        {...field('purpose')}
        label={t.purpose}
        options={purposes.map((value) => ({ value, label: t.purposes[value] }))}
      />
      <TextField {...field('place')} label={t.place} hint={t.placeHint} autocomplete="off" />
    </>
  )
}

/** @property use the one that is changed; null for a new one */
type UseProps = Fields & { use: NameUse | null; action: string }

export const leavePage = (props: UseProps): Page => {
  const { language, use, action } = props
  const t = words[language]
  const { optional } = commonWords[language]
  const { problems, field } = toField(props)
  return formPage({
    ...{ language, action, problems, button: t.save, trail: trailTo(language, use) },
    ...{ title: use ? t.change : t.leaveTitle, lead: use ? undefined : t.leaveLead },
    children: (
      <>
        <UseFields {...props} field={field} />
        <TextField {...field('grantedBy')} label={t.grantedBy} hint={t.grantedByHint} autocomplete="off" />
        <Day {...field('grantedOn')} label={t.grantedOn} hint={t.dayHint} />
        <TextField
          {...field('recordNumber')}
          label={t.recordNumber}
          optional={optional}
          width={24}
          autocomplete="off"
        />
        <Day {...field('from')} label={t.from} hint={t.dayHint} />
        <Day {...field('until')} label={t.until} hint={t.untilHint} optional={optional} />
        <TextArea
          {...field('conditions')}
          label={t.conditions}
          hint={t.conditionsHint}
          optional={optional}
          rows={3}
        />
      </>
    ),
  })
}

export const foundPage = (props: UseProps): Page => {
  const { language, use, action } = props
  const t = words[language]
  const { problems, field } = toField(props)
  return formPage({
    ...{ language, action, problems, button: t.save, trail: trailTo(language, use) },
    ...{ title: use ? t.change : t.foundTitle, lead: use ? undefined : t.foundLead },
    children: (
      <>
        <UseFields {...props} field={field} />
        <Day {...field('noticedOn')} label={t.noticedOn} hint={t.dayHint} />
      </>
    ),
  })
}

type DeedProps = Pick<Fields, 'language' | 'typed'> & { use: NameUse }

export const endPage = (props: DeedProps): Page => {
  const { language, use } = props
  const t = words[language]
  const { problems, field } = toField(props)
  return formPage({
    ...{ language, problems, title: t.endTitle, lead: t.endLead, button: t.end },
    ...{ trail: trailTo(language, use), action: fill(paths.end[language], { nameUse: use.id }) },
    children: (
      <>
        <Day {...field('on')} label={t.until} hint={t.dayHint} />
        <TextField {...field('reason')} label={t.endReason} hint={t.endReasonHint} autocomplete="off" />
      </>
    ),
  })
}

export const stepPage = (props: DeedProps): Page => {
  const { language, use } = props
  const t = words[language]
  const { problems, field } = toField(props)
  return formPage({
    ...{ language, problems, title: t.next, button: t.save },
    ...{ trail: trailTo(language, use), action: fill(paths.step[language], { nameUse: use.id }) },
    children: (
      <>
        <ChipGroup
          {...field('step')}
          label={t.stepWhat}
          choices={steps.map((value) => ({ value, label: t.steps[value] }))}
        />
        <Day {...field('on')} label={t.stepOn} hint={t.dayHint} />
        <TextArea {...field('note')} label={t.stepNote} hint={t.stepNoteHint} rows={3} />
      </>
    ),
  })
}

/** @property lapsed null: who was asked about needs no asking any more */
type StopProps = Pick<Fields, 'language' | 'typed'> & { lapsed: Lapsed | null }

export const stopPage = (props: StopProps): Page => {
  const { language, lapsed } = props
  const t = words[language]
  const { problems, field } = toField(props)
  if (!lapsed)
    return {
      ...{ title: t.stopTitle, kind: 'staff' },
      main: (
        <>
          <h1>{t.stopTitle}</h1>
          <Notice kind="info" title={t.stopGone} />
          <p>
            <a href={paths.list[language]}>{t.title}</a>
          </p>
        </>
      ),
    }
  return formPage({
    ...{ language, problems, title: t.stopTitle, button: t.save },
    ...{ trail: trailTo(language, null), action: paths.stopped[language] },
    lead: t.stopLead(lapsed.who, lapsed.lapsedOn),
    children: (
      <>
        <input type="hidden" name="who" value={lapsed.key} />
        <Day {...field('on')} label={t.stopOn} hint={t.dayHint} />
      </>
    ),
  })
}
