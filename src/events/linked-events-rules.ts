import { z } from 'zod'
import { addDays, type Day, dayOf, isDay } from '../lib/dates.ts'
import { instantOf } from '../lib/local-time.ts'
import { daysAhead, endOfDay, type Incoming, isToCome, limits, type Texts } from './rules.ts'
import { plainText, saysSecret, webAddress } from './text-rules.ts'

/**
 * The events of a Linked Events API, as Finnish cities keep it (data model of the City of Helsinki, v1): `data` with
 * the events of one page, and `meta.next` with the address of the next.
 */
const PageShape = z.object({
  data: z.array(z.unknown()),
  meta: z.object({ next: z.string().nullish() }).nullish(),
})

const texts = z.record(z.string(), z.string().nullish()).nullish()
const reference = z.object({ '@id': z.string().nullish(), id: z.string().nullish() }).nullish()
const references = z.array(reference).nullish()

const EventShape = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  name: texts,
  start_time: z.string().nullish(),
  end_time: z.string().nullish(),
  has_start_time: z.boolean().nullish(),
  has_end_time: z.boolean().nullish(),
  event_status: z.string().nullish(),
  publication_status: z.string().nullish(),
  super_event_type: z.string().nullish(),
  deleted: z.boolean().nullish(),
  location: reference,
  location_extra_info: texts,
  info_url: z.union([z.string(), texts]).nullish(),
  audience: references,
  keywords: references,
  audience_max_age: z.number().nullish(),
  enrolment_start_time: z.string().nullish(),
  enrolment_end_time: z.string().nullish(),
})
type Told = z.output<typeof EventShape>

/** An event of the feed, and the id of its place there. */
type Placed = { event: Incoming; place: string | null }
export type FeedPage = {
  events: Placed[]
  /** Events that lack a name or a time, or say what is not kept. */
  skipped: number
  next: string | null
}

/** `https://…/place/tprek:7259/` and `tprek:7259` are the same place. */
const nameOf = (told: z.output<typeof reference>): string | null => {
  const id = told?.id ?? told?.['@id']
  return id ? decoded(id.replace(/\/+$/, '').split('/').at(-1) ?? '') || null : null
}
const decoded = (text: string) => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** General Finnish Ontology (YSO): children as an age group, families with children, families with babies. */
const childrens = ['yso:p4354', 'yso:p13050', 'yso:p20513']
const isForChildren = ({ audience, keywords, audience_max_age: oldest }: Told) =>
  (typeof oldest === 'number' && oldest > 0 && oldest < 15) ||
  [...(audience ?? []), ...(keywords ?? [])].some((one) => childrens.includes(nameOf(one) ?? ''))

const languages = ['fi', 'sv', 'en', 'ar', 'ru', 'uk', 'so', 'se']
const textsOf = (told: z.output<typeof texts>, longest: number): Texts =>
  Object.fromEntries(
    languages.flatMap((language) => {
      const text = plainText(told?.[language] ?? '', longest)
      return text === '' ? [] : [[language, text]]
    }),
  )

const linkOf = (told: Told['info_url']): string | null => {
  if (!told) return null
  const all = typeof told === 'string' ? [told] : ['fi', 'sv', 'en'].map((language) => told[language] ?? '')
  return all.map(webAddress).find((url) => url !== null) ?? null
}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/i

/** A day alone means that the time of day is not known. An end without it is the end of its day. */
const timeOf = (text: string, isEnd: boolean): { at: Date; isDay: boolean } | null => {
  if (isDay(text)) return { at: isEnd ? endOfDay(text as Day) : instantOf(text as Day, 0), isDay: true }
  const at = instant.test(text) ? new Date(text) : null
  return at && !Number.isNaN(at.getTime()) ? { at, isDay: false } : null
}

/** An end without a time of day is told as the midnight after it, or as some moment of the day. */
const lastDayOf = (at: Date): Date => {
  const isMidnight = instantOf(dayOf(at), 0).getTime() === at.getTime()
  return endOfDay(isMidnight ? addDays(dayOf(at), -1) : dayOf(at))
}

const timesOf = (told: Told): Pick<Incoming, 'startsAt' | 'endsAt' | 'allDay'> | null => {
  const start = timeOf(told.start_time ?? '', false)
  const end = told.end_time ? timeOf(told.end_time, true) : null
  if (!start) return null
  const allDay = start.isDay || told.has_start_time === false
  const endAt = end && told.has_end_time === false ? lastDayOf(end.at) : end?.at
  const endsAt = endAt && endAt >= start.at ? endAt : null
  return { startsAt: start.at, endsAt, allDay }
}

/** What can be kept and found again as it is. */
const isName = (id: string) =>
  id !== '' && id.length <= limits.outsideId && plainText(id, limits.outsideId) === id

const eventOf = (told: Told): Incoming | null => {
  const names = textsOf(told.name, limits.name)
  const times = timesOf(told)
  const extra = textsOf(told.location_extra_info, limits.place)
  const place = extra.fi ?? extra.sv ?? extra.en ?? null
  if (Object.keys(names).length === 0 || !times || !isName(told.id)) return null
  if ([...Object.values(names), place].some((text) => text && saysSecret(text))) return null
  return {
    ...times,
    ...{ outsideId: told.id, names, place, tickets: null, accessible: false, how: null },
    forChildren: isForChildren(told),
    booking: told.enrolment_start_time || told.enrolment_end_time ? true : null,
    url: linkOf(told.info_url),
    isCancelled: told.event_status === 'EventCancelled',
  }
}

/** What is in the feed and yet no event to go to: a draft, what was removed or has no new day, and the head of a series, whose days stand beside it. */
const isNone = (told: Told) =>
  told.deleted === true ||
  told.publication_status === 'draft' ||
  told.event_status === 'EventPostponed' ||
  Boolean(told.super_event_type)

/**
 * Reads one page of a feed. One event that makes no sense is left out and counted; the others are taken.
 * @returns null when it is no page of events at all
 */
export const readFeedPage = (json: unknown, now: Date): FeedPage | null => {
  const page = PageShape.safeParse(json)
  if (!page.success) return null
  const read: FeedPage = { events: [], skipped: 0, next: page.data.meta?.next || null }
  const last = now.getTime() + daysAhead * 86_400_000
  for (const one of page.data.data) {
    const told = EventShape.safeParse(one)
    if (told.success && isNone(told.data)) continue
    const event = told.success ? eventOf(told.data) : null
    if (!told.success || !event || event.startsAt.getTime() > last) read.skipped += 1
    else if (isToCome(event, now)) read.events.push({ event, place: nameOf(told.data.location) })
  }
  return read
}
