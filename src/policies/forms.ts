import { z } from 'zod'
import type { Policy } from '../cards/rules.ts'
import { readDay } from '../lib/typed-day.ts'
import { neededDay, neededText, ticked } from '../web/form-fields.ts'
import { type NumberName, numberRanges, type SourcedPolicy } from './rules.ts'

/** A whole number as people type it, within the range of its name. */
const number = (name: NumberName) =>
  z
    .string()
    .default('')
    .transform((typed, context) => {
      const text = typed.normalize('NFKC').replace(/[\s\p{Cf}]/gu, '')
      const [least, most] = numberRanges[name]
      const value = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN
      if (value >= least && value <= most) return value
      context.addIssue({ code: 'custom', message: `${name}-form` })
      return z.NEVER
    })

/** A set of numbers from a coming day. What it rests on has to be said. */
export const PolicyForm = z
  .object({
    from: neededDay('from'),
    validityMonths: number('validityMonths'),
    minimumAge: number('minimumAge'),
    childAge: number('childAge'),
    maximumChildren: number('maximumChildren'),
    communityChildAge: number('communityChildAge'),
    communityValidityMonths: number('communityValidityMonths'),
    phoneCard: ticked,
    source: neededText('source', 500),
  })
  .transform(({ from, ...numbers }): SourcedPolicy => ({ validFrom: from, ...numbers }))

/** Which set is taken back. */
export const TakeBackForm = z.object({ from: neededDay('from') })

/** What the form starts with: the numbers that hold last, so that only what changes has to be typed. */
export const valuesOf = (policy: Policy): Record<string, string> => ({
  ...Object.fromEntries(Object.keys(numberRanges).map((name) => [name, String(policy[name as NumberName])])),
  ...(policy.phoneCard ? { phoneCard: 'yes' } : {}),
})

/** A day from an address or a small form; null when it is none. */
export const askedDay = (text: string | null): string | null => (text === null ? null : readDay(text))
