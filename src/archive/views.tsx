import { formatDay, type Language } from '../i18n/translated.ts'
import { type Day, dayOf } from '../lib/dates.ts'
import type { IssuedFile } from '../signed-files/queries.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { Button, ButtonRow, LinkButton, PostButton } from '../web/components/button.tsx'
import { ChipGroup } from '../web/components/choices.tsx'
import { Select, TextField } from '../web/components/field.tsx'
import { formPage, sayProblems } from '../web/components/form-page.tsx'
import { Notice } from '../web/components/notice.tsx'
import { ProblemSummary } from '../web/components/problem-summary.tsx'
import { SummaryList } from '../web/components/summary-list.tsx'
import { Tag, type TagKind } from '../web/components/tag.tsx'
import { TextArea } from '../web/components/text-area.tsx'
import type { Page } from '../web/page.ts'
import type { Typed } from '../web/visit.ts'
import { doorsOf, isReport } from './doors.ts'
import type { Archived } from './queries.ts'
import {
  decisions,
  type Entry,
  endOf,
  keptUntil,
  type RetentionClass,
  type Standing,
  standingOf,
} from './rules.ts'
import { paths, words } from './words.ts'

export type Known = { language: Language; today: Day; classes: readonly RetentionClass[] }

export const classIn = (classes: readonly RetentionClass[], entry: Entry | null) =>
  classes.find(({ code }) => code === entry?.retentionClass) ?? null

export const standing = ({ classes, today }: Known, one: Archived): Standing =>
  standingOf({ ...one, years: classIn(classes, one.entry)?.years ?? null }, today)

const tags: Record<Standing, TagKind> = {
  ...{ unrecorded: 'wait', kept: 'ok', permanent: 'ok', due: 'no', disposed: 'off' },
}
export const StandingTag = ({ language, of }: { language: Language; of: Standing }) => (
  <Tag kind={tags[of]}>{words[language].standings[of]}</Tag>
)

/** Until when it is kept, in words. */
export const untilText = (language: Language, one: Archived, kept: RetentionClass | null): string => {
  const t = words[language]
  if (kept === null) return '–'
  if (kept.years === null) return t.forEver
  const day = keptUntil(endOf(one), kept.years)
  return day === null ? t.noEnd : formatDay(language, day)
}

type OneProps = Known & {
  typed: Typed
  one: Archived
  entries: readonly Entry[]
  packages: readonly Pick<IssuedFile, 'id' | 'issuedAt'>[]
  done: 'saved' | 'packed' | 'decided' | 'taken' | null
}

const Facts = (props: OneProps) => {
  const { language, one, classes } = props
  const t = words[language]
  const kept = classIn(classes, one.entry)
  const { decision } = one
  return (
    <SummaryList
      rows={[
        { label: t.standing, value: <StandingTag language={language} of={standing(props, one)} /> },
        ...(one.parties.length > 0 ? [{ label: t.parties, value: one.parties.join(', ') }] : []),
        ...(isReport(one) ? [{ label: t.archived, value: formatDay(language, dayOf(one.madeAt)) }] : []),
        ...(one.entry ? [{ label: t.number, value: one.entry.recordNumber }] : []),
        ...(kept
          ? [
              { label: t.class, value: kept.name[language] },
              { label: t.until, value: untilText(language, one, kept) },
              { label: t.basis, value: kept.source[language] },
            ]
          : []),
        ...(decision
          ? [
              {
                label: t.decision,
                value: t.decisionLine(
                  t.decisions[decision.decision],
                  formatDay(language, decision.keptUntil ?? dayOf(decision.madeAt)),
                  decision.reason,
                ),
              },
            ]
          : []),
      ]}
    />
  )
}

