import { aCode, exactHashOf, hashOf, typedHash } from '../codes/import-rules.ts'
import { tailOf } from '../codes/rules.ts'
import type { StagedRow } from '../db/stage.ts'
import type { Day } from '../lib/dates.ts'
import { type Cells, refuseCell, textOf } from '../lib/import-file.ts'
import type { FindPlace } from '../lib/place-names.ts'
import { day, inWords, oneOf, optional, type Reading, required, textUpTo, whole } from '../lib/readings.ts'
import { closings, genders, lives } from './import-words.ts'
import {
  birthYearProblem,
  type CardType,
  effectiveUntil,
  ownUntil,
  type Policy,
  policyOn,
  postalCode,
} from './rules.ts'

export const cardColumns = {
  required: [
    ...(['code', 'type', 'unit', 'registered_on', 'valid_until'] as const),
    ...(['birth_year', 'postal_code', 'children', 'life_situation', 'gender'] as const),
  ],
  optional: ['closed_on', 'closed_reason', 'renewed_from', 'consent_on', 'consent_version'],
} as const
export type CardColumn = (typeof cardColumns)['required' | 'optional'][number]

/** What a row becomes before it is compared with the register. Hashes only: no code is put down anywhere. */
export const stagedColumns = {
  line: 'int',
  bad: 'boolean',
  // The canonical code; and the exact one where that differs, since a legacy code wins as it stands.
  hash: 'bytea',
  exact_hash: 'bytea',
  typed_hash: 'bytea',
  tail: 'text',
  style: 'text',
  type: 'text',
  unit_id: 'int',
  state: 'text',
  registered_on: 'date',
  own_until: 'date',
  valid_until: 'date',
  valid_said: 'boolean',
  birth_year: 'smallint',
  postal_code: 'text',
  children: 'smallint',
  life_situation: 'text',
  gender: 'text',
  closed_on: 'date',
  renewed_hash: 'bytea',
  renewed_exact_hash: 'bytea',
  consent_on: 'date',
  consent_version: 'text',
  exceptions: 'text',
}
export type StagedCard = StagedRow<keyof typeof stagedColumns>

type PilotPeriod = { from: Day | null; until: Day | null; cardsUntil: Day | null }
export type KnownUnit = { id: number; pilots: PilotPeriod[] }

/** What a row is read against. */
export type CardWorld = {
  cardCode: Uint8Array
  policies: readonly Policy[]
  findUnit: FindPlace<KnownUnit>
  /** A day on which something can have happened to a card. */
  aDay: Reading<Day>
  today: Day
}

const aType = oneOf<CardType>(['personal', 'community'])
const anyDay = day('0001-01-01', '2200-12-31')
const aYear: Reading<number> = (text) =>
  /^\d{4}$/.test(text) ? { value: Number(text) } : { reason: 'is not a year of four digits' }
const aPostalCode: Reading<string> = (text) => {
  const value = postalCode(text)
  return value === null ? { reason: 'is not a postal code of five digits' } : { value }
}
/** The largest number that is not plainly a typing error; how many a card may have is a matter of policy. */
const someChildren = whole(99)
const aLife = inWords(lives)
const aGender = inWords(genders)
const aClosing = inWords(closings)
const aVersion = textUpTo(60)

/** Reads one row. What is wrong is told to the cells; what breaks a rule of its day is an exception, and taken. */
export const readCard = (cells: Cells<CardColumn>, world: CardWorld): StagedCard => {
  const { cardCode } = world
  const exceptions: string[] = []
  const code = required(cells, 'code', aCode)
  const type = required(cells, 'type', aType)
  const unit = required(cells, 'unit', world.findUnit)
  const registeredOn = optional(cells, 'registered_on', world.aDay)
  const isStock = registeredOn === null
  if (isStock) refuseDataOfStock(cells)
  else if (registeredOn && registeredOn > world.today) exceptions.push('in-the-future')
  const validity = isStock ? noValidity : readValidity(cells, world, type, unit, registeredOn, exceptions)
  const background = isStock ? noBackground : readBackground(cells, world, type, registeredOn, exceptions)
  const closing = isStock ? stillInStock : readClosing(cells, world.aDay, registeredOn)
  const consent = isStock ? noConsent : readConsent(cells, world.aDay)
  const renewed = isStock ? null : optional(cells, 'renewed_from', aCode)
  if (renewed && renewed.canonical === code?.canonical)
    refuseCell(cells, 'renewed_from', 'is the card itself')
  return {
    line: cells.line,
    bad: cells.isBad,
    hash: hashOf(cardCode, code),
    exact_hash: exactHashOf(cardCode, code),
    typed_hash: code && typedHash(cardCode, textOf(cells, 'code')!),
    tail: code && tailOf(code.canonical),
    style: code?.isNew ? 'new' : 'legacy',
    type,
    unit_id: unit?.id,
    registered_on: registeredOn,
    ...validity,
    ...background,
    ...closing,
    renewed_hash: hashOf(cardCode, renewed),
    renewed_exact_hash: exactHashOf(cardCode, renewed),
    ...consent,
    exceptions: exceptions.join(' '),
  }
}

