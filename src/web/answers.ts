import { z } from 'zod'

/** The tables keep ids in four bytes. */
const largestId = 2_147_483_647

/** An id in an address: digits, read as a number. */
export const Id = z.coerce.number().int().min(1).max(largestId).describe('An id, as the lists tell it.')

/** An id in a body or a query: a number, or its digits as text. Nothing else is read as one. */
export const SentId = z.union([
  z.number().int().positive().max(largestId),
  z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .transform(Number),
])

/** The names of a place; Swedish where it has one of its own. */
export const Named = z.object({
  id: z.number().int().describe('By this it is asked for.'),
  nameFi: z.string().describe('Its name in Finnish.'),
  nameSv: z.string().nullable().describe('Its name in Swedish, where it has one.'),
})

/** The same sentence in each language of the staff pages. */
export const Sentences = z.object({
  fi: z.string().describe('In Finnish.'),
  sv: z.string().describe('In Swedish.'),
  en: z.string().describe('In English.'),
})

export const AsOf = z.iso.date().describe('The day whose state this is, in Finland.')

/** What open data is sent as. */
export const asJson = (body: unknown) => ({ type: 'application/json', body: JSON.stringify(body) })
