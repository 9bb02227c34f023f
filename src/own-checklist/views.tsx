import { commonWords } from '../i18n/common-words.ts'
import type { Language } from '../i18n/translated.ts'
import { styleSheet } from '../web/assets.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { Button, ButtonRow, LinkButton, PostButton } from '../web/components/button.tsx'
import { TextField } from '../web/components/field.tsx'
import { sayProblems } from '../web/components/form-page.tsx'
import { ProblemSummary } from '../web/components/problem-summary.tsx'
import { Tag } from '../web/components/tag.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import type { ChecklistKind, FactName, PointState } from './rules.ts'
import { paths, words } from './words.ts'

const css = styleSheet(new URL('./own-checklist.css', import.meta.url))

/** Where each fact is mended. */
export type Mending = Record<FactName, string>

type Shown = { language: Language; kind: ChecklistKind }
type ListProps = Shown & { place: string; states: readonly PointState[]; mending: Mending }

const pointOf = ({ language, kind }: Shown, point: string) => {
  const known: Readonly<Record<string, { title: string; lines: readonly string[] }>> =
    words[language].points[kind]
  return known[point]!
}

const Fact = ({
  language,
  name,
  holds,
  href,
}: {
  language: Language
  name: FactName
  holds: boolean
  href: string
}) => {
  const t = words[language].facts[name]
  return (
    <p>
      {holds ? (
        t.holds
      ) : (
        <>
          {t.lacks} <a href={href}>{t.mend}</a>
        </>
      )}
    </p>
  )
}

/** What can be done with a point that people tick, and what was. */
const ByPeople = ({ language, kind, state }: Shown & { state: PointState }) => {
  const t = words[language]
  const { point, tick } = state
  const about = <span class="vh">{t.about(pointOf({ language, kind }, point).title)}</span>
  if (!tick)
    return (
      <ButtonRow>
        <PostButton secondary action={fill(paths.point[language], { point })} fields={{ note: '' }}>
          {t.tick}
          {about}
        </PostButton>
        <a href={fill(paths.point[language], { point })}>
          {t.addNote}
          {about}
        </a>
      </ButtonRow>
    )
  return (
    <>
      <p>{t.ticked(tick.tickedAt, tick.by)}</p>
      {tick.note && <p>{t.noted(tick.note)}</p>}
      <PostButton secondary action={fill(paths.untick[language], { point })}>
        {t.untick}
        {about}
      </PostButton>
    </>
  )
}

/** The checklist of one's own place: what the register knows, what people have ticked, what is open. */
export const listPage = (props: ListProps): Page => {
  const { language, kind, place, states, mending } = props
  const t = words[language]
  return {
    title: t.title,
    kind: 'staff',
    styles: [css],
    main: (
      <>
        <h1>
          {t.title}: {place}
        </h1>
        <p class="lead">{t.lead[kind]}</p>
        <p>
          {t.progress(states.filter(({ isDone }) => isDone).length, states.length)}. {t.print}
        </p>
        <ol class="own-points">
          {states.map((state) => {
            const { title, lines } = pointOf(props, state.point)
            return (
              <li id={`point-${state.point}`}>
                <h2>
                  {title} <Tag kind={state.isDone ? 'ok' : 'wait'}>{state.isDone ? t.done : t.open}</Tag>
                </h2>
                <ul>
                  {lines.map((line) => (
                    <li>{line}</li>
                  ))}
                </ul>
                {state.facts?.map(({ name, holds }) => (
                  <Fact {...{ language, name, holds, href: mending[name] }} />
                ))}
                {!state.facts && <ByPeople {...{ language, kind, state }} />}
              </li>
            )
          })}
        </ol>
      </>
    ),
  }
}

/** One point, to be ticked with a note. */
export const pointPage = ({
  language,
  kind,
  point,
  typed,
}: Shown & { point: string; typed: Typed }): Page => {
  const t = words[language]
  const { title, lines } = pointOf({ language, kind }, point)
  const said = sayProblems(typed.problems, t.problems)
  return {
    title,
    kind: 'staff',
    main: (
      <>
        <Breadcrumb
          language={language}
          trail={[{ label: t.title, href: paths.list[language] }]}
          here={title}
        />
        <ProblemSummary language={language} problems={said.list} />
        <h1>{title}</h1>
        {lines.map((line) => (
          <p>{line}</p>
        ))}
        <form method="post" action={fill(paths.point[language], { point })} novalidate>
          <TextField
            name="note"
            label={t.note}
            hint={t.noteHint}
            optional={commonWords[language].optional}
            autocomplete="off"
            value={typed.values.note}
            problem={said.at('note')}
          />
          <ButtonRow>
            <Button>{t.tick}</Button>
            <LinkButton secondary href={paths.list[language]}>
              {commonWords[language].cancel}
            </LinkButton>
          </ButtonRow>
        </form>
      </>
    ),
  }
}
