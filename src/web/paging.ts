import { z } from 'zod'

const largestPage = 200

/** A place in a list, as one text that programs send back as it is and never read. */
const encode = (place: unknown) => Buffer.from(JSON.stringify(place)).toString('base64url')

const decode = (text: string): unknown => {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString())
  } catch {
    return undefined
  }
}

const cursorOf = <Place extends z.ZodType>(place: Place) =>
  z
    .string()
    .max(300)
    .transform((text, context): z.output<Place> => {
      const parsed = place.safeParse(decode(text))
      if (parsed.success) return parsed.data
      context.addIssue('is no cursor of this list')
      return z.NEVER
    })
    .optional()
    .describe('`nextCursor` of the page before.')

/**
 * The fields of a query that reads a list page by page. `cursor` is handed on as the last row's place, of the form that
 * the list says; the query asks for what comes after it in an order that ends with the id, and for one row more than `limit`.
 * @example query: z.object({ ...paged(z.tuple([z.iso.datetime(), z.uuid()])), siteId })
 */
export const paged = <Place extends z.ZodType>(place: Place) => ({
  limit: z.coerce.number().int().min(1).max(largestPage).default(50).describe('How many rows at most.'),
  cursor: cursorOf(place),
})

/** A page of the rows that were found, one more than `limit` when there are more; `nextCursor` is null on the last page. */
export const pageOf = <Row>(found: readonly Row[], limit: number, placeOf: (last: Row) => unknown) => {
  const rows = found.slice(0, limit)
  const last = rows.at(-1)
  return { rows, nextCursor: found.length > limit && last ? encode(placeOf(last)) : null }
}

/** What `nextCursor` is, for the schema of an answer. */
export const NextCursor = z
  .string()
  .nullable()
  .describe('Send it as `cursor` for the next page; null on the last one.')
