import { words as accountWords } from '../accounts/words.ts'
import { languageNames } from '../i18n/common-words.ts'
import type { Language } from '../i18n/translated.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { ButtonRow, LinkButton, PostButton } from '../web/components/button.tsx'
import { Notice } from '../web/components/notice.tsx'
import { SummaryList } from '../web/components/summary-list.tsx'
import { type Column, Table } from '../web/components/table.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import type { Person, PersonsRole } from './queries.ts'
import { DoneNotice, sentences } from './sentences.tsx'
import { roleLine } from './views.tsx'
import { paths, words } from './words.ts'

type Seen = Person & { isSelf: boolean }
type PersonProps = { language: Language; person: Seen; mayEnd: boolean; done: string | null }

const Trail = ({ language, person, here }: { language: Language; person?: Seen; here: string }) => (
  <Breadcrumb
    language={language}
    trail={[
      { label: words[language].people, href: paths.people[language] },
      ...(person ? [{ label: person.name, href: fill(paths.person[language], { account: person.id }) }] : []),
    ]}
    here={here}
  />
)

export const PersonPage = (props: PersonProps): Page => {
  const { language, person, mayEnd, done } = props
  const t = words[language]
  const { id, name, email, signedInOn, endedAt, isSelf, worksElsewhere } = person
  const mayEndThis = mayEnd && !isSelf && endedAt === null
  return {
    title: name,
    kind: 'staff',
    main: (
      <>
        <DoneNotice language={language} done={done} />
        <Trail language={language} here={name} />
        <h1>{name}</h1>
        {endedAt !== null && (
          <Notice kind="info">
            <p>{t.accountEnded(endedAt)}</p>
          </Notice>
        )}
        <SummaryList
          rows={[
            { label: t.email, value: email },
            { label: t.language, value: languageNames[person.language] },
            { label: t.signedIn, value: signedInOn ? t.day(signedInOn) : t.never },
          ]}
        />
        <Roles {...props} mayEnd={mayEndThis} />
        {mayEndThis && worksElsewhere && <p>{t.worksElsewhere}</p>}
        {mayEndThis && !worksElsewhere && (
          <LinkButton secondary href={fill(paths.endAccount[language], { account: id })}>
            {t.endAccount}
          </LinkButton>
        )}
      </>
    ),
  }
}

const Roles = ({ language, person, mayEnd }: PersonProps) => {
  const t = words[language]
  const columns: Column<PersonsRole>[] = [
    { label: t.role, header: true, cell: (role) => roleLine(language, role) },
    { label: t.since, cell: ({ since }) => t.on(since) },
    {
      label: t.until,
      cell: (role) => {
        if (role.endedAt) return t.on(role.endedAt)
        if (!mayEnd) return '–'
        return (
          <a href={fill(paths.endRole[language], { account: person.id, role: role.id })}>
            {t.endRole}
            <span class="vh">: {roleLine(language, role)}</span>
          </a>
        )
      },
    },
  ]
  return <Table id="roles" caption={t.roles} shape="stack" columns={columns} rows={person.roles} empty="" />
}

type EndProps = {
  language: Language
  typed: Typed
  person: Seen
  /** Null when the whole account is meant. */
  role: PersonsRole | null
}

/** Nothing undoes an end, so it is asked once more, with what it means. */
export const EndPage = ({ language, typed, person, role }: EndProps): Page => {
  const t = words[language]
  const { summary } = sentences(language, typed, [''])
  const { wholeCountry } = accountWords[language]
  const title = role ? t.endRoleTitle : t.endAccountTitle
  const account = person.id
  const action = role
    ? fill(paths.endRole[language], { account, role: role.id })
    : fill(paths.endAccount[language], { account })
  return {
    title,
    kind: 'staff',
    main: (
      <>
        {summary}
        <Trail language={language} person={person} here={title} />
        <h1>{title}</h1>
        <p class="lead">{role ? t.endRoleWhat : t.endAccountWhat}</p>
        <SummaryList
          rows={[
            { label: t.thePerson, value: person.name },
            { label: t.email, value: person.email },
            ...(role
              ? [
                  { label: t.role, value: roleLine(language, role) },
                  { label: t.place, value: role.place ?? wholeCountry },
                ]
              : []),
          ]}
        />
        <p>{t.stays}</p>
        <ButtonRow>
          <PostButton action={action}>{role ? t.endRole : t.endAccount}</PostButton>
          <LinkButton secondary href={fill(paths.person[language], { account })}>
            {t.keep}
          </LinkButton>
        </ButtonRow>
      </>
    ),
  }
}
