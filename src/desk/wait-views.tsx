import type { RecentUse } from '../uses/rules.ts'
import { Button } from '../web/components/button.tsx'
import { ChipGroup } from '../web/components/choices.tsx'
import { Notice } from '../web/components/notice.tsx'
import { ProblemSummary } from '../web/components/problem-summary.tsx'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import { Adults, Companions, problemTexts, type QuestionProps, question } from './questions.tsx'
import { turnedWords } from './turned-words.ts'
import { type CheckProps, ticketsText } from './views.tsx'
import { waitPath, waitWords } from './wait-words.ts'
import { words } from './words.ts'

export type WaitProps = CheckProps & {
  type: 'personal' | 'community'
  /** No card has the code, which is sound: it may yet be one. */
  isUnknown: boolean
  childAge: number
  /** A ticket that waits already for the same card, here and for this event. */
  recent: RecentUse | null
  typed: Typed
}

type Turned = { turned?: boolean }

const questions = ({ language, typed, type, recent, turned = false }: WaitProps & Turned): QuestionProps => ({
  ...{ language, typed, recent, turned },
  card: { type, children: 0 },
})

const Children = (props: WaitProps & Turned) => {
  const { language, type, childAge, recent, turned } = props
  const t = words[language]
  const children = question(questions(props), 'children', [0, 1, 2, 3])
  if (type === 'community')
    return <ChipGroup {...children} label={t.clients(childAge)} hint={t.clientsHint} big />
  const label = recent && !turned ? t.moreChildren : t.children
  return <ChipGroup {...children} label={label} hint={waitWords[language].childrenHint(childAge)} big />
}

/** What went wrong, by field, above the refusal that the form stands under. */
export const WaitProblems = (props: WaitProps) => (
  <ProblemSummary language={props.language} problems={problemTexts(questions(props))} />
)

/** What becomes of the ticket, and what to look at first. */
export const WaitWhy = ({ language, isUnknown, recent }: WaitProps) => {
  const w = waitWords[language]
  return (
    <>
      <p>{w.text}</p>
      {isUnknown && <p>{w.unknown}</p>}
      {recent && (
        <Notice kind="warn" title={words[language].repeat}>
          <p>{w.repeated(ticketsText(language, { ...recent, companions: 0 }), recent.usedAt)}</p>
        </Notice>
      )}
    </>
  )
}

/**
 * Under a refusal, where the site has chosen so: the ticket is given all the same, and waits for the registration.
 * @property turned the customer sees the screen: why it waits is told to the clerk alone
 */
export const WaitForm = (props: WaitProps & { turned: boolean }) => {
  const { language, at, check, recent, turned } = props
  const w = waitWords[language]
  const { give } = turnedWords[language]
  return (
    <form method="post" action={fill(waitPath[language], { check })} novalidate aria-labelledby="wait">
      <h2 id="wait">{turned ? give : w.title}</h2>
      {!turned && <WaitWhy {...props} />}
      <input type="hidden" name="event" value={at.event ?? ''} />
      {recent && <input type="hidden" name="again" value="yes" />}
      <Adults {...questions(props)} />
      <Children {...props} />
      <Companions {...questions(props)} />
      <p>
        <Button secondary>{turned ? give : recent ? w.giveMore : w.give}</Button>
      </p>
    </form>
  )
}
