import { lifePaths } from '../cards/life-words.ts'
import type { OwnCard } from '../cards/queries.ts'
import { paths as cardPaths } from '../cards/words.ts'
import { paths as communityPaths } from '../community-cards/words.ts'
import type { Language } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import { ButtonRow, LinkButton, PostButton } from '../web/components/button.tsx'
import { CardFace } from '../web/components/card-face.tsx'
import { CodeEnd } from '../web/components/code.tsx'
import { Notice } from '../web/components/notice.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { OldCard } from './queries.ts'
import type { RenewalRefusal } from './rules.ts'
import { OldFacts } from './views.tsx'
import { paths, words } from './words.ts'

type RenewedProps = {
  language: Language
  card: OwnCard
  renewal: string
  /** Null when the renewal can no longer be undone. */
  undoUntil: Date | null
}

/** The new card works: what to write inside it. */
export const renewedPage = ({ language, card, renewal, undoUntil }: RenewedProps): Page => {
  const t = words[language]
  return {
    title: t.done,
    kind: 'staff',
    main: (
      <>
        <Notice kind="ok" level={1} title={t.done}>
          <p>
            {t.newCard} <CodeEnd lastFour={card.tail} />. {t.doneText}
          </p>
        </Notice>
        <h2>{t.write}</h2>
        <CardFace
          lines={[
            { label: t.name, value: t.nameByHand },
            { label: t.valid, value: t.until(card.validUntil!) },
            { label: t.childrenOnCard, value: t.amount(card.children) },
          ]}
        />
        <p>{t.nameNote}</p>
        <p>{t.keepOld}</p>
        {undoUntil !== null && <p>{t.undoUntil(undoUntil)}</p>}
        <ButtonRow>
          <LinkButton href={paths.start[language]}>{t.next}</LinkButton>
          <LinkButton href={fill(lifePaths.card[language], { card: card.id })} secondary>
            {t.openNew}
          </LinkButton>
          {undoUntil !== null && (
            <PostButton
              action={fill(paths.undo[language], { renewal })}
              fields={{ revision: String(card.revision) }}
              secondary
            >
              {t.undo}
            </PostButton>
          )}
        </ButtonRow>
      </>
    ),
  }
}

type UndoRefusedProps = { language: Language; renewal: string; problem: string }

export const undoRefusedPage = ({ language, renewal, problem }: UndoRefusedProps): Page => {
  const t = words[language]
  const texts: Record<string, string> = t.undoProblems
  return {
    title: t.undoRefused,
    kind: 'staff',
    main: (
      <>
        <Notice kind="warn" level={1} title={t.undoRefused}>
          <p>{texts[problem] ?? t.undoProblems['undo-changed']}</p>
        </Notice>
        <LinkButton href={fill(paths.renewal[language], { renewal })}>{t.showNew}</LinkButton>
      </>
    ),
  }
}

type RefusedProps = { language: Language; old: OldCard; refusal: RenewalRefusal; today: Day }

/** An old card whose place no new one takes: why, and what can be done instead. */
export const refusedPage = ({ language, old, refusal, today }: RefusedProps): Page => {
  const t = words[language]
  const { title, text } = t.refusals[refusal]
  return {
    title,
    kind: 'staff',
    main: (
      <>
        <Notice kind="info" level={1} title={title}>
          <p>{text}</p>
        </Notice>
        <OldFacts language={language} old={old} today={today} />
        <ButtonRow>
          {refusal === 'replaced' && old.own && old.isRenewed && (
            <LinkButton href={fill(paths.follow[language], { card: old.id })}>{t.showNew}</LinkButton>
          )}
          {refusal === 'not-personal' && (
            <LinkButton href={fill(communityPaths.replace[language], { card: old.id })}>{t.title}</LinkButton>
          )}
          {refusal === 'withdrawn' && <LinkButton href={cardPaths.issue[language]}>{t.lostIssue}</LinkButton>}
          <LinkButton href={paths.start[language]} secondary>
            {t.read}
          </LinkButton>
        </ButtonRow>
      </>
    ),
  }
}

/** The old card was read so long ago that somebody else may have it in hand by now. */
export const stalePage = ({ language }: { language: Language }): Page => {
  const t = words[language]
  return {
    title: t.stale,
    kind: 'staff',
    main: (
      <>
        <Notice kind="info" level={1} title={t.stale}>
          <p>{t.staleText}</p>
        </Notice>
        <LinkButton href={paths.start[language]}>{t.read}</LinkButton>
      </>
    ),
  }
}

/** No card in hand: nothing can be looked up, since no name is kept. */
export const lostPage = ({ language }: { language: Language }): Page => {
  const t = words[language]
  return {
    title: t.isLost,
    kind: 'staff',
    main: (
      <>
        <h1>{t.isLost}</h1>
        <p class="lead">{t.lostLead}</p>
        <ul>
          {t.lostSteps.map((step) => (
            <li>{step}</li>
          ))}
        </ul>
        <ButtonRow>
          <LinkButton href={cardPaths.issue[language]}>{t.lostIssue}</LinkButton>
          <LinkButton href={`${cardPaths.cards[language]}?state=valid`} secondary>
            {t.lostFind}
          </LinkButton>
        </ButtonRow>
      </>
    ),
  }
}

type FollowProps = { language: Language; oldId: number; successor: { id: number; tail: string } }

/** From an old card to the one that took its place, one way. */
export const followPage = ({ language, oldId, successor }: FollowProps): Page => {
  const t = words[language]
  return {
    title: t.followTitle,
    kind: 'staff',
    main: (
      <>
        <Notice kind="info" level={1} title={t.followTitle}>
          <p>
            {t.newCard} <CodeEnd lastFour={successor.tail} />. {t.followNote}
          </p>
        </Notice>
        <ButtonRow>
          <LinkButton href={fill(lifePaths.card[language], { card: successor.id })}>{t.openNew}</LinkButton>
          <LinkButton href={fill(lifePaths.card[language], { card: oldId })} secondary>
            {t.openOld}
          </LinkButton>
        </ButtonRow>
      </>
    ),
  }
}
