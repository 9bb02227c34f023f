import type { Language } from '../i18n/translated.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { LinkButton } from '../web/components/button.tsx'
import { Checkbox } from '../web/components/choices.tsx'
import { Empty } from '../web/components/empty.tsx'
import { NumberField, TextArea, TextField } from '../web/components/field.tsx'
import { formPage, sayProblems } from '../web/components/form-page.tsx'
import type { Page } from '../web/page.ts'
import type { Typed } from '../web/visit.ts'
import { numberNames, type SourcedPolicy } from './rules.ts'
import { PolicyFacts } from './views.tsx'
import { paths, words } from './words.ts'

const trailOf = (language: Language) => [{ label: words[language].title, href: paths.list[language] }]

type FieldsProps = { language: Language; typed: Typed }

/** The fields of a set of numbers. */
export const PolicyFields = ({ language, typed }: FieldsProps) => {
  const t = words[language]
  const { at } = sayProblems(typed.problems, t.problems)
  return (
    <>
      <TextField
        name="from"
        label={t.from}
        hint={t.fromHint}
        width={12}
        autocomplete="off"
        value={typed.values.from}
        problem={at('from')}
      />
      {numberNames.map((name) => (
        <NumberField
          name={name}
          label={t.names[name]}
          hint={t.hints[name]}
          value={typed.values[name]}
          problem={at(name)}
        />
      ))}
      <Checkbox
        name="phoneCard"
        label={t.names.phoneCard}
        hint={t.hints.phoneCard}
        checked={typed.values.phoneCard === 'yes'}
      />
      <TextArea
        name="source"
        label={t.source}
        hint={t.sourceHint}
        value={typed.values.source}
        problem={at('source')}
      />
    </>
  )
}

export const NewPage = (props: FieldsProps): Page => {
  const { language, typed } = props
  const t = words[language]
  return formPage({
    language,
    title: t.newTitle,
    trail: trailOf(language),
    lead: t.newLead,
    action: paths.new[language],
    problems: sayProblems(typed.problems, t.problems).list,
    button: t.look,
    children: <PolicyFields {...props} />,
  })
}

/** Asked before a coming set is removed: what goes, and what holds then. */
export const TakeBackPage = (props: FieldsProps & { policy: SourcedPolicy | null }): Page => {
  const { language, typed, policy } = props
  const t = words[language]
  if (policy === null)
    return {
      title: t.takeBackTitle,
      kind: 'staff',
      main: (
        <>
          <Breadcrumb language={language} trail={trailOf(language)} here={t.takeBackTitle} />
          <h1>{t.takeBackTitle}</h1>
          <Empty title={t.nothingWaits}>
            <p>{t.nothingWaitsWhy}</p>
            <LinkButton href={paths.list[language]}>{t.title}</LinkButton>
          </Empty>
        </>
      ),
    }
  return formPage({
    language,
    title: t.takeBackTitle,
    trail: trailOf(language),
    lead: `${t.takeBackWhy(policy.validFrom)} ${t.takeBackThen}`,
    action: paths.takeBack[language],
    problems: sayProblems(typed.problems, t.problems).list,
    button: t.takeBack,
    children: (
      <>
        <input type="hidden" name="from" value={policy.validFrom} />
        <PolicyFacts language={language} policy={policy} />
      </>
    ),
  })
}
