import { formatNumber, type Language } from '../i18n/translated.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { Button, ButtonRow, LinkButton } from '../web/components/button.tsx'
import { ChipGroup } from '../web/components/choices.tsx'
import { Select, TextField } from '../web/components/field.tsx'
import { sayProblems } from '../web/components/form-page.tsx'
import { ProblemSummary } from '../web/components/problem-summary.tsx'
import { SummaryList } from '../web/components/summary-list.tsx'
import type { Page } from '../web/page.ts'
import type { Typed } from '../web/visit.ts'
import type { Choice } from './ledger-list-queries.ts'
import { cardsIn } from './ledger-rules.ts'
import { Given, type NamedRange, placeText } from './ledger-views.tsx'
import { paths, words } from './ledger-words.ts'
import { blockReasons, countOf, type Serials } from './rules.ts'
import { cardsText, serialsText } from './run-words.ts'

/** What is done with some numbers. Each is chosen on one page and confirmed on the next, at the same address. */
export type Step = 'move' | 'block' | 'unblock'

/** The words of each step, by what they say. */
const sayOf = (language: Language, step: Step) => {
  const t = words[language]
  return {
    move: {
      title: t.move,
      lead: t.moveLead,
      check: t.moveCheck,
      sum: t.moves,
      button: t.moveButton,
      note: t.moveWay,
    },
    block: {
      title: t.block,
      lead: t.blockLead,
      check: t.blockCheck,
      sum: t.blocks,
      button: t.blockButton,
      note: t.blockUndo,
    },
    unblock: {
      title: t.unblock,
      lead: t.unblockLead,
      check: t.unblockCheck,
      sum: t.unblocks,
      button: t.unblockButton,
      note: null,
    },
  }[step]
}

const trailOf = (language: Language) => [{ label: words[language].title, href: paths.stock[language] }]

type ChooseProps = { language: Language; step: Step; typed: Typed; receivers: Choice[] }

/** Which numbers, and where to or why. Sent with GET: nothing happens before it is confirmed. */
export const choosePage = ({ language, step, typed, receivers }: ChooseProps): Page => {
  const t = words[language]
  const say = sayOf(language, step)
  const problems = sayProblems(typed.problems, t.problems)
  const number = { width: 12, numeric: true, autocomplete: 'off' } as const
  return {
    title: say.title,
    kind: 'staff',
    main: (
      <>
        <ProblemSummary language={language} problems={problems.list} />
        <Breadcrumb language={language} trail={trailOf(language)} here={say.title} />
        <h1>{say.title}</h1>
        <p>{say.lead}</p>
        <form method="get" action={paths[step][language]} novalidate>
          <TextField
            {...number}
            name="first"
            label={t.first}
            hint={t.numberHint}
            value={typed.values.first}
            problem={problems.at('first')}
          />
          <TextField
            {...number}
            name="last"
            label={t.last}
            hint={t.lastHint}
            value={typed.values.last}
            problem={problems.at('last')}
          />
          {step === 'move' && (
            <Select
              name="to"
              label={t.moveTo}
              value={typed.values.to}
              problem={problems.at('to')}
              options={[
                { value: '', label: t.choose },
                ...receivers.map(({ key, name }) => ({ value: key, label: name })),
              ]}
            />
          )}
          {step === 'block' && (
            <ChipGroup
              name="reason"
              label={t.blockReason}
              value={typed.values.reason}
              problem={problems.at('reason')}
              choices={blockReasons.map((value) => ({ value, label: t.reasonChoices[value] }))}
            />
          )}
          <Button name="review" value="1">
            {t.review}
          </Button>
        </form>
      </>
    ),
  }
}

type ConfirmProps = {
  language: Language
  step: Step
  serials: Serials
  pieces: NamedRange[]
  given: Serials[]
  /** Where to, or why, as it was chosen and in words. */
  choice: { name: 'to' | 'reason'; value: string; label: string } | null
  /** Whether the cards first have to be received there. */
  goesByWay: boolean
  expected: string
  typed: Typed
}

const mostPieces = 20

/** Exactly what will happen, before it does. */
export const confirmPage = (props: ConfirmProps): Page => {
  const { language, step, serials, pieces, given, choice, goesByWay, expected, typed } = props
  const t = words[language]
  const say = sayOf(language, step)
  const fields = {
    first: String(serials.first),
    last: String(serials.last),
    ...(choice ? { [choice.name]: choice.value } : {}),
  }
  const back = `${paths[step][language]}?${new URLSearchParams(fields)}`
  return {
    title: say.check,
    kind: 'staff',
    main: (
      <>
        <ProblemSummary language={language} problems={sayProblems(typed.problems, t.problems).list} />
        <Breadcrumb language={language} trail={trailOf(language)} here={say.check} />
        <h1>{say.check}</h1>
        <p class="lead">{say.sum(cardsText[language](cardsIn(pieces)))}</p>
        <Given language={language} given={given} />
        <SummaryList
          rows={[
            { label: t.numbers, value: serialsText(language, serials) },
            {
              label: t.origin,
              value: (
                <ul>
                  {pieces.slice(0, mostPieces).map((piece) => (
                    <li>
                      {`${serialsText(language, piece)} (${formatNumber(language, countOf(piece))}): ${placeText(language, piece)}`}
                    </li>
                  ))}
                  {pieces.length > mostPieces && <li>…</li>}
                </ul>
              ),
            },
            ...(choice ? [{ label: choice.name === 'to' ? t.to : t.reason, value: choice.label }] : []),
          ]}
        />
        {say.note && (step !== 'move' || goesByWay) && <p>{say.note}</p>}
        <form method="post" action={paths[step][language]}>
          {Object.entries({ ...fields, expected }).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <ButtonRow>
            <Button>{say.button}</Button>
            <LinkButton href={back} secondary>
              {t.changeChoice}
            </LinkButton>
          </ButtonRow>
        </form>
      </>
    ),
  }
}
