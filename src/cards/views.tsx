import type { Child } from 'hono/jsx'
import { commonWords } from '../i18n/common-words.ts'
import { formatDay, formatNumber, formatTime, type Language } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import { looksLikeIdentityCode } from '../lib/identity-code.ts'
import { WithAside } from '../web/components/aside.tsx'
import { Button, ButtonRow, LinkButton, PostButton } from '../web/components/button.tsx'
import { CardFace } from '../web/components/card-face.tsx'
import { Checkbox, ChipGroup, Fieldset } from '../web/components/choices.tsx'
import { CodeEnd } from '../web/components/code.tsx'
import { Empty } from '../web/components/empty.tsx'
import { CodeField, NumberField } from '../web/components/field.tsx'
import { Kpis } from '../web/components/kpis.tsx'
import { Notice } from '../web/components/notice.tsx'
import { Pagination } from '../web/components/pagination.tsx'
import { ProblemSummary } from '../web/components/problem-summary.tsx'
import { SummaryList } from '../web/components/summary-list.tsx'
import { type Column, Table } from '../web/components/table.tsx'
import { Tag, type TagKind } from '../web/components/tag.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import { acceptedCode, type FieldName, fieldNames } from './forms.ts'
import type { CardFilter, ListedCard, OwnCard, Standing } from './queries.ts'
import { type CardRefusal, genders, lifeSituations, type Policy } from './rules.ts'
import { type Problem, paths, type UndoProblem, words } from './words.ts'

type Unit = { name: string; placeFi: string; placeSv: string | null }
const UnitLine = ({ unit, language }: { unit: Unit; language: Language }) => (
  <p class="who">{`${unit.name}, ${language === 'sv' ? (unit.placeSv ?? unit.placeFi) : unit.placeFi}`}</p>
)

type IssueProps = {
  language: Language
  typed: Typed
  unit: Unit
  policy: Policy
  latestBirthYear: number
  /** Set when the card was issued already. */
  issuedOn: Day | null
  /** A card of the unit's own stock whose code differs by one character. */
  meant: string | null
  /** The end of the code of a card just put back in stock. */
  undone: string | null
}

export const IssuePage = (props: IssueProps): Page => {
  const { language, typed, unit, policy, latestBirthYear, issuedOn, undone } = props
  const t = words[language]
  const sentences = t.problems({ ...policy, latestBirthYear, issuedOn })
  const say = (name: string) => {
    const slug = typed.problems[name]
    return slug === undefined ? undefined : sentences[slug as Problem]
  }
  const problems = ['', ...fieldNames].flatMap((name) => {
    const text = say(name)
    return text === undefined ? [] : [{ name, text }]
  })
  return {
    title: t.title,
    main: (
      <>
        <ProblemSummary language={language} problems={problems} />
        {undone !== null && (
          <Notice kind="ok" title={t.undone}>
            <p>
              {t.card} <CodeEnd lastFour={undone} /> {t.undoneText}
            </p>
          </Notice>
        )}
        <UnitLine unit={unit} language={language} />
        <h1>{t.title}</h1>
        <WithAside title={t.goodToKnow} aside={t.advice.map((text) => <p>{text}</p>)}>
          <form method="post" action={paths.issue[language]} novalidate>
            <Questions {...props} problem={say} />
            <Button>{t.submit}</Button>
          </form>
        </WithAside>
      </>
    ),
  }
}

const amounts = ['0', '1', '2', '3', '4', '5'].map((value) => ({ value, label: value }))

/** What was typed comes back, except a personal identity code: that is shown nowhere. */
const echo = (values: Typed['values'], name: string) => {
  const value = values[name] ?? ''
  return looksLikeIdentityCode(value) ? '' : value
}

