import { grants, personRoles, sides, type User } from '../access.ts'
import { roleName, roleNames } from '../accounts/words.ts'
import type { Language } from '../i18n/translated.ts'
import { Button, ButtonRow, LinkButton } from '../web/components/button.tsx'
import { Empty } from '../web/components/empty.tsx'
import { Select, TextField } from '../web/components/field.tsx'
import { Pagination } from '../web/components/pagination.tsx'
import { type Column, Table } from '../web/components/table.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Filter, HeldRole, Listed } from './queries.ts'
import { DoneNotice } from './sentences.tsx'
import { paths, words } from './words.ts'

type PeopleProps = {
  language: Language
  user: User
  filter: Filter
  /** The filter as an address says it. */
  query: URLSearchParams
  total: number
  people: Listed[]
  invitations: number
  done: string | null
  page: number
  pages: number
}

/** “Kortinjakaja, Nuorten talo”: what somebody does, and where. */
export const roleLine = (language: Language, role: HeldRole): string =>
  [roleName(language, role), role.place].filter(Boolean).join(', ')

export const PeoplePage = (props: PeopleProps): Page => {
  const { language, user, total, invitations, query, done, page, pages } = props
  const t = words[language]
  const asked = (more: Record<string, string>) =>
    String(new URLSearchParams([...query, ...Object.entries(more)]))
  return {
    title: t.people,
    kind: 'staff',
    main: (
      <>
        <DoneNotice language={language} done={done} />
        <h1>{t.people}</h1>
        <p class="lead">{user.role === 'centre' ? t.leadAll : t.lead}</p>
        <ButtonRow>
          <LinkButton href={paths.invite[language]}>{t.invite}</LinkButton>
          <LinkButton secondary href={paths.invitations[language]}>
            {t.invitationsCount(invitations)}
          </LinkButton>
        </ButtonRow>
        <h2>{t.find}</h2>
        <FilterForm {...props} />
        {total === 0 ? <NobodyFound language={language} /> : <PeopleTable {...props} />}
        <Pagination
          language={language}
          page={page}
          pages={pages}
          href={(number) => `${paths.people[language]}?${asked({ page: String(number) })}`}
        />
        {total > 0 && (
          <p>
            <a href={`${paths.csv[language]}?${asked({})}`}>{t.csv}</a>
          </p>
        )}
      </>
    ),
  }
}

/** Only what can narrow the list is asked: at one place there is one role. */
const FilterForm = ({ language, user, filter }: PeopleProps) => {
  const t = words[language]
  const roles = grants[user.role]
  return (
    <search>
      <form method="get" action={paths.people[language]}>
        <div class="row">
          <TextField name="q" type="search" label={t.search} value={filter.q} autocomplete="off" />
          {roles.length > 1 && (
            <>
              <TextField name="place" type="search" label={t.place} value={filter.place} autocomplete="off" />
              <Select
                name="role"
                label={t.role}
                value={filter.role ?? ''}
                options={[
                  { value: '', label: t.all },
                  ...personRoles
                    .filter((role) => roles.includes(role))
                    .map((value) => ({ value, label: roleNames[language][value] })),
                ]}
              />
              <Select
                name="side"
                label={t.side}
                value={filter.side ?? ''}
                options={[
                  { value: '', label: t.all },
                  ...sides.map((value) => ({ value, label: t.sides[value] })),
                ]}
              />
            </>
          )}
          <Select
            name="state"
            label={t.state}
            value={filter.ended ? 'ended' : ''}
            options={[
              { value: '', label: t.states.standing },
              { value: 'ended', label: t.states.ended },
            ]}
          />
          <Button secondary>{t.show}</Button>
        </div>
      </form>
    </search>
  )
}

const NobodyFound = ({ language }: { language: Language }) => {
  const t = words[language]
  return (
    <Empty title={t.none}>
      <p>{t.noneThen}</p>
      <LinkButton secondary href={paths.people[language]}>
        {t.showAll}
      </LinkButton>
    </Empty>
  )
}

const PeopleTable = ({ language, total, people }: PeopleProps) => {
  const t = words[language]
  const columns: Column<Listed>[] = [
    {
      label: t.name,
      header: true,
      cell: ({ id, name }) => <a href={fill(paths.person[language], { account: id })}>{name}</a>,
    },
    { label: t.roles, cell: ({ roles }) => roles.map((role) => <div>{roleLine(language, role)}</div>) },
    { label: t.email, cell: ({ email }) => email },
    { label: t.signedIn, cell: ({ signedInOn }) => (signedInOn ? t.day(signedInOn) : t.never) },
  ]
  return (
    <Table
      id="people"
      caption={t.count(total)}
      shape="stack"
      columns={columns}
      rows={people}
      empty={t.none}
    />
  )
}
