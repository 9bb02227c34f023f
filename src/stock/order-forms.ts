import { z } from 'zod'
import { chosen } from '../web/form-fields.ts'
import { declineReasons, mostCards } from './order-rules.ts'

/** Digits as people copy them from a box: with spaces or points between the thousands. Null for all else. */
const readNumber = (text: string): number | null => {
  const digits = text.replace(/[\s.,]/g, '')
  return /^\d{1,12}$/.test(digits) && Number(digits) > 0 ? Number(digits) : null
}

const serial = (field: 'first' | 'last') =>
  z
    .string()
    .default('')
    .transform((text, context) => {
      const number = readNumber(text)
      if (number !== null) return number
      context.addIssue({ code: 'custom', message: `${field}-form` })
      return z.NEVER
    })

/** The amounts that one tap orders. */
export const amounts = ['25', '50', '100'] as const

/** `whom` is only for keepers, who order for several: `area-3`, `unit-9`. */
export const OrderForm = z
  .object({
    whom: z.string().default(''),
    cardType: chosen('cardType', ['personal', 'community']),
    amount: chosen('amount', [...amounts, 'other']),
    howMany: z.string().default(''),
  })
  .transform(({ whom, cardType, amount, howMany }, context) => {
    const wanted = readNumber(amount === 'other' ? howMany : amount)
    const problem = wanted === null ? 'amount-form' : wanted > mostCards ? 'amount-many' : null
    if (problem) context.addIssue({ code: 'custom', message: problem, path: ['amount'] })
    return { whom, cardType, wanted: wanted ?? 0 }
  })

export const SendForm = z.object({
  first: serial('first'),
  last: serial('last'),
  to: chosen('to', ['unit', 'area']).default('unit'),
})

/** Which numbers came; none at all needs no numbers. */
export const PartForm = z
  .object({
    came: chosen('came', ['some', 'none']),
    first: z.string().default(''),
    last: z.string().default(''),
  })
  .transform(({ came, first, last }, context) => {
    if (came === 'none') return null
    const numbers = { first: readNumber(first), last: readNumber(last) }
    for (const name of ['first', 'last'] as const)
      if (numbers[name] === null) context.addIssue({ code: 'custom', message: `${name}-form`, path: [name] })
    return { first: numbers.first ?? 0, last: numbers.last ?? 0 }
  })

export const DeclineForm = z.object({ reason: chosen('reason', declineReasons) })
