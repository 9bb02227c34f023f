import type { Language } from '../i18n/translated.ts'
import { clientScript } from '../web/assets.ts'
import { ButtonRow, LinkButton, PostButton } from '../web/components/button.tsx'
import { Code } from '../web/components/code.tsx'
import { Notice } from '../web/components/notice.tsx'
import { QrCode } from '../web/components/qr-code.tsx'
import { Result } from '../web/components/result.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Pairing } from './pairing-queries.ts'
import { paths, words } from './words.ts'

const waiting = clientScript(new URL('./pairing.client.ts', import.meta.url))

type WaitingProps = { language: Language; pairing: Pairing; link: string; code: string; origin: string }

/** QR code, link and code of a pairing that waits for its phone. The page asks for news by itself where it can. */
export const waitingPage = ({ language, pairing, link, code, origin }: WaitingProps): Page => {
  const t = words[language]
  return {
    title: `${t.openOnPhone}: ${pairing.name}`,
    kind: 'staff',
    scripts: [waiting],
    main: (
      <>
        <h1>
          {t.openOnPhone}: {pairing.name}
        </h1>
        <p class="lead">{t.scan(pairing.name)}</p>
        <QrCode text={link} label={t.qr} />
        <h2>{t.orCode}</h2>
        <p>
          {t.codeAt(`${origin.replace(/^https?:\/\//, '')}${paths.code[language]}`)}
          <br />
          <strong class="typed">
            <Code>{code}</Code>
          </strong>
        </p>
        <h2>{t.orLink}</h2>
        <p class="breakable">
          <bdi>{link}</bdi>
        </p>
        <p data-waiting="true">{t.waiting(pairing.expiresAt)}</p>
        <ButtonRow>
          <LinkButton secondary href={fill(paths.pairing[language], { pairing: pairing.id })}>
            {t.refresh}
          </LinkButton>
          <LinkButton secondary href={paths.devices[language]}>
            {t.toDevices}
          </LinkButton>
        </ButtonRow>
      </>
    ),
  }
}

type DoneProps = { language: Language; pairing: Pairing }

export const pairedPage = ({ language, pairing }: DoneProps): Page => {
  const t = words[language]
  return {
    title: t.isPaired(pairing.name),
    kind: 'staff',
    main: (
      <>
        <Result outcome="ok" title={t.isPaired(pairing.name)}>
          <p>{t.isPairedThen}</p>
        </Result>
        <LinkButton href={paths.devices[language]}>{t.toDevices}</LinkButton>
      </>
    ),
  }
}

export const linkEndedPage = ({ language, pairing }: DoneProps): Page => {
  const t = words[language]
  return {
    title: t.linkEnded,
    kind: 'staff',
    main: (
      <>
        <Notice kind="info" title={t.linkEnded} level={1}>
          <p>{t.linkEndedThen}</p>
        </Notice>
        <ButtonRow>
          <PostButton action={paths.devices[language]} fields={{ name: pairing.name }}>
            {t.newLink}
          </PostButton>
          <LinkButton secondary href={paths.devices[language]}>
            {t.toDevices}
          </LinkButton>
        </ButtonRow>
      </>
    ),
  }
}
