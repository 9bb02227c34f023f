import { z } from 'zod'
import { chosen, freeDay, freeText, neededDay, neededText } from '../web/form-fields.ts'
import { type LimitName, type Limits, limitRanges } from './limit-rules.ts'
import { decisions, type Kind, kinds } from './rules.ts'

/** What became of a signal. Who closes it says why; who watches it says until when. */
export const DecisionForm = z
  .object({
    decision: chosen('decision', decisions),
    until: freeDay('until'),
    note: freeText('note', 1000),
  })
  .superRefine(({ decision, until, note }, context) => {
    if (decision === 'watched' && until === null)
      context.addIssue({ code: 'custom', path: ['until'], message: 'until-missing' })
    if (decision !== 'watched' && note === null)
      context.addIssue({ code: 'custom', path: ['note'], message: 'note-missing' })
  })

/** That something is known, why, and until when. */
export const MuteForm = z.object({ until: neededDay('until'), reason: neededText('reason', 300) })

const number = (name: LimitName) =>
  z
    .string()
    .default('')
    .transform((typed, context) => {
      const text = typed.normalize('NFKC').replace(/[\s\p{Cf}]/gu, '')
      const [least, most] = limitRanges[name]
      const value = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN
      if (value >= least && value <= most) return value
      context.addIssue({ code: 'custom', message: `${name}-form` })
      return z.NEVER
    })

/** A set of limits from a coming day, and why. */
export const LimitsForm = z
  .object({
    from: neededDay('from'),
    rarity: number('rarity'),
    busyLeast: number('busyLeast'),
    quietLeast: number('quietLeast'),
    childrenLeast: number('childrenLeast'),
    sequenceLeast: number('sequenceLeast'),
    earlyLeast: number('earlyLeast'),
    hoursLeast: number('hoursLeast'),
    repeatsLeast: number('repeatsLeast'),
    unusedLeast: number('unusedLeast'),
    openDays: number('openDays'),
    reason: neededText('reason', 300),
  })
  .transform(({ from, ...numbers }): Limits => ({ validFrom: from, ...numbers }))

/** Which set is taken back. */
export const TakeBackForm = z.object({ from: neededDay('from') })

/** A form of one button. */
export const EmptyForm = z.object({})

/** What the form of limits starts with: those that hold last. */
export const valuesOf = (limits: Limits): Record<string, string> =>
  Object.fromEntries(Object.keys(limitRanges).map((name) => [name, String(limits[name as LimitName])]))

/** What a list is narrowed to, from its address: what it does not know narrows nothing. */
export const readFilter = ({ kind, area, show }: Record<'kind' | 'area' | 'show', string>) => ({
  kind: kinds.find((one): one is Kind => one === kind) ?? null,
  area: /^\d{1,9}$/.test(area) ? Number(area) : null,
  isEnded: show === 'ended',
})
