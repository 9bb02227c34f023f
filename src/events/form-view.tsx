import { commonWords } from '../i18n/common-words.ts'
import { formatTime } from '../i18n/translated.ts'
import { dayOf } from '../lib/dates.ts'
import { writeDay } from '../lib/typed-day.ts'
import { Button, ButtonRow, LinkButton } from '../web/components/button.tsx'
import { Checkbox, ChipGroup } from '../web/components/choices.tsx'
import { NumberField, TextField } from '../web/components/field.tsx'
import { Notice } from '../web/components/notice.tsx'
import { TextArea } from '../web/components/text-area.tsx'
import type { Page } from '../web/page.ts'
import { told, whenText } from './holder-words.ts'
import type { SiteEvent } from './queries.ts'
import { isDayOnly } from './rules.ts'
import { eventPage, type Part, sentence } from './site-parts.tsx'
import { words } from './words.ts'

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

type Fields = Part & { values: Record<string, string> }

/** A name and a day: the rest may be left empty. */
const needed = ['nameFi', 'day']

const fieldOf = (part: Fields) => (name: string, label: string, hint?: string) => ({
  ...{ name, label, hint, value: part.values[name], problem: sentence(part, name) },
  optional: needed.includes(name) ? undefined : commonWords[part.language].optional,
})

const WhenFields = (part: Fields & { isNew: boolean }) => {
  const t = words[part.language]
  const field = fieldOf(part)
  return (
    <>
      <h2>{t.when}</h2>
      <TextField {...field('day', t.day, t.dayHint)} width={12} autocomplete="off" />
      <TextField {...field('start', t.start, t.startHint)} width={6} autocomplete="off" />
      <TextField {...field('end', t.end)} width={6} autocomplete="off" />
      <TextField {...field('lastDay', t.lastDay, t.lastDayHint)} width={12} autocomplete="off" />
      {part.isNew && <TextArea {...field('moreDays', t.moreDays, t.moreDaysHint)} />}
    </>
  )
}

const AboutFields = (part: Fields) => {
  const t = words[part.language]
  const field = fieldOf(part)
  const { values } = part
  return (
    <>
      <TextField {...field('place', t.place, t.placeHint)} autocomplete="off" />
      <TextField {...field('url', t.url)} autocomplete="off" />
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
      <TextField {...field('howFi', t.howFi, t.howHint)} autocomplete="off" />
      <TextField {...field('howSv', t.howSv)} autocomplete="off" />
      <TextField {...field('howEn', t.howEn)} autocomplete="off" />
    </>
  )
}

type FormProps = Part & { event: SiteEvent | null }

/** A new event, or one as it stands. */
export const formPage = (props: FormProps): Page => {
  const { language, links, typed, event } = props
  const t = words[language]
  const isBack = Object.keys(typed.values).length > 0 || Object.keys(typed.problems).length > 0
  const values = isBack || !event ? typed.values : valuesOf(props, event)
  const part = { ...props, values }
  const field = fieldOf(part)
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
        <form method="post" action={event ? links.event(event.id) : links.add} novalidate>
          <h2>{t.name}</h2>
          <TextField {...field('nameFi', t.nameFi)} autocomplete="off" />
          <TextField {...field('nameSv', t.nameSv)} autocomplete="off" />
          <TextField {...field('nameEn', t.nameEn)} autocomplete="off" />
          <WhenFields {...part} isNew={event === null} />
          <AboutFields {...part} />
          <ButtonRow>
            <Button>{t.save}</Button>
            <LinkButton href={links.list} secondary>
              {commonWords[language].cancel}
            </LinkButton>
          </ButtonRow>
        </form>
      </>
    ),
  })
}

/** What a feed says is changed where the feed is made. */
export const feedEventPage = (props: Part & { event: SiteEvent }): Page => {
  const { language, links, event } = props
  const t = words[language]
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
  const t = words[language]
  const field = fieldOf({ ...props, values: typed.values })
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
        <form method="post" action={links.copy(event.id)} novalidate>
          <TextField {...field('day', t.day, t.dayHint)} width={12} autocomplete="off" />
          <ButtonRow>
            <Button>{t.copy}</Button>
            <LinkButton href={links.list} secondary>
              {commonWords[language].cancel}
            </LinkButton>
          </ButtonRow>
        </form>
      </>
    ),
  })
}
