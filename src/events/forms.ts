import { z } from 'zod'
import type { Day } from '../lib/dates.ts'
import { type IdentifierKind, identifierIn, identifierKinds, reachKinds } from '../lib/identifiers.ts'
import { instantOf, readTime } from '../lib/local-time.ts'
import { type UrlProblem, urlProblem } from '../lib/outgoing-addresses.ts'
import { readDay } from '../lib/typed-day.ts'
import { type EventFacts, endOfDay, limits, type Texts } from './rules.ts'
import { plainText, webAddress } from './text-rules.ts'

export type Problem =
  | IdentifierKind
  | 'name-missing'
  | 'model-missing'
  | 'text-long'
  | 'day-missing'
  | 'day-form'
  | 'time-form'
  | 'end-early'
  | 'days-many'
  | 'tickets-form'
  | 'url-form'
  | 'feed-url'
  | 'feed-https'
  | 'feed-twice'
  | 'feed-place'
  | 'file-missing'
  | 'file-form'
  | 'file-large'
  | 'file-lines'
  | 'nothing-new'

const field = (problemOf: (typed: string) => Problem | null, takes: readonly IdentifierKind[] = []) =>
  z
    .string()
    .default('')
    .superRefine((typed, context) => {
      const problem = identifierIn(typed, takes) ?? problemOf(typed.trim())
      if (problem) context.addIssue({ code: 'custom', message: problem })
    })
    .transform((typed) => typed.trim())

const text = (longest: number, takes: readonly IdentifierKind[] = []) =>
  field((typed) => (typed.length > longest ? 'text-long' : null), takes).transform((typed) =>
    plainText(typed, longest),
  )

/** The numbers in an address on the web, and days, are their own. */
const inAddresses = identifierKinds.filter((kind) => kind !== 'identity-code')

const day = field((typed) => (typed === '' || readDay(typed) ? null : 'day-form'), inAddresses)
const time = field((typed) => (typed === '' || readTime(typed) !== null ? null : 'time-form'))

/** Other days of the same event, one a line. */
const mostDays = 60
const daysIn = (typed: string) => typed.split(/[\n;]+/).filter((line) => line.trim() !== '')
const moreDays = field((typed) => {
  if (daysIn(typed).some((line) => !readDay(line))) return 'day-form'
  return daysIn(typed).length > mostDays ? 'days-many' : null
}, inAddresses)

const isTickets = (typed: string) => /^\d{1,4}$/.test(typed) && Number(typed) > 0

const shape = {
  nameFi: text(limits.name),
  nameSv: text(limits.name),
  nameEn: text(limits.name),
  day,
  start: time,
  lastDay: day,
  end: time,
  moreDays,
  place: text(limits.place, ['street-address']),
  howFi: text(limits.how, reachKinds),
  howSv: text(limits.how, reachKinds),
  howEn: text(limits.how, reachKinds),
  tickets: field((typed) => (typed === '' || isTickets(typed) ? null : 'tickets-form')),
  booking: z.string().default(''),
  forChildren: z.string().default(''),
  accessible: z.string().default(''),
  url: field((typed) => (typed === '' || webAddress(typed) !== null ? null : 'url-form'), inAddresses),
}

/** The fields in the order of the page: the order of its problems too. */
export const fieldNames = Object.keys(shape) as (keyof typeof shape)[]

const textsOf = (fi: string, sv: string, en: string): Texts =>
  Object.fromEntries(Object.entries({ fi, sv, en }).filter(([, text]) => text !== ''))

/** When an event of the day is: with a time it has an end only where one was said. */
const timesOn = (first: Day, typed: { start: string; lastDay: string; end: string }) => {
  const [start, end] = [readTime(typed.start), readTime(typed.end)]
  const last = readDay(typed.lastDay) ?? first
  const isNight = last === first && start !== null && end !== null && end < start && end <= 6 * 3600
  const endsAt =
    end === null
      ? start === null || last !== first
        ? endOfDay(last)
        : null
      : instantOf(last, end + (isNight ? 86_400 : 0))
  return { startsAt: instantOf(first, start ?? 0), endsAt, allDay: start === null }
}

/** What a site says of an event: one row for each of its days. At least a name, in any language, and a day. */
export const EventForm = z
  .object(shape)
  .superRefine((typed, context) => {
    const add = (path: string, message: Problem) =>
      context.addIssue({ code: 'custom', message, path: [path] })
    if (typed.nameFi === '' && typed.nameSv === '' && typed.nameEn === '') add('nameFi', 'name-missing')
    const first = readDay(typed.day)
    if (typed.day === '') add('day', 'day-missing')
    if (!first) return
    const { startsAt, endsAt } = timesOn(first, typed)
    if (endsAt && endsAt < startsAt) add(typed.end === '' ? 'lastDay' : 'end', 'end-early')
  })
  .transform((typed) => {
    const how = textsOf(typed.howFi, typed.howSv, typed.howEn)
    const first = readDay(typed.day)!
    const rest = daysIn(typed.moreDays).map((line) => readDay(line)!)
    const facts = {
      names: textsOf(typed.nameFi, typed.nameSv, typed.nameEn),
      place: typed.place || null,
      tickets: typed.tickets === '' ? null : Number(typed.tickets),
      forChildren: typed.forChildren === 'yes',
      accessible: typed.accessible === 'yes',
      booking: typed.booking === '' ? null : typed.booking === 'yes',
      how: Object.keys(how).length > 0 ? how : null,
      url: typed.url === '' ? null : webAddress(typed.url),
      isCancelled: false,
    }
    const on = (day: Day, lastDay: string): EventFacts => ({
      ...facts,
      ...timesOn(day, { ...typed, lastDay }),
    })
    // The last day belongs to the first: each of the others is a day of its own.
    return [
      on(first, typed.lastDay),
      ...[...new Set(rest)].filter((one) => one !== first).map((one) => on(one, '')),
    ]
  })

/** On which other day the same is on. */
export const CopyForm = z
  .object({
    day: field((typed) => {
      if (typed === '') return 'day-missing'
      return readDay(typed) ? null : 'day-form'
    }, inAddresses),
  })
  .transform(({ day }) => readDay(day)!)

const longestPlace = 100
const feedProblems: Record<UrlProblem, Problem> = {
  ...{ 'url-form': 'feed-url', 'url-https': 'feed-https' },
  ...{ 'url-port': 'feed-url', 'url-private': 'feed-url' },
}

/** A feed to read by the hour. @param allowLocal an address of this machine: in a demo and in tests */
export const feedProblem = (url: string, allowLocal: boolean): Problem | null => {
  const problem = url.length > limits.url ? 'url-form' : urlProblem(url, allowLocal)
  return problem && feedProblems[problem]
}

export const FeedForm = z.object({
  url: field((typed) => (typed === '' ? 'feed-url' : null), inAddresses),
  place: field(
    (typed) => (/^[\w:.-]*$/.test(typed) && typed.length <= longestPlace ? null : 'feed-place'),
    inAddresses,
  ).transform((typed) => typed || null),
})

export const UploadForm = z.object({ whole: z.string().default('') })
export const NothingForm = z.object({})
