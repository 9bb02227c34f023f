import { addDays, type Day } from '../lib/dates.ts'
import type { Mapping } from './column-rules.ts'
import { readLines } from './line-rules.ts'
import { type SoldOnCard, salesOf } from './sale-rules.ts'

/** Half a year back: what is older has been reported. Our own choice. */
export const daysBack = 184
/** An added use can be taken back for so long. Our own choice. */
export const undoDays = 7

export type SkippedLine = { number: number; why: 'day' | 'quantity' | 'refund' | 'too-old' | 'in-future' }
/** So many days are compared at once. */
const longestDays = 100

export type Prepared = {
  sales: SoldOnCard[]
  skipped: SkippedLine[]
  /** Lines that were not sold on the card. */
  others: number
  /** Lines that the export has twice. */
  doubled: number
}

/** Why a sale is not compared: it lies too far back, or ahead. */
export const outside = ({ day }: SoldOnCard, today: Day): 'too-old' | 'in-future' | null => {
  if (day > today) return 'in-future'
  return day < addDays(today, -daysBack) ? 'too-old' : null
}

/** What of an export can be compared, and which lines cannot. */
export const prepare = (
  table: { rows: readonly string[][]; first: number },
  mapping: Mapping,
  today: Day,
): Prepared => {
  const { lines, problems, others } = readLines(table.rows, mapping, table.first)
  const { sales, doubled, loose } = salesOf(lines)
  const skipped: SkippedLine[] = [
    ...problems,
    ...loose.map((number) => ({ number, why: 'refund' as const })),
    ...sales.flatMap((sale) => {
      const why = outside(sale, today)
      return why ? [{ number: sale.number, why }] : []
    }),
  ]
  return {
    sales: sales.filter((sale) => outside(sale, today) === null),
    skipped: skipped.sort((a, b) => a.number - b.number),
    others,
    doubled,
  }
}

/** Whether what a reconciliation added can still be taken back. */
export const mayUndo = (madeAt: Date, now: Date): boolean =>
  now.getTime() - madeAt.getTime() <= undoDays * 86_400_000

/** Why sales cannot be compared at once, or null. */
export const spanProblem = (sales: readonly SoldOnCard[]): 'no-lines' | 'too-long' | null => {
  const days = sales.map(({ day }) => day).sort()
  if (days.length === 0) return 'no-lines'
  return addDays(days[0]!, longestDays) < days.at(-1)! ? 'too-long' : null
}
