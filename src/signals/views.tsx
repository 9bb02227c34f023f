import { contactsPath } from '../contacts/words.ts'
import { formatDay, type Language } from '../i18n/translated.ts'
import { dayOf } from '../lib/dates.ts'
import { municipalityName } from '../network/rules.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { Button, ButtonRow, LinkButton, PostButton } from '../web/components/button.tsx'
import { ChipGroup } from '../web/components/choices.tsx'
import { TextField } from '../web/components/field.tsx'
import { sayProblems } from '../web/components/form-page.tsx'
import { Notice } from '../web/components/notice.tsx'
import { ProblemSummary } from '../web/components/problem-summary.tsx'
import { SummaryList } from '../web/components/summary-list.tsx'
import { Tag, type TagKind } from '../web/components/tag.tsx'
import { TextArea } from '../web/components/text-area.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import { explain } from './explain-words.ts'
import type { Signal } from './queries.ts'
import { decisions, isStanding, type State } from './rules.ts'
import { paths, words } from './words.ts'

const tags: Record<State, TagKind> = {
  ...{ open: 'wait', watched: 'wait', explained: 'ok', 'followed-up': 'ok', lapsed: 'off' },
}

export const StateTag = ({ language, state }: { language: Language; state: State }) => (
  <Tag kind={tags[state]}>{words[language].states[state]}</Tag>
)

/** The municipality and the area of a place: `Kajaani · Kainuu`. */
export const whereOf = (language: Language, { municipality, municipalitySv, area }: Signal): string =>
  [municipalityName({ nameFi: municipality, nameSv: municipalitySv }, language), area]
    .filter((part, index, all) => part !== null && all.indexOf(part) === index)
    .join(' · ')

/** When it ends, or how it has ended. */
export const endText = (language: Language, { state, endsOn, endedAt }: Signal): string => {
  const t = words[language]
  if (endedAt === null) return state === 'watched' ? t.watchedUntil(endsOn) : t.ends(endsOn)
  return state === 'lapsed' ? t.lapsedOn(dayOf(endedAt)) : t.endedOn(dayOf(endedAt))
}

type OneProps = { language: Language; signal: Signal; done: string | null; typed: Typed }

const DecisionFields = ({ language, signal, typed }: OneProps) => {
  const t = words[language]
  const { at } = sayProblems(typed.problems, t.problems)
  const { values } = typed
  return (
    <form method="post" action={fill(paths.one[language], { signal: signal.id })} novalidate>
      <ChipGroup
        name="decision"
        label={t.decision}
        problem={at('decision')}
        value={values.decision}
        choices={decisions.map((value) => ({ value, label: t.decisions[value] }))}
      />
      <TextArea
        name="note"
        label={t.note}
        hint={t.noteHint}
        rows={4}
        value={values.note ?? signal.note ?? ''}
        problem={at('note')}
      />
      <TextField
        name="until"
        label={t.until}
        hint={t.untilHint}
        width={12}
        autocomplete="off"
        value={values.until}
        problem={at('until')}
      />
      <ButtonRow>
        <Button>{t.save}</Button>
        <LinkButton href={fill(paths.mute[language], { signal: signal.id })} secondary>
          {t.mute}
        </LinkButton>
      </ButtonRow>
    </form>
  )
}

const Decided = ({ language, signal }: OneProps) => {
  const t = words[language]
  if (signal.decidedAt === null) return null
  return (
    <SummaryList
      rows={[
        { label: t.state, value: <StateTag language={language} state={signal.state} /> },
        ...(signal.note === null ? [] : [{ label: t.noteTitle, value: signal.note }]),
        { label: t.decidedOn, value: formatDay(language, dayOf(signal.decidedAt)) },
      ]}
    />
  )
}

const Explanation = ({ language, signal }: OneProps) => {
  const t = words[language]
  const { seen, counted, innocent, say } = explain(language, signal)
  const kind = signal.siteId === null ? 'unit' : 'site'
  return (
    <>
      <h2>{t.seen}</h2>
      <p>{seen}</p>
      {signal.again > 0 && <p>{t.again(signal.again)}</p>}
      <h2>{t.counted}</h2>
      <p>{counted}</p>
      <p>
        <a href={paths.how[language]}>{t.how}</a>
      </p>
      <h2>{t.innocent}</h2>
      <p>{t.innocentLead}</p>
      <ul>
        {innocent.map((one) => (
          <li>{one}</li>
        ))}
      </ul>
      <h2>{t.doing}</h2>
      <p>{t.ask}</p>
      <blockquote>
        <p>{say}</p>
      </blockquote>
      <p>
        <a href={contactsPath(language, kind, (signal.siteId ?? signal.unitId)!)}>{t.contacts}</a>
      </p>
    </>
  )
}

/** One signal: what was noticed and why it may be nothing, whom to ask, and what came of it. */
export const onePage = (props: OneProps): Page => {
  const { language, signal, done, typed } = props
  const t = words[language]
  const { name } = explain(language, signal)
  const { list } = sayProblems(typed.problems, t.problems)
  return {
    title: `${signal.place}: ${name}`,
    kind: 'staff',
    main: (
      <>
        <Breadcrumb
          language={language}
          trail={[{ label: t.title, href: paths.list[language] }]}
          here={signal.place}
        />
        <ProblemSummary language={language} problems={list} />
        {done && (
          <Notice kind="ok">
            <p>{done}</p>
          </Notice>
        )}
        <h1>{signal.place}</h1>
        <p class="lead">{name}</p>
        <p>
          <StateTag language={language} state={signal.state} /> {whereOf(language, signal)} ·{' '}
          {t.between(signal.from, signal.until)}
        </p>
        <p class="hint">
          {t.about} {endText(language, signal)}
        </p>
        <Explanation {...props} />
        <h2>{t.decide}</h2>
        <Decided {...props} />
        {isStanding(signal.state) ? (
          <DecisionFields {...props} />
        ) : (
          <PostButton secondary action={fill(paths.reopen[language], { signal: signal.id })}>
            {t.reopen}
          </PostButton>
        )}
      </>
    ),
  }
}
