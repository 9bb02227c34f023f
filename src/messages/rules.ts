import type { Day } from '../lib/dates.ts'

/** Whom a message can be for. Kaikukeskus writes, and the auditor works with none of it. */
export const readerRoles = ['issuer', 'venue', 'intermediary', 'coordinator'] as const
export type ReaderRole = (typeof readerRoles)[number]

export const siteCategories = ['culture', 'education', 'science', 'sports'] as const
export type SiteCategory = (typeof siteCategories)[number]

const languages = ['fi', 'sv', 'en'] as const
type Language = (typeof languages)[number]

/** Texts by language; null where nothing was written. */
export type Texts = Record<Language, string | null>

/** A message as its writer tells it; a draft may lack anything. */
export type MessageFacts = {
  title: Texts
  body: Texts
  isImportant: boolean
  roles: ReaderRole[]
  /** Null: every area. */
  areaIds: number[] | null
  /** Of the venues only these; null: all. */
  siteCategories: SiteCategory[] | null
  /** The last day on which it is among the new ones. */
  shownUntil: Day
}

export type Message = MessageFacts & {
  id: number
  /** Who writes; null for Kaikukeskus. */
  areaId: number | null
  area: string | null
  changedAt: Date
  /** When it is to leave; until then it can be taken back. */
  leavesAt: Date | null
  /** When it did. */
  leftAt: Date | null
  removedAt: Date | null
}

export const messageStates = ['draft', 'leaving', 'sent', 'past', 'removed'] as const
export type MessageState = (typeof messageStates)[number]

type Stated = Pick<Message, 'leavesAt' | 'leftAt' | 'removedAt' | 'shownUntil'>
export const stateOf = ({ leavesAt, leftAt, removedAt, shownUntil }: Stated, today: Day): MessageState => {
  if (removedAt) return 'removed'
  if (leftAt) return shownUntil < today ? 'past' : 'sent'
  return leavesAt ? 'leaving' : 'draft'
}

/** Minutes in which sending can be taken back: no mail has left before, and nobody has seen it. */
export const undoMinutes = 10
export const leavingAt = (now: Date): Date => new Date(now.getTime() + undoMinutes * 60_000)

/** Days that a message is among the new ones, unless its writer chooses otherwise. */
export const usualDays = 60

/** The text in the reader's language, else in Finnish, Swedish or English, whichever is there. */
export const readIn = (
  { title, body }: Pick<MessageFacts, 'title' | 'body'>,
  language: Language,
): { title: string; body: string; lang: Language } => {
  const order = [language, ...languages.filter((one) => one !== language)]
  const lang =
    order.find((one) => title[one] !== null && body[one] !== null) ??
    order.find((one) => title[one] !== null || body[one] !== null) ??
    language
  return { title: title[lang] ?? '', body: body[lang] ?? '', lang }
}

/** What a message lacks before it can be sent, by the field that it is about. */
export type Lack =
  | ('title-missing' | 'body-missing' | 'finnish-missing' | 'text-missing')
  | ('roles-missing' | 'areas-missing' | 'until-past')
export type Lacks = Partial<Record<string, Lack>>

const suffixes = { fi: 'Fi', sv: 'Sv', en: 'En' } as const

const textLacks = ({ title, body, areaId }: Pick<Message, 'title' | 'body' | 'areaId'>): Lacks => {
  const isEmpty = languages.every((one) => title[one] === null && body[one] === null)
  if (isEmpty) return { titleFi: areaId === null ? 'finnish-missing' : 'text-missing' }
  const halves = languages.flatMap((one): [string, Lack][] => {
    if (title[one] === null && body[one] !== null) return [[`title${suffixes[one]}`, 'title-missing']]
    if (title[one] !== null && body[one] === null) return [[`body${suffixes[one]}`, 'body-missing']]
    return []
  })
  const hasFinnish = title.fi !== null || body.fi !== null
  return {
    // The whole network is told in Finnish at least; an area may write in its own language alone.
    ...(areaId === null && !hasFinnish ? { titleFi: 'finnish-missing' } : {}),
    ...Object.fromEntries(halves),
  }
}

type Checked = Pick<Message, 'title' | 'body' | 'areaId' | 'roles' | 'areaIds' | 'shownUntil'>

/** Everything that keeps a draft from being sent; empty when it can be. */
export const lacksOf = (message: Checked, today: Day): Lacks => ({
  ...textLacks(message),
  ...(message.roles.length === 0 ? { roles: 'roles-missing' } : {}),
  ...(message.areaIds?.length === 0 ? { areas: 'areas-missing' } : {}),
  ...(message.shownUntil < today ? { until: 'until-past' } : {}),
})

/** The languages that readers would get a text of their own in, but do not yet. */
export const missingIn = ({ body }: Pick<MessageFacts, 'body'>): Language[] =>
  languages.filter((one) => body[one] === null)

/** Of whom fewer are told of, one could guess who opened it. */
export const smallestGroup = 5
const step = 5

/** How many opened it, to the nearest five: an exact number that grows by one tells who has just opened it. */
const roughly = (readers: number, recipients: number): number =>
  Math.min(Math.round(readers / step) * step, Math.floor(recipients / step) * step)

/** `areaId` null: who works in no one area. */
export type AreaCount = { areaId: number | null; recipients: number; readers: number }
type Group = { areaIds: (number | null)[]; recipients: number; readers: number }

const joined = (counts: readonly (AreaCount | Group)[]): Group => ({
  areaIds: counts.flatMap((one) => ('areaIds' in one ? one.areaIds : [one.areaId])),
  recipients: counts.reduce((sum, { recipients }) => sum + recipients, 0),
  readers: counts.reduce((sum, { readers }) => sum + readers, 0),
})

/**
 * How many opened a message, in groups of which none is small: areas with few readers are counted together, with the
 * next smallest when they are few even so. Nobody can then be told from what is left beside a group.
 * @returns the areas one by one, the largest first, and last those counted together; none when all are too few
 */
export const readersByGroup = (counts: readonly AreaCount[]): Group[] => {
  const sorted = counts
    .filter(({ recipients }) => recipients > 0)
    .map((one) => joined([one]))
    .sort((a, b) => b.recipients - a.recipients)
  const large = sorted.filter(({ recipients }) => recipients >= smallestGroup)
  const small = sorted.filter(({ recipients }) => recipients < smallestGroup)
  if (small.length > 0 && joined(small).recipients < smallestGroup) {
    const next = large.pop()
    if (!next) return []
    small.unshift(next)
  }
  return [...large, ...(small.length > 0 ? [joined(small)] : [])].map((one) => ({
    ...one,
    readers: roughly(one.readers, one.recipients),
  }))
}

/** All of them, as near as may be told; null when they are too few. */
export const readersInAll = ({
  recipients,
  readers,
}: Pick<AreaCount, 'recipients' | 'readers'>): number | null =>
  recipients < smallestGroup ? null : roughly(readers, recipients)
