import { paths as communityPaths, words as communityWords } from '../community-cards/words.ts'
import { paths as consents } from '../consents/words.ts'
import { formatNumber, type Language } from '../i18n/translated.ts'
import { paths as renewalPaths } from '../renewals/words.ts'
import { paths as subjectAccess } from '../subject-access/words.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { ButtonRow, LinkButton, PostButton } from '../web/components/button.tsx'
import { CodeEnd } from '../web/components/code.tsx'
import { Notice } from '../web/components/notice.tsx'
import { SummaryList, type SummaryRow } from '../web/components/summary-list.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import { paths as wellbeing } from '../wellbeing/words.ts'
import { History } from './history-view.tsx'
import { dayOr, StandingTag, Undo } from './issued-view.tsx'
import type { CardEvent } from './life-queries.ts'
import { type Background, type ClosedBy, closings, type Standing } from './life-rules.ts'
import { lifePaths, lifeWords } from './life-words.ts'
import type { OwnCard } from './queries.ts'
import type { Gender, LifeSituation, Policy } from './rules.ts'
import { paths, words } from './words.ts'

type CardProps = {
  language: Language
  card: OwnCard
  standing: Standing
  /** What the register says of the holder; null for a community card, which has none. */
  background: Background | null
  policy: Policy
  /** The rules of the registration day, in sentences: yesterday's rule explains what was decided then. */
  rules: string[]
  closing: ClosedBy | null
  /** Null when the closing can no longer be undone. */
  reopenUntil: Date | null
  canUndo: boolean
  events: CardEvent[]
  /** What has just been done, as the address says. */
  done: string | null
}

/** Everything that the unit knows of one of its cards, and what can be done with it. */
export const cardPage = (props: CardProps): Page => {
  const { language, card, background } = props
  const t = lifeWords[language]
  return {
    title: `${t.card} •••${card.tail}`,
    kind: 'staff',
    main: (
      <>
        <Breadcrumb
          language={language}
          trail={[{ label: words[language].cards, href: paths.cards[language] }]}
          here={`${t.card} •••${card.tail}`}
        />
        <Done {...props} />
        <h1>
          {t.card} <CodeEnd lastFour={card.tail} />
        </h1>
        {card.type === 'community' && <p>{words[language].community}</p>}
        <SummaryList
          rows={[...cardRows(props), ...(background ? holderRows({ ...props, background }) : [])]}
        />
        <h2>{t.canDo}</h2>
        <Deeds {...props} />
        {background && card.state !== 'stock' && <Sections language={language} card={card} />}
        <History {...props} />
      </>
    ),
  }
}

const Done = ({ language, card, done, reopenUntil }: CardProps) => {
  const t = lifeWords[language]
  const isClosed = card.state === 'lost' || card.state === 'withdrawn'
  if (isClosed && (done === 'closed' || reopenUntil !== null))
    return (
      <Notice kind="ok" title={t.closed}>
        <p>{t.closedText}</p>
        {reopenUntil !== null && (
          <>
            <p>{t.reopenUntil(reopenUntil)}</p>
            <PostButton
              action={fill(lifePaths.reopen[language], { card: card.id })}
              fields={{ revision: String(card.revision) }}
              secondary
            >
              {card.state === 'lost' ? t.found : t.reopen}
            </PostButton>
          </>
        )}
      </Notice>
    )
  if (card.state !== 'registered') return null
  if (done === 'reopened') return <Notice kind="ok" title={t.reopened} />
  if (done === 'unchanged') return <Notice kind="info" title={t.nothingChanged} />
  if (done === 'corrected') return <Notice kind="ok" title={t.corrected} />
  if (done !== 'children') return null
  return (
    <Notice kind="ok" title={t.corrected}>
      <p>{t.correctedText(card.children)}</p>
    </Notice>
  )
}

const Rules = ({ language, policy, rules }: CardProps) => (
  <details>
    <summary>{lifeWords[language].ruleOf(policy.validFrom)}</summary>
    {rules.map((sentence) => (
      <p>{sentence}</p>
    ))}
  </details>
)

