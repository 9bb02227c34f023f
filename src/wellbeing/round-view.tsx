import { aboutLanguages, isHolderLanguage } from '../i18n/holder-languages.ts'
import type { Language } from '../i18n/translated.ts'
import { ButtonRow, LinkButton, PostButton } from '../web/components/button.tsx'
import { Notice } from '../web/components/notice.tsx'
import { QrCode } from '../web/components/qr-code.tsx'
import { SummaryList } from '../web/components/summary-list.tsx'
import { fill } from '../web/paths.ts'
import { type Round, roundState } from './rules.ts'
import { paths, words } from './words.ts'

type StandingProps = {
  language: Language
  card: { id: number }
  rounds: readonly Round[]
  now: Date
  link: string | null
}

/** How far the questions of a card are: answered, open, or ended without answers. */
export const RoundStanding = (props: StandingProps) => {
  const { language, rounds, now } = props
  const t = words[language]
  const answered = rounds.find((round) => round.finishedAt !== null)
  if (answered)
    return (
      <Notice kind="ok" title={t.states.answered}>
        <p>{t.answeredText}</p>
      </Notice>
    )
  const latest = rounds[0]
  if (!latest) return null
  if (roundState(latest, now) === 'ended') return <Notice kind="info" title={t.endedBefore} />
  return <OpenRound {...props} round={latest} />
}

const OpenRound = ({ language, card, now, link, round }: StandingProps & { round: Round }) => {
  const t = words[language]
  const state = roundState(round, now)
  const isScreen = round.way === 'screen'
  const holder = isHolderLanguage(round.language) ? aboutLanguages[round.language] : aboutLanguages.fi
  return (
    <>
      {isScreen ? (
        <Notice kind="info" title={t.screenOpen}>
          <p>{t.screenUntil(round.expiresAt)}</p>
        </Notice>
      ) : (
        <>
          {state === 'waiting' && link && (
            <>
              <p>{t.scan}</p>
              <QrCode text={link} label={t.qr} />
              <h2>{t.orLink}</h2>
              <p class="breakable">
                <bdi>{link}</bdi>
              </p>
            </>
          )}
          <p>{t.until(round.expiresAt)}</p>
        </>
      )}
      <SummaryList
        rows={[
          { label: t.state, value: t.states[state] },
          { label: t.holderLanguage, value: <span lang={holder.tag}>{holder.name}</span> },
        ]}
      />
      <ButtonRow>
        {isScreen && link && <LinkButton href={new URL(link).pathname}>{t.toScreen}</LinkButton>}
        {!isScreen && (
          <LinkButton secondary href={fill(paths.ask[language], { card: card.id })}>
            {t.refresh}
          </LinkButton>
        )}
        <PostButton secondary action={fill(paths.end[language], { card: card.id })}>
          {isScreen ? t.endScreen : t.end}
        </PostButton>
      </ButtonRow>
    </>
  )
}
