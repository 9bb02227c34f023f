import type { Child } from 'hono/jsx'
import { paths as accounts } from '../accounts/words.ts'
import type { Language } from '../i18n/translated.ts'
import { clientScript } from '../web/assets.ts'
import { Button, LinkButton } from '../web/components/button.tsx'
import { TextField } from '../web/components/field.tsx'
import type { Page } from '../web/page.ts'
import type { Typed } from '../web/visit.ts'
import { problemsOf } from './problems.tsx'
import { optionPaths, paths, words } from './words.ts'

/** Browsers hand passkeys to scripts alone. */
export const passkeyScript = clientScript(new URL('./passkey.client.ts', import.meta.url))

type AskProps = {
  language: Language
  action: string
  asks: keyof typeof optionPaths
  label: string
  /** False where the address itself lets no passkey be used. */
  possible: boolean
  secondary?: boolean
  fields?: Record<string, string>
  children?: Child
}

/** A form that asks the browser for a passkey. Hidden until the script has found that the browser knows them. */
export const AskPasskey = (props: AskProps) => {
  const { language, action, asks, label, possible, secondary = false, fields = {}, children } = props
  const t = words[language]
  if (!possible) return <p>{t.noPasskeyAddress}</p>
  return (
    <>
      <form
        method="post"
        action={action}
        novalidate
        hidden
        data-passkey={asks}
        data-options={optionPaths[asks]}
        data-failed={t.passkeyFailed}
      >
        {children}
        {Object.entries(fields).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <input type="hidden" name="credential" value="" />
        <p class="problem" role="alert" hidden />
        <Button secondary={secondary}>{label}</Button>
      </form>
      <p data-no-passkey="true">{t.noPasskeyHere}</p>
    </>
  )
}

type Props = { language: Language; typed: Typed; possible: boolean }

export const NewPasskeyPage = ({ language, typed, possible }: Props): Page => {
  const t = words[language]
  const { say, summary } = problemsOf(language, typed, ['', 'name', 'credential'])
  return {
    title: t.addPasskey,
    kind: 'staff',
    scripts: [passkeyScript],
    main: (
      <>
        {summary}
        <h1>{t.addPasskey}</h1>
        <p class="lead">{t.passkeyWhat}</p>
        <AskPasskey
          language={language}
          action={paths.newPasskey[language]}
          asks="create"
          label={t.addPasskey}
          possible={possible}
        >
          <TextField
            name="name"
            label={t.passkeyName}
            hint={t.passkeyNameHint}
            value={typed.values.name}
            problem={say('name')}
          />
          <p>{t.passkeyAddHow}</p>
        </AskPasskey>
        <p>
          <a href={accounts.secondFactor[language]}>{t.back}</a>
        </p>
      </>
    ),
  }
}

export const PasskeySignInPage = ({
  language,
  typed,
  possible,
  next,
}: Props & { next: string | null }): Page => {
  const t = words[language]
  const { summary } = problemsOf(language, typed, ['', 'credential'])
  const back = `${accounts.signIn[language]}${next ? `?next=${encodeURIComponent(next)}` : ''}`
  return {
    title: t.passkeySignIn,
    kind: 'staff',
    scripts: [passkeyScript],
    main: (
      <>
        {summary}
        <h1>{t.passkeySignIn}</h1>
        <p class="lead">{t.passkeySignInLead}</p>
        <AskPasskey
          language={language}
          action={accounts.passkeySignIn[language]}
          asks="signIn"
          label={t.passkeySignIn}
          possible={possible}
          fields={next ? { next } : {}}
        />
        <p>
          <LinkButton secondary href={back}>
            {t.withPassword}
          </LinkButton>
        </p>
      </>
    ),
  }
}
