import { z } from 'zod'

/** The tables keep ids in four bytes. */
const largestId = 2_147_483_647

/** An id in an address: digits, read as a number. */
export const Id = z.coerce.number().int().min(1).max(largestId)

/** The names of a place; Swedish where it has one of its own. */
export const Named = z.object({ id: z.number().int(), nameFi: z.string(), nameSv: z.string().nullable() })

export const AsOf = z.iso.date().describe('The day whose state this is, in Finland.')

/** What open data is sent as. */
export const asJson = (body: unknown) => ({ type: 'application/json', body: JSON.stringify(body) })
