import { paths as accounts } from '../accounts/words.ts'
import type { Language } from '../i18n/translated.ts'
import { Button, LinkButton } from '../web/components/button.tsx'
import { TextField } from '../web/components/field.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import { NewPasswordField, sentences } from './views.tsx'
import { paths, words } from './words.ts'

type Shown = { language: Language; typed: Typed }

export const ForgottenPage = ({ language, typed }: Shown): Page => {
  const t = words[language]
  const { say, summary } = sentences(language, typed, ['email'])
  return {
    title: t.forgotten,
    kind: 'staff',
    main: (
      <>
        {summary}
        <h1>{t.forgotten}</h1>
        <p class="lead">{t.forgottenWhat}</p>
        <form method="post" action={accounts.forgotten[language]} novalidate>
          <TextField
            name="email"
            type="email"
            label={t.email}
            autocomplete="username"
            value={typed.values.email}
            problem={say('email')}
          />
          <Button>{t.sendLink}</Button>
        </form>
      </>
    ),
  }
}

/** The same words whether anybody has the address or not. */
export const ForgottenSentPage = ({ language }: { language: Language }): Page => {
  const t = words[language]
  return {
    title: t.forgottenSent,
    kind: 'staff',
    main: (
      <>
        <h1>{t.forgottenSent}</h1>
        <p class="lead">{t.forgottenSentWhat}</p>
        <p>{t.forgottenSentThen}</p>
        <LinkButton secondary href={accounts.signIn[language]}>
          {t.signIn}
        </LinkButton>
      </>
    ),
  }
}

type ResetProps = Shown & { email: string; token: string }

export const ResetPage = ({ language, typed, email, token }: ResetProps): Page => {
  const t = words[language]
  const { say, summary } = sentences(language, typed, ['newPassword'])
  return {
    title: t.choosePassword,
    kind: 'staff',
    main: (
      <>
        {summary}
        <h1>{t.choosePassword}</h1>
        <p class="lead">{t.choosePasswordWhy}</p>
        <form method="post" action={fill(paths.reset[language], { token })} novalidate>
          {/* Tells a password manager whose password this is. */}
          <input type="hidden" name="username" autocomplete="username" value={email} />
          <NewPasswordField language={language} problem={say('newPassword')} />
          <Button>{t.savePassword}</Button>
        </form>
      </>
    ),
  }
}

export const ResetDonePage = ({ language }: { language: Language }): Page => {
  const t = words[language]
  return {
    title: t.passwordChanged,
    kind: 'staff',
    main: (
      <>
        <h1>{t.passwordChanged}</h1>
        <p class="lead">{t.passwordChangedThen}</p>
        <LinkButton href={accounts.signIn[language]}>{t.signIn}</LinkButton>
      </>
    ),
  }
}