const RecordFields = ({ language, one, classes, typed }: OneProps) => {
  const t = words[language]
  const said = sayProblems(typed.problems, t.problems)
  const value = (name: 'recordNumber' | 'retentionClass') => typed.values[name] ?? one.entry?.[name] ?? ''
  const at = (name: string) => {
    const problem = said.at(name)
    return problem === undefined ? {} : { problem }
  }
  return (
    <form method="post" action={doorsOf(language, one).one} novalidate>
      <TextField
        name="recordNumber"
        label={t.number}
        hint={t.numberHint}
        value={value('recordNumber')}
        autocomplete="off"
        {...at('recordNumber')}
      />
      <Select
        name="retentionClass"
        label={t.class}
        value={value('retentionClass')}
        options={classes.map(({ code, name }) => ({ value: code, label: name[language] }))}
        {...at('retentionClass')}
      />
      <ButtonRow>
        <Button>{t.save}</Button>
      </ButtonRow>
    </form>
  )
}

const Packages = ({ language, one, packages }: OneProps) => {
  const t = words[language]
  const doors = doorsOf(language, one)
  return (
    <>
      <h2>{t.packages}</h2>
      <p>{doors.packageText}</p>
      {packages.length > 0 && (
        <ul>
          {packages.map((file) => (
            <li>
              <a href={doors.packageAt(file.id)}>{t.download(formatDay(language, dayOf(file.issuedAt)))}</a>
            </li>
          ))}
        </ul>
      )}
      <ButtonRow>
        <PostButton action={doors.pack}>{t.pack}</PostButton>
        {doors.files && (
          <LinkButton secondary href={doors.files}>
            {t.files}
          </LinkButton>
        )}
      </ButtonRow>
    </>
  )
}

const Earlier = ({ language, classes, entries }: OneProps) => {
  const t = words[language]
  return (
    <>
      <h2>{t.history}</h2>
      <ul>
        {entries.slice(1).map((entry) => (
          <li>
            {t.historyLine(
              entry.recordNumber,
              classIn(classes, entry)?.name[language] ?? entry.retentionClass,
              formatDay(language, dayOf(entry.madeAt)),
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

/** One commitment in the archive: its number, how long it is kept, its packages and what was decided. */
export const onePage = (props: OneProps): Page => {
  const { language, one, typed, done, entries } = props
  const t = words[language]
  const title = one.title[language]
  const isDue = standing(props, one) === 'due'
  const doors = doorsOf(language, one)
  return {
    title: `${t.title}: ${title}`,
    kind: 'staff',
    main: (
      <>
        <Breadcrumb
          language={language}
          trail={[{ label: t.title, href: paths.list[language] }]}
          here={title}
        />
        <ProblemSummary language={language} problems={sayProblems(typed.problems, t.problems).list} />
        {done && <Notice kind="ok" title={t[done]} />}
        <h1>{title}</h1>
        {isDue && (
          <Notice kind="warn" title={t.due}>
            <p>{t.dueText}</p>
            <LinkButton href={doors.decide}>{t.decide}</LinkButton>
          </Notice>
        )}
        <Facts {...props} />
        <p>
          <a href={doors.source}>{doors.sourceText}</a>
        </p>
        <RecordFields {...props} />
        <Packages {...props} />
        {entries.length > 1 && <Earlier {...props} />}
      </>
    ),
  }
}

/** What is done with what is due. */
export const decidePage = ({
  language,
  typed,
  one,
}: {
  language: Language
  typed: Typed
  one: Archived
}): Page => {
  const t = words[language]
  const said = sayProblems(typed.problems, t.problems)
  const field = (name: string) => {
    const problem = said.at(name)
    return { name, value: typed.values[name] ?? '', ...(problem === undefined ? {} : { problem }) }
  }
  const doors = doorsOf(language, one)
  return formPage({
    ...{
      language,
      action: doors.decide,
      problems: said.list,
      title: t.decide,
      button: t.decide,
      lead: t.decideLead,
    },
    trail: [
      { label: t.title, href: paths.list[language] },
      { label: one.title[language], href: doors.one },
    ],
    children: (
      <>
        <ChipGroup
          {...field('decision')}
          label={t.decision}
          choices={[...decisions].reverse().map((value) => ({ value, label: t.decisions[value] }))}
        />
        <TextField
          {...field('keptUntil')}
          label={t.keptUntil}
          hint={t.keptUntilHint}
          width={12}
          autocomplete="off"
        />
        <TextArea {...field('reason')} label={t.reason} hint={t.reasonHint} rows={3} />
      </>
    ),
  })
}
