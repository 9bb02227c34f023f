import { z } from 'zod'

/** Whether the site gives tickets on cards not yet registered; anything but a yes is a no. */
export const ChoiceForm = z.object({
  keeps: z
    .string()
    .optional()
    .transform((typed) => typed === 'yes'),
})
