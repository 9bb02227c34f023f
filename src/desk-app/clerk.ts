import { isTurned, reasonBehindButton } from '../desk/turned.ts'
import type { Desk } from './desk.ts'
import { line, make } from './dom.ts'

/** What is not for the customer’s eyes: said at once, or behind a button where they see the screen. */
export const forClerk = (
  { t }: Pick<Desk, 't'>,
  said: readonly (Node | false | null | undefined)[],
): Node[] => {
  const nodes = said.filter((one) => one instanceof Node)
  if (!isTurned() || nodes.length === 0) return nodes
  const place = make('div')
  return [place, line(reasonBehindButton(t.turned, place, nodes).button)]
}
