import { noticeText } from '../exceptions/rules.ts'
import { clientScript } from '../web/assets.ts'
import { ActionBar, Button } from '../web/components/button.tsx'
import { ChipGroup } from '../web/components/choices.tsx'
import { Notice } from '../web/components/notice.tsx'
import { ProblemSummary } from '../web/components/problem-summary.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import { Kinds, OtherDay } from './booking-questions.tsx'
import { amounts, shown } from './forms.ts'
import { type AskProps, Head } from './head-views.tsx'
import { Adults, Companions, problemTexts, question } from './questions.tsx'
import { childChips, limitReasons, mostChips, overrideReasons } from './rules.ts'
import { Folded, ForClerk } from './turned-views.tsx'
import { turnedWords } from './turned-words.ts'
import { Standing } from './views.tsx'
import { waitWords } from './wait-words.ts'
import { paths, words } from './words.ts'

const labels = clientScript(new URL('./desk.client.ts', import.meta.url))

const isOverLimit = ({ isReached, typed }: AskProps) => isReached || typed.problems[''] === 'limit-reached'

/** What the rules say of the answers, where the fields beside them do not. */
const Ruled = (props: AskProps) => {
  const open = problemTexts(props)
  const [first, ...more] = problemTexts({ ...props, turned: false }).filter(
    ({ text }) => !open.some((one) => one.text === text),
  )
  return (
    first && (
      <ForClerk language={props.language} title={first.text}>
        {more.map(({ text }) => (
          <p>{text}</p>
        ))}
      </ForClerk>
    )
  )
}

/** The site has asked for more children than the register has, or more tickets than it gives, and may be let to. */
const isOver = (props: AskProps) => {
  const { allowsOverride, typed } = props
  const isTooMany = typed.problems.children === 'children-exceed-card' || isOverLimit(props)
  return allowsOverride && (isTooMany || typed.values.override === 'yes')
}

/** More than the register or the site's limit says, where the site may let them in: it says why. */
const Override = (props: AskProps) => {
  const { language, typed, turned } = props
  const t = words[language]
  const isLimit = isOverLimit(props) && typed.problems.children === undefined
  const label = isLimit ? t.limitReason : t.reason
  const chips = (
    <ChipGroup
      name="reason"
      label={label}
      choices={(isLimit ? limitReasons : overrideReasons).map((value) => ({
        value,
        label: t.reasons[value],
      }))}
      value={shown(typed.values.reason)}
      problem={problemTexts(props).find(({ name }) => name === 'reason')?.text}
    />
  )
  return (
    <>
      <input type="hidden" name="override" value="yes" />
      {turned ? (
        <Folded language={language} label="choose">
          {chips}
        </Folded>
      ) : (
        chips
      )}
    </>
  )
}

const Children = (props: AskProps) => {
  const { language, card, childAge, recent, turned } = props
  const t = words[language]
  if (card.type === 'community')
    return (
      <ChipGroup
        {...question(props, 'children', [0, 1, 2, 3, 4])}
        label={t.clients(childAge)}
        hint={t.clientsHint}
        big
      />
    )
  return (
    <ChipGroup
      {...question(props, 'children', childChips(turned ? mostChips : card.children))}
      label={recent && !turned ? t.moreChildren : t.children}
      hint={turned ? waitWords[language].childrenHint(childAge) : t.childrenHint(card.children, childAge)}
      big
    />
  )
}

const titleOf = ({ language, turned, recent, isReached, card }: AskProps) => {
  const t = words[language]
  if (turned && (recent || isReached)) return turnedWords[language].hold
  if (recent) return t.repeat
  return card.type === 'community' ? t.community : t.valid
}

/** A card that gives tickets: how many, and one button. Nothing of the holder but until when and how many children. */
export const askPage = (props: AskProps): Page => {
  const { language, at, check, card, recent, turned } = props
  const t = words[language]
  const label = isOver(props) ? t.recordAnyway : recent && !turned ? t.recordMore : t.record
  // That the limit is reached stands in its own box already.
  const problems = problemTexts(props).filter(({ name }) => name !== '' || !props.isReached)
  const order = [...amounts, 'event-on', 'other-event', 'reason', ''] as string[]
  problems.sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name))
  return {
    title: titleOf(props),
    kind: 'desk',
    scripts: [labels],
    main: (
      <>
        <ProblemSummary language={language} problems={problems} />
        {turned && <Ruled {...props} />}
        <Standing language={language} at={at} check={check} />
        {props.exception && (
          <Notice kind="info">
            <p>{noticeText(props.exception, language)}</p>
          </Notice>
        )}
        <form
          method="post"
          action={fill(paths.check[language], { check })}
          novalidate
          {...(!isOver(props) && !recent && { 'data-record': t.recordThis })}
          data-adults={JSON.stringify(t.adult)}
          data-children={JSON.stringify(t.child)}
        >
          <Head {...props} />
          <input type="hidden" name="event" value={at.event ?? ''} />
          {recent && <input type="hidden" name="again" value="yes" />}
          <Kinds {...props} />
          <Adults {...props} />
          <Children {...props} />
          {isOver(props) && <Override {...props} />}
          <Companions {...props} />
          <OtherDay {...props} until={card.validUntil} />
          <ActionBar>
            <Button>{label}</Button>
          </ActionBar>
        </form>
      </>
    ),
  }
}
