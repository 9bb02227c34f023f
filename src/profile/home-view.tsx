import { may, type User } from '../access.ts'
import type { OwnAccount } from '../accounts/account-queries.ts'
import type { Session } from '../accounts/queries.ts'
import type { OwnRole } from '../accounts/role-queries.ts'
import { idleMinutes } from '../accounts/rules.ts'
import type { OwnSession } from '../accounts/session-queries.ts'
import { paths as accounts, words as accountWords, roleName } from '../accounts/words.ts'
import { commonWords, languageNames } from '../i18n/common-words.ts'
import { type Language, languages } from '../i18n/translated.ts'
import { paths as inductionPaths, words as inductionWords } from '../induction/words.ts'
import { paths as newsPaths, words as newsWords } from '../messages/words.ts'
import { signInWords as providerWords } from '../providers/sign-in-words.ts'
import { paths as providerPaths } from '../providers/words.ts'
import type { WaitingLines } from '../signing/words.ts'
import { Button, PostButton } from '../web/components/button.tsx'
import { ChipGroup } from '../web/components/choices.tsx'
import { Notice, type Told, ToldNotice } from '../web/components/notice.tsx'
import { SummaryList } from '../web/components/summary-list.tsx'
import { Table } from '../web/components/table.tsx'
import { Tag } from '../web/components/tag.tsx'
import { Waiting } from '../web/components/waiting.tsx'
import type { Page } from '../web/page.ts'
import type { Typed } from '../web/visit.ts'
import { sentences } from './views.tsx'
import { type Done, paths, words } from './words.ts'

type HomeProps = {
  language: Language
  typed: Typed
  user: User
  /** What the place that one works for should commit to in time. */
  told: Told | null
  account: OwnAccount
  roles: OwnRole[]
  /** Whether a municipality or organisation has a sign-in of its own that could be joined to this account. */
  hasProviders: boolean
  session: Session
  sessions: OwnSession[]
  /** What waits for the reader's signature. */
  waiting: WaitingLines | null
  /** The next step of a place on its way in; null when there is none. */
  newcomer: WaitingLines | null
  /** What was done just now, as the address says. */
  done: string | null
  /** What is to be told of one's own induction, or null. */
  induction: string | null
}

const isDone = (text: string | null): text is Done => text !== null && Object.hasOwn(words.fi.done, text)

export const HomePage = (props: HomeProps): Page => {
  const { language, typed, user, roles, done, induction } = props
  const t = words[language]
  const { summary } = sentences(language, typed, ['language'])
  return {
    title: t.home,
    kind: 'staff',
    main: (
      <>
        {summary}
        {isDone(done) && (
          <Notice kind="ok">
            <p>{t.done[done]}</p>
          </Notice>
        )}
        <h1>{t.hello(user.name)}</h1>
        <p class="lead">{accountWords[language].about[user.role].does}</p>
        {induction && (
          <Notice kind="info">
            <p>
              {induction}. <a href={inductionPaths.overview[language]}>{inductionWords[language].title}</a>
            </p>
          </Notice>
        )}
        {props.told && <ToldNotice told={props.told} />}
        <Waiting waiting={props.newcomer} />
        <Waiting waiting={props.waiting} />
        <OwnFacts {...props} />
        {roles.length > 1 && <Roles {...props} />}
        <LanguageChoice {...props} />
        <Sessions {...props} />
      </>
    ),
  }
}