const cardRows = (props: CardProps): SummaryRow[] => {
  const { language, card, standing, closing } = props
  const t = lifeWords[language]
  const why = closings.find((name) => name === closing?.reason)
  const isWithdrawn = card.state === 'withdrawn' && why !== undefined
  return [
    { label: t.state, value: <StandingTag language={language} standing={standing} /> },
    {
      label: card.type === 'community' ? t.takenIntoUse : t.registered,
      value: dayOr(language, card.registeredOn),
    },
    { label: t.validUntil, value: dayOr(language, card.validUntil) },
    ...(card.closedOn === null ? [] : [{ label: t.closedOn, value: dayOr(language, card.closedOn) }]),
    ...(isWithdrawn ? [{ label: t.reason, value: t.closings[why] }] : []),
    { label: t.uses, value: formatNumber(language, card.uses) },
    ...(card.registeredOn === null ? [] : [{ label: t.rule, value: <Rules {...props} /> }]),
  ]
}

/** What the register says of the holder. The number of children is what is put right most: one tap leads there. */
const holderRows = ({
  language,
  card,
  background,
  policy,
}: CardProps & { background: Background }): SummaryRow[] => {
  if (card.state === 'stock') return []
  const t = lifeWords[language]
  const w = words[language]
  const href = fill(lifePaths.correct[language], { card: card.id })
  const change = card.state === 'registered' ? (about: string) => ({ href, label: t.change, about }) : null
  const row = (label: string, value: string): SummaryRow => ({
    label,
    value,
    ...(change && { change: change(label.toLowerCase()) }),
  })
  return [
    row(t.children(policy.childAge), formatNumber(language, background.children)),
    row(t.postalCode, background.postalCode ?? t.noData),
    row(t.birthYear, background.birthYear === null ? t.noData : String(background.birthYear)),
    row(
      t.life,
      background.lifeSituation === null ? t.noAnswer : w.lives[background.lifeSituation as LifeSituation],
    ),
    row(t.gender, background.gender === null ? t.noAnswer : w.genders[background.gender as Gender]),
  ]
}

/** What can be done now, the most usual first. */
const Deeds = ({ language, card, canUndo }: CardProps) => {
  const t = lifeWords[language]
  const at = { card: card.id }
  const isOpen = card.state === 'registered'
  const isRenewable = isOpen || card.state === 'lost'
  return (
    <ButtonRow>
      {isRenewable && card.type === 'personal' && (
        <PostButton action={renewalPaths.start[language]} fields={{ card: String(card.id) }}>
          {t.renew}
        </PostButton>
      )}
      {isRenewable && card.type === 'community' && (
        <LinkButton href={fill(communityPaths.replace[language], at)}>{t.renew}</LinkButton>
      )}
      {card.state === 'replaced' && (
        <LinkButton href={fill(renewalPaths.follow[language], at)}>{t.showNew}</LinkButton>
      )}
      {card.state === 'stock' && (
        <LinkButton href={paths.issue[language]}>{words[language].title}</LinkButton>
      )}
      {isOpen && card.type === 'personal' && (
        <LinkButton href={fill(lifePaths.correct[language], at)} secondary>
          {t.correct}
        </LinkButton>
      )}
      {isOpen && (
        <>
          <LinkButton href={`${fill(lifePaths.close[language], at)}?reason=lost`} secondary>
            {t.lost}
          </LinkButton>
          <LinkButton href={fill(lifePaths.close[language], at)} secondary>
            {t.withdraw}
          </LinkButton>
        </>
      )}
      {isOpen && card.type === 'personal' && (
        <LinkButton href={fill(paths.issued[language], at)} secondary>
          {t.asIssued}
        </LinkButton>
      )}
      {canUndo && card.type === 'personal' && <Undo language={language} card={card} />}
      {canUndo && card.type === 'community' && (
        <PostButton
          action={fill(communityPaths.undo[language], at)}
          fields={{ revision: String(card.revision) }}
          secondary
        >
          {communityWords[language].undo}
        </PostButton>
      )}
    </ButtonRow>
  )
}

/** What else can be seen and done of one personal card, each on pages of its own. */
const sectionPaths = { consents: consents.consents, wellbeing: wellbeing.ask, subject: subjectAccess.subject }

const Sections = ({ language, card }: { language: Language; card: OwnCard }) => {
  const t = lifeWords[language]
  return (
    <>
      <h2>{t.more}</h2>
      <ul>
        {(['consents', 'wellbeing', 'subject'] as const).map((section) => (
          <li>
            <a href={fill(sectionPaths[section][language], { card: card.id })}>{t.sections[section]}</a>
          </li>
        ))}
      </ul>
    </>
  )
}
