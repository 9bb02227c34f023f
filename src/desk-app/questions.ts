import { limitReasons, overrideReasons } from '../desk/rules.ts'
import { isTurned } from '../desk/turned.ts'
import type { Desk, Found } from './desk.ts'
import { chips, make } from './dom.ts'
import { mayPassLimit } from './form.ts'
import { fill, hasNoMore } from './say.ts'

const mostChips = 4
const numbers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => ({
    value: String(from + index),
    label: String(from + index),
  }))

const childrenOf = (desk: Desk, { answer }: Found) => {
  const { t } = desk
  const card = answer?.card ?? null
  const other = { label: t.otherAmount, numberLabel: t.howMany }
  const base = { name: 'children', value: '0', big: true, other }
  if (card?.type === 'community')
    return chips({
      ...{ ...base, label: fill(t.clientsOf, { age: card.childAge }), hint: t.clientsHint },
      choices: numbers(0, mostChips),
    })
  // Where the customer sees the screen, nothing tells how many children the register has.
  const isKnown = card !== null && answer!.allowed && !isTurned()
  const age = card ? fill(t.childAge, { age: card.childAge }) : t.childAgeUnknown
  return chips({
    ...{ ...base, label: answer?.recent && !isTurned() ? t.moreChildren : t.children },
    hint: isKnown ? hasNoMore(t, card) : age,
    // No more than the register allows, and never so many that they hide the button.
    choices: numbers(
      0,
      !isTurned() && (isKnown || answer?.recent)
        ? Math.min(card?.children ?? mostChips, mostChips)
        : mostChips,
    ),
  })
}

/** A personal card brings one adult: its holder. Asked only of a community card, and of more tickets. */
const adultsOf = ({ t }: Desk, { answer }: Found) => {
  const other = { label: t.otherAmount, numberLabel: t.howMany }
  if (answer?.card?.type === 'community')
    return chips({
      name: 'adults',
      label: t.workers,
      value: '1',
      big: true,
      other,
      choices: numbers(1, mostChips),
    })
  if (!answer?.recent) return null
  return chips({
    name: 'adults',
    label: isTurned() ? t.turned.adults : t.moreAdults,
    value: '1',
    big: true,
    choices: numbers(0, 1),
  })
}

/** The questions about a card in hand, each with an answer to start from: that of most customers. */
export const questionsOf = (desk: Desk, found: Found): HTMLElement[] => {
  const { t } = desk
  const site = desk.site()
  const kinds = site.kinds.map((value) => ({ value, label: t.kinds[value] }))
  const known = mayPassLimit(desk, found) ? limitReasons : overrideReasons
  const reasons = known.map((value) => ({ value, label: t.reasons[value] }))
  const why = () =>
    chips({
      name: 'reason',
      label: mayPassLimit(desk, found) ? t.limitReason : t.reason,
      value: '',
      choices: reasons,
    })
  const parts = [
    adultsOf(desk, found),
    childrenOf(desk, found),
    site.allowsOverride &&
      make(
        'div',
        { 'data-reasons': true, hidden: true },
        isTurned() ? make('details', {}, make('summary', {}, t.turned.choose), why()) : why(),
      ),
    chips({
      name: 'companions',
      label: t.companions,
      hint: t.companionsHint,
      value: '0',
      choices: numbers(0, 2),
    }),
    kinds.length > 1 && chips({ name: 'kind', label: t.kind, value: kinds[0]!.value, choices: kinds }),
  ]
  return parts.filter((part) => part instanceof HTMLElement)
}
