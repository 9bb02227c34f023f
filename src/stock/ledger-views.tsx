import { moment, roleNames } from '../accounts/words.ts'
import { formatNumber, type Language } from '../i18n/translated.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { Button, ButtonRow, LinkButton } from '../web/components/button.tsx'
import { TextField } from '../web/components/field.tsx'
import { sayProblems } from '../web/components/form-page.tsx'
import { Notice } from '../web/components/notice.tsx'
import { ProblemSummary } from '../web/components/problem-summary.tsx'
import { type Column, Table } from '../web/components/table.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import type { Movement, nameRanges } from './ledger-list-queries.ts'
import { cardsIn } from './ledger-rules.ts'
import { paths, words } from './ledger-words.ts'
import { blockReasons, countOf, type Serials } from './rules.ts'
import type { PrintRun } from './run-queries.ts'
import { paths as runPaths, serialsText } from './run-words.ts'

export type NamedRange = Awaited<ReturnType<typeof nameRanges>>[number]

export const rangeQuery = ({ first, last }: Serials) => `?first=${first}&last=${last}`

/** Where cards lie, or lay, in words. */
export const placeText = (
  language: Language,
  { place, area, unit, reason }: Omit<Movement['to'], 'reason'> & { reason?: string | null },
): string => {
  const t = words[language]
  const whose = unit ?? (area === null ? t.centre : t.areaOwn(area))
  if (place === 'made') return t.fromMade
  if (place === 'way') return t.onWay(whose)
  if (place !== 'blocked') return whose
  const why = blockReasons.find((one) => one === reason)
  return t.blocked(whose, why ? t.reasons[why] : null)
}

/** What can be done: with these numbers, or with any. */
export const Actions = ({
  language,
  mayMove,
  at = '',
}: {
  language: Language
  mayMove: boolean
  at?: string
}) => {
  const t = words[language]
  return (
    <ButtonRow>
      {mayMove && <LinkButton href={`${paths.move[language]}${at}`}>{t.move}</LinkButton>}
      <LinkButton secondary href={`${paths.block[language]}${at}`}>
        {t.block}
      </LinkButton>
      {mayMove && (
        <LinkButton secondary href={`${paths.unblock[language]}${at}`}>
          {t.unblock}
        </LinkButton>
      )}
    </ButtonRow>
  )
}

export const Ranges = ({
  language,
  ranges,
  title,
}: {
  language: Language
  ranges: NamedRange[]
  title: string
}) => {
  const t = words[language]
  const columns: Column<NamedRange>[] = [
    {
      label: t.numbers,
      header: true,
      cell: (range) => (
        <a class="nb" href={`${paths.numbers[language]}${rangeQuery(range)}`}>
          {serialsText(language, range)}
        </a>
      ),
    },
    { label: t.count, number: true, cell: (range) => formatNumber(language, countOf(range)) },
    { label: t.cardType, cell: ({ cardType }) => t.types[cardType] },
    { label: t.where, cell: (range) => placeText(language, range) },
  ]
  return (
    <Table id="ranges" caption={title} shape="stack" empty={t.noRanges} rows={ranges} columns={columns} />
  )
}

/** What of some numbers is registered: said before anything is moved. */
export const Given = ({ language, given }: { language: Language; given: readonly Serials[] }) => {
  const t = words[language]
  const cards = cardsIn(given)
  if (cards === 0) return null
  const shown = given.slice(0, 10).map((range) => serialsText(language, range))
  return (
    <Notice kind="info" title={t.given(cards)}>
      <p>{t.givenWhy([...shown, ...(given.length > shown.length ? ['…'] : [])].join(', '))}</p>
    </Notice>
  )
}

type NumbersProps = {
  language: Language
  typed: Typed
  found: {
    serials: Serials
    pieces: NamedRange[]
    given: Serials[]
    movements: Movement[]
    run?: PrintRun
  } | null
  mayMove: boolean
  /** What has just been done with them. */
  done?: string | undefined
  /** What was looked for, when that was a code: its address names no number then. */
  title?: string
}

const whoText = (language: Language, { role, rolePlace }: Movement) =>
  role === null ? words[language].command : [roleNames[language][role], rolePlace].filter(Boolean).join(', ')

const Trace = ({ language, movements }: { language: Language; movements: Movement[] }) => {
  const t = words[language]
  const columns: Column<Movement>[] = [
    { label: t.when, header: true, cell: ({ at }) => moment(language, at) },
    { label: t.numbers, cell: (row) => <span class="nb">{serialsText(language, row)}</span> },
    { label: t.count, number: true, cell: ({ cards }) => formatNumber(language, cards) },
    { label: t.from, cell: ({ from, reason }) => placeText(language, { ...from, reason }) },
    { label: t.to, cell: ({ to, reason }) => placeText(language, { ...to, reason }) },
    { label: t.who, cell: (row) => whoText(language, row) },
  ]
  return (
    <Table id="trace" caption={t.trace} shape="stack" empty={t.noTrace} rows={movements} columns={columns} />
  )
}

/** Some numbers: where the cards are now, and how they came there. */
export const numbersPage = ({ language, typed, found, mayMove, done, title }: NumbersProps): Page => {
  const t = words[language]
  const problems = sayProblems(typed.problems, t.problems)
  const heading = title ?? (found ? `${t.numbers} ${serialsText(language, found.serials)}` : t.number)
  return {
    title: heading,
    kind: 'staff',
    main: (
      <>
        <ProblemSummary language={language} problems={problems.list} />
        <Breadcrumb
          language={language}
          trail={[{ label: t.title, href: paths.stock[language] }]}
          here={heading}
        />
        {done && <Notice kind="ok" title={done} />}
        <h1>{heading}</h1>
        {found ? (
          <>
            {found.run && (
              <p>
                <a href={fill(runPaths.run[language], { run: found.run.id })}>{t.run(found.run.name)}</a>
              </p>
            )}
            <Given language={language} given={found.given} />
            {found.pieces.length > 0 ? (
              <>
                <Ranges language={language} ranges={found.pieces} title={t.lies} />
                <Actions language={language} mayMove={mayMove} at={rangeQuery(found.serials)} />
              </>
            ) : (
              found.given.length === 0 && (
                <Notice kind="info" title={t.nothingHere}>
                  <p>{t.nothingHereWhy}</p>
                </Notice>
              )
            )}
            <Trace language={language} movements={found.movements} />
          </>
        ) : (
          <form method="get" action={paths.numbers[language]} novalidate>
            <TextField
              {...{
                name: 'first',
                label: t.first,
                hint: t.numberHint,
                width: 12,
                numeric: true,
                autocomplete: 'off',
              }}
              value={typed.values.first}
              problem={problems.at('first')}
            />
            <TextField
              {...{
                name: 'last',
                label: t.last,
                hint: t.lastHint,
                width: 12,
                numeric: true,
                autocomplete: 'off',
              }}
              value={typed.values.last}
              problem={problems.at('last')}
            />
            <Button>{t.search}</Button>
          </form>
        )}
      </>
    ),
  }
}
