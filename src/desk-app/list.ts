import { toldToday } from '../desk-queue/memory.ts'
import type { KeptRecord } from '../desk-queue/types.ts'
import { correctScreen, giveUpScreen, isUndoing } from './attention.ts'
import { forClerk } from './clerk.ts'
import type { Desk, Done, Screen } from './desk.ts'
import { button, code, heading, line, make, row } from './dom.ts'
import { dayOf } from './rules.ts'
import { counted, dayText, said, ticketsText, timeText } from './say.ts'

const whatOf = ({ t }: Desk, { record, keptAt }: KeptRecord): (Node | string)[] =>
  record
    ? [
        `${dayText(dayOf(Date.parse(record.scannedAt)))} ${timeText(record.scannedAt)} · ${ticketsText(t, record)} · `,
        code(`•••${record.code.slice(-4)}`),
        record.event ? ` · ${record.event}` : '',
      ]
    : [`${timeText(keptAt)}`]

const tag = (kind: string, text: string) => make('span', { class: `tag ${kind}` }, text)

/** What the server refused: a person corrects it, or gives it up. It never leaves by itself. */
const attentionItem = (desk: Desk, kept: KeptRecord) => {
  const { t } = desk
  return make(
    'li',
    { class: 'kept', 'data-record': kept.id },
    line(isUndoing(kept) && `${t.ofUndoing} · `, ...whatOf(desk, kept)),
    ...forClerk(desk, [kept.said && line(make('strong', {}, said(kept.said)))]),
    row(
      kept.record && !isUndoing(kept) && button(t.correct, () => desk.show(correctScreen(desk, kept))),
      button(isUndoing(kept) ? t.giveUpUndoing : t.giveUp, () => desk.show(giveUpScreen(desk, kept))),
    ),
  )
}

const waitingItem = (desk: Desk, kept: KeptRecord) => {
  const { t } = desk
  return make(
    'li',
    { class: 'kept', 'data-record': kept.id },
    line(...whatOf(desk, kept), ' ', tag('wait', kept.state === 'undoing' ? t.stateUndoing : t.stateWaiting)),
    kept.state === 'waiting' && row(button(t.undo, () => undoKept(desk, kept))),
  )
}

const undoKept = async (desk: Desk, { id }: KeptRecord) => {
  const known = desk.session.find((one) => one.id === id)
  if (known) await desk.undo([known])
  else await desk.queue.undo(id)
  desk.say(desk.t.undone)
}

/** Recorded since the page was opened: only the end of the code, and only in this page's own memory. */
const sessionItem = (desk: Desk, one: Done) => {
  const { t } = desk
  const isUndone = one.state === 'undone'
  const what = [`${timeText(one.at)} · ${ticketsText(t, one.tickets)} · `, code(`•••${one.tail}`)]
  return make(
    'li',
    { class: 'kept', 'data-record': one.id },
    line(
      isUndone ? make('s', {}, ...what) : make('span', {}, ...what),
      ' ',
      tag(isUndone ? 'off' : 'ok', isUndone ? t.stateUndone : t.stateRecorded),
    ),
    !isUndone && row(button(t.undo, () => desk.undo([one]))),
  )
}

const group = (title: string, items: HTMLElement[]) =>
  items.length > 0 ? [make('h2', {}, title), make('ul', { class: 'plain' }, ...items)] : []

/**
 * Drawn anew whenever a record goes out: a button under a finger stays where it is, and whoever stands on one by
 * keyboard stands on the same one afterwards, or on the title when it has gone.
 */
const redraw = (place: HTMLElement, nodes: readonly Node[], title: HTMLElement) => {
  const old = place.childNodes
  if (old.length === nodes.length && nodes.every((node, index) => node.isEqualNode(old[index]!))) return
  const held = place.contains(document.activeElement) ? document.activeElement : null
  place.replaceChildren(...nodes)
  if (!held) return
  const idOf = (element: Element) => element.closest<HTMLElement>('[data-record]')?.dataset.record
  const id = idOf(held)
  const same = [...place.querySelectorAll<HTMLElement>('button, a')].find(
    (one) => one.isEqualNode(held) && idOf(one) === id,
  )
  ;(same ?? title).focus()
}

const filled = async (desk: Desk, place: HTMLElement, title: HTMLElement) => {
  const { t, queue, net } = desk
  const kept = await queue.list()
  const attention = kept.filter(({ state }) => state === 'attention')
  const waiting = kept.filter(({ state }) => state !== 'attention')
  const session = desk.session.filter(({ state }) => ['recorded', 'waits', 'undone'].includes(state))
  const groups = [
    ...group(
      t.listAttention,
      attention.map((one) => attentionItem(desk, one)),
    ),
    ...group(
      t.listWaiting,
      waiting.map((one) => waitingItem(desk, one)),
    ),
    waiting.length > 0 && row(button(t.send, () => void queue.flush())),
    // Whose they are and what they hold is not for this person to see; only that they are there.
    ...(net.others > 0 ? [make('h2', {}, t.listOthers), line(counted(t.others, net.others))] : []),
    ...group(
      t.listSession,
      session.toReversed().map((one) => sessionItem(desk, one)),
    ),
  ].filter((node) => node instanceof Node)
  const empty = make('div', { class: 'empty' }, make('h2', {}, t.listEmpty), line(t.listEmptyWhy))
  const totals = desk.standing && toldToday(desk.remembered, desk.standing.siteId, desk.today()).counts
  const nodes = [
    ...(kept.length + net.others === 0 ? [empty] : []),
    ...groups,
    ...(net.net === 'on'
      ? [
          make('h2', {}, t.today),
          ...(totals ? [line(t.listTotals.replace('{tickets}', ticketsText(t, totals)))] : []),
          line(make('a', { class: 'btn sec', href: desk.page.paths.today }, t.listToday)),
        ]
      : []),
  ]
  redraw(place, nodes, title)
}

/** What waits, what needs a person, and what was recorded just now. The day's whole list is the server's. */
export const listScreen = (desk: Desk): Screen => {
  const { t, go } = desk
  const title = heading(t.listTitle)
  const place = make('div', {})
  const refresh = () => void filled(desk, place, title)
  refresh()
  return {
    title: t.listTitle,
    focus: title,
    nodes: [title, place, row(button(t.back, () => go.ready(), { plain: true }))],
    refresh,
  }
}
