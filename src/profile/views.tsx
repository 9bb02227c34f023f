import type { OwnAccount } from '../accounts/account-queries.ts'
import { passwordLengths } from '../accounts/rules.ts'
import { paths as accounts } from '../accounts/words.ts'
import { commonWords } from '../i18n/common-words.ts'
import type { Language } from '../i18n/translated.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { Button, ButtonRow, LinkButton, PostButton } from '../web/components/button.tsx'
import { TextField } from '../web/components/field.tsx'
import { ProblemSummary } from '../web/components/problem-summary.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import { type Problem, paths, words } from './words.ts'

type Shown = { language: Language; typed: Typed }

/** The sentence beside each field that needs one, and all of them in the order of the form. */
export const sentences = (language: Language, typed: Typed, fields: string[]) => {
  const texts = words[language].problems(passwordLengths)
  const say = (name: string) => {
    const problem = typed.problems[name]
    return problem === undefined ? undefined : texts[problem as Problem]
  }
  const problems = fields.flatMap((name) => {
    const text = say(name)
    return text === undefined ? [] : [{ name, text }]
  })
  return { say, summary: <ProblemSummary language={language} problems={problems} /> }
}

const Trail = ({ language, here }: { language: Language; here: string }) => (
  <Breadcrumb
    language={language}
    trail={[{ label: words[language].home, href: accounts.home[language] }]}
    here={here}
  />
)

const Cancel = ({ language }: { language: Language }) => (
  <LinkButton secondary href={accounts.home[language]}>
    {commonWords[language].cancel}
  </LinkButton>
)

export const NewPasswordField = ({
  language,
  problem,
}: {
  language: Language
  problem: string | undefined
}) => (
  <TextField
    name="newPassword"
    type="password"
    label={words[language].newPassword}
    hint={words[language].newPasswordHint(passwordLengths.shortest)}
    autocomplete="new-password"
    problem={problem}
  />
)

const PresentPasswordField = ({ language, problem }: { language: Language; problem: string | undefined }) => (
  <TextField
    name="password"
    type="password"
    label={words[language].presentPassword}
    autocomplete="current-password"
    problem={problem}
  />
)

export const PasswordPage = ({ language, typed, account }: Shown & { account: OwnAccount }): Page => {
  const t = words[language]
  const { say, summary } = sentences(language, typed, ['password', 'newPassword'])
  return {
    title: t.changePassword,
    kind: 'staff',
    main: (
      <>
        {summary}
        <Trail language={language} here={t.changePassword} />
        <h1>{t.changePassword}</h1>
        {account.passwordHash === null ? (
          <p class="lead">{t.noPassword}</p>
        ) : (
          <>
            <p class="lead">{t.changePasswordWhy}</p>
            <form method="post" action={paths.password[language]} novalidate>
              <PresentPasswordField language={language} problem={say('password')} />
              <NewPasswordField language={language} problem={say('newPassword')} />
              <ButtonRow>
                <Button>{t.savePassword}</Button>
                <Cancel language={language} />
              </ButtonRow>
            </form>
          </>
        )}
      </>
    ),
  }
}

export const EmailPage = ({ language, typed, account }: Shown & { account: OwnAccount }): Page => {
  const t = words[language]
  const { say, summary } = sentences(language, typed, ['email', 'password'])
  return {
    title: t.changeEmail,
    kind: 'staff',
    main: (
      <>
        {summary}
        <Trail language={language} here={t.changeEmail} />
        <h1>{t.changeEmail}</h1>
        {account.passwordHash === null ? (
          <p class="lead">{t.noPassword}</p>
        ) : (
          <>
            <p class="lead">{t.changeEmailWhy(account.email)}</p>
            <form method="post" action={paths.email[language]} novalidate>
              <TextField
                name="email"
                type="email"
                label={t.newEmail}
                autocomplete="email"
                value={typed.values.email}
                problem={say('email')}
              />
              <PresentPasswordField language={language} problem={say('password')} />
              <ButtonRow>
                <Button>{t.sendLink}</Button>
                <Cancel language={language} />
              </ButtonRow>
            </form>
          </>
        )}
      </>
    ),
  }
}

type EmailLinkProps = Shown & { link: { email: string; newEmail: string }; token: string }

export const EmailLinkPage = ({ language, typed, link, token }: EmailLinkProps): Page => {
  const t = words[language]
  const { summary } = sentences(language, typed, [''])
  return {
    title: t.confirmEmail,
    kind: 'staff',
    main: (
      <>
        {summary}
        <Trail language={language} here={t.confirmEmail} />
        <h1>{t.confirmEmail}</h1>
        <p class="lead">{t.confirmEmailWhat(link.email, link.newEmail)}</p>
        <ButtonRow>
          <PostButton action={fill(paths.emailLink[language], { token })}>{t.confirmEmail}</PostButton>
          <Cancel language={language} />
        </ButtonRow>
      </>
    ),
  }
}

export const LinkEndedPage = ({ language, again }: { language: Language; again: string }): Page => {
  const t = words[language]
  return {
    title: t.linkEnded,
    kind: 'staff',
    main: (
      <>
        <h1>{t.linkEnded}</h1>
        <p>{t.linkEndedWhy}</p>
        <LinkButton href={again}>{t.askAgain}</LinkButton>
      </>
    ),
  }
}
