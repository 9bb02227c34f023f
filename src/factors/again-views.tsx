import { paths as accounts, proveAgainPath } from '../accounts/words.ts'
import { commonWords } from '../i18n/common-words.ts'
import type { Language } from '../i18n/translated.ts'
import { Button, LinkButton, PostButton } from '../web/components/button.tsx'
import { TextField } from '../web/components/field.tsx'
import type { Page } from '../web/page.ts'
import type { Typed } from '../web/visit.ts'
import { AskPasskey, passkeyScript } from './passkey-views.tsx'
import { problemsOf } from './problems.tsx'
import { type Factors, hasFactors } from './rules.ts'
import { FactorCodeField } from './step-views.tsx'
import { words } from './words.ts'

type AgainProps = {
  language: Language
  typed: Typed
  hasPassword: boolean
  factors: Factors
  possible: boolean
  next: string
}

export const ProveAgainPage = (props: AgainProps): Page => {
  const { language, typed, hasPassword, factors, possible, next } = props
  const t = words[language]
  const { say, summary } = problemsOf(language, typed, ['', 'password', 'code', 'credential'])
  const action = accounts.proveAgain[language]
  return {
    title: t.again,
    kind: 'staff',
    scripts: [passkeyScript],
    main: (
      <>
        {summary}
        <h1>{t.again}</h1>
        <p class="lead">{t.againWhy}</p>
        {hasPassword || hasFactors(factors) ? (
          <form method="post" action={action} novalidate>
            <input type="hidden" name="next" value={next} />
            {hasPassword && (
              <TextField
                name="password"
                type="password"
                label={t.password}
                autocomplete="current-password"
                problem={say('password')}
              />
            )}
            {hasFactors(factors) && (
              <FactorCodeField language={language} app={factors.app} problem={say('code')} />
            )}
            <Button>{t.againGo}</Button>
          </form>
        ) : (
          <>
            <p>{t.againSignIn}</p>
            <PostButton action={accounts.signOut[language]}>{commonWords[language].signOut}</PostButton>
          </>
        )}
        {factors.passkeys > 0 && (
          <>
            <h2>{t.or}</h2>
            <AskPasskey
              language={language}
              action={action}
              asks="signIn"
              label={t.withPasskey}
              possible={possible}
              secondary
              fields={{ next }}
            />
          </>
        )}
      </>
    ),
  }
}

/** A page of what is delicate, before one has proved who one is: says so, and leads there and back. */
export const ProveFirstPage = ({ language, next }: { language: Language; next: string }): Page => {
  const t = words[language]
  return {
    title: t.again,
    kind: 'staff',
    main: (
      <>
        <h1>{t.again}</h1>
        <p class="lead">{t.againWhy}</p>
        <LinkButton href={proveAgainPath(language, next)}>{t.againGo}</LinkButton>
      </>
    ),
  }
}
