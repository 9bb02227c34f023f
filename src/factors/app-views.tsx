import { paths as accounts } from '../accounts/words.ts'
import { commonWords } from '../i18n/common-words.ts'
import type { Language } from '../i18n/translated.ts'
import { Button, ButtonRow, LinkButton, PostButton } from '../web/components/button.tsx'
import { TextField } from '../web/components/field.tsx'
import { QrCode } from '../web/components/qr-code.tsx'
import type { Page } from '../web/page.ts'
import type { Typed } from '../web/visit.ts'
import { problemsOf } from './problems.tsx'
import { otpauthUri, typeableSecret } from './totp-rules.ts'
import { paths, words } from './words.ts'

type AppProps = {
  language: Language
  typed: Typed
  email: string
  /** What the app is to learn; undefined before it was asked for, and after it has waited too long. */
  secret: Uint8Array | undefined
  /** An app that is in use already. */
  changes: boolean
}

export const AppPage = ({ language, typed, email, secret, changes }: AppProps): Page => {
  const t = words[language]
  const { say, summary } = problemsOf(language, typed, ['', 'code'])
  return {
    title: t.appTitle,
    kind: 'staff',
    main: (
      <>
        {secret && summary}
        <h1>{t.appTitle}</h1>
        <p class="lead">{t.appBegin}</p>
        {changes && <p>{t.appOldGoesOn}</p>}
        {secret ? (
          <>
            <Teach language={language} uri={otpauthUri(email, secret)} typeable={typeableSecret(secret)} />
            <h2>{t.appConfirm}</h2>
            <form method="post" action={paths.app[language]} novalidate>
              <TextField
                name="code"
                label={t.code}
                width={6}
                numeric
                autocomplete="one-time-code"
                problem={say('code')}
              />
              <Button>{t.confirm}</Button>
            </form>
          </>
        ) : (
          <PostButton action={paths.appStart[language]}>{t.startApp}</PostButton>
        )}
        <p>
          <a href={accounts.secondFactor[language]}>{t.back}</a>
        </p>
      </>
    ),
  }
}

/** Three ways for the secret to come into the app: by the camera, by hand, and on the same device. */
const Teach = ({ language, uri, typeable }: { language: Language; uri: string; typeable: string }) => {
  const t = words[language]
  return (
    <>
      <h2>{t.appScan}</h2>
      <p>
        <QrCode text={uri} label={t.appPicture} />
      </p>
      <p>
        {t.appType} <code>{typeable}</code>
      </p>
      <p>
        <a href={uri}>{t.appOpen}</a>
      </p>
    </>
  )
}

type RemoveProps = {
  language: Language
  typed: Typed
  /** The name of a passkey; undefined for the app. */
  passkey?: string
  action: string
  /** It is the last one, and the role can do without. */
  isLast: boolean
}

/** What lets one in is not taken away by one tap. */
export const RemovePage = ({ language, typed, passkey, action, isLast }: RemoveProps): Page => {
  const t = words[language]
  const { summary } = problemsOf(language, typed, [''])
  const title = passkey === undefined ? t.removeAppAsk : t.removePasskeyAsk(passkey)
  return {
    title,
    kind: 'staff',
    main: (
      <>
        {summary}
        <h1>{title}</h1>
        <p class="lead">{passkey === undefined ? t.removeAppThen : t.removePasskeyThen}</p>
        {isLast && <p>{t.removeLast}</p>}
        <ButtonRow>
          <PostButton action={action}>{passkey === undefined ? t.removeApp : t.removePasskey}</PostButton>
          <LinkButton secondary href={accounts.secondFactor[language]}>
            {commonWords[language].cancel}
          </LinkButton>
        </ButtonRow>
      </>
    ),
  }
}
