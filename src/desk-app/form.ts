import { isTurned } from '../desk/turned.ts'
import type { RecordSent } from '../desk-queue/wire.ts'
import type { Desk, Entry, Found } from './desk.ts'
import { amountOf, mostTickets } from './rules.ts'
import { hasMore } from './say.ts'

/** Whether the site may go over its own limit for this card, saying why. */
export const mayPassLimit = (desk: Desk, { answer }: Found): boolean =>
  answer?.reason === 'limit-reached' && desk.site().allowsOverride

/** Reads the answers of the form; the name of a question and what is wrong with it when there is no answer. */
export const readForm = (
  desk: Desk,
  found: Found,
  form: HTMLFormElement,
): Entry | { name: string; text: string } => {
  const { t } = desk
  const answers = new FormData(form)
  const amount = (name: string, start: number) => {
    const chip = answers.get(name)
    return chip === null ? start : amountOf(String(chip), String(answers.get(`${name}-more`) ?? ''))
  }
  const card = found.answer?.card ?? null
  const adults = amount('adults', 1)
  const children = amount('children', 0)
  const companions = amount('companions', 0)
  if (adults === null) return { name: 'adults', text: t.problems.amount }
  if (children === null) return { name: 'children', text: t.problems.amount }
  if (companions === null) return { name: 'companions', text: t.problems.amount }
  if (adults + children + companions === 0) return { name: 'children', text: t.problems['nothing-to-record'] }
  if (adults + children > mostTickets) return { name: 'children', text: t.problems['too-many-tickets'] }
  const hasTooMany = card?.type === 'personal' && found.answer?.allowed === true && children > card.children
  const isOver = hasTooMany || mayPassLimit(desk, found)
  const overrideReason = isOver ? (answers.get('reason') as string | null) : null
  if (hasTooMany && !desk.site().allowsOverride)
    return { name: 'children', text: isTurned() ? t.turned.ask : hasMore(t, card) }
  if (isOver && !overrideReason) return { name: 'reason', text: t.problems['reason-missing'] }
  const kind = (answers.get('kind') ?? desk.site().kinds[0] ?? 'ticket') as RecordSent['kind']
  const confirmDuplicate = found.answer?.recent != null
  return { found, tickets: { adults, children, companions }, kind, overrideReason, confirmDuplicate }
}
