import { standingOn } from '../cards/life-rules.ts'
import { lifePaths } from '../cards/life-words.ts'
import type { OwnCard } from '../cards/queries.ts'
import { words as cardWords } from '../cards/words.ts'
import { formatDay, formatNumber, type Language } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import { looksLikeIdentityCode } from '../lib/identity-code.ts'
import { WithAside } from '../web/components/aside.tsx'
import { Button, LinkButton, PostButton } from '../web/components/button.tsx'
import { CodeEnd } from '../web/components/code.tsx'
import { CodeField } from '../web/components/field.tsx'
import { formPage, sayProblems } from '../web/components/form-page.tsx'
import { Notice } from '../web/components/notice.tsx'
import { ProblemSummary } from '../web/components/problem-summary.tsx'
import { type Column, Table } from '../web/components/table.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import { paths, words } from './words.ts'

/** The sentence of each problem: of the code and the place as everywhere, of a community card its own. */
const textsIn = (language: Language): Record<string, string> => ({
  ...cardWords[language].problems({ minimumAge: 0, maximumChildren: 0, latestBirthYear: 0, issuedOn: null }),
  ...words[language].problems,
})

const echo = (value = '') => (looksLikeIdentityCode(value) ? '' : value)

type FieldProps = { language: Language; typed: Typed; problem: string | undefined }
const TheCode = ({ language, typed, problem }: FieldProps) => (
  <CodeField
    name="code"
    label={words[language].code}
    hint={words[language].codeHint}
    value={echo(typed.values.code)}
    problem={problem}
  />
)

type ListProps = {
  language: Language
  typed: Typed
  unit: { name: string }
  cards: OwnCard[]
  today: Day
  /** Under this age a client comes along with the card. */
  clientAge: number
  /** Taken into use a moment ago. */
  taken: OwnCard | null
  undoUntil: Date | null
  isUndone: boolean
}

export const listPage = (props: ListProps): Page => {
  const { language, typed, clientAge, taken, isUndone } = props
  const t = words[language]
  const said = sayProblems(typed.problems, textsIn(language))
  return {
    title: t.title,
    kind: 'staff',
    main: (
      <>
        <ProblemSummary language={language} problems={said.list} />
        {isUndone && (
          <Notice kind="ok" title={t.undone}>
            <p>{t.undoneText}</p>
          </Notice>
        )}
        {taken && <Taken {...props} card={taken} />}
        <h1>{t.title}</h1>
        <p>{t.lead}</p>
        <CommunityTable {...props} />
        <h2>{t.take}</h2>
        <WithAside
          title={cardWords[language].goodToKnow}
          aside={t.rules(clientAge).map((text) => <p>{text}</p>)}
        >
          <form method="post" action={paths.list[language]} novalidate>
            <TheCode language={language} typed={typed} problem={said.at('code')} />
            <Button>{t.takeButton}</Button>
          </form>
        </WithAside>
      </>
    ),
  }
}

const Taken = ({ language, card, unit, undoUntil }: ListProps & { card: OwnCard }) => {
  const t = words[language]
  return (
    <Notice kind="ok" title={t.taken}>
      <p>
        {t.card} <CodeEnd lastFour={card.tail} />. {t.write(unit.name, card.validUntil!)}
      </p>
      {undoUntil !== null && (
        <>
          <p>{t.undoUntil(undoUntil)}</p>
          <PostButton
            action={fill(paths.undo[language], { card: card.id })}
            fields={{ revision: String(card.revision) }}
            secondary
          >
            {t.undo}
          </PostButton>
        </>
      )}
    </Notice>
  )
}

const CommunityTable = ({ language, cards, today }: ListProps) => {
  const t = words[language]
  const day = (value: Day | null) => (value === null ? '–' : formatDay(language, value))
  const columns: Column<OwnCard>[] = [
    {
      label: t.card,
      header: true,
      cell: (card) => (
        <a href={fill(lifePaths.card[language], { card: card.id })}>
          <CodeEnd lastFour={card.tail} />
        </a>
      ),
    },
    { label: t.state, cell: (card) => cardWords[language].standings[standingOn(card, today)] },
    { label: t.takenOn, cell: ({ registeredOn }) => day(registeredOn) },
    { label: t.validUntil, cell: ({ validUntil }) => day(validUntil) },
    { label: t.uses, number: true, cell: ({ uses }) => formatNumber(language, uses) },
  ]
  return <Table id="community" caption={t.own} shape="stack" columns={columns} rows={cards} empty={t.none} />
}

type ReplaceProps = { language: Language; typed: Typed; card: OwnCard; today: Day }

export const replacePage = ({ language, typed, card }: ReplaceProps): Page => {
  const t = words[language]
  const said = sayProblems(typed.problems, textsIn(language))
  return formPage({
    language,
    title: t.replace,
    trail: [
      { label: t.title, href: paths.list[language] },
      { label: t.open, href: fill(lifePaths.card[language], { card: card.id }) },
    ],
    lead: (
      <>
        {t.card} <CodeEnd lastFour={card.tail} />. {t.replaceLead}
      </>
    ),
    action: fill(paths.replace[language], { card: card.id }),
    problems: said.list,
    button: t.replaceButton,
    children: <TheCode language={language} typed={typed} problem={said.at('code')} />,
  })
}

type UndoRefusedProps = { language: Language; card: OwnCard; problem: string }

export const undoRefusedPage = ({ language, card, problem }: UndoRefusedProps): Page => {
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
        <LinkButton href={fill(lifePaths.card[language], { card: card.id })}>{t.open}</LinkButton>
      </>
    ),
  }
}
