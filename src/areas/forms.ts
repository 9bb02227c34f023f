import { z } from 'zod'
import { identifierIn } from '../lib/identifiers.ts'
import { oneLine } from '../lib/one-line.ts'
import { readDay } from '../lib/typed-day.ts'
import { changeKinds } from '../network/change-rules.ts'

const longestName = 100
const aName = (isNeeded: boolean) =>
  z
    .string()
    .default('')
    .transform((typed, context) => {
      const name = oneLine(typed)
      const say = (message: string) => context.addIssue({ code: 'custom', message })
      if (name === '' && isNeeded) say('name-missing')
      if (name.length > longestName) say('name-long')
      const kind = identifierIn(typed)
      if (kind) say(kind)
      return name || null
    })

/** A day, or null where nothing was typed. */
export const aDay = z
  .string()
  .default('')
  .transform((typed, context) => {
    const day = readDay(typed)
    if (day === null && typed.trim() !== '') context.addIssue({ code: 'custom', message: 'day-form' })
    return day
  })

const aMunicipality = z
  .string()
  .default('')
  .transform((typed, context) => {
    if (!/^[1-9]\d{0,8}$/.test(typed)) context.addIssue({ code: 'custom', message: 'municipality-missing' })
    return Number(typed)
  })

/** How far a municipality is when it comes into an area. */
export const firstPhases = ['interest', 'preparing', 'pilot'] as const
const aFirst = {
  municipality: aMunicipality,
  phase: z.enum(firstPhases, 'phase-missing').default('interest'),
  from: aDay,
  until: aDay,
  localOnly: z
    .string()
    .optional()
    .transform((typed) => typed === 'yes'),
}
export const JoinForm = z.object(aFirst)
export type Join = z.output<typeof JoinForm>

export const OpenForm = z.object({ name: aName(true), nameSv: aName(false), ...aFirst })

/** A change of a municipality's phase: asked first, then confirmed with the same words. */
export const ChangeForm = z.object({
  change: z.enum(changeKinds, 'change-not-now'),
  from: aDay,
  until: aDay,
  localOnly: aFirst.localOnly,
})
export type ChangeAsked = z.output<typeof ChangeForm>
