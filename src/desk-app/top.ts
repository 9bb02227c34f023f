import type { Desk } from './desk.ts'
import { make, notice } from './dom.ts'
import { warningOf } from './rules.ts'
import { counted, dayText, fill } from './say.ts'

/** `Ei verkkoa · 2 odottaa` */
export const netText = ({ t, net }: Desk): string =>
  [
    net.net === 'pair-again' ? t.pairAgain : net.net === 'off' ? t.netOff : t.netOn,
    net.waiting > 0 && counted(t.netWaiting, net.waiting),
    net.attention > 0 && counted(t.netAttention, net.attention),
  ]
    .filter(Boolean)
    .join(' · ')

/** The state of the network and of what waits, which opens the list of it. */
export const netLine = (desk: Desk): HTMLElement => {
  const { net, t, go } = desk
  const tone =
    net.attention > 0 || net.net === 'pair-again'
      ? 'no'
      : net.net === 'off' || net.waiting > 0
        ? 'hold'
        : 'ok'
  return make(
    'button',
    { class: `net ${tone}`, type: 'button', click: go.list },
    netText(desk),
    make('span', { class: 'vh' }, `. ${t.see}`),
  )
}

/** Well before what waits grows too old, and loudly when it nearly has. */
export const warningNote = ({ t, net }: Desk): HTMLElement | null => {
  const warning = warningOf(net, Date.now())
  return warning && notice(warning === 'old' ? 'warn' : 'error', t[warning])
}

/** What the tickets are for, and where. */
export const eventBar = (desk: Desk): HTMLElement | null => {
  const { t, standing, go } = desk
  if (!standing) return null
  const { name } = desk.site()
  const { event, eventOn } = standing
  const when = eventOn ? `${dayText(eventOn)} · ${name}` : event ? fill(t.atToday, { site: name }) : name
  const title = event ?? (eventOn ? t.withoutEvent : t.hereToday)
  return make(
    'div',
    { class: 'eventbar' },
    make('p', {}, make('strong', {}, title), ' ', when),
    make(
      'button',
      { class: 'link', type: 'button', click: go.event },
      t.change,
      make('span', { class: 'vh' }, ` ${t.event}`),
    ),
  )
}
