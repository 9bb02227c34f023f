import { isTurned } from '../desk/turned.ts'
import type { Desk, Done } from './desk.ts'
import { button, code, heading, line, result } from './dom.ts'
import { said, sumOf, ticketsText } from './say.ts'

/** The state that most needs a look stands for all that one tap recorded. */
const order = ['attention', 'kept', 'undoing', 'waits', 'recorded', 'undone'] as const

const worst = (records: readonly Done[]): Done =>
  records.reduce((one, other) => (order.indexOf(other.state) < order.indexOf(one.state) ? other : one))

/** What is so, and never more than is known: kept on the device, recorded, or waiting for somebody. */
const wordsOf = (
  { t, net }: Desk,
  { state, flag, said: why }: Done,
): { title: string; why: string | null } => {
  const flags = { repeat: t.repeatFlag, late: t.lateFlag }
  const told = isTurned() ? null : flag && flags[flag]
  if (state === 'attention') return { title: t.attentionTitle, why: isTurned() ? null : why && said(why) }
  if (state === 'kept') return { title: t.saved, why: net.net === 'on' ? t.sending : t.savedWhy }
  if (state === 'undoing') return { title: t.undoing, why: null }
  if (state === 'undone') return { title: t.undone, why: null }
  return { title: state === 'waits' && !isTurned() ? t.wait.done : t.done, why: told }
}

export const stripText = (desk: Desk): string => {
  if (desk.last.length === 0) return ''
  const { title, why } = wordsOf(desk, worst(desk.last))
  return [title, why].filter(Boolean).join(' ')
}

/** What the last tap recorded, above the field for the next card. */
export const stripOf = (desk: Desk): HTMLElement | null => {
  const { t, last } = desk
  if (last.length === 0) return null
  const state = worst(last)
  const { title, why } = wordsOf(desk, state)
  const outcome = state.state === 'attention' ? 'no' : state.state === 'recorded' ? 'ok' : 'hold'
  const tails = last.flatMap(({ tail }, index) => [index > 0 ? ', ' : ' · ', code(`•••${tail}`)])
  const undoable = last.filter(({ state }) => ['kept', 'recorded', 'waits'].includes(state))
  const act =
    state.state === 'attention'
      ? button(t.see, desk.go.list)
      : undoable.length > 0 && button(t.undo, () => desk.undo(undoable), { 'aria-keyshortcuts': 'Control+Z' })
  const tickets = line(ticketsText(t, sumOf(last.map(({ tickets }) => tickets))), ...tails)
  return result(outcome, heading(title, 2, 'recorded'), [tickets, why && line(why)], act)
}
