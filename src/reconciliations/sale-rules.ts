import { createHmac } from 'node:crypto'
import type { Day } from '../lib/dates.ts'
import type { Line } from './line-rules.ts'

/** What one customer, or a few at once, got on the card: the lines of one receipt, less what was given back. */
export type SoldOnCard = {
  /** The first of its lines in the file. */
  number: number
  day: Day
  at: Date
  hasTime: boolean
  event: string | null
  adults: number
  children: number
  companions: number
  code: string | null
  /** What it is, in one text: the same sale says the same in every export. */
  meaning: string
  /** An earlier line says the same in every column: two sales, or one that the export has twice. */
  isRepeat: boolean
}
export type Sales = {
  sales: SoldOnCard[]
  /** Lines of one receipt that the export has twice. */
  doubled: number
  /** What was given back and whose sale the export does not have, by line. */
  loose: number[]
}

/** Lines of one receipt that say the same are one line that the export has twice. */
const withoutDoubles = (lines: readonly Line[]): Line[] => {
  const seen = new Set<string>()
  return lines.filter(({ receipt, whole }) => {
    if (receipt === null) return true
    const isNew = !seen.has(whole)
    seen.add(whole)
    return isNew
  })
}

const inGroups = (lines: readonly Line[], nameOf: (line: Line) => string): Map<string, Line[]> => {
  const groups = new Map<string, Line[]>()
  for (const line of lines) {
    const name = nameOf(line)
    const group = groups.get(name)
    if (group) group.push(line)
    else groups.set(name, [line])
  }
  return groups
}

/** Takes what was given back off the sale that it belongs to: by receipt, else the latest like it. */
const withoutRefunds = (lines: readonly Line[]): { lines: Line[]; loose: number[] } => {
  const sold = lines.filter(({ quantity }) => quantity > 0).map((line) => ({ ...line }))
  const ofReceipt = inGroups(sold, ({ receipt, event, kind }) => JSON.stringify([receipt, event, kind]))
  const inTime = sold.toSorted((a, b) => a.at.getTime() - b.at.getTime())
  const ofEvent = inGroups(inTime, ({ event, kind }) => JSON.stringify([event, kind]))
  const loose: number[] = []
  for (const refund of lines.filter(({ quantity }) => quantity < 0)) {
    const { receipt, event, kind } = refund
    const isLike = (line: Line) =>
      line.quantity >= -refund.quantity && line.at.getTime() <= refund.at.getTime()
    const own = receipt === null ? undefined : ofReceipt.get(JSON.stringify([receipt, event, kind]))
    const sale = own?.findLast(isLike) ?? ofEvent.get(JSON.stringify([event, kind]))?.findLast(isLike)
    if (sale) sale.quantity += refund.quantity
    else loose.push(refund.number)
  }
  return { lines: sold.filter(({ quantity }) => quantity > 0), loose }
}

/** Lines of one receipt and event; without receipts, lines of different kinds at the very same time. */
const groupOf = (line: Line, index: number): string => {
  const { receipt, day, at, event, code } = line
  if (receipt !== null) return JSON.stringify(['receipt', receipt, day, event])
  return line.hasTime ? JSON.stringify(['time', at.getTime(), event, code]) : JSON.stringify(['line', index])
}

const joined = (lines: readonly Line[]): Omit<SoldOnCard, 'meaning' | 'isRepeat'> => {
  const [first] = lines as [Line]
  const count = (kind: Line['kind']) =>
    lines.filter((line) => line.kind === kind).reduce((sum, { quantity }) => sum + quantity, 0)
  return {
    ...{ number: first.number, day: first.day, at: first.at, hasTime: first.hasTime, event: first.event },
    ...{ adults: count('adult'), children: count('child'), companions: count('companion') },
    code: lines.find(({ code }) => code !== null)?.code ?? null,
  }
}

/** The lines of each sale. Two lines of the same kind at the same time are two customers, not one. */
const grouped = (lines: readonly Line[]): Line[][] => {
  const taken = new Map<string, number>()
  const names = lines.map((line, index) => {
    const key = groupOf(line, index)
    if (line.receipt !== null) return key
    const like = `${key} ${line.kind}`
    const place = taken.get(like) ?? 0
    taken.set(like, place + 1)
    return `${key}#${place}`
  })
  const nameOf = new Map(lines.map((line, index) => [line, names[index]!]))
  return [...inGroups(lines, (line) => nameOf.get(line)!).values()]
}

/** What was sold on the card, from the lines of an export. */
export const salesOf = (all: readonly Line[]): Sales => {
  const once = withoutDoubles(all)
  const { lines, loose } = withoutRefunds(once)
  const times = new Map<string, number>()
  const whole = new Set<string>()
  const sales = grouped(lines).flatMap((group) => {
    const sale = joined(group)
    const { adults, children, companions, day, at, event, code } = sale
    if (adults + children === 0) return []
    const { receipt } = group[0]!
    const said = JSON.stringify(
      receipt === null
        ? [day, sale.hasTime ? at.getTime() : null, event, adults, children, companions, code]
        : ['receipt', receipt, day, event],
    )
    const time = times.get(said) ?? 0
    times.set(said, time + 1)
    const text = group.map((line) => line.whole).join('\u001e')
    const isRepeat = receipt === null && whole.has(text)
    whole.add(text)
    return [{ ...sale, meaning: `${said}#${time}`, isRepeat }]
  })
  return { sales, doubled: all.length - once.length, loose }
}

/** A keyed digest of a sale at a site: the same sale has the same, and nothing of what it said can be had from it. */
export const fingerprintOf = (key: Uint8Array, siteId: number, meaning: string): Buffer =>
  createHmac('sha256', key).update(`${siteId}\0${meaning}`).digest()
