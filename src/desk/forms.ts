import { z } from 'zod'
import { holdsCode, type ReadCode, readCode } from '../codes/rules.ts'
import { type IdentifierKind, identifierIn } from '../lib/identifiers.ts'
import { readDay } from '../lib/typed-day.ts'
import { mostTickets, useKinds } from '../uses/rules.ts'
import { longestEvent, oneLine } from './event-rules.ts'
import { limitReasons, overrideReasons } from './rules.ts'
import type { Problem } from './words.ts'

/**
 * What may stand in a field that comes back: never what names or reaches a person, and nothing so long that it
 * was pasted by mistake.
 * @param takes kinds that the field's own values may look like
 */
export const shown = (typed = '', takes: readonly IdentifierKind[] = []): string =>
  typed.length > 200 || identifierIn(typed, takes) ? '' : typed

const text = z.string().default('')
const flag = z
  .string()
  .optional()
  .transform((typed) => typed === 'yes')

/** A site's number from a hidden field. 0, which no site has, stands for anything else than a number. */
const site = z
  .string()
  .optional()
  .transform((typed) => (typed ? (/^[1-9]\d{0,8}$/.test(typed) ? Number(typed) : 0) : null))

/** Wrong by kind: there is nothing to look up. Other typing errors are told only when no card has the code. */
const isHopeless = (problem: ReadCode['problem']) =>
  problem === 'empty' || problem === 'too-long' || problem === 'identity-code'

export const CheckForm = z.object({
  site,
  code: text.transform((typed, context) => {
    const code = readCode(typed)
    if (isHopeless(code.problem)) context.addIssue({ code: 'custom', message: code.problem! })
    return code
  }),
})

/** An event's name, or null for none. It is about a performance, never about a person. */
export const EventName = text.transform((typed, context) => {
  const name = oneLine(typed)
  const kind = identifierIn(typed)
  const problem: Problem | null = kind
    ? `event-${kind}`
    : holdsCode(typed)
      ? 'event-card-code'
      : Array.from(name).length > longestEvent
        ? 'event-too-long'
        : null
  if (problem) context.addIssue({ code: 'custom', message: problem })
  return name || null
})

/** A site, and an event or none: `here` says that there is none. `check` is the card that waits meanwhile. */
export const ChoiceForm = z
  .object({ site, here: flag, event: EventName, check: text })
  .transform((choice, context) => {
    if (!choice.here && choice.event === null)
      context.addIssue({ code: 'custom', path: ['event'], message: 'event-missing' satisfies Problem })
    return { ...choice, event: choice.here ? null : choice.event }
  })

/** Digits however they came: from a wide keyboard, with spaces or invisible marks. */
const digits = (typed: string) => typed.normalize('NFKC').replace(/[\s\p{Cf}]/gu, '')

/**
 * A chip and the number field beside it as one answer. Some browsers always show the field; a number written
 * there while the chip stayed at its start is a question, since one of the two is not what was meant.
 */
const amountOf = (chip: string, written: string, start: string): number | Problem => {
  const number = digits(written)
  if (chip === start && number !== '' && Number(number) !== Number(start)) return 'amount-unclear'
  const chosen = chip === 'other' ? number : chip
  if (!/^\d{1,3}$/.test(chosen)) return 'amount'
  return Number(chosen) > mostTickets ? 'too-many-tickets' : Number(chosen)
}

/** Where each question starts: the answer of most customers. */
export const starts = { adults: '1', children: '0', companions: '0' }
export type Amount = keyof typeof starts
export const amounts: readonly Amount[] = ['adults', 'children', 'companions']

const chip = (name: Amount) => z.string().default(starts[name])

/** The day of a booking, or null: the form knows no calendar, so whether it is past is for the rules to say. */
const eventOn = text.transform((typed, context) => {
  if (typed.trim() === '') return null
  const day = readDay(typed)
  if (day === null) context.addIssue({ code: 'custom', message: 'event-day-form' satisfies Problem })
  return day
})

/** The tickets of a use. `again` and `override` say that a question of ours has been answered. */
export const RecordForm = z
  .object({
    adults: chip('adults'),
    'adults-more': text,
    children: chip('children'),
    'children-more': text,
    companions: chip('companions'),
    'companions-more': text,
    event: EventName,
    kind: z.enum(useKinds).default('ticket').catch('ticket'),
    'event-on': eventOn,
    'other-event': EventName,
    override: flag,
    reason: z
      .enum([...overrideReasons, ...limitReasons])
      .nullable()
      .default(null)
      .catch(null),
    again: flag,
  })
  .transform((fields, context) => {
    const say = (name: Amount, message: Problem) =>
      context.addIssue({ code: 'custom', path: [name], message })
    const read = (name: Amount) => {
      const amount = amountOf(fields[name], fields[`${name}-more`], starts[name])
      if (typeof amount === 'number') return amount
      say(name, amount)
      return 0
    }
    const tickets = { adults: read('adults'), children: read('children'), companions: read('companions') }
    if (tickets.adults + tickets.children > mostTickets) say('children', 'too-many-tickets')
    const { kind, override, again, 'event-on': eventOn, 'other-event': other } = fields
    // What the desk works for is of today; a ticket for another day is often for something else.
    const event = (eventOn !== null && other) || fields.event
    return { ...tickets, kind, event, eventOn, override, again, reason: override ? fields.reason : null }
  })
export type Recorded = z.output<typeof RecordForm>

/** Which way the screen is turned. */
export const TurnForm = z.object({ turned: flag })

export const UndoForm = z.object({ back: text })
