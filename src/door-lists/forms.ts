import { z } from 'zod'
import { holdsCode } from '../codes/rules.ts'
import { chosenId, freeText, neededDay } from '../web/form-fields.ts'
import { type ListColumn, type ListMapping, listColumns, type WrittenLine } from './rules.ts'

/** Rows to type in: a small night fits, and more can be pasted or uploaded. */
export const typedRows = 20
const longestText = 40_000

const cell = z
  .string()
  .default('')
  .transform((typed) => typed.trim().slice(0, 60))

const at = (name: ListColumn, row: number) => `${name}-${row}`
type Cells = Record<string, string>

const lineIn = (typed: Cells, row: number): WrittenLine => ({
  number: row,
  ...(Object.fromEntries(listColumns.map((name) => [name, typed[at(name, row)] ?? ''])) as Record<
    ListColumn,
    string
  >),
})
const rows = Array.from({ length: typedRows }, (_, index) => index + 1)
const cells = Object.fromEntries(
  rows.flatMap((row) => listColumns.map((name) => [at(name, row), cell])),
) as Record<string, typeof cell>

/** A night's list: a file beside the form (`visit.upload`), pasted text, or rows typed one by one. */
export const ListForm = z
  .object({
    site: chosenId('site'),
    day: neededDay('day'),
    event: freeText('event', 120).refine((text) => text === null || !holdsCode(text), 'event-code'),
    text: z.string().max(longestText, { error: 'text-long' }).default(''),
    ...cells,
  })
  .transform(({ site, day, event, text, ...typed }) => ({
    ...{ site, day, event, text },
    lines: rows
      .map((row) => lineIn(typed as Cells, row))
      .filter((line) => listColumns.some((name) => line[name] !== '')),
  }))

const column = z
  .string()
  .default('')
  .transform((typed) => (/^\d{1,2}$/.test(typed) ? Number(typed) : null))

export const ListColumnsForm = z
  .object(Object.fromEntries(listColumns.map((name) => [name, column])) as Record<ListColumn, typeof column>)
  .transform((typed, context): ListMapping => {
    if (typed.code === null) context.addIssue({ code: 'custom', path: ['code'], message: 'code-missing' })
    return typed
  })

/** What was corrected, by the place of each line, and whether the good lines are to be recorded. */
export const CheckedForm = z
  .object({ do: z.enum(['check', 'record'], { error: 'do-missing' }) })
  .catchall(z.string())
  .transform(({ do: deed, ...typed }) => ({
    records: deed === 'record',
    correctedAt: (
      index: number,
    ): { line: Partial<Record<ListColumn, string>>; again: boolean; drop: boolean } => ({
      line: Object.fromEntries(
        listColumns.flatMap((name) => {
          const value = typed[at(name, index)]
          return typeof value === 'string' ? [[name, value.trim().slice(0, 60)]] : []
        }),
      ),
      again: typed[`again-${index}`] === 'yes',
      drop: typed[`drop-${index}`] === 'yes',
    }),
  }))

export const UndoListForm = z.object({})
