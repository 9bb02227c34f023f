import { readEvent } from '../desk/event-rules.ts'
import type { Desk, Screen } from './desk.ts'
import { button, chips, field, heading, line, make, problemLine, row } from './dom.ts'
import { dayAfter } from './rules.ts'

/** Here today, tomorrow, or a later day: then the ticket is a booking. */
const dayQuestion = ({ t, standing, today }: Desk) => {
  const chosen = standing?.eventOn ?? null
  const tomorrow = dayAfter(today(), 1)
  const value = chosen === null ? 'today' : chosen === tomorrow ? 'tomorrow' : 'other'
  const choices = [
    { value: 'today', label: t.dayToday },
    { value: 'tomorrow', label: t.dayTomorrow },
    { value: 'other', label: t.dayOther },
  ]
  const place = field(
    { name: 'eventOn', label: t.dayField },
    { type: 'date', min: today(), ...(value === 'other' && { value: chosen! }) },
  )
  const question = make(
    'form',
    { novalidate: true },
    chips({ name: 'day', label: t.day, value, choices }),
    place,
  )
  const show = () => {
    place.hidden = new FormData(question).get('day') !== 'other'
  }
  question.addEventListener('change', show)
  question.addEventListener('submit', (event) => event.preventDefault())
  show()
  /** Null for today; undefined when no day that can be is chosen. */
  const read = (): string | null | undefined => {
    const answers = new FormData(question)
    const day = answers.get('day')
    if (day === 'today') return null
    const on = day === 'tomorrow' ? tomorrow : String(answers.get('eventOn'))
    if (on === today()) return null
    return /^\d{4}-\d\d-\d\d$/.test(on) && on > today() ? on : undefined
  }
  return { question, read }
}

/** Which site, for those who record for several. */
const sitePicks = (desk: Desk): HTMLElement =>
  row(
    ...desk.remembered.state.sites
      .filter(({ id }) => id !== desk.standing?.siteId)
      .map(({ id, name }) =>
        button(name, () => {
          desk.choose({ siteId: id, event: null, eventOn: null })
          desk.go.ready()
        }),
      ),
  )

export const siteScreen = (desk: Desk): Screen => {
  const { t } = desk
  const title = heading(t.chooseSite)
  return { title: t.chooseSite, focus: title, nodes: [title, line(t.remembered), sitePicks(desk)] }
}

/** What the tickets are for: here today, an event of late, or a name typed now. All of it works without a network. */
export const eventScreen = (desk: Desk): Screen => {
  const { t, standing, remembered, go } = desk
  const title = heading(t.chooseEvent)
  const { question, read } = dayQuestion(desk)
  const told = problemLine()
  const { siteId } = standing!
  const pick = (event: string | null) => {
    const eventOn = read()
    if (eventOn === undefined) {
      told.tell(t.dayPast)
      return
    }
    desk.choose({ siteId, event, eventOn })
    go.ready()
  }
  const name = field({ name: 'event', label: t.eventName, hint: t.eventNameHint }, { maxlength: 200 })
  const submit = (event: Event) => {
    event.preventDefault()
    const typed = readEvent(name.querySelector('input')!.value)
    if ('event' in typed) pick(typed.event)
    else {
      // What names or reaches a person is not shown again.
      if (typed.problem !== 'event-too-long') name.querySelector('input')!.value = ''
      told.tell((t.problems as Record<string, string>)[typed.problem] ?? t.problems['event-missing'])
      name.querySelector('input')!.focus()
    }
  }
  const recent = remembered.state.events[siteId] ?? []
  const nodes = [
    title,
    line(t.remembered),
    question,
    told.place,
    row(button(t.hereToday, () => pick(null), { plain: true })),
    recent.length > 0 && make('h2', {}, t.recentEvents),
    recent.length > 0 && row(...recent.map((event) => button(event, () => pick(event)))),
    make('h2', {}, t.otherEvent),
    make(
      'form',
      { novalidate: true, submit },
      name,
      line(make('button', { class: 'btn sec', type: 'submit' }, t.useEvent)),
    ),
    remembered.state.sites.length > 1 && make('h2', {}, t.otherSites),
    remembered.state.sites.length > 1 && sitePicks(desk),
    row(button(t.back, () => go.ready())),
  ]
  return { title: t.chooseEvent, focus: title, nodes: nodes.filter((node) => node instanceof Node) }
}
