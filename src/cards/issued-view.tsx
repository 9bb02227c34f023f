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
import { Handed, PaperChecked } from './handed-view.tsx'
import { issuePaths, issueWords, type Way } from './issue-words.ts'
import type { Standing } from './own-queries.ts'
import type { OwnCard } from './queries.ts'
import type { CardRefusal } from './rules.ts'
import { paths, type UndoProblem, words } from './words.ts'

type IssuedProps = {
  language: Language
  way: Way
  today: Day
  card: OwnCard
  /** Why the card does not work today, if it does not. */
  refusal: CardRefusal | null
  /** Null when the registration can no longer be undone. */
  undoUntil: Date | null
  /** The municipality that the client's guide is prepared for. */
  guideFor: number
}

export const IssuedPage = (props: IssuedProps): Page => {
  const { language, way, card, refusal } = props
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
    const isPaper = way === 'paper' && card.state === 'registered'
    return {
      title: t.card,
      kind: 'staff',
      main: (
        <>
          <h1>
            {t.card} {end}
          </h1>
          {isPaper && <Notice kind="warn" title={issueWords[language].nowExpired} />}
          <CardFacts language={language} card={card} standing={standing} />
          {isPaper ? <Then {...props} /> : <LinkButton href={paths.cards[language]}>{t.toCards}</LinkButton>}
        </>
      ),
    }
  }
  return DonePage(props)
}

/** The registration is done: what to write, what to tell, the client's guide, and then. */
const DonePage = (props: IssuedProps): Page => {
  const { language, way, card, today } = props
  const t = words[language]
  const p = issueWords[language]
  const done = way === 'practice' ? p.practiceDone : t.done
  return {
    title: done,
    kind: 'staff',
    main: (
      <>
        <Notice kind={way === 'practice' ? 'warn' : 'ok'} level={1} title={done}>
          <p>
            {way === 'practice' && `${p.practiceBar}. `}
            {t.card} <CodeEnd lastFour={card.tail} />
          </p>
        </Notice>
        <h2>{way === 'paper' ? p.compare : t.write}</h2>
        <CardFace
          lines={[
            { label: t.name, value: t.nameByHand },
            ...(way === 'paper' ? [{ label: p.handed, value: formatDay(language, card.registeredOn!) }] : []),
            { label: t.valid, value: t.until(card.validUntil!) },
            { label: t.childrenOnCard, value: formatNumber(language, card.children) },
          ]}
        />
        {way === 'paper' ? (
          <PaperChecked language={language} handedOn={card.registeredOn!} today={today} />
        ) : (
          <Handed language={language} way={way} cardId={card.id} guideFor={props.guideFor} />
        )}
        <Then {...props} />
      </>
    ),
  }
}

/** The next card, or back. */
const Then = ({ language, way, card, undoUntil }: IssuedProps) => {
  const t = words[language]
  const p = issueWords[language]
  const next = {
    desk: { href: paths.issue[language], label: t.next },
    paper: { href: `${issuePaths.paper[language]}?day=${card.registeredOn}`, label: p.nextPaper },
    practice: { href: issuePaths.practice[language], label: p.nextPractice },
  }[way]
  return (
    <>
      <h2>{t.andThen}</h2>
      {undoUntil !== null && <p>{t.undoUntil(undoUntil)}</p>}
      <ButtonRow>
        <LinkButton href={next.href}>{next.label}</LinkButton>
        {way === 'practice' ? (
          <>
            <LinkButton href={`${issuePaths.practice[language]}?undone=yes`} secondary>
              {p.practiceUndo}
            </LinkButton>
            <LinkButton href={paths.issue[language]} secondary>
              {p.endPractice}
            </LinkButton>
          </>
        ) : (
          undoUntil !== null && <Undo language={language} card={card} />
        )}
      </ButtonRow>
    </>
  )
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
