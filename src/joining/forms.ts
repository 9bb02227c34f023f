import { z } from 'zod'
import { isEmailAddress } from '../accounts/rules.ts'
import { dayOf } from '../lib/dates.ts'
import { readDay, writeDay } from '../lib/typed-day.ts'
import {
  chosen,
  freeDay,
  freeLines,
  freeText,
  neededDay,
  neededLines,
  neededText,
} from '../web/form-fields.ts'
import type { Action } from './meeting-queries.ts'
import { stepStates } from './rules.ts'

const anId = (field: string) =>
  z
    .string()
    .default('')
    .transform((text, context) => {
      if (!/^([1-9]\d{0,8})?$/.test(text)) context.addIssue({ code: 'custom', message: `${field}-missing` })
      return text === '' ? null : Number(text)
    })

/** What a municipality or county tells of its interest. */
export const InterestForm = z.object({
  municipality: anId('municipality'),
  organisation: neededText('organisation', 120),
  name: neededText('name', 100),
  title: freeText('title', 100),
  email: neededText('email', 200, ['e-mail']).refine(isEmailAddress, { error: 'email-form' }),
  message: neededLines('message', 2000, ['phone', 'e-mail']),
})

export const DeclineForm = z.object({ reason: neededLines('reason', 1000, ['phone', 'e-mail']) })

/** Where the area begins: an area that is there, or a new one with its names. */
export const OpenForm = z
  .object({
    area: anId('area'),
    areaName: freeText('areaName', 100),
    areaNameSv: freeText('areaName', 100),
    municipality: anId('municipality'),
  })
  .superRefine(({ area, areaName, municipality }, context) => {
    const say = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if (area === null && areaName === null) say('areaName', 'areaName-missing')
    if (municipality === null) say('municipality', 'municipality-missing')
  })
export type Opening = z.output<typeof OpenForm>

export const StepForm = z.object({
  state: chosen('state', stepStates),
  who: freeText('who', 100),
  due: freeDay('due'),
  note: freeText('note', 500),
})

/** What the plan's page sends: that it begins, or its days. */
export const PlanForm = z.object({
  deed: z.enum(['start', 'days']),
  from: freeDay('from'),
  until: freeDay('until'),
})

const mostActions = 20
const longestAction = 200

type NewAction = Pick<Action, 'deed' | 'who' | 'dueOn'>

/** One line: the deed, and in brackets at its end who and by when, in any order. */
const readAction = (line: string): NewAction | 'actions-long' | 'actions-day' => {
  if (line.length > longestAction) return 'actions-long'
  const [, deed, inside] = /^(.+?)\s*\(([^()]*)\)$/.exec(line) ?? []
  if (deed === undefined || inside === undefined) return { deed: line, who: null, dueOn: null }
  const parts = inside.split(',').map((part) => part.trim())
  const days = parts.filter((part) => /^\d+\.\d+\.(\d+)?$/.test(part))
  const who = parts.filter((part) => part !== '' && !days.includes(part)).join(', ') || null
  const [day] = days
  if (day === undefined) return { deed, who, dueOn: null }
  const dueOn = readDay(day)
  return dueOn === null ? 'actions-day' : { deed, who, dueOn }
}

/** An action as its line was. */
export const writeAction = ({ deed, who, dueOn }: NewAction): string => {
  const inside = [who, dueOn && writeDay(dueOn)].filter((part) => part !== null).join(', ')
  return inside === '' ? deed : `${deed} (${inside})`
}

export const MeetingForm = z.object({
  kind: chosen('kind', ['talk', 'feedback']),
  held: neededDay('held'),
  notes: neededLines('notes', 4000),
  actions: freeLines('actions', 6000).transform((text, context): NewAction[] => {
    const lines = (text ?? '').split('\n').filter((line) => line !== '')
    const say = (message: string) => context.addIssue({ code: 'custom', message })
    if (lines.length > mostActions) say('actions-many')
    return lines.flatMap((line) => {
      const read = readAction(line)
      if (typeof read !== 'string') return [read]
      say(read)
      return []
    })
  }),
})
export type MeetingTyped = z.output<typeof MeetingForm>

/** A meeting lies behind. */
export const heldProblem = (held: string, now: Date): Record<string, string> | null =>
  held > dayOf(now) ? { held: 'held-future' } : null

/** What is done with a meeting or an action of it. */
export const MeetingStateForm = z.object({
  deed: z.enum(['remove', 'done', 'open']),
  action: anId('action'),
})
