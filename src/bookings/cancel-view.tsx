import { formatDay, type Language } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import { words as useWords } from '../uses/words.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { ButtonRow, LinkButton, PostButton } from '../web/components/button.tsx'
import { CodeEnd } from '../web/components/code.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import { paths, words } from './words.ts'

type Named = {
  id: string
  eventOn: Day
  event: string | null
  tail: string
  adults: number
  children: number
  companions: number
}

/** A cancelled booking cannot be taken back, and somebody counts on the ticket: so it is asked first. */
export const cancelPage = ({ language, booking }: { language: Language; booking: Named }): Page => {
  const t = words[language]
  return {
    title: t.cancelAsk,
    kind: 'staff',
    main: (
      <>
        <Breadcrumb
          language={language}
          trail={[{ label: t.title, href: paths.list[language] }]}
          here={t.cancelAsk}
        />
        <h1>{t.cancelAsk}</h1>
        <p>
          {[formatDay(language, booking.eventOn), booking.event, useWords[language].tickets(booking)]
            .filter(Boolean)
            .join(' · ')}{' '}
          · <CodeEnd lastFour={booking.tail} />
        </p>
        <p>{t.cancelThen}</p>
        <ButtonRow>
          <PostButton action={fill(paths.cancel[language], { booking: booking.id })}>{t.cancel}</PostButton>
          <LinkButton href={paths.list[language]} secondary>
            {t.keep}
          </LinkButton>
        </ButtonRow>
      </>
    ),
  }
}
