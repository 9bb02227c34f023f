import { commonWords } from '../i18n/common-words.ts'
import { formatTime } from '../i18n/translated.ts'
import { dayOf } from '../lib/dates.ts'
import { writeDay } from '../lib/typed-day.ts'
import { LinkButton } from '../web/components/button.tsx'
import { Checkbox, ChipGroup } from '../web/components/choices.tsx'
import { NumberField, TextField } from '../web/components/field.tsx'
import { Notice } from '../web/components/notice.tsx'
import { TextArea } from '../web/components/text-area.tsx'
import type { Page } from '../web/page.ts'
import { formWords } from './form-words.ts'
import { told, whenText } from './holder-words.ts'
import type { SiteEvent } from './queries.ts'
import { isDayOnly } from './rules.ts'
import { EventsForm, eventPage, fieldOf, type Part } from './site-parts.tsx'

/** What is kept, as the form would have been typed. */
const valuesOf = ({ language }: Part, event: SiteEvent): Record<string, string> => {
  const { names, how, startsAt, endsAt, allDay } = event
  const time = (at: Date) => formatTime(language, at)
  const [first, last] = [dayOf(startsAt), dayOf(endsAt ?? startsAt)]
  const isLong = endsAt !== null && endsAt.getTime() - startsAt.getTime() >= 18 * 3_600_000
  return {
    ...{ nameFi: names.fi ?? '', nameSv: names.sv ?? '', nameEn: names.en ?? '' },
    ...{ day: writeDay(first), lastDay: isLong && last !== first ? writeDay(last) : '' },
    start: allDay ? '' : time(startsAt),
    end: endsAt === null || allDay || isDayOnly(endsAt) ? '' : time(endsAt),
    ...{ place: event.place ?? '', tickets: event.tickets?.toString() ?? '', url: event.url ?? '' },
    booking: event.booking === null ? '' : event.booking ? 'yes' : 'no',
    ...{ forChildren: event.forChildren ? 'yes' : '', accessible: event.accessible ? 'yes' : '' },
    ...{ howFi: how?.fi ?? '', howSv: how?.sv ?? '', howEn: how?.en ?? '' },
  }
}

type Field = ReturnType<typeof fieldOf>
type Fields = Part & { values: Record<string, string>; field: Field }

/** A name and a day: the rest may be left empty. */
const needed = ['nameFi', 'day']

const WhenFields = (part: Fields & { isNew: boolean }) => {
  const t = formWords[part.language]
  const { field } = part
  return (
    <>
      <h2>{t.when}</h2>
      <TextField {...field('day', t.day, t.dayHint)} width={12} />
      <TextField {...field('start', t.start, t.startHint)} width={6} />
      <TextField {...field('end', t.end)} width={6} />
      <TextField {...field('lastDay', t.lastDay, t.lastDayHint)} width={12} />
      {part.isNew && <TextArea {...field('moreDays', t.moreDays, t.moreDaysHint)} />}
    </>
  )
}

const AboutFields = (part: Fields) => {
  const t = formWords[part.language]
  const { field, values } = part
  return (
    <>
      <TextField {...field('place', t.place, t.placeHint)} />
      <TextField {...field('url', t.url)} />
      <Checkbox name="forChildren" label={t.forChildren} checked={values.forChildren === 'yes'} />
      <Checkbox name="accessible" label={t.accessible} checked={values.accessible === 'yes'} />
      <h2>{t.howTitle}</h2>
      <NumberField {...field('tickets', t.tickets, t.ticketsHint)} />
      <ChipGroup
        name="booking"
        label={t.booking}
        value={values.booking ?? ''}
        choices={[
          { value: '', label: t.bookingUnknown },
          { value: 'yes', label: t.bookingYes },
          { value: 'no', label: t.bookingNo },
        ]}
      />
      <TextField {...field('howFi', t.howFi, t.howHint)} />
      <TextField {...field('howSv', t.howSv)} />
      <TextField {...field('howEn', t.howEn)} />
    </>
  )
}

type FormProps = Part & { event: SiteEvent | null }

/** A new event, or one as it stands. */
export const formPage = (props: FormProps): Page => {
  const { language, links, typed, event } = props
  const t = formWords[language]
  const isBack = Object.keys(typed.values).length > 0 || Object.keys(typed.problems).length > 0
  const values = isBack || !event ? typed.values : valuesOf(props, event)
  const field = fieldOf(props, values, needed)
  const part = { ...props, values, field }
  return eventPage({
    ...props,
    title: event ? t.changeTitle : t.newTitle,
    isBelow: true,
    children: (
      <>
        {event?.source === 'file' && (
          <Notice kind="info">
            <p>{t.fromFile}</p>
          </Notice>
        )}
        <EventsForm
          language={language}
          action={event ? links.event(event.id) : links.add}
          send={t.save}
          back={links.list}
        >
          <h2>{t.name}</h2>
          <TextField {...field('nameFi', t.nameFi)} />
          <TextField {...field('nameSv', t.nameSv)} />
          <TextField {...field('nameEn', t.nameEn)} />
          <WhenFields {...part} isNew={event === null} />
          <AboutFields {...part} />
        </EventsForm>
      </>
    ),
  })
}

/** What a feed says is changed where the feed is made. */
export const feedEventPage = (props: Part & { event: SiteEvent }): Page => {
  const { language, links, event } = props
  const t = formWords[language]
  const name = told(language, event.names)
  return eventPage({
    ...props,
    title: name.text,
    isBelow: true,
    children: (
      <>
        <p>{whenText(language, event)}</p>
        {event.place && <p>{event.place}</p>}
        <Notice kind="info">
          <p>{t.fromFeed}</p>
        </Notice>
        <p>
          <LinkButton href={links.list} secondary>
            {commonWords[language].back}
          </LinkButton>
        </p>
      </>
    ),
  })
}

/** The same on another day. */
export const copyPage = (props: Part & { event: SiteEvent }): Page => {
  const { language, links, typed, event } = props
  const t = formWords[language]
  const field = fieldOf(props, typed.values, needed)
  return eventPage({
    ...props,
    title: t.copyTitle,
    isBelow: true,
    children: (
      <>
        <p>
          {told(language, event.names).text} · {whenText(language, event)}
        </p>
        <p>{t.copyLead}</p>
        <EventsForm language={language} action={links.copy(event.id)} send={t.copy} back={links.list}>
          <TextField {...field('day', t.day, t.dayHint)} width={12} />
        </EventsForm>
      </>
    ),
  })
}
