import { isTurned, setTurned } from '../desk/turned.ts'
import { toldToday } from '../desk-queue/memory.ts'
import { forClerk } from './clerk.ts'
import type { Desk, ReadyProblem, Screen } from './desk.ts'
import { bar, button, code, codeInput, field, heading, line, make, notice, row } from './dom.ts'
import { installHelp } from './install.ts'
import { counted, said, sumOf, ticketsText } from './say.ts'

/** Cards that are recorded together by one tap; nothing ever ties them to each other. */
const basketNote = (desk: Desk) => {
  const { t, basket, go } = desk
  if (basket.length === 0) return null
  const items = basket.map((entry) =>
    make(
      'li',
      {},
      `${ticketsText(t, entry.tickets)} · `,
      code(`•••${entry.found.read.code.slice(-4)}`),
      ' ',
      make(
        'button',
        {
          ...{ class: 'link', type: 'button' },
          click: () => {
            desk.basket = basket.filter((one) => one !== entry)
            go.ready()
          },
        },
        t.basketOut,
      ),
    ),
  )
  const sum = ticketsText(t, sumOf(basket.map(({ tickets }) => tickets)))
  const record = button(`${t.recordThis} ${sum}`, () => desk.record(basket), { plain: true })
  return notice('info', t.basket, make('ul', {}, ...items), row(record))
}

/** What the check characters make of a mistyped code, as a question; and a way on for a code that is right as it is. */
const meantNote = ({ t, go }: Desk, { typed, meant, mayBeRight }: ReadyProblem) => {
  const asked = meant
    ? [line(make('strong', {}, code(meant))), button(t.checkMeant, () => go.check(meant))]
    : null
  const right = mayBeRight && button(t.codeIsRight, () => go.check(typed, { isRight: true }))
  return (asked || right) && notice('info', asked ? t.meant : null, asked?.[0], row(asked?.[1], right))
}

/** The groups that come today, below the field: nothing may push that off a small screen. */
const groupsNote = (desk: Desk) => {
  const { groups } = toldToday(desk.remembered, desk.standing!.siteId, desk.today())
  return groups.length > 0 && notice('info', null, ...groups.map((one) => line(said(one))))
}

const shortcuts = (desk: Desk) => {
  const { t, remembered } = desk
  const box = make('input', { type: 'checkbox', id: 'f-keys', checked: remembered.keys })
  box.addEventListener('change', () => desk.remember({ keys: box.checked }))
  return make(
    'div',
    { class: 'field' },
    make('label', { class: 'check' }, box, make('span', {}, t.keys)),
    make('p', { class: 'hint' }, t.keysAbout),
  )
}

/** The screen turned to the customer, as at the gate: remembered on the device. */
const turning = ({ t: { turned } }: Desk) => {
  const box = make('input', { type: 'checkbox', id: 'f-turned', checked: isTurned() })
  box.addEventListener('change', () => setTurned(box.checked))
  return make(
    'div',
    { class: 'field' },
    make('label', { class: 'check' }, box, make('span', {}, turned.setting)),
    make('p', { class: 'hint' }, turned.settingHint),
  )
}

/** Ready for a card. The field has the focus, also after a record: a hand-held scanner types and presses Enter. */
export const readyScreen = (desk: Desk, problem?: ReadyProblem): Screen => {
  const { t, page, go } = desk
  const text = problem && (isTurned() ? t.turned.readAgain : problem.text)
  const place = field(
    { name: 'code', label: t.type, problem: text },
    { ...codeInput, ...(problem && { value: problem.typed }) },
  )
  const input = place.querySelector('input')!
  const countText = () => {
    const today = toldToday(desk.remembered, desk.standing!.siteId, desk.today()).counts?.uses ?? 0
    return counted({ one: t.todayCount, other: t.todayCount }, today)
  }
  const list = button(countText(), go.list)
  const check = make('button', { class: 'btn', type: 'submit' }, t.check)
  const submit = (event: Event) => {
    event.preventDefault()
    void go.check(input.value)
  }
  const form = make('form', { novalidate: true, submit }, place, line(list), bar(check))
  const modes = page.modes.map(({ href, label }) => make('a', { class: 'btn sec', href }, label))
  const more = make(
    'details',
    {},
    make('summary', {}, t.settings),
    modes.length > 0 && row(...modes),
    shortcuts(desk),
    turning(desk),
    ...installHelp(desk),
  )
  const nodes = [
    basketNote(desk),
    ...(problem ? forClerk(desk, [isTurned() && line(problem.text), meantNote(desk, problem)]) : []),
    heading(t.scan),
    form,
    groupsNote(desk),
    more,
  ]
  return {
    title: problem ? `${t.errorTitle}${text}` : desk.last.length > 0 ? '' : t.scan,
    nodes: nodes.filter((node) => node instanceof Node),
    focus: input,
    isReady: true,
    slow: () => {
      check.textContent = t.checking
      desk.say(t.checking)
    },
    refresh: () => {
      list.textContent = countText()
    },
    onKey: (event) => {
      const isFree = !(event.target instanceof HTMLInputElement)
      if (event.key !== '/' || !isFree || !desk.remembered.keys) return
      event.preventDefault()
      input.focus()
    },
  }
}
