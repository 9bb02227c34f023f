import { z } from 'zod'
import { placeOf } from './rules.ts'

/** To be told of the reports of a place by mail, or no more. */
export const OrderForm = z.object({
  place: z.string().transform((key, context) => {
    const place = placeOf(key)
    if (place) return place
    context.addIssue({ code: 'custom', message: 'place' })
    return z.NEVER
  }),
  wish: z.enum(['order', 'end'], { error: 'wish' }),
})
