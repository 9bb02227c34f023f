import { z } from 'zod'
import { holdsCode } from '../codes/rules.ts'
import { chosen, chosenId, freeText, neededDay } from '../web/form-fields.ts'
import { declineReasons, mostPeople } from './rules.ts'

const count = (field: string, least: number) =>
  z
    .string()
    .default('')
    .transform((text, context) => {
      const digits = text.trim() === '' && least === 0 ? '0' : text.trim()
      if (/^\d{1,3}$/.test(digits) && Number(digits) >= least && Number(digits) <= mostPeople)
        return Number(digits)
      context.addIssue({ code: 'custom', message: `${field}-form` })
      return z.NEVER
    })

/** `13`, `13.30` or `13:30`; empty is “not said”. */
const freeTime = z
  .string()
  .default('')
  .transform((text, context) => {
    const [, hours, minutes = '00'] = /^(\d{1,2})(?:[.:](\d{2}))?$/.exec(text.trim()) ?? []
    if (text.trim() === '') return null
    if (hours !== undefined && Number(hours) < 24 && Number(minutes) < 60)
      return `${hours.padStart(2, '0')}:${minutes}`
    context.addIssue({ code: 'custom', message: 'startsAt-form' })
    return z.NEVER
  })

/** Words between a unit and a site: about the visit, never about a person or a card. */
const words = (field: string, longest: number) =>
  freeText(field, longest).refine((text) => text === null || !holdsCode(text), { error: `${field}-code` })

export const AskForm = z
  .object({
    site: chosenId('site'),
    visitOn: neededDay('visitOn'),
    startsAt: freeTime,
    event: words('event', 120),
    clients: count('clients', 0),
    under16: count('under16', 0),
    workers: count('workers', 1),
    wish: words('wish', 300),
  })
  .refine(({ clients, under16 }) => clients + under16 > 0, { error: 'nobody', path: ['clients'] })

export const AnswerForm = z
  .object({
    says: chosen('says', ['yes', 'no']),
    reason: z.string().default(''),
    answer: words('answer', 300),
  })
  .transform(({ says, reason, answer }, context) => {
    if (says === 'yes') return { says, reason: null, answer }
    const known = declineReasons.find((one) => one === reason)
    if (known) return { says, reason: known, answer }
    context.addIssue({ code: 'custom', message: 'reason-missing', path: ['reason'] })
    return z.NEVER
  })

/** Calling off asks nothing more. */
export const CancelForm = z.object({})
