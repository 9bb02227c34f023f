import type { Child } from 'hono/jsx'
import { formatDay, formatNumber, type Language } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import { ButtonRow, LinkButton, PostButton } from '../web/components/button.tsx'
import { CardFace } from '../web/components/card-face.tsx'
import { CodeEnd } from '../web/components/code.tsx'
import { Notice } from '../web/components/notice.tsx'
import { SummaryList } from '../web/components/summary-list.tsx'
import { Tag, type TagKind } from '../web/components/tag.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import { paths as wellbeing, words as wellbeingWords } from '../wellbeing/words.ts'
import type { Standing } from './own-queries.ts'
import type { OwnCard } from './queries.ts'
import type { CardRefusal } from './rules.ts'
import { paths, type UndoProblem, words } from './words.ts'

type IssuedProps = {
  language: Language
  card: OwnCard
  /** Why the card does not work today, if it does not. */
  refusal: CardRefusal | null
  /** Null when the registration can no longer be undone. */
  undoUntil: Date | null
}

export const IssuedPage = ({ language, card, refusal, undoUntil }: IssuedProps): Page => {
  const t = words[language]
  const end = <CodeEnd lastFour={card.tail} />
  if (card.state === 'stock')
    return {
      title: t.notRegistered,
      kind: 'staff',
      main: (
        <>
          <Notice kind="info" level={1} title={t.notRegistered}>
            <p>
              {t.card} {end} {t.notRegisteredText}
            </p>
          </Notice>
          <LinkButton href={paths.issue[language]}>{t.title}</LinkButton>
        </>
      ),
    }
  if (refusal !== null) {
    const standing = card.state === 'registered' ? 'expired' : card.state
    return {
      title: t.card,
      kind: 'staff',
      main: (
        <>
          <h1>
            {t.card} {end}
          </h1>
          <CardFacts language={language} card={card} standing={standing} />
          <LinkButton href={paths.cards[language]}>{t.toCards}</LinkButton>
        </>
      ),
    }
  }
  return {
    title: t.done,
    kind: 'staff',
    main: (
      <>
        <Notice kind="ok" level={1} title={t.done}>
          <p>
            {t.card} {end}
          </p>
        </Notice>
        <h2>{t.write}</h2>
        <CardFace
          lines={[
            { label: t.name, value: t.nameByHand },
            { label: t.valid, value: t.until(card.validUntil!) },
            { label: t.childrenOnCard, value: formatNumber(language, card.children) },
          ]}
        />
        <p>{t.nameNote}</p>
        <h2>{t.give}</h2>
        <p>{t.giveText}</p>
        <h2>{t.tell}</h2>
        <ul>
          {t.checklist.map((item) => (
            <li>{item}</li>
          ))}
        </ul>
        <h2>{wellbeingWords[language].title}</h2>
        <p>{wellbeingWords[language].offerText}</p>
        <LinkButton secondary href={fill(wellbeing.ask[language], { card: card.id })}>
          {wellbeingWords[language].offer}
        </LinkButton>
        <h2>{t.andThen}</h2>
        {undoUntil !== null && <p>{t.undoUntil(undoUntil)}</p>}
        <ButtonRow>
          <LinkButton href={paths.issue[language]}>{t.next}</LinkButton>
          {undoUntil !== null && <Undo language={language} card={card} />}
        </ButtonRow>
      </>
    ),
  }
}

/** Undoes the registration that this page shows, and no later one. */
export const Undo = ({ language, card, about }: { language: Language; card: OwnCard; about?: Child }) => (
  <PostButton
    action={fill(paths.undo[language], { card: card.id })}
    fields={{ revision: String(card.revision) }}
    secondary
  >
    {words[language].undo}
    {about}
  </PostButton>
)

const tagKinds: Record<Standing, TagKind> = {
  valid: 'ok',
  expiring: 'wait',
  expired: 'off',
  replaced: 'off',
  lost: 'no',
  withdrawn: 'no',
  stock: 'off',
}
export const StandingTag = ({ language, standing }: { language: Language; standing: Standing }) => (
  <Tag kind={tagKinds[standing]}>{words[language].standings[standing]}</Tag>
)
export const dayOr = (language: Language, day: Day | null) => (day === null ? '–' : formatDay(language, day))

const CardFacts = ({
  language,
  card,
  standing,
}: {
  language: Language
  card: OwnCard
  standing: Standing
}) => {
  const t = words[language]
  return (
    <SummaryList
      rows={[
        { label: t.state, value: <StandingTag language={language} standing={standing} /> },
        { label: t.registered, value: dayOr(language, card.registeredOn) },
        { label: t.validUntil, value: dayOr(language, card.validUntil) },
        { label: t.childrenOnCard, value: formatNumber(language, card.children) },
      ]}
    />
  )
}

type UndoRefusedProps = { language: Language; card: OwnCard; problem: string }

export const UndoRefusedPage = ({ language, card, problem }: UndoRefusedProps): Page => {
  const t = words[language]
  return {
    title: t.undoRefused,
    kind: 'staff',
    main: (
      <>
        <Notice kind="warn" level={1} title={t.undoRefused}>
          <p>{t.undoProblems[problem as UndoProblem]}</p>
        </Notice>
        <p>
          {t.card} <CodeEnd lastFour={card.tail} />. {t.nothingChanged}
        </p>
        <ButtonRow>
          <LinkButton href={fill(paths.issued[language], { card: card.id })}>{t.openCard}</LinkButton>
          <LinkButton href={paths.cards[language]} secondary>
            {t.toCards}
          </LinkButton>
        </ButtonRow>
      </>
    ),
  }
}
