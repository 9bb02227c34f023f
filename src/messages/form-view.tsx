import { commonWords } from '../i18n/common-words.ts'
import { type Language, languages } from '../i18n/translated.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { Button, ButtonRow, LinkButton } from '../web/components/button.tsx'
import { Checkbox, ChipGroup, Fieldset } from '../web/components/choices.tsx'
import { TextField } from '../web/components/field.tsx'
import { sayProblems } from '../web/components/form-page.tsx'
import { ProblemSummary } from '../web/components/problem-summary.tsx'
import { TextArea } from '../web/components/text-area.tsx'
import type { Page } from '../web/page.ts'
import type { Typed } from '../web/visit.ts'
import { areaField, categoryField, roleField } from './forms.ts'
import { keepWords } from './keep-words.ts'
import { readerRoles, siteCategories } from './rules.ts'

const suffixes = { fi: 'Fi', sv: 'Sv', en: 'En' } as const

type FormProps = {
  language: Language
  typed: Typed
  title: string
  /** The way back; its last step is also where “Cancel” leads. */
  trail: readonly { label: string; href: string }[]
  action: string
  areas: readonly { id: number; name: string }[]
  /** The one area that it is for; null where the whole network can be written to. */
  ownArea: string | null
}
type Fields = FormProps & { field: (name: string) => { name: string; value: string; problem?: string } }

const TextFields = ({ language, ownArea, field }: Fields) => {
  const t = keepWords[language]
  const { optional } = commonWords[language]
  return (
    <>
      <p>{ownArea === null ? t.finnishFirst : t.ownFirst}</p>
      {languages.map((one) => {
        const isFree = one !== 'fi' || ownArea !== null
        return (
          <>
            <TextField
              {...field(`title${suffixes[one]}`)}
              {...{ label: t.titles[one], autocomplete: 'off', lang: one }}
              {...(isFree ? { optional } : {})}
            />
            <TextArea
              {...field(`body${suffixes[one]}`)}
              {...{ label: t.bodies[one], rows: 6, lang: one }}
              {...(one === 'fi' ? { hint: t.bodyHint } : {})}
              {...(isFree ? { optional } : {})}
            />
          </>
        )
      })}
    </>
  )
}

const AreaFields = ({ language, areas, field }: Fields) => {
  const t = keepWords[language]
  const { value, problem } = field('areas')
  return (
    <>
      <ChipGroup
        {...{ name: 'areas', label: t.where, value: value || 'all', problem }}
        choices={[
          { value: 'all', label: t.everywhere },
          { value: 'chosen', label: t.chosenAreas },
        ]}
      />
      <details class="more" {...(value === 'chosen' ? { open: true } : {})}>
        <summary>{t.areaList}</summary>
        {areas.map(({ id, name }) => (
          <Checkbox name={areaField(id)} label={name} checked={field(areaField(id)).value === 'yes'} />
        ))}
      </details>
    </>
  )
}

const WhomFields = (props: Fields) => {
  const { language, ownArea, field } = props
  const t = keepWords[language]
  const isTicked = (name: string) => field(name).value === 'yes'
  const categories = siteCategories.map(categoryField)
  return (
    <>
      <Fieldset name="roles" label={t.forWhom} problem={field('roles').problem}>
        {readerRoles.map((one) => (
          <Checkbox name={roleField(one)} label={t.roles[one]} checked={isTicked(roleField(one))} />
        ))}
      </Fieldset>
      <details class="more" {...(categories.some(isTicked) ? { open: true } : {})}>
        <summary>{t.siteKinds}</summary>
        <Fieldset name="categories" label={t.siteKinds} hint={t.siteKindsHint}>
          {siteCategories.map((one) => (
            <Checkbox
              name={categoryField(one)}
              label={t.categories[one]}
              checked={isTicked(categoryField(one))}
            />
          ))}
        </Fieldset>
      </details>
      {ownArea === null ? <AreaFields {...props} /> : <p>{t.ownArea(ownArea)}</p>}
      <Checkbox
        {...{ name: 'important', label: t.important, hint: t.importantHint }}
        checked={isTicked('important')}
      />
      <TextField
        {...field('until')}
        {...{ label: t.until, hint: t.untilHint, width: 12, autocomplete: 'off' }}
      />
    </>
  )
}

/** What a message says and to whom; it can be kept unready. */
export const writePage = (props: FormProps): Page => {
  const { language, typed, title, trail, action } = props
  const t = keepWords[language]
  const said = sayProblems(typed.problems, t.problems)
  const field = (name: string) => {
    const problem = said.at(name)
    return { name, value: typed.values[name] ?? '', ...(problem === undefined ? {} : { problem }) }
  }
  const fields = { ...props, field }
  return {
    ...{ title, kind: 'staff' },
    main: (
      <>
        <Breadcrumb language={language} trail={trail} here={title} />
        <ProblemSummary language={language} problems={said.list} />
        <h1>{title}</h1>
        <p>{t.writeLead}</p>
        <form method="post" action={action} novalidate>
          <TextFields {...fields} />
          <WhomFields {...fields} />
          <ButtonRow>
            <Button name="next" value="check">
              {t.toCheck}
            </Button>
            <Button secondary name="next" value="draft">
              {t.save}
            </Button>
            <LinkButton secondary href={trail.at(-1)!.href}>
              {commonWords[language].cancel}
            </LinkButton>
          </ButtonRow>
        </form>
      </>
    ),
  }
}
