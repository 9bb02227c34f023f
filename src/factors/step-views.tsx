import { paths as accounts } from '../accounts/words.ts'
import type { Language } from '../i18n/translated.ts'
import { WithAside } from '../web/components/aside.tsx'
import { Button, LinkButton } from '../web/components/button.tsx'
import { TextField } from '../web/components/field.tsx'
import type { Page } from '../web/page.ts'
import type { Typed } from '../web/visit.ts'
import { AskPasskey, passkeyScript } from './passkey-views.tsx'
import { problemsOf } from './problems.tsx'
import type { Factors } from './rules.ts'
import { words } from './words.ts'

type CodeProps = { language: Language; app: boolean; problem: string | undefined; first?: boolean }

/** Digits of the app and recovery codes go in one field: nobody has to say first which of them it is. */
export const FactorCodeField = ({ language, app, problem, first = false }: CodeProps) => {
  const t = words[language]
  return (
    <TextField
      name="code"
      label={app ? t.codeOrRecovery : t.recoveryOnly}
      hint={app ? t.codeHint : t.recoveryHint}
      width={24}
      autocomplete="one-time-code"
      first={first}
      problem={problem}
    />
  )
}

type StepProps = { language: Language; typed: Typed; action: string; factors: Factors; possible: boolean }

export const StepPage = ({ language, typed, action, factors, possible }: StepProps): Page => {
  const t = words[language]
  const { say, summary } = problemsOf(language, typed, ['', 'code', 'credential'])
  return {
    title: t.step,
    kind: 'staff',
    scripts: [passkeyScript],
    main: (
      <>
        {summary}
        <h1>{t.step}</h1>
        <p class="lead">{t.stepLead}</p>
        <WithAside title={t.lost} aside={<p>{t.lostThen}</p>}>
          <form method="post" action={action} novalidate>
            <FactorCodeField language={language} app={factors.app} problem={say('code')} first />
            <Button>{t.signIn}</Button>
          </form>
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
              />
            </>
          )}
        </WithAside>
      </>
    ),
  }
}

export const StepEndedPage = ({ language, minutes }: { language: Language; minutes: number }): Page => {
  const t = words[language]
  return {
    title: t.ended,
    kind: 'staff',
    main: (
      <>
        <h1>{t.ended}</h1>
        <p>{t.endedWhy(minutes)}</p>
        <LinkButton href={accounts.signIn[language]}>{t.signIn}</LinkButton>
      </>
    ),
  }
}
