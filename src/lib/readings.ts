import { type Day, isDay } from './dates.ts'
import { type Cells, refuseCell, textOf } from './import-file.ts'
import { remembered } from './remembered.ts'

/** What a text says, or why it says nothing that fits the column. */
export type Reading<Value> = (text: string) => { value: Value } | { reason: string }

/** @returns null when the cell is empty, undefined when it is refused */
export const optional = <Name extends string, Value>(
  cells: Cells<Name>,
  column: Name,
  reading: Reading<Value>,
): Value | null | undefined => {
  const text = textOf(cells, column)
  if (text === null || text === undefined) return text
  const read = reading(text)
  if ('value' in read) return read.value
  refuseCell(cells, column, read.reason)
  return undefined
}

/** @returns undefined when the cell is empty or refused */
export const required = <Name extends string, Value>(
  cells: Cells<Name>,
  column: Name,
  reading: Reading<Value>,
): Value | undefined => {
  const value = optional(cells, column, reading)
  if (value !== null) return value
  refuseCell(cells, column, 'is empty')
  return undefined
}

/** A day that exists, not before `first` and not after `last`. */
export const day = (first: Day, last: Day): Reading<Day> =>
  remembered((text) => {
    if (!isDay(text)) return { reason: 'is not a day; write it as 2026-03-15' }
    if (text < first) return { reason: `is before ${first}` }
    return text > last ? { reason: `is after ${last}` } : { value: text }
  })

/** A whole number from 0 to `most`. */
export const whole =
  (most: number): Reading<number> =>
  (text) => {
    if (/^-\s*\d+([.,]\d+)?$/.test(text)) return { reason: 'is negative' }
    if (!/^\d+$/.test(text)) return { reason: 'is not a whole number' }
    const value = Number(text)
    return value > most ? { reason: `is more than ${most}` } : { value }
  }

export const oneOf =
  <Value extends string>(values: readonly Value[]): Reading<Value> =>
  (text) => {
    const value = values.find((known) => known === text.toLowerCase())
    return value === undefined ? { reason: `is not one of ${values.join(', ')}` } : { value }
  }

/** A value written in any of its words; letter case and spaces at the ends do not matter. */
export const inWords =
  <Value>(words: readonly (readonly [Value, readonly string[]])[]): Reading<Value> =>
  (text) => {
    const found = words.find(([, names]) => names.includes(text.toLowerCase()))
    return found
      ? { value: found[0] }
      : { reason: `is none of the words for it: ${words.map(([, [name]]) => name).join(', ')}` }
  }

export const yesOrNo = inWords<boolean>([
  [true, ['true', 'yes', '1', 'kyllä', 'on', 'ja']],
  [false, ['false', 'no', '0', 'ei', 'nej']],
])

export const textUpTo =
  (most: number): Reading<string> =>
  (text) =>
    text.length > most ? { reason: `is longer than ${most} characters` } : { value: text }
