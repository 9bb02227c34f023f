import { formatDay, type Language } from '../i18n/translated.ts'
import { dayOf } from '../lib/dates.ts'
import { LinkButton } from '../web/components/button.tsx'
import { ChipGroup } from '../web/components/choices.tsx'
import { Empty } from '../web/components/empty.tsx'
import { NumberField, TextField } from '../web/components/field.tsx'
import { formPage, sayProblems } from '../web/components/form-page.tsx'
import { recordPage } from '../web/components/record-page.tsx'
import { SummaryList } from '../web/components/summary-list.tsx'
import { type Column, Table } from '../web/components/table.tsx'
import { Tag, type TagKind } from '../web/components/tag.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import { cardTypes, countOf } from './rules.ts'
import type { PrintRun } from './run-queries.ts'
import { keptUntil, partsOf, type RunState, runState } from './run-rules.ts'
import { cardsText, paths, serialsText, words } from './run-words.ts'

const kinds: Record<RunState, TagKind> = {
  imported: 'off',
  printing: 'wait',
  printed: 'ok',
  forgotten: 'off',
}

const StateTag = ({ language, run }: { language: Language; run: PrintRun }) => {
  const state = runState(run)
  return <Tag kind={kinds[state]}>{words[language].states[state]}</Tag>
}

const toList = (language: Language) => ({ label: words[language].title, href: paths.runs[language] })
const addressOf = (language: Language, { id }: { id: number }) => fill(paths.run[language], { run: id })
const dayIn = (language: Language, at: Date) => formatDay(language, dayOf(at))

export const runsPage = (language: Language, runs: PrintRun[]): Page => {
  const t = words[language]
  const make = <LinkButton href={paths.make[language]}>{t.make}</LinkButton>
  const columns: Column<PrintRun>[] = [
    { label: t.name, header: true, cell: (run) => <a href={addressOf(language, run)}>{run.name}</a> },
    { label: t.serials, cell: (run) => <span class="nb">{serialsText(language, run)}</span> },
    { label: t.kind, cell: ({ cardType }) => t.typeOf[cardType] },
    { label: t.made, cell: ({ madeAt }) => dayIn(language, madeAt) },
    { label: t.state, cell: (run) => <StateTag language={language} run={run} /> },
  ]
  return {
    title: t.title,
    kind: 'staff',
    main: (
      <>
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
        {runs.length === 0 ? (
          <Empty title={t.none}>
            <p>{t.noneWhy}</p>
            {make}
          </Empty>
        ) : (
          <>
            <p>{make}</p>
            <Table id="runs" caption={t.title} shape="stack" empty={t.none} rows={runs} columns={columns} />
          </>
        )}
      </>
    ),
  }
}

export const makeRunPage = (language: Language, typed: Typed): Page => {
  const t = words[language]
  const problems = sayProblems(typed.problems, t.problems)
  return formPage({
    language,
    title: t.make,
    trail: [toList(language)],
    lead: t.lead,
    action: paths.make[language],
    problems: problems.list,
    button: t.make,
    children: (
      <>
        <ChipGroup
          name="cardType"
          label={t.cardType}
          value={typed.values.cardType ?? 'personal'}
          problem={problems.at('cardType')}
          choices={cardTypes.map((value) => ({ value, label: t.types[value] }))}
        />
        <NumberField
          name="cards"
          label={t.cards}
          hint={t.cardsHint}
          width={6}
          value={typed.values.cards}
          problem={problems.at('cards')}
        />
        <TextField
          name="name"
          label={t.name}
          hint={t.nameHint}
          width={24}
          autocomplete="off"
          value={typed.values.name}
          problem={problems.at('name')}
        />
      </>
    ),
  })
}

/** The files, while the codes can be had; a large run has its sheets in several. */
const Files = ({ language, run }: { language: Language; run: PrintRun }) => {
  const t = words[language]
  const at = { run: run.id }
  const sheets = fill(paths.sheets[language], at)
  return (
    <>
      <h2>{t.files}</h2>
      <p>{t.filesWhy(dayIn(language, keptUntil(run.madeAt)))}</p>
      <ul>
        {partsOf(run).map((part, index) => (
          <li>
            <a href={index === 0 ? sheets : `${sheets}?part=${index + 1}`}>
              {t.sheets(serialsText(language, part))}
            </a>
          </li>
        ))}
      </ul>
      <p>{t.sheetsWhy}</p>
      <ul>
        <li>
          <a href={fill(paths.list[language], at)}>{t.list}</a>
        </li>
      </ul>
      <p>{t.listWhy}</p>
      <p>
        <LinkButton secondary href={fill(paths.printed[language], at)}>
          {t.mark}
        </LinkButton>
      </p>
    </>
  )
}

const factsOf = (language: Language, run: PrintRun) => {
  const t = words[language]
  return [
    { label: t.state, value: <StateTag language={language} run={run} /> },
    { label: t.serials, value: serialsText(language, run) },
    { label: t.count, value: cardsText[language](countOf(run)) },
    { label: t.kind, value: t.typeOf[run.cardType] },
    { label: t.made, value: dayIn(language, run.madeAt) },
    ...(run.printedAt ? [{ label: t.printedOn, value: dayIn(language, run.printedAt) }] : []),
  ]
}

export const runPage = (language: Language, run: PrintRun, done: string | undefined): Page => {
  const t = words[language]
  return recordPage({
    language,
    trail: [toList(language)],
    title: run.name,
    done,
    notices: run.hasSeed ? [] : [{ kind: 'info', title: t.noFiles, text: t.noFilesWhy }],
    rows: factsOf(language, run),
    actions: [],
    children: run.hasSeed && <Files language={language} run={run} />,
  })
}

/** Hard to undo: asked once more, with what it is about. */
export const printedPage = (language: Language, run: PrintRun, typed: Typed): Page => {
  const t = words[language]
  return formPage({
    language,
    title: t.markTitle,
    trail: [toList(language), { label: run.name, href: addressOf(language, run) }],
    lead: t.markWhy,
    action: fill(paths.printed[language], { run: run.id }),
    problems: sayProblems(typed.problems, t.problems).list,
    button: t.mark,
    children: <SummaryList rows={factsOf(language, run)} />,
  })
}
