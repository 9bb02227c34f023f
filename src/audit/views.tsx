import type { Role } from '../access.ts'
import { roleNames } from '../accounts/words.ts'
import type { Language } from '../i18n/translated.ts'
import { Button, ButtonRow, LinkButton } from '../web/components/button.tsx'
import { Select, TextField } from '../web/components/field.tsx'
import { Notice } from '../web/components/notice.tsx'
import { type Column, Table } from '../web/components/table.tsx'
import { Tag } from '../web/components/tag.tsx'
import type { Page } from '../web/page.ts'
import { queryOf, type TypedSearch } from './forms.ts'
import type { Actor, AuditRow } from './search-queries.ts'
import { paths, words } from './words.ts'

export type NamedRow = AuditRow & { who: Actor | null }
type LogProps = {
  language: Language
  typed: TypedSearch
  sealed: { at: Date; rows: number } | null
  permissions: readonly string[]
  rows: readonly NamedRow[]
  /** Where the older rows begin; null on the last page. */
  before: number | null
  mostInFile: number
}

const nameOfRole = (language: Language, role: string) =>
  Object.hasOwn(roleNames[language], role) ? roleNames[language][role as Role] : role

/** Who did it, as a reader knows them: a person's name, a device or key by its name and place. */
export const whoOf = (language: Language, { actor, who }: NamedRow): string => {
  const t = words[language]
  if (who) return who.name
  return t.nobodies[actor] ?? (actor.includes(':') ? t.unknown : actor)
}

const Who = ({ language, row }: { language: Language; row: NamedRow }) => {
  const t = words[language]
  const beside = [
    row.role ? nameOfRole(language, row.role) : row.actor.startsWith('key:') ? t.key : null,
    row.who?.place,
    row.who?.ended ? t.ended : null,
  ].filter(Boolean)
  return (
    <>
      <strong>{whoOf(language, row)}</strong>
      {beside.length > 0 && <div class="hint">{beside.join(' · ')}</div>}
    </>
  )
}

/** `card 17 · read`: what is true needs no value. */
const aboutOf = (subject: AuditRow['subject']): string =>
  Object.entries(subject)
    .filter(([, value]) => value !== null && value !== false && value !== '')
    .map(([key, value]) => {
      if (value === true) return key
      return `${key} ${typeof value === 'object' ? JSON.stringify(value) : value}`
    })
    .join(' · ')

const SearchForm = ({
  language,
  typed,
  permissions,
}: Pick<LogProps, 'language' | 'typed' | 'permissions'>) => {
  const t = words[language]
  const { values, problems } = typed
  const all = { value: '', label: t.any }
  const problem = (field: (typeof problems)[number]) =>
    problems.includes(field) ? { problem: t.problems[field] } : {}
  const roles = Object.entries(roleNames[language]).map(([value, label]) => ({ value, label }))
  const asked = permissions.includes(values.permission) ? [] : [values.permission].filter(Boolean)
  const names = [...permissions, ...asked].map((value) => ({ value, label: value }))
  const outcomes = Object.entries(t.outcomes).map(([value, label]) => ({ value, label }))
  return (
    <search aria-label={t.search}>
      <form method="get" action={paths.log[language]}>
        <div class="row">
          <TextField
            name="person"
            type="search"
            label={t.person}
            hint={t.personHint}
            value={values.person}
            width={24}
          />
          <TextField
            name="subject"
            label={t.subject}
            hint={t.subjectHint}
            value={values.subject}
            width={24}
            autocomplete="off"
            {...problem('subject')}
          />
          <Select name="role" label={t.role} value={values.role} options={[all, ...roles]} />
          <Select
            name="permission"
            label={t.permission}
            value={values.permission}
            options={[all, ...names]}
          />
          <Select name="outcome" label={t.outcome} value={values.outcome} options={[all, ...outcomes]} />
          <TextField name="from" type="date" label={t.from} value={values.from} {...problem('from')} />
          <TextField name="until" type="date" label={t.until} value={values.until} {...problem('until')} />
          <Button>{t.search}</Button>
          <LinkButton href={paths.log[language]} secondary>
            {t.clear}
          </LinkButton>
        </div>
      </form>
    </search>
  )
}

const columnsOf = (language: Language): Column<NamedRow>[] => {
  const t = words[language]
  return [
    {
      label: t.when,
      header: true,
      cell: ({ doneAt }) => <time datetime={doneAt.toISOString()}>{t.at(doneAt)}</time>,
    },
    { label: t.who, cell: (row) => <Who language={language} row={row} /> },
    {
      label: t.what,
      cell: ({ permission, outcome }) => (
        <>
          {permission}
          {outcome === 'refused' && (
            <>
              {' '}
              <Tag kind="no">{t.outcomes.refused}</Tag>
            </>
          )}
        </>
      ),
    },
    { label: t.about, cell: ({ subject }) => aboutOf(subject) || '–' },
  ]
}

/** The auditor's page: who did what, when. */
export const LogPage = (props: LogProps): Page => {
  const { language, typed, sealed, permissions, rows, before, mostInFile } = props
  const t = words[language]
  const log = paths.log[language]
  return {
    title: t.title,
    kind: 'staff',
    main: (
      <>
        <h1>{t.title}</h1>
        <p>{t.lead}</p>
        <Notice kind="info">
          <p>
            {sealed ? t.sealed(sealed.at, sealed.rows) : t.notSealed} {t.verify}
          </p>
        </Notice>
        <SearchForm language={language} typed={typed} permissions={permissions} />
        <p class="downloads">
          <a href={paths.csv[language] + queryOf(typed.values)}>{t.csv}</a>
          <span>{t.csvNote(mostInFile)}</span>
        </p>
        <Table
          id="log"
          shape="stack"
          caption={t.found}
          columns={columnsOf(language)}
          rows={rows}
          empty={t.none}
        />
        <ButtonRow>
          {typed.search.before !== null && (
            <LinkButton href={log + queryOf(typed.values)} secondary>
              {t.newest}
            </LinkButton>
          )}
          {before !== null && (
            <LinkButton href={log + queryOf(typed.values, { before: String(before) })} secondary>
              {t.older}
            </LinkButton>
          )}
        </ButtonRow>
      </>
    ),
  }
}
