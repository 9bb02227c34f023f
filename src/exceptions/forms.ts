import { z } from 'zod'
import { type IdentifierKind, identifierIn, reachKinds } from '../lib/identifiers.ts'
import { readDay } from '../lib/typed-day.ts'
import type { Problem } from './words.ts'

const say = (context: z.RefinementCtx, message: Problem) => context.addIssue({ code: 'custom', message })

const aDay = z
  .string()
  .default('')
  .transform((typed, context) => {
    const day = readDay(typed)
    if (day === null && typed.trim() !== '') say(context, 'day-form')
    return day
  })

const aText = (longest: number, takes: readonly IdentifierKind[] = []) =>
  z
    .string()
    .default('')
    .transform((typed, context) => {
      const text = typed
        .normalize('NFC')
        .replace(/[\p{Cc}\s]+/gu, ' ')
        .trim()
      if (text.length > longest) say(context, 'text-long')
      const kind = identifierIn(typed, takes)
      if (kind) say(context, kind)
      return text || null
    })

/** The whole country, an area or a site, as the form names them: `nation`, `area-3`, `site-9`. */
const aTarget = z
  .string()
  .default('')
  .transform((typed, context) => {
    const [, kind, id] = /^(area|site)-([1-9]\d{0,8})$/.exec(typed) ?? []
    if (typed !== 'nation' && kind === undefined) say(context, 'target-missing')
    return {
      areaId: kind === 'area' ? Number(id) : null,
      siteId: kind === 'site' ? Number(id) : null,
    }
  })

const longest = { instead: 1000, reason: 500 }
export const ExceptionForm = z.object({
  target: aTarget,
  from: aDay,
  until: aDay,
  cardsUntil: aDay,
  pausesSites: z
    .string()
    .optional()
    .transform((typed) => typed === 'yes'),
  // What is offered instead is for everyone to read: it may say where to call or go.
  insteadFi: aText(longest.instead, reachKinds),
  insteadSv: aText(longest.instead, reachKinds),
  insteadEn: aText(longest.instead, reachKinds),
  reasonFi: aText(longest.reason),
  reasonSv: aText(longest.reason),
  reasonEn: aText(longest.reason),
})
export type ExceptionAsked = z.output<typeof ExceptionForm>

/** Why an exception cannot be made, by field. It changes something, says why, and begins today at the earliest. */
export const exceptionProblems = (asked: ExceptionAsked, today: string): Record<string, Problem> | null => {
  const { target, from, until, cardsUntil, pausesSites, insteadFi, insteadSv, insteadEn, reasonFi } = asked
  const problems: Record<string, Problem> = {}
  if (from === null) problems.from = 'from-missing'
  else if (from < today) problems.from = 'from-past'
  if (until === null) problems.until = 'until-missing'
  else if (from !== null && until < from) problems.until = 'until-before'
  if (cardsUntil !== null && from !== null && cardsUntil < from) problems.cardsUntil = 'cards-before'
  if (cardsUntil !== null && target.siteId !== null) problems.cardsUntil = 'cards-at-site'
  if ((insteadSv || insteadEn) && !insteadFi) problems.insteadFi = 'finnish-missing'
  if (!reasonFi) problems.reasonFi = 'reason-missing'
  if (cardsUntil === null && !pausesSites && !insteadFi) problems[''] ??= 'nothing-said'
  return Object.keys(problems).length > 0 ? problems : null
}
