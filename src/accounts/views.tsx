import type { User } from '../access.ts'
import { commonWords, languageNames } from '../i18n/common-words.ts'
import type { Language } from '../i18n/translated.ts'
import { WithAside } from '../web/components/aside.tsx'
import { Button, ButtonRow, LinkButton, PostButton } from '../web/components/button.tsx'
import { TextField } from '../web/components/field.tsx'
import { Notice } from '../web/components/notice.tsx'
import { ProblemSummary } from '../web/components/problem-summary.tsx'
import { SummaryList } from '../web/components/summary-list.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import type { Invitation } from './invitation-queries.ts'
import type { Session } from './queries.ts'
import { idleMinutes, invitationDays, passwordLengths } from './rules.ts'
import { firstPages, type Problem, paths, roleNames, words } from './words.ts'

/** The sentence beside each field that needs one, and all of them in the order of the form. */
const sentences = (language: Language, typed: Typed, fields: string[]) => {
  const texts = words[language].problems(passwordLengths)
  const say = (name: string) => {
    const problem = typed.problems[name]
    return problem === undefined ? undefined : texts[problem as Problem]
  }
  const all = fields.flatMap((name) => {
    const text = say(name)
    return text === undefined ? [] : [{ name, text }]
  })
  return { say, summary: <ProblemSummary language={language} problems={all} /> }
}

const passkeyPath = (language: Language, next: string | null) =>
  paths.passkeySignIn[language] + (next ? `?next=${encodeURIComponent(next)}` : '')

type SignInProps = { language: Language; typed: Typed; next: string | null; demo: boolean }

export const SignInPage = ({ language, typed, next, demo }: SignInProps): Page => {
  const t = words[language]
  const { say, summary } = sentences(language, typed, ['email', 'password'])
  return {
    title: t.signIn,
    kind: 'staff',
    main: (
      <>
        {summary}
        <h1>{t.signIn}</h1>
        <p class="lead">{t.signInFor}</p>
        {demo && (
          <Notice kind="info">
            <p>{t.noPasswordInDemo}</p>
          </Notice>
        )}
        <WithAside title={t.cannotSignIn} aside={<p>{t.askForHelp}</p>}>
          <form method="post" action={paths.signIn[language]} novalidate>
            {next && <input type="hidden" name="next" value={next} />}
            <TextField
              name="email"
              type="email"
              label={t.email}
              autocomplete="username"
              value={typed.values.email}
              problem={say('email')}
            />
            <TextField
              name="password"
              type="password"
              label={t.password}
              autocomplete="current-password"
              problem={say('password')}
            />
            <ButtonRow>
              <Button>{t.signIn}</Button>
              <span hidden data-with-script="true">
                <LinkButton secondary href={passkeyPath(language, next)}>
                  {t.withPasskey}
                </LinkButton>
              </span>
            </ButtonRow>
          </form>
        </WithAside>
      </>
    ),
  }
}

/** A second sign-in over a first would be a surprise: whoever is here is told so. */
export const SignedInPage = ({ language, user }: { language: Language; user: User }): Page => {
  const t = words[language]
  return {
    title: t.signedInAlready,
    kind: 'staff',
    main: (
      <>
        <h1>{t.signedInAlready}</h1>
        <p class="lead">
          {[user.name, roleNames[language][user.role], user.place].filter(Boolean).join(' · ')}
        </p>
        <ButtonRow>
          <LinkButton href={firstPages[user.role][language]}>{t.goOn}</LinkButton>
          <PostButton secondary action={paths.signOut[language]}>
            {commonWords[language].signOut}
          </PostButton>
        </ButtonRow>
      </>
    ),
  }
}

type HomeProps = { language: Language; user: User; session: Session }

export const HomePage = ({ language, user, session }: HomeProps): Page => {
  const t = words[language]
  return {
    title: t.home,
    kind: 'staff',
    main: (
      <>
        <h1>{t.hello(user.name)}</h1>
        <p class="lead">{t.about[user.role].does}</p>
        <SummaryList
          rows={[
            { label: t.role, value: roleNames[language][user.role] },
            { label: t.about[user.role].place, value: user.place ?? t.wholeCountry },
            { label: t.language, value: languageNames[user.language] },
            { label: t.signedInAt, value: t.at(session.startedAt) },
            { label: t.endsAt, value: t.ends(session.expiresAt, idleMinutes) },
          ]}
        />
        <p>
          <a href={paths.secondFactor[language]}>{t.secondFactor}</a>
        </p>
      </>
    ),
  }
}

type InvitationProps = { language: Language; typed: Typed; token: string; invitation: Invitation }

export const InvitationPage = ({ language, typed, token, invitation }: InvitationProps): Page => {
  const t = words[language]
  const { email, role, place } = invitation
  const { say, summary } = sentences(language, typed, ['', 'email', 'name', 'password'])
  return {
    title: t.invited,
    kind: 'staff',
    main: (
      <>
        {summary}
        <h1>{t.invited}</h1>
        <p class="lead">{t.invitedFor(invitationDays)}</p>
        <SummaryList
          rows={[
            { label: t.role, value: roleNames[language][role] },
            { label: t.about[role].place, value: place ?? t.wholeCountry },
            ...(email === null ? [] : [{ label: t.email, value: email }]),
          ]}
        />
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
