import { type Notice as Exception, noticeText } from '../exceptions/rules.ts'
import type { Day } from '../lib/dates.ts'
import type { RecentUse } from '../uses/rules.ts'
import { clientScript } from '../web/assets.ts'
import { ActionBar, Button, LinkButton } from '../web/components/button.tsx'
import { ChipGroup } from '../web/components/choices.tsx'
import { CodeEnd } from '../web/components/code.tsx'
import { Notice } from '../web/components/notice.tsx'
import { ProblemSummary } from '../web/components/problem-summary.tsx'
import { Result } from '../web/components/result.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import { amounts, shown } from './forms.ts'
import { Adults, Companions, problemTexts, question } from './questions.tsx'
import { childChips, daysToTell, overrideReasons } from './rules.ts'
import { type CheckProps, Standing, ticketsText } from './views.tsx'
import { paths, words } from './words.ts'

const labels = clientScript(new URL('./desk.client.ts', import.meta.url))

type AskProps = CheckProps & {
  card: { type: 'personal' | 'community'; children: number; validUntil: Day; tail: string }
  /** The unit of a community card. */
  unit: string | null
  childAge: number
  allowsOverride: boolean
  /** The same card, here and for this event, a moment ago. */
  recent: RecentUse | null
  today: Day
  typed: Typed
  exception: Exception | null
}

const Head = (props: AskProps) => {
  const { language, at, card, unit, recent, today } = props
  const t = words[language]
  const days = daysToTell(card.validUntil, today)
  const standing = (
    <>
      {unit && (
        <p>
          {unit}
          <br />
          {t.withClients}
        </p>
      )}
      <p>
        {t.until(card.validUntil)}
        <br />
        {t.card} <CodeEnd lastFour={card.tail} />
      </p>
      {days !== null && (
        <p>
          <strong>{t.soon(days)}</strong>
        </p>
      )}
    </>
  )
  if (!recent)
    return (
      <Result outcome="ok" title={card.type === 'community' ? t.community : t.valid}>
        {standing}
      </Result>
    )
  const earlier = ticketsText(language, { ...recent, companions: 0 })
  return (
    <Result outcome="hold" title={t.repeat}>
      <p>{t.repeated(earlier, recent.usedAt, at.event !== null)}</p>
      {standing}
      <p>
        <LinkButton href={paths.desk[language]} secondary>
          {t.recordNothing}
        </LinkButton>
      </p>
    </Result>
  )
}

/** The site has asked for more children than the register has, and may be let to. */
const isOver = ({ allowsOverride, typed }: AskProps) =>
  allowsOverride && (typed.problems.children === 'children-exceed-card' || typed.values.override === 'yes')

/** More children than the register says, where the site may let them in: it says why. */
const Override = (props: AskProps) => {
  const { language, typed } = props
  const t = words[language]
  return (
    <>
      <input type="hidden" name="override" value="yes" />
      <ChipGroup
        name="reason"
        label={t.reason}
        choices={overrideReasons.map((value) => ({ value, label: t.reasons[value] }))}
        value={shown(typed.values.reason)}
        problem={problemTexts(props).find(({ name }) => name === 'reason')?.text}
      />
    </>
  )
}

const Children = (props: AskProps) => {
  const { language, card, childAge, recent } = props
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
      {...question(props, 'children', childChips(card.children))}
      label={recent ? t.moreChildren : t.children}
      hint={t.childrenHint(card.children, childAge)}
      big
    />
  )
}

/** A card that gives tickets: how many, and one button. Nothing of the holder but until when and how many children. */
export const askPage = (props: AskProps): Page => {
  const { language, at, check, card, recent } = props
  const t = words[language]
  const label = isOver(props) ? t.recordAnyway : recent ? t.recordMore : t.record
  const problems = problemTexts(props)
  const order = [...amounts, 'reason', ''] as string[]
  problems.sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name))
  return {
    title: recent ? t.repeat : card.type === 'community' ? t.community : t.valid,
    kind: 'desk',
    scripts: [labels],
    main: (
      <>
        <ProblemSummary language={language} problems={problems} />
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
          <Adults {...props} />
          <Children {...props} />
          {isOver(props) && <Override {...props} />}
          <Companions {...props} />
          <ActionBar>
            <Button>{label}</Button>
          </ActionBar>
        </form>
      </>
    ),
  }
}
