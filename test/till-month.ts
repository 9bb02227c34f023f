/** A venue's month as it happened, and what its till exports of it: for the tests of the reconciliation. */
import { dayOf } from '../src/lib/dates.ts'
import type { Known } from '../src/reconciliations/matching-state-rules.ts'

/** A small generator of numbers that repeats itself for the same seed (mulberry32). */
const randomOf = (seed: number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

const events = [
  'Lumikuningatar',
  'Talvipäivän konsertti',
  'Kalevala kahdelle',
  'Pieni merenneito',
  'Yön kuningatar -ooppera',
  'Tanssin talo: Virta',
]
const short = (name: string, random: () => number) => {
  const words = name.split(/[\s:-]+/).filter(Boolean)
  const way = random()
  if (way < 0.3) return name
  if (way < 0.6) return words.map((word) => word.slice(0, 5)).join(' ')
  if (way < 0.8) return `${name.toUpperCase()} klo 19`
  return words.map((word) => word[0] + word.slice(1).replace(/[aeiouyäö]/g, '')).join('. ')
}

export type MadeMonth = {
  header: string[]
  rows: string[][]
  /** What the register has. */
  uses: Known[]
  /** What it lacks, by line of the till: the tickets, and the use that should be there. */
  lost: { receipt: string; day: string; event: string | null; tickets: number }[]
}
type Options = {
  kind: 'theatre' | 'hall'
  /** Shares of all uses. */
  missing: number
  doubled?: number
  unsold?: number
  withCodes?: boolean
  withReceipts?: boolean
}

const two = (value: number) => String(value).padStart(2, '0')
const clockOf = (at: number) => {
  // Finnish summer time, in which the month of May lies.
  const local = new Date((at + 180) * 60_000)
  const day = `${local.getUTCDate()}.${local.getUTCMonth() + 1}.${local.getUTCFullYear()}`
  return { day, time: `${two(local.getUTCHours())}:${two(local.getUTCMinutes())}` }
}

/** @param seed the same one makes the same month */
export const makeMonth = (seed: number, options: Options): MadeMonth => {
  const random = randomOf(seed)
  const below = (max: number) => Math.floor(random() * max)
  const uses: Known[] = []
  const sold: { use: Known[]; at: number; refunded: boolean }[] = []
  for (let date = 1; date <= 31; date++) {
    const midnight = Date.parse(`2026-05-${two(date)}T00:00:00+03:00`) / 60_000
    const evenings = options.kind === 'theatre' ? [18 * 60 + below(3) * 30] : [0]
    for (const evening of evenings) {
      const event = options.kind === 'theatre' ? events[below(events.length)]! : null
      const count = options.kind === 'theatre' ? 8 + below(25) : 12 + below(20)
      for (let n = 0; n < count; n++) {
        const at = midnight + (options.kind === 'theatre' ? evening - below(70) : 7 * 60 + below(13 * 60))
        const children = random() < 0.3 ? 1 + below(3) : 0
        uses.push({
          ...{ id: `${date}-${n}`, at, day: dayOf(new Date(at * 60_000)), event, tickets: 1 + children },
          ...{ companions: random() < 0.1 ? 1 : 0, card: `card-${(n * 7 + date) % 400}` },
        })
      }
    }
  }
  uses.sort((a, b) => a.at - b.at)
  // Now and then three single tickets are rung up at once; a line that names a card is one card's.
  for (let at = 0; at < uses.length; at++) {
    const three = uses.slice(at, at + 3)
    const isMerged =
      random() < 0.06 &&
      !options.withCodes &&
      three.length === 3 &&
      three.every(
        ({ tickets, day, event, at: when }) =>
          tickets === 1 && day === three[0]!.day && event === three[0]!.event && when - three[0]!.at < 8,
      )
    const group = isMerged ? three : [uses[at]!]
    const last = group.at(-1)!
    sold.push({ use: group, at: last.at + below(41) - 20, refunded: random() < 0.02 })
    at += group.length - 1
  }
  const names = new Map(events.map((event) => [event, [short(event, random), short(event, random)]]))
  const isLost = new Map(uses.map((use) => [use.id, random() < options.missing]))
  const lost: MadeMonth['lost'] = []
  const rows: string[][] = []
  const gone = new Set<string>()
  for (const [number, { use: group, at, refunded }] of sold.entries()) {
    const first = group[0]!
    // What is sold at the desk is sold on the day, however slow its clock.
    const { day, time } = clockOf(dayOf(new Date(at * 60_000)) === first.day ? at : first.at)
    const name = first.event === null ? '' : names.get(first.event)![below(2)]!
    const receipt = String(50_000 + number)
    const tickets = group.reduce((sum, use) => sum + use.tickets, 0)
    const row = (quantity: number) => [
      ...[day, time, name, String(quantity), '0,00', 'Kaikukortti'],
      ...(options.withReceipts === false ? [] : [receipt]),
      ...(options.withCodes ? [first.card!] : []),
    ]
    rows.push(row(tickets))
    if (random() < (options.doubled ?? 0)) rows.push(row(tickets))
    if (refunded) {
      rows.push(row(-tickets))
      for (const use of group) gone.add(use.id)
      continue
    }
    for (const use of group)
      if (isLost.get(use.id)) lost.push({ receipt, day: first.day, event: first.event, tickets: use.tickets })
    if (random() < 0.4)
      rows.push([
        day,
        time,
        name,
        '2',
        '24,00',
        'Normaali',
        ...row(1)
          .slice(6)
          .map(() => ''),
      ])
  }
  const extra = uses.filter(() => random() < (options.unsold ?? 0))
  const kept = uses.filter(({ id }) => !isLost.get(id) && !gone.has(id))
  return {
    header: [
      ...['Päivä', 'Klo', 'Tapahtuma', 'Määrä', 'Hinta', 'Lipputyyppi'],
      ...(options.withReceipts === false ? [] : ['Kuitti']),
      ...(options.withCodes ? ['Kortin tunnus'] : []),
    ],
    rows,
    uses: [...kept, ...extra.map((use) => ({ ...use, id: `x${use.id}`, at: use.at + 45, card: 'other' }))],
    lost,
  }
}
