import { formatDay, type Language } from '../i18n/translated.ts'
import { dayOf } from '../lib/dates.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { Button } from '../web/components/button.tsx'
import { TextField } from '../web/components/field.tsx'
import { formPage, sayProblems } from '../web/components/form-page.tsx'
import { Notice } from '../web/components/notice.tsx'
import { ProblemSummary } from '../web/components/problem-summary.tsx'
import { Table } from '../web/components/table.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import { ScopeList } from './program-view.tsx'
import type { Program, ProgramKey } from './queries.ts'
import { keyStateOf, readKeyStart } from './rules.ts'
import { paths, words } from './words.ts'

const trailOf = (language: Language) => [{ label: words[language].title, href: paths.list[language] }]

type ChooseProps = {
  language: Language
  choices: readonly { id: string; name: string; keeper: string }[]
  typed: Typed
}

/** Two ways to a vendor's program: from a list, or by the start of its key. */
export const choosePage = ({ language, choices, typed }: ChooseProps): Page => {
  const t = words[language]
  const problems = sayProblems(typed.problems, t.problems)
  return {
    title: t.choose,
    kind: 'staff',
    main: (
      <>
        <Breadcrumb language={language} trail={trailOf(language)} here={t.choose} />
        <ProblemSummary language={language} problems={problems.list} />
        <h1>{t.choose}</h1>
        <p class="lead">{t.chooseLead}</p>
        <Table
          id="choices"
          caption={t.fromList}
          shape="stack"
          empty={t.fromListNone}
          rows={choices}
          columns={[
            { label: t.name, header: true, cell: ({ name }) => name },
            { label: t.vendor, cell: ({ keeper }) => keeper },
            {
              label: t.action,
              cell: ({ id, name }) => (
                <a href={fill(paths.approve[language], { program: id })}>
                  {t.pick}
                  <span class="vh"> {name}</span>
                </a>
              ),
            },
          ]}
        />
        <section aria-labelledby="by-start">
          <h2 id="by-start">{t.byStart}</h2>
          <p>{t.byStartLead}</p>
          <form method="post" action={paths.choose[language]} novalidate>
            <TextField
              name="start"
              label={t.start}
              hint={t.startHint}
              width={24}
              autocomplete="off"
              value={shownStart(typed.values.start)}
              problem={problems.at('start')}
            />
            <Button>{t.find}</Button>
          </form>
        </section>
      </>
    ),
  }
}

/** A whole key that was pasted never comes back: only the part that may be shown, or a short text that is no key. */
const shownStart = (typed = '') => readKeyStart(typed) ?? (typed.length > 24 ? '' : typed)

type ConfirmProps = { language: Language; program: Program }

/** What the site lets happen, in plain words, before it does. */
export const approvePage = ({
  language,
  program,
  keys,
  site,
  now,
  typed,
}: ConfirmProps & { keys: readonly ProgramKey[]; site: string; now: Date; typed: Typed }): Page => {
  const t = words[language]
  const scopes = keys.filter((key) => keyStateOf(key, now) === 'works').flatMap((key) => key.scopes)
  return formPage({
    language,
    title: t.approveTitle(program.name),
    trail: trailOf(language),
    action: fill(paths.approve[language], { program: program.id }),
    problems: sayProblems(typed.problems, t.problems).list,
    button: t.doApprove,
    children: (
      <>
        <p>{t.approveLead(program.name, site)}</p>
        <ScopeList language={language} scopes={[...new Set(scopes)]} />
        {program.keeper && <p>{t.keptBy(program.keeper)}</p>}
        {program.isTest && (
          <Notice kind="info">
            <p>{t.isTest}</p>
          </Notice>
        )}
        <p>{t.cannot}</p>
      </>
    ),
  })
}

export const unapprovePage = ({ language, program }: ConfirmProps): Page => {
  const t = words[language]
  return formPage({
    language,
    title: t.unapproveTitle(program.name),
    trail: [...trailOf(language), programStep(language, program)],
    lead: t.unapproveLead,
    action: fill(paths.unapprove[language], { program: program.id }),
    problems: [],
    button: t.unapprove,
    children: <p>{t.unapproveThen}</p>,
  })
}

const programStep = (language: Language, { id, name }: Pick<Program, 'id' | 'name'>) => ({
  label: name,
  href: fill(paths.one[language], { program: id }),
})

export const endPage = ({ language, program }: ConfirmProps): Page => {
  const t = words[language]
  return formPage({
    language,
    title: t.endTitle(program.name),
    trail: [...trailOf(language), programStep(language, program)],
    lead: t.endLead,
    action: fill(paths.end[language], { program: program.id }),
    problems: [],
    button: t.doEnd,
    children: <p>{t.endThen}</p>,
  })
}

type EndKeyProps = ConfirmProps & { keyRow: ProgramKey; isLast: boolean }

export const endKeyPage = ({ language, program, keyRow, isLast }: EndKeyProps): Page => {
  const t = words[language]
  return formPage({
    language,
    title: t.endKeyTitle(keyRow.shownStart),
    trail: [...trailOf(language), programStep(language, program)],
    lead: t.endKeyLead,
    action: fill(paths.endKey[language], { program: program.id, key: keyRow.id }),
    problems: [],
    button: t.doEndKey,
    children: (
      <>
        {isLast && (
          <Notice kind="warn">
            <p>{t.endKeyLast}</p>
          </Notice>
        )}
        <p>
          {t.lastUsed}: {keyRow.lastUsedOn ? formatDay(language, keyRow.lastUsedOn) : t.never}. {t.created}:{' '}
          {formatDay(language, dayOf(keyRow.createdAt))}.
        </p>
      </>
    ),
  })
}
