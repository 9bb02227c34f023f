import { formatDay, type Language } from '../i18n/translated.ts'
import { recordPage } from '../web/components/record-page.tsx'
import { type Column, Table } from '../web/components/table.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Done as DoneStep, NameUse } from './queries.ts'
import { standingOf } from './rules.ts'
import { daysText, StandingTag } from './views.tsx'
import { type Done, paths, words } from './words.ts'

type OneProps = {
  language: Language
  today: string
  mayKeep: boolean
  use: NameUse
  steps: readonly DoneStep[]
  done: Done | null
}

export const trailTo = (language: Language, use: NameUse | null) => [
  { label: words[language].title, href: paths.list[language] },
  ...(use ? [{ label: use.who, href: fill(paths.one[language], { nameUse: use.id }) }] : []),
]

/** A page on the web is led to. */
const placeOf = (place: string) =>
  /^https?:\/\/\S+$/.test(place) ? (
    <a href={place} rel="noreferrer">
      {place}
    </a>
  ) : (
    place
  )

const leaveRows = ({ language, use }: OneProps) => {
  const t = words[language]
  const row = (label: string, value: string | null) => (value === null ? [] : [{ label, value }])
  const day = (one: string | null) => one && formatDay(language, one)
  return [
    ...row(t.grantedBy, use.grantedBy),
    ...row(t.grantedOn, day(use.grantedOn)),
    ...row(t.recordNumber, use.recordNumber),
    { label: t.days, value: daysText(language, use) },
    ...row(t.conditions, use.conditions),
    ...row(t.endedOn, day(use.endedOn)),
    ...row(t.endReason, use.endedReason),
  ]
}

/** What can be done now: a leave is ended once, a found use is followed until it is settled. */
const actionsOf = ({ language, mayKeep, use }: OneProps) => {
  if (!mayKeep) return []
  const t = words[language]
  const id = { nameUse: use.id }
  const change = { label: t.change, href: fill(paths.change[language], id) }
  if (use.basis === 'leave')
    return use.endedOn === null ? [{ label: t.end, href: fill(paths.end[language], id) }, change] : [change]
  if (use.lastStep === 'settled') return []
  return [
    { label: t.next, href: fill(paths.step[language], id) },
    { label: t.giveLeave, href: `${paths.leave[language]}?use=${use.id}` },
    change,
  ]
}

const Steps = ({ language, steps }: OneProps) => {
  const t = words[language]
  const columns: Column<DoneStep>[] = [
    { label: t.stepOn, header: true, cell: ({ on }) => formatDay(language, on) },
    { label: t.stepWhat, cell: ({ step }) => t.steps[step] },
    { label: t.stepNote, cell: ({ note }) => note },
  ]
  return (
    <Table
      id="steps"
      shape="stack"
      caption={t.history}
      columns={columns}
      rows={steps}
      empty={t.historyNone}
    />
  )
}

/** One use of the name: who, where, with whose leave, and what has been done about it. */
export const onePage = (props: OneProps): Page => {
  const { language, today, use, done } = props
  const t = words[language]
  const standing = standingOf(use, today)
  return recordPage({
    ...{ language, trail: trailTo(language, null), title: use.who, done: done ? t.done[done] : undefined },
    notices: standing === 'lapsed' ? [{ kind: 'warn', title: t.lapsedTitle, text: t.lapsedText }] : [],
    rows: [
      { label: t.standing, value: <StandingTag language={language} of={standing} /> },
      { label: t.mark, value: t.marks[use.mark] },
      { label: t.purpose, value: t.purposes[use.purpose] },
      { label: t.place, value: placeOf(use.place) },
      ...(use.basis === 'leave'
        ? leaveRows(props)
        : [{ label: t.noticedOn, value: formatDay(language, use.noticedOn ?? '') }]),
    ],
    actions: actionsOf(props),
    children: use.basis === 'found' ? <Steps {...props} /> : undefined,
  })
}
