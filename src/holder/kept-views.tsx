import type { Language } from '../i18n/translated.ts'
import { paths, words } from './words.ts'

type Props = { language: Language; isAccepted: boolean }

/** On every shown card: a phone bears no name to compare, so the paper card goes along until a rule says otherwise. */
export const AtDesk = ({ language, isAccepted }: Props) => {
  const t = words[language]
  return (
    <p class="rule">
      <strong>{isAccepted ? t.accepted : t.paperToo}</strong>
    </p>
  )
}

/** What only a script can do stays hidden until there is one. */
export const ScriptButton = ({
  act,
  secondary,
  children,
}: {
  act: string
  secondary?: boolean
  children: string
}) => (
  <button type="button" class={secondary ? 'btn sec' : 'btn'} data-act={act} hidden>
    {children}
  </button>
)

/**
 * The place of the card that the holder asked this browser to keep. It is empty here: the server does not know whether
 * there is one, and the script fills it from the browser's own memory.
 */
export const KeptCard = ({ language, isAccepted }: Props) => {
  const t = words[language]
  return (
    <>
      <div role="status" data-told data-removed={t.removed} />
      <section data-kept data-worker={paths.worker[language]} aria-labelledby="kept-title" hidden>
        <h2 id="kept-title">{t.keptTitle}</h2>
        <div class="phonecard" data-holds>
          <svg class="qr" role="img" aria-label={t.qr} shape-rendering="crispEdges" focusable="false">
            <rect width="100%" height="100%" fill="#fff" />
            <path fill="#000" />
          </svg>
          <p class="typed" data-code />
          <p data-until />
          <p data-children />
          <AtDesk language={language} isAccepted={isAccepted} />
        </div>
        <p data-ended hidden>
          <strong>{t.keptExpired}</strong>
        </p>
        <p>{t.keptAsOf}</p>
        <p>{t.keepWho}</p>
        <p>
          <ScriptButton act="remove" secondary>
            {t.remove}
          </ScriptButton>
        </p>
      </section>
    </>
  )
}
