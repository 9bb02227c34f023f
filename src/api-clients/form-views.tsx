import { type KeyScope, keyScopes } from '../accounts/key-rules.ts'
import { paths as apiDocs } from '../api-docs/words.ts'
import type { Language } from '../i18n/translated.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { LinkButton } from '../web/components/button.tsx'
import { Checkbox, ChipGroup, Fieldset } from '../web/components/choices.tsx'
import { Code } from '../web/components/code.tsx'
import { Copied } from '../web/components/copied.tsx'
import { TextField } from '../web/components/field.tsx'
import { formPage, sayProblems } from '../web/components/form-page.tsx'
import { Notice } from '../web/components/notice.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import type { Viewer } from './list-views.tsx'
import type { Program } from './queries.ts'
import { keyMonths } from './rules.ts'
import { paths, words } from './words.ts'

type FieldsProps = {
  language: Language
  typed: Typed
  /** What is ticked in a form that nobody has sent yet. */
  usual: readonly string[]
}

/** What a key may do and for how long: the same for the first key and for the next. */
const KeyFields = ({ language, typed, usual }: FieldsProps) => {
  const t = words[language]
  const { at } = sayProblems(typed.problems, t.problems)
  const wasSent = Object.keys(typed.values).length > 0 || Object.keys(typed.problems).length > 0
  const isTicked = (scope: KeyScope) => (wasSent ? typed.values[scope] === 'yes' : usual.includes(scope))
  return (
    <>
      <Fieldset name="scopes" label={t.mayDo} hint={t.mayDoHint}>
        {keyScopes.map((scope) => (
          <Checkbox name={scope} label={t.scopes[scope]} checked={isTicked(scope)} problem={at(scope)} />
        ))}
      </Fieldset>
      <ChipGroup
        name="months"
        label={t.months}
        hint={t.monthsHint}
        choices={keyMonths.map((count) => ({ value: String(count), label: t.monthCount(count) }))}
        value={typed.values.months ?? '12'}
        problem={at('months')}
      />
    </>
  )
}

/** What most ticket shops need. */
const usualScopes: readonly KeyScope[] = ['cards.check', 'uses.create', 'uses.cancel']

export const makePage = ({
  language,
  viewer,
  typed,
}: {
  language: Language
  viewer: Exclude<Viewer, 'centre'>
  typed: Typed
}): Page => {
  const t = words[language]
  const problems = sayProblems(typed.problems, t.problems)
  return formPage({
    language,
    title: t.makeTitle[viewer],
    trail: [{ label: t.title, href: paths.list[language] }],
    lead: t.makeLead[viewer],
    action: paths.make[language],
    problems: problems.list,
    button: t.doMake,
    children: (
      <>
        <TextField
          name="name"
          label={t.nameLabel}
          hint={t.nameHint}
          width={24}
          autocomplete="off"
          value={typed.values.name}
          problem={problems.at('name')}
        />
        <ChipGroup
          name="kind"
          label={t.kind}
          choices={(['live', 'test'] as const).map((kind) => ({ value: kind, label: t.kinds[kind] }))}
          value={typed.values.kind ?? 'live'}
          problem={problems.at('kind')}
        />
        <KeyFields language={language} typed={typed} usual={usualScopes} />
      </>
    ),
  })
}

type ProgramStep = Pick<Program, 'id' | 'name'>
const trailOf = (language: Language, { id, name }: ProgramStep) => [
  { label: words[language].title, href: paths.list[language] },
  { label: name, href: fill(paths.one[language], { program: id }) },
]

export const newKeyPage = ({ language, program, typed, usual }: FieldsProps & { program: Program }): Page => {
  const t = words[language]
  return formPage({
    language,
    title: t.keyTitle(program.name),
    trail: trailOf(language, program),
    lead: t.keyLead,
    action: fill(paths.key[language], { program: program.id }),
    problems: sayProblems(typed.problems, t.problems).list,
    button: t.doKey,
    children: <KeyFields language={language} typed={typed} usual={usual} />,
  })
}

type MadeProps = {
  language: Language
  program: ProgramStep
  key: string
  shownStart: string
  expiresAt: Date
  /** Another key of the program works too. */
  hasOld: boolean
  /** Sites have yet to approve the program. */
  needsApproval: boolean
}

/** The one time that a key is shown: the answer to the form itself, at no address of its own. */
export const madePage = (props: MadeProps): Page => {
  const { language, program, key, shownStart, expiresAt, hasOld, needsApproval } = props
  const t = words[language]
  return {
    title: t.madeTitle,
    kind: 'staff',
    main: (
      <>
        <Breadcrumb language={language} trail={trailOf(language, program)} here={t.madeTitle} />
        <h1>{t.madeTitle}</h1>
        <Notice kind="warn">
          <p>{t.madeOnce}</p>
        </Notice>
        <h2>{t.yourKey}</h2>
        <Copied id="key" text={key} label={t.copy} done={t.copied} />
        <p>{t.copyHelp}</p>
        <p>{t.madeUntil(expiresAt)}</p>
        {hasOld && <p>{t.madeOld}</p>}
        {needsApproval && (
          <p>
            {t.madeApproval} <Code>{shownStart}</Code>
          </p>
        )}
        <p>
          <a href={apiDocs.api[language]}>{t.toDocs}</a>
        </p>
        <p>
          <LinkButton href={fill(paths.one[language], { program: program.id })}>{t.toProgram}</LinkButton>
        </p>
      </>
    ),
  }
}
