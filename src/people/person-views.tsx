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
type PersonProps = {
  language: Language
  person: Seen
  mayEnd: boolean
  hasFactors: boolean
  done: string | null
}

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
  const { language, person, mayEnd, hasFactors, done } = props
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
          <ButtonRow>
            {hasFactors && (
              <LinkButton secondary href={fill(paths.forgetFactors[language], { account: id })}>
                {t.forgetFactors}
              </LinkButton>
            )}
            <LinkButton secondary href={fill(paths.endAccount[language], { account: id })}>
              {t.endAccount}
            </LinkButton>
          </ButtonRow>
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
  /** The one role that is meant; else the whole account, or its second factor. */
  what: PersonsRole | 'account' | 'factors'
}

/** What is asked, what it means, and what is said on the button. */
const askedOf = ({ language, person, what }: EndProps) => {
  const t = words[language]
  const account = person.id
  if (what === 'account')
    return {
      title: t.endAccountTitle,
      means: t.endAccountWhat,
      after: t.stays,
      button: t.endAccount,
      action: fill(paths.endAccount[language], { account }),
    }
  if (what === 'factors')
    return {
      title: t.forgetFactorsTitle,
      means: t.forgetFactorsWhat,
      after: t.forgetFactorsThen,
      button: t.forgetFactors,
      action: fill(paths.forgetFactors[language], { account }),
    }
  return {
    title: t.endRoleTitle,
    means: t.endRoleWhat,
    after: t.stays,
    button: t.endRole,
    action: fill(paths.endRole[language], { account, role: what.id }),
  }
}

/** Nothing undoes an end, so it is asked once more, with what it means. */
export const EndPage = (props: EndProps): Page => {
  const { language, typed, person, what } = props
  const t = words[language]
  const { summary } = sentences(language, typed, [''])
  const { title, means, after, button, action } = askedOf(props)
  return {
    title,
    kind: 'staff',
    main: (
      <>
        {summary}
        <Trail language={language} person={person} here={title} />
        <h1>{title}</h1>
        <p class="lead">{means}</p>
        <SummaryList
          rows={[
            { label: t.thePerson, value: person.name },
            { label: t.email, value: person.email },
            ...(typeof what === 'string' ? [] : [{ label: t.role, value: roleLine(language, what) }]),
          ]}
        />
        <p>{after}</p>
        <ButtonRow>
          <PostButton action={action}>{button}</PostButton>
          <LinkButton secondary href={fill(paths.person[language], { account: person.id })}>
            {t.keep}
          </LinkButton>
        </ButtonRow>
      </>
    ),
  }
}