const OwnFacts = ({ language, user, account, session, hasProviders }: HomeProps) => {
  const t = words[language]
  const { about, wholeCountry } = accountWords[language]
  const change = (href: string, about: string) => ({ href, label: commonWords[language].change, about })
  const hasPassword = account.passwordHash !== null
  return (
    <SummaryList
      rows={[
        { label: t.role, value: roleName(language, user) },
        { label: about[user.role].place, value: user.place ?? wholeCountry },
        {
          label: t.email,
          value: account.email,
          ...(hasPassword ? { change: change(paths.email[language], t.email) } : {}),
        },
        hasPassword
          ? {
              label: t.password,
              value: t.passwordHidden,
              change: change(paths.password[language], t.password),
            }
          : { label: t.password, value: t.passwordElsewhere },
        {
          label: t.secondFactor,
          value: t.secondFactorWhat,
          change: {
            href: accounts.secondFactor[language],
            label: commonWords[language].show,
            about: t.secondFactor,
          },
        },
        ...(hasProviders
          ? [
              {
                label: providerWords[language].own,
                value: t.providersWhat,
                change: {
                  href: providerPaths.own[language],
                  label: commonWords[language].show,
                  about: providerWords[language].own,
                },
              },
            ]
          : []),
        ...(may(user, 'messages.read')
          ? [
              {
                label: newsWords[language].byMail,
                value: newsWords[language].choices[account.newsByMail],
                change: change(newsPaths.byMail[language], newsWords[language].byMail),
              },
            ]
          : []),
        { label: t.endsAt, value: t.ends(session.expiresAt, idleMinutes) },
      ]}
    />
  )
}

const Roles = ({ language, user, roles }: HomeProps) => {
  const t = words[language]
  const { wholeCountry } = accountWords[language]
  return (
    <section aria-labelledby="roles">
      <Table
        id="roles"
        caption={t.roles}
        shape="stack"
        empty=""
        rows={roles}
        columns={[
          { label: t.role, header: true, cell: (role) => roleName(language, role) },
          { label: t.place, cell: ({ place }) => place ?? wholeCountry },
          {
            label: t.state,
            cell: ({ id, ...role }) =>
              id === user.accountRoleId ? (
                <Tag kind="ok">{t.actingIn}</Tag>
              ) : (
                <PostButton secondary action={paths.role[language]} fields={{ role: id }}>
                  {t.actIn}
                  <span class="vh">
                    : {roleName(language, role)}, {role.place ?? wholeCountry}
                  </span>
                </PostButton>
              ),
          },
        ]}
      />
      <p>{t.rolesWhy}</p>
    </section>
  )
}

const LanguageChoice = ({ language, typed, account }: HomeProps) => {
  const t = words[language]
  const { say } = sentences(language, typed, ['language'])
  return (
    <form method="post" action={paths.language[language]}>
      <ChipGroup
        name="language"
        label={t.language}
        hint={t.languageHint}
        value={typed.values.language ?? account.language}
        choices={languages.map((value) => ({ value, label: languageNames[value] }))}
        problem={say('language')}
      />
      <p>
        <Button secondary>{t.changeLanguage}</Button>
      </p>
    </form>
  )
}

const Sessions = ({ language, session, sessions }: HomeProps) => {
  const t = words[language]
  const nameOf = ({ browser }: OwnSession) => browser ?? t.unknownBrowser
  return (
    <section aria-labelledby="sessions">
      <Table
        id="sessions"
        caption={t.sessions}
        shape="stack"
        empty=""
        rows={sessions}
        columns={[
          { label: t.browser, header: true, cell: nameOf },
          { label: t.startedAt, cell: ({ startedAt }) => t.at(startedAt) },
          { label: t.seenAt, cell: ({ seenAt }) => t.at(seenAt) },
          {
            label: t.state,
            cell: (one) =>
              one.id === session.id ? (
                <Tag kind="ok">{t.thisOne}</Tag>
              ) : (
                <PostButton secondary action={paths.sessions[language]} fields={{ session: one.id }}>
                  {t.endSession}
                  <span class="vh">
                    : {nameOf(one)}, {t.at(one.startedAt)}
                  </span>
                </PostButton>
              ),
          },
        ]}
      />
      <p>{t.sessionsWhy}</p>
      {sessions.length > 1 && (
        <PostButton secondary action={paths.sessions[language]} fields={{ session: 'others' }}>
          {t.endOthers}
        </PostButton>
      )}
    </section>
  )
}
