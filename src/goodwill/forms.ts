import { z } from 'zod'
import { writeDay } from '../lib/typed-day.ts'
import { type UseKind, useKinds } from '../uses/rules.ts'
import { neededDay } from '../web/form-fields.ts'
import { highestPrice, type Price, type PriceList, readEuros, typedEuros } from './rules.ts'

export type Who = keyof Price
/** The name of a price's field: `ticket-adult`. */
export const priceField = (kind: UseKind, who: Who) => `${kind}-${who}` as const

const euros = z
  .string()
  .default('')
  .transform((typed, context) => {
    if (typed.trim() === '') return null
    const cents = readEuros(typed)
    if (cents !== null && cents <= highestPrice) return cents
    context.addIssue({ code: 'custom', message: cents === null ? 'price-form' : 'price-high' })
    return z.NEVER
  })

const fields = Object.fromEntries(
  useKinds.flatMap((kind) => [
    [priceField(kind, 'adult'), euros],
    [priceField(kind, 'child'), euros],
  ]),
) as Record<ReturnType<typeof priceField>, typeof euros>

/** Prices from a day. Of each kind both prices or neither; nothing at all is no list. */
export const PriceForm = z
  .object({ from: neededDay('from'), ...fields })
  .transform(({ from, ...typed }, context): Pick<PriceList, 'validFrom' | 'prices'> => {
    const prices: PriceList['prices'] = {}
    for (const kind of useKinds) {
      const [adult, child] = [typed[priceField(kind, 'adult')], typed[priceField(kind, 'child')]]
      if (adult !== null && child !== null) prices[kind] = { adult, child }
      else if (adult !== null || child !== null) {
        const lacking = priceField(kind, adult === null ? 'adult' : 'child')
        context.addIssue({ code: 'custom', path: [lacking], message: 'price-other' })
      }
    }
    if (Object.values(typed).every((cents) => cents === null))
      context.addIssue({ code: 'custom', path: [priceField('ticket', 'adult')], message: 'price-missing' })
    return { validFrom: from, prices }
  })

export const NoForm = z.object({})

/** What a form starts with when a list is to be put right, or when the next one is like the last. */
export const valuesOf = ({
  validFrom,
  prices,
}: Pick<PriceList, 'validFrom' | 'prices'>): Record<string, string> => ({
  from: writeDay(validFrom),
  ...Object.fromEntries(
    useKinds.flatMap((kind) => {
      const price = prices[kind]
      if (!price) return []
      return [
        [priceField(kind, 'adult'), typedEuros(price.adult)],
        [priceField(kind, 'child'), typedEuros(price.child)],
      ]
    }),
  ),
})
