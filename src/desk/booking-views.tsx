import { paths as bookings } from '../bookings/words.ts'
import type { Day } from '../lib/dates.ts'
import { LinkButton, PostButton } from '../web/components/button.tsx'
import { CodeEnd } from '../web/components/code.tsx'
import { Result } from '../web/components/result.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import { type CheckProps, Standing, ticketsText } from './views.tsx'
import { anotherTicket, paths, words } from './words.ts'

type BookingProps = CheckProps & {
  booking: {
    id: string
    usedOn: Day
    event: string | null
    adults: number
    children: number
    companions: number
    tail: string
  }
}

/** A ticket was got before for today: its holder has come, or wants another one. */
export const bookingPage = ({ language, at, check, booking }: BookingProps): Page => {
  const t = words[language]
  const title = t.booked(ticketsText(language, booking))
  return {
    title,
    kind: 'desk',
    main: (
      <>
        <Standing language={language} at={at} check={check} />
        <Result outcome="ok" title={title}>
          {booking.event && <p>{booking.event}</p>}
          <p>
            {t.card} <CodeEnd lastFour={booking.tail} /> · {t.gotOn(booking.usedOn)}
          </p>
          <p>{t.bookedHint}</p>
        </Result>
        <PostButton action={fill(bookings.arrive[language], { booking: booking.id })}>{t.arrive}</PostButton>
        <p>
          <LinkButton href={`${fill(paths.check[language], { check })}?${anotherTicket}=yes`} secondary>
            {t.recordNew}
          </LinkButton>
        </p>
      </>
    ),
  }
}