const Questions = (props: IssueProps & { problem: (name: FieldName) => string | undefined }) => {
  const { language, typed, policy, meant, problem } = props
  const t = words[language]
  const { optional, otherAmount, howMany } = commonWords[language]
  const shown = (name: string) => echo(typed.values, name)
  const isNew = Object.keys(typed.values).length === 0
  const isUnclear = typed.problems.children === 'children-unclear'
  const skip = { value: '', label: t.skip }
  return (
    <>
      <CodeField
        name="code"
        label={t.code}
        hint={t.codeHint}
        value={acceptedCode({ code: shown('code'), meant: shown('meant') })}
        problem={problem('code')}
        first={isNew}
      />
      {meant !== null && (
        <Checkbox name="meant" value={meant} label={t.didYouMean(meant)} hint={t.didYouMeanHint} />
      )}
      <Fieldset name="consent-question" label={t.consentTitle} hint={t.consentHint}>
        <p class="lead">{t.consentSay(policy.childAge)}</p>
        <Checkbox
          name="consent"
          label={t.consent}
          checked={typed.values.consent === 'yes'}
          problem={problem('consent')}
        />
      </Fieldset>
      <NumberField
        name="birthYear"
        label={t.birthYear}
        hint={t.birthYearHint}
        value={shown('birthYear')}
        problem={problem('birthYear')}
      />
      <NumberField
        name="postalCode"
        label={t.postalCode}
        hint={t.postalCodeHint}
        width={6}
        value={shown('postalCode')}
        problem={problem('postalCode')}
      />
      <ChipGroup
        name="children"
        label={t.children(policy.childAge)}
        hint={t.childrenHint}
        choices={amounts}
        value={isNew ? '0' : isUnclear ? undefined : shown('children')}
        other={{
          label: otherAmount,
          name: 'childrenOther',
          numberLabel: howMany,
          number: isUnclear ? '' : shown('childrenOther'),
        }}
        problem={problem('children')}
      />
      <ChipGroup
        name="lifeSituation"
        label={t.life}
        optional={optional}
        choices={[...lifeSituations.map((value) => ({ value, label: t.lives[value] })), skip]}
        value={shown('lifeSituation')}
        problem={problem('lifeSituation')}
      />
      <ChipGroup
        name="gender"
        label={t.gender}
        optional={optional}
        choices={[...genders.map((value) => ({ value, label: t.genders[value] })), skip]}
        value={shown('gender')}
        problem={problem('gender')}
      />
    </>
  )
}

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
        <h2>{t.then}</h2>
        {undoUntil !== null && <p>{t.undoUntil(undoUntil)}</p>}
        <ButtonRow>
          <LinkButton href={paths.issue[language]}>{t.next}</LinkButton>
          {undoUntil !== null && <Undo language={language} card={card} />}
        </ButtonRow>
      </>
    ),
  }
}

const Undo = ({ language, card, about }: { language: Language; card: OwnCard; about?: Child }) => (
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
const StandingTag = ({ language, standing }: { language: Language; standing: Standing }) => (
  <Tag kind={tagKinds[standing]}>{words[language].standings[standing]}</Tag>
)
const dayOr = (language: Language, day: Day | null) => (day === null ? '–' : formatDay(language, day))

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

type Row = ListedCard & { canUndo: boolean }
type CardsProps = {
  language: Language
  unit: Unit
  counts: Record<Standing, number>
  filter: CardFilter
  cards: Row[]
  page: number
  pages: number
}

export const CardsPage = ({ language, unit, counts, filter, cards, page, pages }: CardsProps): Page => {
  const t = words[language]
  const figure = (label: string, value: number) => ({ label, value: formatNumber(language, value) })
  const isEmpty = filter === 'issued' && cards.length === 0
  return {
    title: t.cards,
    main: (
      <>
        <UnitLine unit={unit} language={language} />
        <h1>{t.cards}</h1>
        <Kpis
          figures={[
            figure(t.inStock, counts.stock),
            figure(t.validNow, counts.valid + counts.expiring),
            figure(t.expiringSoon, counts.expiring),
          ]}
        />
        <form method="get" action={paths.cards[language]}>
          <ChipGroup
            name="state"
            label={t.filter}
            choices={Object.entries(t.filters).map(([value, label]) => ({ value, label }))}
            value={filter}
          />
          <Button secondary>{t.show}</Button>
        </form>
        {isEmpty ? (
          <Empty title={t.noCards}>
            <p>{t.noCardsText}</p>
            <LinkButton href={paths.issue[language]}>{t.title}</LinkButton>
          </Empty>
        ) : (
          <CardTable language={language} filter={filter} cards={cards} />
        )}
        <Pagination
          language={language}
          page={page}
          pages={pages}
          href={(number) => `${paths.cards[language]}?state=${filter}&page=${number}`}
        />
      </>
    ),
  }
}

const CardTable = ({ language, filter, cards }: { language: Language; filter: CardFilter; cards: Row[] }) => {
  const t = words[language]
  const columns: Column<Row>[] = [
    {
      label: t.card,
      header: true,
      cell: (card) => (
        <>
          <a href={fill(paths.issued[language], { card: card.id })}>
            <CodeEnd lastFour={card.tail} />
          </a>
          {card.type === 'community' && <div>{t.community}</div>}
        </>
      ),
    },
    { label: t.state, cell: ({ standing }) => <StandingTag language={language} standing={standing} /> },
    {
      label: t.registered,
      cell: (card) => (
        <>
          {dayOr(language, card.registeredOn)}
          {card.canUndo && (
            <Undo language={language} card={card} about={<span class="vh"> •••{card.tail}</span>} />
          )}
        </>
      ),
    },
    { label: t.validUntil, cell: ({ validUntil }) => dayOr(language, validUntil) },
    {
      label: t.childrenOnCard,
      number: true,
      cell: (card) => (card.state === 'stock' ? '–' : formatNumber(language, card.children)),
    },
  ]
  return (
    <Table
      id="cards"
      caption={t.filters[filter]}
      shape="stack"
      columns={columns}
      rows={cards}
      empty={t.noneInState}
    />
  )
}
