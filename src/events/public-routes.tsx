import type { Read } from '../db/db.ts'
import { aboutLanguages } from '../i18n/holder-languages.ts'
import { addDays } from '../lib/dates.ts'
import { municipalityName } from '../network/rules.ts'
import { publicPaths } from '../public-paths.ts'
import { fill } from '../web/paths.ts'
import { file, page, type Route } from '../web/route.tsx'
import type { Visit } from '../web/visit.ts'
import { writeAtom } from './atom-rules.ts'
import { type CalendarEvent, writeCalendar } from './calendar-rules.ts'
import { eventWords, publicEventPaths, told, whenText } from './holder-words.ts'
import { findPlace } from './place-queries.ts'
import { type EventFilter, listBetween, type PublicEvent } from './queries.ts'
import { daysOfWeek, readWeek, spanOf, type WeekFilter } from './week-rules.ts'
import { weekPage } from './week-view.tsx'

type Reading = Visit & { db: Read }

/** Rows of one page, calendar or feed. */
const most = { page: 400, calendar: 1_000, atom: 200 } as const
/** Days ahead that a calendar and a feed tell of. */
const ahead = { calendar: 90, atom: 30 } as const

/** @returns null when there is no such municipality: then nothing is on there */
const filterOf = async (
  { db, today }: Reading,
  asked: WeekFilter,
  siteId: number | null = null,
): Promise<EventFilter | null> => {
  const place = asked.place === '' ? undefined : await findPlace(db, asked.place, today)
  if (place === null) return null
  const { children, noBooking, accessible } = asked
  return { municipalityId: place?.id ?? null, siteId, children, noBooking, accessible }
}

const showWeek = async (visit: Reading) => {
  const { db, reader, language, today, query } = visit
  const asked = readWeek(query, today)
  const filter = await filterOf(visit, asked)
  const { first, last } = daysOfWeek(asked.week, today)
  // A site that opens for its days only is told of before they come.
  const events = filter ? await listBetween(db, spanOf(first, last), filter, first, most.page + 1) : []
  return weekPage({
    ...{ reader, language, today, filter: asked, isUnknown: filter === null },
    ...{ events: events.slice(0, most.page), isCut: events.length > most.page },
  })
}

const asEntry =
  ({ reader, language, origin }: Reading) =>
  (event: PublicEvent): CalendarEvent => {
    const t = eventWords[reader]
    const name = told(reader, event.names)
    const facts = [
      event.isCancelled ? `${t.cancelled}.` : '',
      event.how ? told(reader, event.how).text : '',
      event.booking === null ? '' : event.booking ? t.booking : t.noBooking,
    ]
    return {
      ...{ id: event.id, startsAt: event.startsAt, endsAt: event.endsAt, allDay: event.allDay },
      ...{ isCancelled: event.isCancelled, changedAt: event.changedAt },
      ...{ name: name.text, lang: name.lang },
      location: [event.place, event.site, municipalityName(event, language)].filter(Boolean).join(', '),
      when: whenText(reader, event),
      text: facts.filter(Boolean).join('\n'),
      url: event.url ?? origin + fill(publicPaths.site[reader], { site: event.siteId }),
    }
  }

/** What a calendar or feed asks for: as the page, and `site` for one site alone. */
const entriesOf = async (visit: Reading, kind: 'calendar' | 'atom') => {
  const { db, today, query } = visit
  const site = query.get('site') ?? ''
  const filter = await filterOf(visit, readWeek(query, today), /^\d{1,9}$/.test(site) ? Number(site) : null)
  if (!filter || (site !== '' && filter.siteId === null)) return []
  const span = spanOf(today, addDays(today, ahead[kind]))
  return (await listBetween(db, span, filter, today, most[kind])).map(asEntry(visit))
}

const makeCalendar = async (visit: Reading) => ({
  type: 'text/calendar; charset=utf-8',
  name: 'kaikukortti.ics',
  open: 'changing' as const,
  body: writeCalendar(visit.origin, eventWords[visit.reader].title, await entriesOf(visit, 'calendar')),
})

const makeAtom = async (visit: Reading) => {
  const { reader, origin, query, today } = visit
  const asked = query.size > 0 ? `?${query}` : ''
  return {
    type: 'application/atom+xml; charset=utf-8',
    name: 'kaikukortti.atom',
    shown: true,
    open: 'changing' as const,
    body: writeAtom(
      {
        ...{ origin, title: eventWords[reader].title, lang: aboutLanguages[reader].tag },
        self: origin + publicEventPaths.atom[reader] + asked,
        page: origin + publicEventPaths.events[reader] + asked,
        since: spanOf(today, today).from,
      },
      await entriesOf(visit, 'atom'),
    ),
  }
}

export const publicRoutes: Route[] = [
  page(publicEventPaths.events, 'public.read', showWeek),
  file(publicEventPaths.calendar, 'public.read', makeCalendar),
  file(publicEventPaths.atom, 'public.read', makeAtom),
]
