import { categoryNames } from '../i18n/category-names.ts'
import type { Language } from '../i18n/translated.ts'
import { categories } from '../network/rules.ts'
import { kindChoices } from '../units/words.ts'
import { Checkbox, ChipGroup } from '../web/components/choices.tsx'
import { Select, TextField } from '../web/components/field.tsx'
import { fieldsOf, formPage } from '../web/components/form-page.tsx'
import { TextArea } from '../web/components/text-area.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import { trailTo } from './keep-views.tsx'
import type { KnownPlace, Newcomer } from './queries.ts'
import { paths, words } from './words.ts'

type AnswerProps = { language: Language; one: Newcomer; typed: Typed }

export const declinePage = ({ language, one, typed }: AnswerProps): Page => {
  const t = words[language]
  const { said, field } = fieldsOf(typed, t.problems)
  return formPage({
    ...{ language, title: t.decline, trail: trailTo(language, one), lead: t.declineLead },
    ...{ problems: said.list, button: t.declineSend },
    action: fill(paths.decline[language], { request: one.id }),
    children: <TextArea {...field('reason')} label={t.declineReason} lang={one.language} />,
  })
}

type Field = ReturnType<typeof fieldsOf>['field']
type NewProps = { language: Language; field: Field; typed: Typed; isProposal: boolean }

const UnitFields = ({ language, field, typed, isProposal }: NewProps) => {
  const t = words[language]
  return (
    <>
      <Select
        {...field('unitKind')}
        label={t.unitKind}
        options={[{ value: '', label: t.choose }, ...kindChoices(language)]}
      />
      <Checkbox name="thirdSector" label={t.thirdSector} checked={typed.values.thirdSector === 'yes'} />
      <Checkbox name="isPublic" label={t.isPublic} checked={typed.values.isPublic === 'yes'} />
      {isProposal && (
        <TextField {...field('reason')} label={t.whyUnit} hint={t.whyUnitHint} autocomplete="off" />
      )}
    </>
  )
}

const SiteFields = ({ language, field }: NewProps) => (
  <ChipGroup
    {...field('category')}
    label={words[language].category}
    choices={categories.map((value) => ({ value, label: categoryNames[language][value] }))}
  />
)

type AcceptProps = AnswerProps & {
  known: readonly KnownPlace[]
  organisations: readonly string[]
  /** A new unit is proposed to the national centre, and not made at once. */
  isProposal: boolean
}

/** Which place of the register a request becomes: one that is there, or a new one with what was asked filled in. */
export const acceptPage = ({ language, one, typed, known, organisations, isProposal }: AcceptProps): Page => {
  const t = words[language]
  const { said, field } = fieldsOf(typed, t.problems)
  const part = { language, field, typed, isProposal }
  return formPage({
    ...{ language, title: t.accept, trail: trailTo(language, one), lead: t.acceptLead },
    ...{ problems: said.list, button: t.acceptSend },
    action: fill(paths.accept[language], { request: one.id }),
    children: (
      <>
        <Select
          {...field('known')}
          label={t.known}
          hint={t.knownHint}
          options={[
            { value: '', label: t.newPlace },
            ...known.map(({ id, name, organisation }) => ({
              value: String(id),
              label: `${name} (${organisation})`,
            })),
          ]}
        />
        <TextField {...field('place', one.place)} label={t.place} autocomplete="off" />
        <TextField
          {...field('organisation', one.organisation)}
          label={t.organisation}
          suggestions={organisations}
          autocomplete="off"
        />
        {one.kind === 'unit' ? <UnitFields {...part} /> : <SiteFields {...part} />}
      </>
    ),
  })
}
