import { commonWords } from '../i18n/common-words.ts'
import { formatTime, type Language } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import type { StandingUse } from '../uses/list-queries.ts'
import { lastDayOf, mayCancel, type UseKind } from '../uses/rules.ts'
import { words as useWords } from '../uses/words.ts'
import { PostButton } from '../web/components/button.tsx'
import { EventBar } from '../web/components/event-bar.tsx'
import { fill } from '../web/paths.ts'
import { paths, words } from './words.ts'

export type Site = { id: number; name: string }
export type At = { site: Site; event: string | null }

/** A check and where it was made. */
export type CheckProps = { language: Language; at: At; check: string }

/** What the desk shows of a recorded use. */
export type ShownUse = {
  id: string
  usedAt: Date
  adults: number
  children: number
  companions: number
  event: string | null
  kind: UseKind
  /** The day that the ticket is for, where that is another. */
  eventOn: Day | null
  arrivedAt: Date | null
  tail: string
  overrideReason: string | null
  cancelledAt: Date | null
  /** A ticket that waits for its card to be registered, and is not counted yet. */
  waits: boolean
  mayUndo: boolean
}

export const shownUse = (use: StandingUse, today: Day): ShownUse => ({
  ...use,
  waits: false,
  mayUndo: use.cancelledAt === null && mayCancel(lastDayOf(use), today),
})

/** `1 aikuinen + 2 lasta + 1 avustaja tai tulkki` */
export const ticketsText = (
  language: Language,
  use: { adults: number; children: number; companions: number },
): string => {
  const { tickets } = useWords[language]
  const companions = use.companions > 0 && words[language].withCompanions(use.companions)
  const counted = (use.adults + use.children > 0 || !companions) && tickets(use)
  return [counted, companions].filter(Boolean).join(' + ')
}

/** The site and event on top of every page; `check` is the card that waits while they are changed. */
export const Standing = ({ language, at, check }: { language: Language; at: At; check?: string }) => {
  const t = words[language]
  const { site, event } = at
  return (
    <EventBar
      title={event ?? t.hereToday}
      detail={event ? t.todayAt(site.name) : site.name}
      change={{
        href: check ? `${paths.event[language]}?check=${check}` : paths.event[language],
        label: commonWords[language].change,
        about: t.event,
      }}
    />
  )
}

export const UndoButton = ({
  language,
  use,
  back = 'desk',
}: {
  language: Language
  use: ShownUse
  back?: 'desk' | 'today'
}) => (
  <PostButton action={fill(paths.undo[language], { use: use.id })} fields={{ back }} secondary>
    {commonWords[language].undo}
    <span class="vh">
      {' '}
      {formatTime(language, use.usedAt)} {use.tail}
    </span>
  </PostButton>
)
