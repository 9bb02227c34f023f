import { z } from 'zod'
import { chosen, chosenId, freeText } from '../web/form-fields.ts'
import { type ColumnName, cardRules, columnNames, type Mapping, mappingProblem } from './column-rules.ts'

/** A site to reconcile, and a file that comes beside it (`visit.upload`). */
export const UploadForm = z.object({ site: chosenId('site') })

const mostColumns = 60

/** A column by its place, or none. */
const column = z
  .string()
  .default('')
  .transform((typed) => (/^\d{1,2}$/.test(typed) && Number(typed) < mostColumns ? Number(typed) : null))

const columns = Object.fromEntries(columnNames.map((name) => [name, column])) as Record<
  ColumnName,
  typeof column
>

export const MappingForm = z
  .object({ ...columns, rule: chosen('rule', cardRules), words: freeText('words', 200) })
  .transform((typed, context): Mapping => {
    const mapping = { ...typed, words: typed.words ?? '' }
    const problem = mappingProblem(mapping)
    if (problem) context.addIssue({ code: 'custom', path: [problem.split('-')[0]!], message: problem })
    return mapping
  })

/** All that is missing, the ticked lines (`l12`), or none: then what matched is kept as it is. */
export const AddForm = z
  .object({ which: chosen('which', ['all', 'chosen', 'none']) })
  .catchall(z.string())
  .transform(({ which, ...ticked }) => ({
    which,
    lines: Object.keys(ticked).flatMap((name) => (/^l\d{1,5}$/.test(name) ? [Number(name.slice(1))] : [])),
  }))

export const UndoForm = z.object({})
