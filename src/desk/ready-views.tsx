import { paths as bookings, words as bookingWords } from '../bookings/words.ts'
import { formatCode, fromScan, suggestCode } from '../codes/rules.ts'
import { paths as devices, words as deviceWords } from '../devices/words.ts'
import type { GroupVisit } from '../group-visits/queries.ts'
import { todaysGroup } from '../group-visits/words.ts'
import { formatNumber, type Language } from '../i18n/translated.ts'
import { scannerStyles } from '../scanner/view.tsx'
import { ActionBar, Button, LinkButton, PostButton } from '../web/components/button.tsx'
import { Code, CodeEnd } from '../web/components/code.tsx'
import { CodeField } from '../web/components/field.tsx'
import { Notice } from '../web/components/notice.tsx'
import { ProblemSummary } from '../web/components/problem-summary.tsx'
import { Result } from '../web/components/result.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import { AppData, appScript } from './app-view.tsx'
import { shown } from './forms.ts'
import { ForClerk } from './turned-views.tsx'
import { turnedWords } from './turned-words.ts'
import { type At, type ShownUse, Standing, ticketsText, UndoButton } from './views.tsx'
import { waitWords } from './wait-words.ts'
import { type Problem, paths, type Ruled, words } from './words.ts'

/** Beside an arrival, “undo” takes back the mark: the booked ticket stands. */
const UndoArrival = ({ language, use }: { language: Language; use: ShownUse }) => (
  <PostButton action={fill(bookings.takeBack[language], { booking: use.id })} secondary>
    {bookingWords[language].takeBack}
    <span class="vh"> {use.tail}</span>
  </PostButton>
)

/** Where the customer sees the screen, a ticket that waits is a ticket like any other. */
const saidOf = ({ language, turned }: Pick<DeskProps, 'language' | 'turned'>, use: ShownUse) => {
  if (use.cancelledAt) return words[language].undone
  if (use.arrivedAt) return words[language].arrived
  return use.waits && !turned ? waitWords[language].done : words[language].done
}

/** What was recorded just now, above the field for the next card. */
const Strip = ({ language, turned, use }: Pick<DeskProps, 'language' | 'turned'> & { use: ShownUse }) => {
  const t = words[language]
  const hasCome = use.arrivedAt !== null && use.cancelledAt === null
  return (
    <Result
      outcome={use.cancelledAt || use.waits ? 'hold' : 'ok'}
      level={2}
      id="recorded"
      title={saidOf({ language, turned }, use)}
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
  /** The screen is turned to the customer. */
  turned: boolean
  typed: Typed
}

/** Ready for a card. The field has the focus, also after a record: a hand-held scanner types and presses Enter. */
export const deskPage = (props: DeskProps): Page => {
  const { language, at, count, use, mayPair, groups, turned, typed } = props
  const t = words[language]
  const slug = typed.problems.code as Exclude<Problem, Ruled> | undefined
  const why = slug && t.problems[slug]
  const problem = why && (turned ? turnedWords[language].readAgain : why)
  const mistyped = slug === 'check' && shown(typed.values.code, ['phone'])
  const meant = mistyped && <Meant language={language} at={at} typed={mistyped} />
  return {
    title: use ? saidOf(props, use) : t.scan,
    kind: 'desk',
    // A form that came back with a problem stays as it is.
    scripts: problem ? [] : [appScript],
    styles: problem ? [] : [scannerStyles],
    main: (
      <>
        <ProblemSummary language={language} problems={problem ? [{ name: 'code', text: problem }] : []} />
        <Standing language={language} at={at} />
        {use && <Strip language={language} turned={turned} use={use} />}
        {turned && why ? (
          <ForClerk language={language} title={why}>
            {meant}
          </ForClerk>
        ) : (
          meant
        )}
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
