import { paths as desk } from '../desk/words.ts'
import { formatDay, formatNumber, type Language } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import { words as useWords } from '../uses/words.ts'
import { Button, ButtonRow, LinkButton, PostButton } from '../web/components/button.tsx'
import { CodeEnd } from '../web/components/code.tsx'
import { Empty } from '../web/components/empty.tsx'
import { TextField } from '../web/components/field.tsx'
import { Notice } from '../web/components/notice.tsx'
import { ProblemSummary } from '../web/components/problem-summary.tsx'
import { type Column, Table } from '../web/components/table.tsx'
import { Tag } from '../web/components/tag.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import type { Problem } from './forms.ts'
import { type Booking, listed } from './queries.ts'
import { paths, words } from './words.ts'

type Props = {
  language: Language
  today: Day
  bookings: Booking[]
  /** Of a search: the list is what it found. */
  isSearch: boolean
  isOneSite: boolean
  /** The day before today, when not all who had booked were marked as arrived. */
  missed: { day: Day; booked: number; missed: number } | null
  done: 'cancelled' | 'marked' | 'unmarked' | null
  refused: 'not-today' | 'too-late' | 'cancelled' | 'arrival-too-late' | null
  typed: Typed
}

const columnsOf = ({ language, today, isOneSite }: Props): Column<Booking>[] => {
  const t = words[language]
  return [
    { label: t.day, header: true, cell: ({ eventOn }) => formatDay(language, eventOn) },
    { label: t.event, cell: ({ event }) => event ?? '' },
    { label: t.tickets, cell: (booking) => useWords[language].tickets(booking) },
    ...(isOneSite ? [] : [{ label: t.site, cell: ({ siteName }: Booking) => siteName }]),
    { label: t.card, cell: ({ tail }) => <CodeEnd lastFour={tail} /> },
    {
      label: t.state,
      cell: (booking) => {
        const about = (
          <span class="vh">
            {' '}
            {formatDay(language, booking.eventOn)} {booking.tail}
          </span>
        )
        if (booking.arrivedAt)
          return (
            <>
              <Tag kind="ok">{t.arrived}</Tag>
              {booking.eventOn === today && (
                <PostButton action={fill(paths.takeBack[language], { booking: booking.id })} secondary>
                  {t.takeBack}
                  {about}
                </PostButton>
              )}
            </>
          )
        return (
          <ButtonRow>
            {booking.eventOn === today && (
              <PostButton
                action={fill(paths.arrive[language], { booking: booking.id })}
                fields={{ back: 'list' }}
                secondary
              >
                {t.arrive}
                {about}
              </PostButton>
            )}
            <LinkButton href={fill(paths.cancel[language], { booking: booking.id })} secondary>
              {t.cancel}
              {about}
            </LinkButton>
          </ButtonRow>
        )
      },
    },
  ]
}

const Search = ({ language, typed, isSearch }: Props) => {
  const t = words[language]
  const problem = typed.problems.q as Problem | undefined
  return (
    <form method="post" action={paths.list[language]} novalidate>
      <TextField
        name="q"
        type="search"
        label={t.search}
        autocomplete="off"
        width={24}
        value={problem === 'search-form' ? '' : typed.values.q}
        problem={problem && t.problems[problem]}
        beside={<Button secondary>{t.find}</Button>}
      />
      {isSearch && (
        <p>
          <a href={paths.list[language]}>{t.showAll}</a>
        </p>
      )}
    </form>
  )
}

/** The tickets got for another day: found by the card or the event, cancelled, and marked when their holder comes. */
export const bookingsPage = (props: Props): Page => {
  const { language, bookings, isSearch, missed, done, refused, typed } = props
  const t = words[language]
  const problem = typed.problems.q as Problem | undefined
  const problems = [
    ...(problem ? [{ name: 'q', text: t.problems[problem] }] : []),
    ...(refused ? [{ name: '', text: t.refused[refused] }] : []),
  ]
  return {
    title: t.title,
    kind: 'staff',
    main: (
      <>
        <ProblemSummary language={language} problems={problems} />
        {done && <Notice kind="ok" title={t[done]} />}
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
        {missed && <p>{t.missed(missed.day, missed.booked, missed.missed)}</p>}
        {(bookings.length > 0 || isSearch || problem) && <Search {...props} />}
        {isSearch && bookings.length > 0 && <p role="status">{t.found(bookings.length)}</p>}
        {bookings.length === 0 ? (
          <Empty title={isSearch ? t.nothingFound : t.none}>
            <p>{isSearch ? t.nothingFoundWhy : t.noneWhy}</p>
          </Empty>
        ) : (
          <>
            {bookings.length >= listed && <p>{t.onlyNearest(formatNumber(language, listed))}</p>}
            <Table
              id="bookings"
              caption={t.caption}
              columns={columnsOf(props)}
              rows={bookings}
              empty={t.none}
              shape="stack"
            />
          </>
        )}
        <p>
          <LinkButton href={desk.desk[language]} secondary>
            {t.back}
          </LinkButton>
        </p>
      </>
    ),
  }
}
