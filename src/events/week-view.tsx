import { html } from 'hono/html'
import { formatHolderDay } from '../i18n/holder-format.ts'
import { holderFrameWords } from '../i18n/holder-frame-words.ts'
import { aboutLanguages, type HolderLanguage } from '../i18n/holder-languages.ts'
import type { Language } from '../i18n/translated.ts'
import { type Day, dayOf } from '../lib/dates.ts'
import { municipalityName } from '../network/rules.ts'
import { publicPaths } from '../public-paths.ts'
import { Button, LinkButton } from '../web/components/button.tsx'
import { Fieldset } from '../web/components/choices.tsx'
import { Empty } from '../web/components/empty.tsx'
import { TextField } from '../web/components/field.tsx'
import { Hero } from '../web/components/hero.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import {
  daysFromTo,
  dayTitle,
  eventWords,
  popUpText,
  publicEventPaths,
  timeText,
  told,
  whenText,
} from './holder-words.ts'
import type { PublicEvent } from './queries.ts'
import { byDay, daysOfWeek, mondayOf, onlyOf, type WeekFilter, weeksBeside, writeWeek } from './week-rules.ts'

export type WeekProps = {
  reader: HolderLanguage
  language: Language
  today: Day
  filter: WeekFilter
  /** The municipality asked for has a name, and there is none such. */
  isUnknown: boolean
  events: readonly PublicEvent[]
  /** There are more than are shown. */
  isCut: boolean
}

const here = ({ reader, today }: Pick<WeekProps, 'reader' | 'today'>, filter: WeekFilter) =>
  publicEventPaths.events[reader] + writeWeek(filter, today)

