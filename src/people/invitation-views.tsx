import { words as accountWords, roleName } from '../accounts/words.ts'
import { languageNames } from '../i18n/common-words.ts'
import type { Language } from '../i18n/translated.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { ButtonRow, LinkButton, PostButton } from '../web/components/button.tsx'
import { Empty } from '../web/components/empty.tsx'
import { Pagination } from '../web/components/pagination.tsx'
import { SummaryList } from '../web/components/summary-list.tsx'
import { type Column, Table } from '../web/components/table.tsx'
import { Tag } from '../web/components/tag.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import type { SentInvitation } from './invitation-queries.ts'
import { DoneNotice, sentences } from './sentences.tsx'
import { roleLine } from './views.tsx'
import { paths, words } from './words.ts'

type StateProps = { language: Language; invitation: SentInvitation; now: Date }

const StateTag = ({ language, invitation, now }: StateProps) => {
  const t = words[language]
  if (invitation.isTaken) return <Tag kind="ok">{t.taken}</Tag>
  if (invitation.isWithdrawn) return <Tag kind="off">{t.withdrawn}</Tag>
  if (invitation.expiresAt <= now) return <Tag kind="no">{t.expired}</Tag>
  return <Tag kind="wait">{t.waitingShort}</Tag>
}

type InvitationsProps = {
  language: Language
  now: Date
  total: number
  invitations: SentInvitation[]
  done: string | null
  page: number
  pages: number
}

export const InvitationsPage = (props: InvitationsProps): Page => {
  const { language, total, done, page, pages } = props
  const t = words[language]
  return {
    title: t.invitations,
    kind: 'staff',
    main: (
      <>
        <DoneNotice language={language} done={done} />
        <Breadcrumb
          language={language}
          trail={[{ label: t.people, href: paths.people[language] }]}
          here={t.invitations}
        />
        <h1>{t.invitations}</h1>
        {total === 0 ? (
          <Empty title={t.noInvitations}>
            <p>{t.noInvitationsThen}</p>
            <LinkButton href={paths.invite[language]}>{t.invite}</LinkButton>
          </Empty>
        ) : (
          <>
            <InvitationTable {...props} />
            <ButtonRow>
              <LinkButton href={paths.invite[language]}>{t.invite}</LinkButton>
            </ButtonRow>
          </>
        )}
        <Pagination
          language={language}
          page={page}
          pages={pages}
          href={(number) => `${paths.invitations[language]}?page=${number}`}
        />
      </>
    ),
  }
}

const InvitationTable = ({ language, now, total, invitations }: InvitationsProps) => {
  const t = words[language]
  const columns: Column<SentInvitation>[] = [
    {
      label: t.email,
      header: true,
      cell: ({ id, email }) => <a href={fill(paths.invitation[language], { invitation: id })}>{email}</a>,
    },
    { label: t.role, cell: (invitation) => roleLine(language, invitation) },
    { label: t.invitedAt, cell: ({ invitedAt }) => t.on(invitedAt) },
    { label: t.invitedBy, cell: ({ invitedBy }) => invitedBy ?? t.commandLine },
    {
      label: t.state,
      cell: (invitation) => <StateTag language={language} invitation={invitation} now={now} />,
    },
  ]
  return (
    <Table
      id="invitations"
      caption={t.invitationsCount(total)}
      shape="stack"
      columns={columns}
      rows={invitations}
      empty={t.noInvitations}
    />
  )
}

/** One invitation: what it says and where it stands. Its link is nowhere here. */
export const SentInvitationPage = (props: StateProps & { typed: Typed }): Page => {
  const { language, invitation, now, typed } = props
  const t = words[language]
  const { summary } = sentences(language, typed, [''])
  const isOpen = !invitation.isTaken && !invitation.isWithdrawn
  const action = fill(paths.invitation[language], { invitation: invitation.id })
  return {
    title: t.invitation,
    kind: 'staff',
    main: (
      <>
        {summary}
        <Breadcrumb
          language={language}
          trail={[
            { label: t.people, href: paths.people[language] },
            { label: t.invitations, href: paths.invitations[language] },
          ]}
          here={invitation.email}
        />
        <h1>{t.invitation}</h1>
        <SummaryList
          rows={[
            { label: t.email, value: invitation.email },
            { label: t.role, value: roleName(language, invitation) },
            { label: t.place, value: invitation.place ?? accountWords[language].wholeCountry },
            ...(invitation.language
              ? [{ label: t.letterLanguage, value: languageNames[invitation.language] }]
              : []),
            { label: t.invitedBy, value: invitation.invitedBy ?? t.commandLine },
            { label: t.invitedAt, value: t.on(invitation.invitedAt) },
            {
              label: t.state,
              value:
                isOpen && invitation.expiresAt > now ? (
                  t.waiting(invitation.expiresAt)
                ) : (
                  <StateTag language={language} invitation={invitation} now={now} />
                ),
            },
          ]}
        />
        {isOpen && (
          <>
            <p>{t.sendAgainWhat}</p>
            <ButtonRow>
              <PostButton action={action} fields={{ deed: 'send-again' }}>
                {t.sendAgain}
              </PostButton>
              <PostButton secondary action={action} fields={{ deed: 'withdraw' }}>
                {t.withdraw}
              </PostButton>
            </ButtonRow>
          </>
        )}
      </>
    ),
  }
}