/** A card in stock has a code, a type and a unit, nothing else. */
const refuseDataOfStock = (cells: Cells<CardColumn>) => {
  for (const column of [...cardColumns.required.slice(4), ...cardColumns.optional]) {
    const text = textOf(cells, column)
    if (text && !(column === 'children' && text === '0'))
      refuseCell(cells, column, 'must be empty: a card without registered_on is stock')
  }
}

/** The last day of cards registered in the pilot that the day is in. */
const pilotEndOf = ({ pilots }: KnownUnit, on: Day): Day | null =>
  pilots.find(({ from, until }) => (from === null || from <= on) && (until === null || on <= until))
    ?.cardsUntil ?? null

const noValidity = { own_until: null, valid_until: null, valid_said: false }
const readValidity = (
  cells: Cells<CardColumn>,
  { policies }: CardWorld,
  type: CardType | undefined,
  unit: KnownUnit | undefined,
  registeredOn: Day | undefined,
  exceptions: string[],
) => {
  const said = optional(cells, 'valid_until', anyDay)
  if (!registeredOn) return noValidity
  if (said && said < registeredOn) refuseCell(cells, 'valid_until', 'is before registered_on')
  if (!unit) return noValidity
  const own = ownUntil(policyOn(policies, registeredOn), registeredOn, type ?? 'personal')
  const due = effectiveUntil(own, pilotEndOf(unit, registeredOn), [])
  if (said && said > due) exceptions.push('valid-too-long')
  return { own_until: said ?? own, valid_until: said ?? due, valid_said: Boolean(said) }
}

const noBackground = { birth_year: null, postal_code: null, children: 0, life_situation: null, gender: null }
const readBackground = (
  cells: Cells<CardColumn>,
  { policies, today }: CardWorld,
  type: CardType | undefined,
  registeredOn: Day | undefined,
  exceptions: string[],
) => {
  const on = registeredOn ?? today
  const policy = policyOn(policies, on)
  const birth_year = optional(cells, 'birth_year', aYear)
  const postal_code = optional(cells, 'postal_code', aPostalCode)
  const children = optional(cells, 'children', someChildren)
  const life_situation = optional(cells, 'life_situation', aLife)
  const gender = optional(cells, 'gender', aGender)
  const ageProblem = birth_year ? birthYearProblem(policy, birth_year, on) : null
  if (ageProblem === 'impossible') refuseCell(cells, 'birth_year', 'is no possible year of birth')
  if (type === 'community') {
    // A community card belongs to a unit: what a file says about a person beside it is left out.
    if (birth_year || postal_code || children || life_situation || gender)
      exceptions.push('community-card-with-person')
    return noBackground
  }
  if (ageProblem === 'too-young') exceptions.push('too-young')
  if (birth_year === null || postal_code === null || children === null) exceptions.push('background-missing')
  if (children && children > policy.maximumChildren) exceptions.push('too-many-children')
  return { birth_year, postal_code, children: children ?? 0, life_situation, gender }
}

/** The reason tells which of the three ends it was. */
const stillInStock = { state: 'stock', closed_on: null }
const readClosing = (cells: Cells<CardColumn>, aDay: Reading<Day>, registeredOn: Day | undefined) => {
  const on = optional(cells, 'closed_on', aDay)
  const state = optional(cells, 'closed_reason', aClosing)
  if (on && state === null) refuseCell(cells, 'closed_reason', 'is empty though the card is closed')
  if (state && on === null) refuseCell(cells, 'closed_on', 'is empty though the card is closed')
  if (on && registeredOn && on < registeredOn) refuseCell(cells, 'closed_on', 'is before registered_on')
  return { state: state ?? 'registered', closed_on: on }
}

const noConsent = { consent_on: null, consent_version: null }
const readConsent = (cells: Cells<CardColumn>, aDay: Reading<Day>) => {
  const on = optional(cells, 'consent_on', aDay)
  const version = optional(cells, 'consent_version', aVersion)
  if (on && version === null) refuseCell(cells, 'consent_version', 'is empty though a consent was given')
  if (version && on === null) refuseCell(cells, 'consent_on', 'is empty though a consent was given')
  return { consent_on: on, consent_version: version }
}
