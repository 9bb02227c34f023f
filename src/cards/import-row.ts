import { createHmac } from 'node:crypto'
import { codeHash, readCode, tailOf } from '../codes/rules.ts'
import type { StagedRow } from '../db/stage.ts'
import type { Day } from '../lib/dates.ts'
import type { Cells } from '../lib/import-file.ts'
import type { FindPlace } from '../lib/place-names.ts'
import { day, inWords, oneOf, optional, required, textUpTo, whole } from '../lib/readings.ts'
import { closings, genders, lives } from './import-words.ts'
import { birthYearProblem, type CardType, type Policy, policyOn, postalCode, validUntil } from './rules.ts'

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

export type PilotPeriod = { from: Day | null; until: Day | null }
export type KnownUnit = { id: number; pilots: PilotPeriod[] }

/** What a row is read against. */
export type CardWorld = {
  cardCode: Uint8Array
  policies: readonly Policy[]
  findUnit: FindPlace<KnownUnit>
  firstDay: Day
  lastDay: Day
}

type CardCode = { canonical: string; exact: string; isNew: boolean }
const code = (text: string): { value: CardCode } | { reason: string } => {
  const { legacy, fresh, problem } = readCode(text)
  if (legacy === '')
    return { reason: problem === 'too-long' ? 'is too long for a card code' : 'is no card code' }
  return { value: { canonical: fresh ?? legacy, exact: legacy, isNew: fresh !== null } }
}

const hashesOf = (key: Uint8Array, read: CardCode) => ({
  hash: codeHash(key, read.canonical),
  exact: read.exact === read.canonical ? null : codeHash(key, read.exact),
})

const year = (text: string) =>
  /^\d{4}$/.test(text) ? { value: Number(text) } : { reason: 'is not a year of four digits' }
const postal = (text: string) => {
  const value = postalCode(text)
  return value === null ? { reason: 'is not a postal code of five digits' } : { value }
}

/** The largest number of children that is not plainly a typing error; a card's own limit is a matter of policy. */
const mostChildren = 99

const pilotEndOf = ({ pilots }: KnownUnit, on: Day): Day | null =>
  pilots.find(({ from, until }) => (from === null || from <= on) && (until === null || on <= until))?.until ??
  null

/** A card in stock has a code, a type and a unit, nothing else. */
const refuseDataOfStock = (cells: Cells<CardColumn>) => {
  const rest = [...cardColumns.required, ...cardColumns.optional].filter(
    (column) => !['code', 'type', 'unit', 'registered_on'].includes(column),
  )
  for (const column of rest) {
    const text = cells.text(column)
    if (text && !(column === 'children' && text === '0'))
      cells.refuse(column, 'must be empty: a card without registered_on is stock')
  }
}

/** Reads one row. What is wrong is told to the cells; what breaks a rule of its day is an exception, and taken. */
export const readCard = (cells: Cells<CardColumn>, world: CardWorld): StagedCard => {
  const { cardCode } = world
  const exceptions: string[] = []
  const read = required(cells, 'code', code)
  const type = required(cells, 'type', oneOf<CardType>(['personal', 'community']))
  const unit = required(cells, 'unit', world.findUnit)
  const aDay = day(world.firstDay, world.lastDay)
  const registeredOn = optional(cells, 'registered_on', aDay)
  const hashes = read && hashesOf(cardCode, read)
  const staged: StagedCard = {
    ...{ line: cells.line, bad: true, hash: hashes?.hash, exact_hash: hashes?.exact },
    typed_hash:
      read &&
      createHmac('sha256', cardCode)
        .update(`kk-import-typed\0${cells.text('code')}`)
        .digest(),
    ...{
      tail: read && tailOf(read.canonical),
      style: read?.isNew ? 'new' : 'legacy',
      type,
      unit_id: unit?.id,
    },
    ...{ state: 'stock', registered_on: null, valid_until: null, valid_said: false },
    ...{
      birth_year: null,
      postal_code: null,
      children: 0,
      life_situation: null,
      gender: null,
      closed_on: null,
    },
    ...{
      renewed_hash: null,
      renewed_exact_hash: null,
      consent_on: null,
      consent_version: null,
      exceptions: '',
    },
  }
  if (registeredOn === null) {
    refuseDataOfStock(cells)
    return { ...staged, bad: cells.isBad() }
  }
  staged.registered_on = registeredOn
  Object.assign(staged, readValidity(cells, world, unit, registeredOn, exceptions))
  Object.assign(staged, readBackground(cells, world, type, registeredOn, exceptions))
  Object.assign(staged, readClosing(cells, aDay, registeredOn))
  Object.assign(staged, readConsent(cells, aDay))
  const renewed = optional(cells, 'renewed_from', code)
  if (renewed && renewed.canonical === read?.canonical) cells.refuse('renewed_from', 'is the card itself')
  else if (renewed) {
    const old = hashesOf(cardCode, renewed)
    staged.renewed_hash = old.hash
    staged.renewed_exact_hash = old.exact
  }
  return { ...staged, bad: cells.isBad(), exceptions: exceptions.join(' ') }
}

