import { paths as bookings, words as bookingWords } from '../bookings/words.ts'
import { formatCode, fromScan, suggestCode } from '../codes/rules.ts'
import { paths as devices, words as deviceWords } from '../devices/words.ts'
import type { GroupVisit } from '../group-visits/queries.ts'
import { todaysGroup } from '../group-visits/words.ts'
import { commonWords } from '../i18n/common-words.ts'
import { formatNumber, formatTime, type Language } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import { scannerStyles } from '../scanner/view.tsx'
import type { StandingUse } from '../uses/list-queries.ts'
import { lastDayOf, mayCancel, type UseKind } from '../uses/rules.ts'
import { words as useWords } from '../uses/words.ts'
import { ActionBar, Button, LinkButton, PostButton } from '../web/components/button.tsx'
import { Code, CodeEnd } from '../web/components/code.tsx'
import { EventBar } from '../web/components/event-bar.tsx'
import { CodeField } from '../web/components/field.tsx'
import { Notice } from '../web/components/notice.tsx'
import { ProblemSummary } from '../web/components/problem-summary.tsx'
import { Result } from '../web/components/result.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import { AppData, appScript } from './app-view.tsx'
import { shown } from './forms.ts'
import { waitWords } from './wait-words.ts'
import { type Problem, paths, type Ruled, words } from './words.ts'

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

/** Beside an arrival, “undo” takes back the mark: the booked ticket stands. */
const UndoArrival = ({ language, use }: { language: Language; use: ShownUse }) => (
  <PostButton action={fill(bookings.takeBack[language], { booking: use.id })} secondary>
    {bookingWords[language].takeBack}
    <span class="vh"> {use.tail}</span>
  </PostButton>
)

const saidOf = (language: Language, use: ShownUse) => {
  if (use.cancelledAt) return words[language].undone
  if (use.arrivedAt) return words[language].arrived
  return use.waits ? waitWords[language].done : words[language].done
}

/** What was recorded just now, above the field for the next card. */
const Strip = ({ language, use }: { language: Language; use: ShownUse }) => {
  const t = words[language]
  const hasCome = use.arrivedAt !== null && use.cancelledAt === null
  return (
    <Result
      outcome={use.cancelledAt || use.waits ? 'hold' : 'ok'}
      level={2}
      id="recorded"
      title={saidOf(language, use)}
      action={
        hasCome ? (
          <UndoArrival language={language} use={use} />
        ) : (
          use.mayUndo && <UndoButton language={language} use={use} />
        )
      }
    >
      <p>
        {ticketsText(language, use)} · <CodeEnd lastFour={use.tail} />
        {use.kind !== 'ticket' && ` · ${t.kinds[use.kind]}`}
      </p>
      {use.eventOn && !use.arrivedAt && (
        <p>
          {t.forDay(use.eventOn)} {use.event}
        </p>
      )}
    </Result>
  )
}

/**
 * What the check characters make of a mistyped code, as a question. The register is not asked, so the
 * question tells nothing about which cards there are.
 */
const Meant = ({ language, at, typed }: { language: Language; at: At; typed: string }) => {
  const meant = suggestCode(fromScan(typed))
  if (meant === null) return null
  const t = words[language]
  return (
    <Notice kind="info" title={t.meant}>
      <p>
        <strong>
          <Code>{formatCode(meant)}</Code>
        </strong>
      </p>
      <PostButton
        action={paths.desk[language]}
        fields={{ site: String(at.site.id), code: formatCode(meant) }}
        secondary
      >
        {t.checkMeant}
      </PostButton>
    </Notice>
  )
}

type DeskProps = {
  language: Language
  at: At
  count: number
  use: ShownUse | null
  /** Whether a phone can be paired as a desk of this site. */
  mayPair: boolean
  /** The groups that the site has promised to take today. */
  groups: readonly GroupVisit[]
  typed: Typed
}

/** Ready for a card. The field has the focus, also after a record: a hand-held scanner types and presses Enter. */
export const deskPage = ({ language, at, count, use, mayPair, groups, typed }: DeskProps): Page => {
  const t = words[language]
  const slug = typed.problems.code as Exclude<Problem, Ruled> | undefined
  const problem = slug && t.problems[slug]
  const mistyped = slug === 'check' && shown(typed.values.code, ['phone'])
  return {
    title: use ? saidOf(language, use) : t.scan,
    kind: 'desk',
    // A form that came back with a problem stays as it is.
    scripts: problem ? [] : [appScript],
    styles: problem ? [] : [scannerStyles],
    main: (
      <>
        <ProblemSummary language={language} problems={problem ? [{ name: 'code', text: problem }] : []} />
        <Standing language={language} at={at} />
        {use && <Strip language={language} use={use} />}
        {mistyped && <Meant language={language} at={at} typed={mistyped} />}
        <h1>{t.scan}</h1>
        <form method="post" action={paths.desk[language]} novalidate>
          <input type="hidden" name="site" value={String(at.site.id)} />
          <CodeField
            name="code"
            label={t.type}
            value={shown(typed.values.code, ['phone'])}
            problem={problem}
            first={!problem}
          />
          <p>
            <LinkButton href={paths.today[language]} secondary>
              {t.todayCount(formatNumber(language, count))}
            </LinkButton>
          </p>
          <ActionBar>
            <Button>{t.check}</Button>
          </ActionBar>
        </form>
        {groups.length > 0 && (
          <Notice kind="info">
            {groups.map((visit) => (
              <p>{todaysGroup(language, visit)}</p>
            ))}
          </Notice>
        )}
        <p>
          <a href={bookings.list[language]}>{bookingWords[language].title}</a>
        </p>
        {mayPair && (
          <p>
            <a href={devices.devices[language]}>{deviceWords[language].hint}</a>
          </p>
        )}
        {!problem && <AppData language={language} at={{ siteId: at.site.id, event: at.event }} />}
      </>
    ),
  }
}