/** Keeps the other half of what was asked when one form is sent. */
const Keep = ({ today, filter, only = false }: WeekProps & { only?: boolean }) => (
  <>
    {filter.week !== mondayOf(today) && <input type="hidden" name="week" value={filter.week} />}
    {!only && filter.place !== '' && <input type="hidden" name="place" value={filter.place} />}
    {only &&
      Object.entries(onlyOf(filter)).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
  </>
)

const Search = (props: WeekProps) => {
  const { reader, filter } = props
  const t = eventWords[reader]
  return (
    <Hero title={t.title}>
      <p>{t.lead}</p>
      {!aboutLanguages[reader].isReviewed && <p class="hint">{holderFrameWords[reader].unreviewed}</p>}
      <search>
        <form method="get" action={`${publicEventPaths.events[reader]}#found`}>
          <Keep {...props} only />
          <div class="row">
            <TextField name="place" label={t.place} value={filter.place} autocomplete="off" />
            <Button>{t.show}</Button>
          </div>
        </form>
      </search>
    </Hero>
  )
}

/** Each has a name of its own, so that an address says what it narrows to. */
const Narrow = (props: WeekProps) => {
  const { reader, filter } = props
  const t = eventWords[reader]
  const chips = [
    ['children', 'yes', t.children, filter.children],
    ['booking', 'no', t.noBooking, filter.noBooking],
    ['accessible', 'yes', t.accessible, filter.accessible],
  ] as const
  return (
    <form method="get" action={`${publicEventPaths.events[reader]}#found`}>
      <Keep {...props} />
      <Fieldset name="children" label={t.filters}>
        <div class="chips">
          {chips.map(([name, value, label, checked]) => (
            <label class="chip">
              <input type="checkbox" name={name} value={value} checked={checked} />
              <span>{label}</span>
            </label>
          ))}
        </div>
      </Fieldset>
      <p>
        <Button secondary>{t.narrow}</Button>
      </p>
    </form>
  )
}

const Weeks = (props: WeekProps) => {
  const { reader, today, filter } = props
  const t = eventWords[reader]
  const { before, after } = weeksBeside(filter.week, today)
  return (
    <nav class="pages" aria-label={t.weeks}>
      <ul>
        {before && (
          <li>
            <a href={here(props, { ...filter, week: before })} rel="prev">
              {t.before}
            </a>
          </li>
        )}
        {after && (
          <li>
            <a href={here(props, { ...filter, week: after })} rel="next">
              {t.after}
            </a>
          </li>
        )}
      </ul>
    </nav>
  )
}

/** The language that a name is in, where that is not the page's: read aloud and set as such. */
const named = ({ text, lang }: { text: string; lang: string | undefined }) =>
  lang ? html`<bdi lang="${lang}">${text}</bdi>` : html`<bdi>${text}</bdi>`

/** Plain templates for the hundreds of rows: building them as components would cost most of the page's time. */
const rowOf = ({ reader, language }: WeekProps, event: PublicEvent, when: string) => {
  const t = eventWords[reader]
  const name = named(told(reader, event.names))
  const how = event.how ? told(reader, event.how) : null
  const site = fill(publicPaths.site[reader], { site: event.siteId })
  const facts = [
    popUpText(reader, event),
    event.forChildren ? t.children : null,
    event.accessible ? t.accessible : null,
    event.booking === null ? null : event.booking ? t.booking : t.noBooking,
    event.tickets === null ? null : t.tickets(event.tickets),
  ].filter((fact) => fact !== null)
  return html`<li><h3>${name}${event.isCancelled ? html` <span class="tag no">${t.cancelled}</span>` : ''}</h3><p>${when}</p><p><a href="${site}"><bdi>${event.site}</bdi></a>, <bdi>${municipalityName(event, language)}</bdi>${event.place ? html` · <bdi>${event.place}</bdi>` : ''}</p>${facts.length > 0 ? html`<p class="hint">${facts.join(' · ')}</p>` : ''}${how ? html`<p class="how">${named(how)}</p>` : ''}${event.url ? html`<p><a href="${event.url}" rel="nofollow">${t.readMore}<span class="vh"> ${name}</span></a></p>` : ''}</li>`
}

const Days = (props: WeekProps) => {
  const { reader, filter, today, events } = props
  const t = eventWords[reader]
  const { first } = daysOfWeek(filter.week, today)
  const { days, going } = byDay(events, first)
  const last = ({ startsAt, endsAt }: PublicEvent) => dayOf(endsAt ?? startsAt)
  return (
    <>
      {days.map(
        ({ day, events }) =>
          html`<h2>${dayTitle(reader, day)}</h2><ul class="cards">${events.map((event) =>
            rowOf(
              props,
              event,
              event.allDay && last(event) !== day
                ? daysFromTo(reader, day, last(event))
                : timeText(reader, event) || t.allDay,
            ),
          )}</ul>`,
      )}
      {going.length > 0 &&
        html`<h2>${t.going}</h2><ul class="cards">${going.map((event) => rowOf(props, event, whenText(reader, event)))}</ul>`}
    </>
  )
}

const Nothing = (props: WeekProps) => {
  const { reader, filter, isUnknown } = props
  const t = eventWords[reader]
  const isNarrowed = filter.place !== '' || filter.children || filter.noBooking || filter.accessible
  return (
    <Empty title={isUnknown ? t.unknownPlace : t.none}>
      <p>{isUnknown ? t.unknownWhy : t.noneWhy}</p>
      {isNarrowed && (
        <p>
          <LinkButton href={publicEventPaths.events[reader]}>{t.showAll}</LinkButton>
        </p>
      )}
      <p>
        <LinkButton href={publicPaths.sites[reader]} secondary>
          {t.sites}
        </LinkButton>
      </p>
    </Empty>
  )
}

const Subscribe = ({ reader, filter }: WeekProps) => {
  const t = eventWords[reader]
  const query = writeWeek(filter, null)
  return (
    <ul>
      <li>
        <a href={publicEventPaths.calendar[reader] + query}>{t.calendar}</a>
      </li>
      <li>
        <a href={publicEventPaths.atom[reader] + query}>{t.atom}</a>
      </li>
    </ul>
  )
}

/** What is on with the card in one week, by day. */
export const weekPage = (props: WeekProps): Page => {
  const { reader, filter, today, events, isUnknown, isCut } = props
  const t = eventWords[reader]
  const { first, last } = daysOfWeek(filter.week, today)
  const isThis = filter.week === mondayOf(today)
  const changed = events
    .map(({ changedAt }) => dayOf(changedAt))
    .sort()
    .at(-1)
  return {
    title: isThis ? t.title : `${t.title}: ${daysFromTo(reader, first, last)}`,
    kind: 'public',
    reader,
    description: t.description,
    main: (
      <>
        <Search {...props} />
        <Narrow {...props} />
        <p class="lead" id="found">
          {isThis
            ? `${t.thisWeek}: ${daysFromTo(reader, first, last)}`
            : t.week(daysFromTo(reader, first, last))}
          {events.length > 0 && !isCut && ` · ${t.count(events.length)}`}
        </p>
        {isCut && <p>{t.more}</p>}
        {events.length === 0 ? <Nothing {...props} /> : <Days {...props} />}
        {!isUnknown && <Weeks {...props} />}
        {!isUnknown && <Subscribe {...props} />}
        {changed && (
          <p class="hint">
            {holderFrameWords[reader].updated} {formatHolderDay(reader, changed)}
          </p>
        )}
      </>
    ),
  }
}
