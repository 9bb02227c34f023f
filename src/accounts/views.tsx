import type { User } from '../access.ts'
import { commonWords } from '../i18n/common-words.ts'
import type { Language } from '../i18n/translated.ts'
import type { ProviderName } from '../providers/queries.ts'
import { signInWords as providerWords } from '../providers/sign-in-words.ts'
import { paths as providerPaths } from '../providers/words.ts'
import { WithAside } from '../web/components/aside.tsx'
import { Button, ButtonRow, LinkButton, PostButton } from '../web/components/button.tsx'
import { TextField } from '../web/components/field.tsx'
import { Notice } from '../web/components/notice.tsx'
import { ProblemSummary } from '../web/components/problem-summary.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import { passwordLengths } from './rules.ts'
import { firstPages, type Problem, paths, roleNames, words } from './words.ts'

/** The sentence beside each field that needs one, and all of them in the order of the form. */
export const sentences = (language: Language, typed: Typed, fields: string[]) => {
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

type SignInProps = {
  language: Language
  typed: Typed
  next: string | null
  demo: boolean
  providers: ProviderName[]
}

export const SignInPage = ({ language, typed, next, demo, providers }: SignInProps): Page => {
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
        <WithAside
          title={t.cannotSignIn}
          aside={
            <>
              <p>
                <a href={paths.forgotten[language]}>{t.forgotten}</a>
              </p>
              <p>{t.askForHelp}</p>
            </>
          }
        >
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
          <ProviderLinks language={language} providers={providers} next={next} />
        </WithAside>
      </>
    ),
  }
}

type LinksProps = Pick<SignInProps, 'language' | 'providers' | 'next'>

/** The other way in, for those whose municipality or organisation has its own. */
const ProviderLinks = ({ language, providers, next }: LinksProps) => {
  const t = providerWords[language]
  if (providers.length === 0) return null
  const asked = next ? `?next=${encodeURIComponent(next)}` : ''
  return (
    <>
      <h2>{t.orWithOwn}</h2>
      <ButtonRow>
        {providers.map(({ id, name }) => (
          <LinkButton secondary href={fill(providerPaths.start[language], { provider: id }) + asked}>
            {t.signInWith(name)}
          </LinkButton>
        ))}
      </ButtonRow>
    </>
  )
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
