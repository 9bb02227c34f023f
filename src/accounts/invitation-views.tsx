import type { User } from '../access.ts'
import { commonWords } from '../i18n/common-words.ts'
import type { Language } from '../i18n/translated.ts'
import { Button, ButtonRow, LinkButton, PostButton } from '../web/components/button.tsx'
import { TextField } from '../web/components/field.tsx'
import { SummaryList } from '../web/components/summary-list.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import type { Invitation } from './invitation-queries.ts'
import { invitationDays, passwordLengths } from './rules.ts'
import { sentences } from './views.tsx'
import { paths, roleName, words } from './words.ts'

type Shown = { language: Language; typed: Typed; invitation: Invitation }

const About = ({ language, invitation }: { language: Language; invitation: Invitation }) => {
  const t = words[language]
  const { email, role, place } = invitation
  return (
    <SummaryList
      rows={[
        { label: t.role, value: roleName(language, invitation) },
        { label: t.about[role].place, value: place ?? t.wholeCountry },
        ...(email === null ? [] : [{ label: t.email, value: email }]),
      ]}
    />
  )
}

type InvitationProps = Shown & { token: string }

export const InvitationPage = ({ language, typed, token, invitation }: InvitationProps): Page => {
  const t = words[language]
  const { email } = invitation
  const { say, summary } = sentences(language, typed, ['', 'email', 'name', 'password'])
  return {
    title: t.invited,
    kind: 'staff',
    main: (
      <>
        {summary}
        <h1>{t.invited}</h1>
        <p class="lead">{t.invitedFor(invitationDays)}</p>
        <About language={language} invitation={invitation} />
        <form method="post" action={fill(paths.invitation[language], { token })} novalidate>
          {email === null && (
            <TextField
              name="email"
              type="email"
              label={t.email}
              autocomplete="username"
              value={typed.values.email}
              problem={say('email')}
            />
          )}
          <TextField
            name="name"
            label={t.name}
            hint={t.nameHint}
            autocomplete="name"
            value={typed.values.name}
            problem={say('name')}
          />
          <TextField
            name="password"
            type="password"
            label={t.newPassword}
            hint={t.newPasswordHint(passwordLengths.shortest)}
            autocomplete="new-password"
            problem={say('password')}
          />
          <Button>{t.createAccount}</Button>
        </form>
      </>
    ),
  }
}

export const InvitationEndedPage = ({ language }: { language: Language }): Page => {
  const t = words[language]
  return {
    title: t.invitationEnded,
    kind: 'staff',
    main: (
      <>
        <h1>{t.invitationEnded}</h1>
        <p>{t.invitationEndedWhy(invitationDays)}</p>
        <p>{t.invitationEndedThen}</p>
        <LinkButton href={paths.signIn[language]}>{t.signIn}</LinkButton>
      </>
    ),
  }
}

/** Whoever has an account takes a further role into it: the same name, password and second factor. */
export const HasAccountPage = ({ language, typed, invitation, join }: Shown & { join: string }): Page => {
  const t = words[language]
  const { summary } = sentences(language, typed, [''])
  return {
    title: t.newRole,
    kind: 'staff',
    main: (
      <>
        {summary}
        <h1>{t.newRole}</h1>
        <p class="lead">{t.hasAccount}</p>
        <About language={language} invitation={invitation} />
        <LinkButton href={join}>{t.signInAndTake}</LinkButton>
      </>
    ),
  }
}

type JoinProps = Shown & { user: User; isOwn: boolean; token: string }

export const JoinPage = ({ language, typed, invitation, user, isOwn, token }: JoinProps): Page => {
  const t = words[language]
  const { summary } = sentences(language, typed, [''])
  return {
    title: t.newRole,
    kind: 'staff',
    main: (
      <>
        {summary}
        <h1>{t.newRole}</h1>
        <p class="lead">{isOwn ? t.takeWhat : t.otherAccount(user.name)}</p>
        <About language={language} invitation={invitation} />
        <ButtonRow>
          {isOwn ? (
            <PostButton action={fill(paths.join[language], { token })}>{t.takeRole}</PostButton>
          ) : (
            <PostButton secondary action={paths.signOut[language]}>
              {commonWords[language].signOut}
            </PostButton>
          )}
        </ButtonRow>
      </>
    ),
  }
}