const readValidity = (
  cells: Cells<CardColumn>,
  { policies }: CardWorld,
  unit: KnownUnit | undefined,
  registeredOn: Day | undefined,
  exceptions: string[],
): Partial<StagedCard> => {
  const said = optional(cells, 'valid_until', day('0001-01-01', '2200-12-31'))
  if (!registeredOn) return {}
  if (said && said < registeredOn) cells.refuse('valid_until', 'is before registered_on')
  if (!unit) return {}
  const due = validUntil(policyOn(policies, registeredOn), registeredOn, pilotEndOf(unit, registeredOn))
  if (said && said > due) exceptions.push('valid-too-long')
  return { valid_until: said ?? due, valid_said: Boolean(said) }
}

const readBackground = (
  cells: Cells<CardColumn>,
  { policies, lastDay }: CardWorld,
  type: CardType | undefined,
  registeredOn: Day | undefined,
  exceptions: string[],
): Partial<StagedCard> => {
  const on = registeredOn ?? lastDay
  const policy = policyOn(policies, on)
  const birthYear = optional(cells, 'birth_year', year)
  const postalText = optional(cells, 'postal_code', postal)
  const children = optional(cells, 'children', whole(mostChildren))
  const life = optional(cells, 'life_situation', inWords(lives))
  const gender = optional(cells, 'gender', inWords(genders))
  const ageProblem = birthYear ? birthYearProblem(policy, birthYear, on) : null
  if (ageProblem === 'impossible') cells.refuse('birth_year', 'is no possible year of birth')
  if (type === 'community') {
    // A community card belongs to a unit: what a file says about a person beside it is left out.
    if (birthYear || postalText || children || life || gender) exceptions.push('community-card-with-person')
    return {}
  }
  if (ageProblem === 'too-young') exceptions.push('too-young')
  if (birthYear === null || postalText === null || children === null) exceptions.push('background-missing')
  if (children && children > policy.maximumChildren) exceptions.push('too-many-children')
  return {
    ...{ birth_year: birthYear, postal_code: postalText, children: children ?? 0 },
    ...{ life_situation: life, gender },
  }
}

/** The reason tells which of the three ends it was. */
const readClosing = (
  cells: Cells<CardColumn>,
  aDay: ReturnType<typeof day>,
  registeredOn: Day | undefined,
): Partial<StagedCard> => {
  const on = optional(cells, 'closed_on', aDay)
  const state = optional(cells, 'closed_reason', inWords(closings))
  if (on && state === null) cells.refuse('closed_reason', 'is empty though the card is closed')
  if (state && on === null) cells.refuse('closed_on', 'is empty though the card is closed')
  if (on && registeredOn && on < registeredOn) cells.refuse('closed_on', 'is before registered_on')
  return { state: state ?? 'registered', closed_on: on }
}

const readConsent = (cells: Cells<CardColumn>, aDay: ReturnType<typeof day>): Partial<StagedCard> => {
  const on = optional(cells, 'consent_on', aDay)
  const version = optional(cells, 'consent_version', textUpTo(60))
  if (on && version === null) cells.refuse('consent_version', 'is empty though a consent was given')
  if (version && on === null) cells.refuse('consent_on', 'is empty though a consent was given')
  return { consent_on: on, consent_version: version }
}
