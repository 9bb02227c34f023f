import { fewLeft } from '../desk/rules.ts'
import { isTurned } from '../desk/turned.ts'
import { forClerk } from './clerk.ts'
import type { Desk, Found } from './desk.ts'
import { code, line, make, notice, result } from './dom.ts'
import { mayPassLimit } from './form.ts'
import { daysLeft } from './rules.ts'
import { counted, dayText, fill, said } from './say.ts'

type Line = Node | false | null | undefined

const tailLine = ({ t }: Desk, { read, answer }: Found, more = '') =>
  line(`${t.card} `, code(`•••${answer?.card?.tail ?? read.code.slice(-4)}`), more && ` · ${more}`)

/** Until when, and whether the customer should hear that it ends soon. */
const untilLines = (desk: Desk, found: Found): Line[] => {
  const { t } = desk
  const { validUntil } = found.answer?.card ?? {}
  if (!validUntil) return [tailLine(desk, found)]
  const days = daysLeft(validUntil, desk.today())
  return [
    tailLine(desk, found, fill(t.untilDay, { day: dayText(validUntil) })),
    days !== null && line(make('strong', {}, days === 0 ? t.soonToday : counted(t.soonDays, days))),
  ]
}

/** What was refused, why, what still works, and what to do next. Never a word about who. */
const refusedWords = ({ t }: Desk, { answer }: Found): { title: string; lines: Line[] } => {
  if (!answer?.explained) return { title: t.refused, lines: [] }
  const { what, why, still, next } = answer.explained
  return { title: said(what), lines: [why, still, next].map((text) => said(text) !== '' && line(said(text))) }
}

/** Where the customer sees the screen, the reason waits behind a button for the clerk. */
const refusedBox = (desk: Desk, found: Found, title: HTMLElement): HTMLElement => {
  const { turned, wait } = desk.t
  const { title: text, lines } = refusedWords(desk, found)
  const all = [...lines, found.answer?.card && tailLine(desk, found)]
  title.textContent = text
  if (!isTurned()) return result('no', title, all)
  const waits = desk.canWait(found) && [line(make('strong', {}, wait.title)), line(wait.text)]
  const mayStill = waits || mayPassLimit(desk, found)
  title.textContent = mayStill ? turned.hold : turned.refused
  const reason = forClerk(desk, [line(make('strong', {}, text)), ...all, ...(waits || [])])
  return result(mayStill ? 'hold' : 'no', title, [!mayStill && line(turned.ask), ...reason])
}

/** The answer about the card in hand, the heading of its screen. */
export const headOf = (desk: Desk, found: Found, title: HTMLElement, more: readonly Line[]): HTMLElement => {
  const { t } = desk
  const { answer, read } = found
  const box = make('div', {})
  if (answer?.notice && !(!answer.allowed && isTurned()))
    box.append(notice('info', null, line(said(answer.notice))))
  if (!answer) {
    title.textContent = t.offlineTitle
    const lines = [
      line(read.isSound ? t.offlineSound : t.offlineOther),
      line(t.lookAtCard),
      tailLine(desk, found),
    ]
    box.append(result('hold', title, lines))
  } else if (!answer.allowed) {
    box.append(refusedBox(desk, found, title))
  } else {
    const { card, remaining } = answer
    const unit = card?.unit && [line(card.unit), line(t.withClients)]
    const lines: Line[] = [
      ...more,
      ...(unit || []),
      ...untilLines(desk, found),
      remaining !== null && remaining > 0 && remaining <= fewLeft && line(counted(t.remaining, remaining)),
    ]
    box.append(result(answer.recent ? 'hold' : 'ok', title, lines))
  }
  return box
}
