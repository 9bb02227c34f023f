import { createHmac } from 'node:crypto'
import { codeHash, readCode } from '../codes/rules.ts'
import type { StagedRow } from '../db/stage.ts'
import type { Day } from '../lib/dates.ts'
import type { Cells } from '../lib/import-file.ts'
import type { FindPlace, NamedPlace } from '../lib/place-names.ts'
import { oneOf, optional, type Reading, required, textUpTo, whole } from '../lib/readings.ts'
import { type Category, categories, useKinds } from './rules.ts'

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
  /** Of a row without an id: what it says, hashed with the key. */
  meaning: 'bytea',
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
/** What a row is read against. */
export type UseWorld = { cardCode: Uint8Array; findSite: FindPlace<KnownSite>; aDay: Reading<Day> }

const anId: Reading<string> = (text) =>
  /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(text)
    ? { value: text.toLowerCase() }
    : { reason: 'is no UUID' }
const aCode: Reading<{ canonical: string; exact: string }> = (text) => {
  const { legacy, fresh, problem } = readCode(text)
  if (legacy === '')
    return { reason: problem === 'too-long' ? 'is too long for a card code' : 'is no card code' }
  return { value: { canonical: fresh ?? legacy, exact: legacy } }
}
/** More people than this at one acquisition is a typing error, a school class with its card included. */
const people = whole(999)
const aCategory = oneOf(categories)
const aKind = oneOf(useKinds)
const anEvent = textUpTo(120)

/** Reads one row. What is wrong is told to the cells. */
export const readUse = (cells: Cells<UseColumn>, world: UseWorld): StagedRow<keyof typeof stagedColumns> => {
  const { cardCode, findSite, aDay } = world
  const given_id = optional(cells, 'id', anId)
  const card = required(cells, 'card_code', aCode)
  const site = required(cells, 'site', findSite)
  const used_on = required(cells, 'used_on', aDay)
  const adults = required(cells, 'adults', people)
  const children = optional(cells, 'children', people) ?? 0
  const companions = optional(cells, 'companions', people) ?? 0
  const category = optional(cells, 'category', aCategory) ?? site?.category
  const kind = optional(cells, 'kind', aKind) ?? 'ticket'
  const event = optional(cells, 'event', anEvent) ?? null
  const recorded_on = optional(cells, 'recorded_on', aDay) ?? used_on
  const said = { used_on, adults, children, companions, category, kind, event, recorded_on }
  return {
    ...said,
    line: cells.line,
    bad: cells.isBad,
    given_id,
    meaning:
      cells.isBad || given_id
        ? null
        : meaningHash(cardCode, [card!.canonical, site!.id, ...Object.values(said)]),
    hash: card && codeHash(cardCode, card.canonical),
    exact_hash: card && card.exact !== card.canonical ? codeHash(cardCode, card.exact) : null,
    site_id: site?.id,
  }
}

/** Keyed, because an id is no secret and nobody may guess a card's visits from it. */
const meaningHash = (key: Uint8Array, meaning: unknown[]) =>
  createHmac('sha256', key)
    .update(`kk-import-use-v1\0${JSON.stringify(meaning)}`)
    .digest()
