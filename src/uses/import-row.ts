import { codeHash, readCode } from '../codes/rules.ts'
import type { StagedRow } from '../db/stage.ts'
import type { Day } from '../lib/dates.ts'
import { identifierIn, looksLike } from '../lib/identifiers.ts'
import type { Cells } from '../lib/import-file.ts'
import type { FindPlace, NamedPlace } from '../lib/place-names.ts'
import { oneOf, optional, type Reading, required, textUpTo, whole } from '../lib/readings.ts'
import { remembered } from '../lib/remembered.ts'
import { type Category, categories } from '../network/rules.ts'
import { useKinds } from './rules.ts'

export const useColumns = {
  required: [
    ...(['card_code', 'site', 'used_on', 'adults', 'children', 'companions'] as const),
    ...(['category', 'kind', 'event', 'recorded_on'] as const),
  ],
  optional: ['id'],
} as const
type UseColumn = (typeof useColumns)['required' | 'optional'][number]

/** What a row becomes before it is compared with the register. */
export const stagedColumns = {
  line: 'int',
  bad: 'boolean',
  given_id: 'uuid',
  hash: 'bytea',
  exact_hash: 'bytea',
  site_id: 'int',
  used_on: 'date',
  adults: 'smallint',
  children: 'smallint',
  companions: 'smallint',
  category: 'text',
  kind: 'text',
  event: 'text',
  recorded_on: 'date',
}

export type KnownSite = NamedPlace & { id: number; category: Category }
/** A card as its code names it. Hashes only: no code is put down anywhere. */
type NamedCard = {
  hash: Buffer
  /** Of the code exactly as it stands, where that differs. */
  exactHash: Buffer | null
}

/** What a row is read against. */
export type UseWorld = {
  findCard: Reading<NamedCard>
  findSite: FindPlace<KnownSite>
  /** A day on which something can have happened. */
  aDay: Reading<Day>
}

/** Reads a card code into its hashes; the same cards come again and again in a file. */
export const cardsByCode = (key: Uint8Array): Reading<NamedCard> =>
  remembered((text) => {
    const { legacy, fresh, problem } = readCode(text)
    if (legacy === '')
      return { reason: problem === 'too-long' ? 'is too long for a card code' : 'is no card code' }
    const canonical = fresh ?? legacy
    const exactHash = legacy === canonical ? null : codeHash(key, legacy)
    return { value: { hash: codeHash(key, canonical), exactHash } }
  })

const anId: Reading<string> = (text) =>
  /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(text)
    ? { value: text.toLowerCase() }
    : { reason: 'is no UUID' }
/** More people than this at one acquisition is a typing error, a school class with its card included. */
const people = whole(999)
const aCategory = oneOf(categories)
const aKind = oneOf(useKinds)
/** The name of a performance, never about a person. The reason tells the kind and repeats nothing. */
const anEvent: Reading<string> = remembered((text) => {
  const kind = identifierIn(text)
  return kind ? { reason: `${looksLike[kind]}, which is never kept` } : textUpTo(120)(text)
})

/** Reads one row. What is wrong is told to the cells. */
export const readUse = (
  cells: Cells<UseColumn>,
  { findCard, findSite, aDay }: UseWorld,
): StagedRow<keyof typeof stagedColumns> => {
  const given_id = optional(cells, 'id', anId)
  const card = required(cells, 'card_code', findCard)
  const site = required(cells, 'site', findSite)
  const used_on = required(cells, 'used_on', aDay)
  const adults = required(cells, 'adults', people)
  const children = optional(cells, 'children', people) ?? 0
  const companions = optional(cells, 'companions', people) ?? 0
  const category = optional(cells, 'category', aCategory) ?? site?.category
  const kind = optional(cells, 'kind', aKind) ?? 'ticket'
  const event = optional(cells, 'event', anEvent)
  const recorded_on = optional(cells, 'recorded_on', aDay) ?? used_on
  return {
    line: cells.line,
    bad: cells.isBad,
    given_id,
    hash: card?.hash,
    exact_hash: card?.exactHash,
    site_id: site?.id,
    used_on,
    adults,
    children,
    companions,
    category,
    kind,
    event,
    recorded_on,
  }
}
