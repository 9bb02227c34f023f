import { isTurned } from '../desk/turned.ts'
import { forClerk } from './clerk.ts'
import type { Desk, Entry, Found, Screen } from './desk.ts'
import { bar, button, heading, line, make, notice, row } from './dom.ts'
import { mayPassLimit, readForm } from './form.ts'
import { headOf } from './head.ts'
import { keysOf } from './keys.ts'
import { questionsOf } from './questions.ts'
import { fill, ticketsText, timeText } from './say.ts'

/** Says at a question what is wrong with it, and takes the person there. */
const showProblem = (form: HTMLFormElement, { name, text }: { name: string; text: string }) => {
  for (const old of form.querySelectorAll('.problem')) old.remove()
  const first = form.querySelector<HTMLElement>(`[name=${name}]`)
  const set = first?.closest('fieldset')
  if (!first || !set) return
  const problem = make('p', { class: 'problem', id: `f-${name}-problem` }, text)
  set.setAttribute('aria-describedby', problem.id)
  // What is folded away from the customer's eyes stays so: the clerk opens it.
  const fold = set.closest('details:not([open])')
  if (fold) fold.before(problem)
  else set.querySelector('legend')!.after(problem)
  const place = fold?.querySelector('summary') ?? first
  place.focus()
}

/** A booked ticket: arriving with it is no second use. */
const arrivalScreen = (desk: Desk, found: Found): Screen => {
  const { t, go } = desk
  const booking = found.answer!.booking!
  const title = heading(t.booking)
  const told = make('p', { role: 'status' })
  const arrive = button(t.arrive, () => desk.arrive(booking.id, told), { plain: true })
  return {
    title: t.booking,
    focus: title,
    nodes: [
      headOf(desk, { ...found, answer: { ...found.answer!, allowed: true, recent: null } }, title, [
        line(ticketsText(t, booking)),
        booking.event !== null && line(booking.event),
      ]),
      told,
      row(
        button(t.bookingElse, () => go.card({ ...found, answer: { ...found.answer!, booking: null } })),
        button(t.other, () => go.ready()),
      ),
      bar(arrive),
    ],
    onKey: (event) => {
      if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) arrive.click()
    },
  }
}

/** A card in hand: how many tickets, and one button. Nothing of the holder but until when and how many children. */
export const cardScreen = (desk: Desk, found: Found): Screen => {
  const { t, basket, go } = desk
  const { answer } = found
  if (answer?.booking) return arrivalScreen(desk, found)
  const recent = (answer?.allowed && answer.recent) || null
  const isRefused = answer !== null && !answer.allowed
  const isOverLimit = mayPassLimit(desk, found)
  const isNeutral = isTurned()
  const repeat = isNeutral ? t.turned.hold : t.repeat
  const title = heading(recent ? repeat : (answer?.card?.type === 'community' && t.community) || t.valid)
  const repeated = () => {
    const text = desk.standing!.event ? t.repeatedEvent : t.repeated
    return fill(text, { tickets: ticketsText(t, recent!), time: timeText(recent!.at) })
  }
  const head = headOf(desk, found, title, [
    ...(recent ? forClerk(desk, [isNeutral && line(make('strong', {}, t.repeat)), line(repeated())]) : []),
    recent && line(button(isNeutral ? t.next : t.recordNothing, () => go.ready())),
  ])
  const label = make('button', { class: 'btn', type: 'submit' })
  const form = make('form', { novalidate: true }, ...questionsOf(desk, found))
  const isFull = isRefused && !isOverLimit && !desk.canWait(found)
  const more = row(
    !isRefused &&
      !recent &&
      button(t.basketAdd, () =>
        finish((entry) => {
          desk.basket.push(entry)
          go.ready()
        }),
      ),
    button(isFull ? t.next : t.other, () => go.ready()),
  )
  const tell = () => {
    const entry = readForm(desk, found, form)
    const reasons = form.querySelector<HTMLElement>('[data-reasons]')
    const isOver = isOverLimit || ('name' in entry ? entry.name === 'reason' : entry.overrideReason !== null)
    if (reasons) reasons.hidden = !isOver && !isOverLimit
    const tickets = 'name' in entry ? null : ticketsText(t, joined(entry))
    const plain = isOver ? t.recordAnyway : t.record
    label.textContent =
      isRefused && !isOverLimit
        ? isNeutral
          ? t.turned.give
          : t.wait.give
        : recent && !isNeutral
          ? t.recordMore
          : tickets && !isOver
            ? `${t.recordThis} ${tickets}`
            : plain
  }
  /** The button says what it will record, with the cards that were read before. */
  const joined = ({ tickets }: Entry) => {
    const all = [...basket.map((entry) => entry.tickets), tickets]
    const sum = (name: 'adults' | 'children') => all.reduce((total, one) => total + one[name], 0)
    return { adults: sum('adults'), children: sum('children') }
  }
  const finish = (then: (entry: Entry) => void) => {
    const entry = readForm(desk, found, form)
    if ('name' in entry) showProblem(form, entry)
    else then(entry)
  }
  form.addEventListener('input', tell)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    finish((entry) => void desk.record([...basket, entry]))
  })
  if (!isFull) form.append(more, bar(label))
  tell()
  const waitNote =
    isRefused && !isNeutral && !isFull && !isOverLimit && notice('info', t.wait.title, line(t.wait.text))
  const nodes = [head, waitNote, isFull ? more : form]
  return {
    title: title.textContent ?? '',
    focus: title,
    nodes: nodes.filter((node) => node instanceof Node),
    onKey: isFull ? nextByKey(desk) : keysOf(desk, form),
  }
}

/** A scanner that reads on a screen without questions has the next customer's card. */
const nextByKey = (desk: Desk) => (event: KeyboardEvent) => {
  if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) desk.go.ready()
}
