import { formatCode } from '../codes/rules.ts'
import { type Language, languages } from '../i18n/translated.ts'
import { LinkButton } from '../web/components/button.tsx'
import { Code } from '../web/components/code.tsx'
import { QrCode } from '../web/components/qr-code.tsx'
import type { Page } from '../web/page.ts'
import { AtDesk, ScriptButton } from './kept-views.tsx'
import type { HolderCard } from './rules.ts'
import { script } from './views.tsx'
import { paths, words } from './words.ts'

type Props = { language: Language; card: HolderCard; code: string; isAccepted: boolean }

const childrenText = (language: Language, children: number) =>
  children > 0 ? words[language].shownChildren(children) : ''

/** What the browser keeps when the holder wishes so: what stands on the card, in each language, and nothing else. */
const toKeep = ({ card, code }: Props) =>
  JSON.stringify({
    code: formatCode(code),
    lastDay: card.validUntil,
    until: Object.fromEntries(languages.map((one) => [one, words[one].shownUntil(card.validUntil)])),
    children: Object.fromEntries(languages.map((one) => [one, childrenText(one, card.children)])),
  })

const Keep = ({ language }: { language: Language }) => {
  const t = words[language]
  return (
    <section data-keep aria-labelledby="keep-title" hidden>
      <h2 id="keep-title">{t.keep}</h2>
      <p>{t.keepWhy}</p>
      <p>{t.keepWho}</p>
      <p>
        <ScriptButton act="keep">{t.keep}</ScriptButton>
        <ScriptButton act="remove" secondary>
          {t.remove}
        </ScriptButton>
      </p>
      <p role="status" data-told data-kept={t.kept} data-removed={t.removed} data-failed={t.keepFailed} />
    </section>
  )
}

/**
 * The card, to hold up at a desk: black on white and large, in any theme. The QR code holds the bare code: fewer and so
 * larger squares than a link, and no way from a stranger's camera to the look-up.
 */
export const showPage = (props: Props): Page => {
  const { language, card, code, isAccepted } = props
  const t = words[language]
  const children = childrenText(language, card.children)
  return {
    title: t.cardTitle,
    kind: 'desk',
    handed: { lang: language, direction: 'ltr' },
    scripts: [script],
    main: (
      <>
        <div class="phonecard" data-card={toKeep(props)} data-worker={paths.worker[language]}>
          <h1>{t.cardTitle}</h1>
          <QrCode text={code} label={t.qr} />
          <p class="typed">
            <Code>{formatCode(code)}</Code>
          </p>
          <p>{t.shownUntil(card.validUntil)}</p>
          {children && <p>{children}</p>}
          <AtDesk language={language} isAccepted={isAccepted} />
        </div>
        <Keep language={language} />
        <p>{t.doneWhy}</p>
        <p>
          <LinkButton secondary href={paths.own[language]}>
            {t.done}
          </LinkButton>
        </p>
      </>
    ),
  }
}
