import { createHash } from 'node:crypto'
import type { Steps } from './rollup-player.ts'

/*
 * The same deeds in arrays, and the rollups counted from these alone: nothing here asks the database, its triggers or its
 * views. Cards, sites, units and municipalities are numbered from nought in the order in which they were made.
 */

type Period = { from: string; until: string; municipality: number }
type Card = {
  type: string
  state: 'stock' | 'registered' | 'withdrawn'
  unit: number | null
  registeredOn: string | null
  isForgotten: boolean
}
type Use = {
  id: string
  card: Card | null
  site: number
  day: string
  hour: number
  adults: number
  children: number
  companions: number
  category: string
  kind: string
  source: string
  isUndone: boolean
}
/** Lines by rollup: its keys, then its counts. */
export type Lines = Record<string, string[]>

const popUp = 2
const addDays = (day: string, days: number) =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
const always = (municipality: number): Period[] => [{ from: '0000', until: '9999', municipality }]
const placeOn = (periods: Period[], day: string) =>
  periods.find(({ from, until }) => from <= day && day <= until)!.municipality

const inFinland = new Intl.DateTimeFormat('en-GB', {
  ...{ timeZone: 'Europe/Helsinki', weekday: 'short', hour: '2-digit', hourCycle: 'h23' },
})
const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const clockOf = ({ day, hour }: Use) => {
  const parts = inFinland.formatToParts(Date.parse(`${day}T${String(hour).padStart(2, '0')}:30:00Z`))
  const part = (type: string) => parts.find((one) => one.type === type)!.value
  return `${weekdays.indexOf(part('weekday')) + 1} ${Number(part('hour'))}`
}
const monthOf = (day: string) => `${day.slice(0, 8)}01`
const quarterOf = (day: string) => {
  const first = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1
  return `${day.slice(0, 5)}${String(first).padStart(2, '0')}-01`
}

class Register {
  today = '2025-12-20'
  made = 0
  cards: Card[] = []
  uses: Use[] = []
  units = [always(0), always(0), always(1)]
  sites = [always(0), always(1), always(0)]
  siteDays = new Map<number, string>()
  unitDays = new Map<number, string>()

  /** The cards that are still there. */
  get live() {
    return this.cards.filter((card) => !card.isForgotten)
  }
  pickCard(which: number): Card | undefined {
    const { live } = this
    return live[which % Math.max(live.length, 1)]
  }
  /** A day on which the unit registered something. */
  registers(card: Card, unit: number, day: string) {
    Object.assign(card, { unit, registeredOn: day })
    const last = this.unitDays.get(unit)
    if (!last || last < day) this.unitDays.set(unit, day)
  }
  standing(card: Card) {
    return this.uses.filter((use) => use.card === card && !use.isUndone)
  }
}

type Numbers = Record<string, number>
type Deed = (register: Register, numbers: Numbers, step: Steps[number]) => void

const record: Deed = (register, { card, site, back, hour, adults, children, count = 1 }, step) => {
  for (let n = 1; n <= count; n++) {
    const day = addDays(register.today, -((back! + n) % 40))
    const at = (site! + Math.floor(n / 3)) % register.sites.length
    const used = step.do === 'cardless' ? undefined : register.pickCard(card! + Math.floor(n / 2))
    const what = { category: String(step.category), kind: String(step.kind), source: String(step.source) }
    register.uses.push({
      id: createHash('md5')
        .update(String(register.made + n))
        .digest('hex'),
      ...{ card: used ?? null, site: at, day, hour: hour!, adults: adults!, children: children! },
      ...{ companions: n % 2, ...what, isUndone: false },
    })
    const last = register.siteDays.get(at)
    if (!last || last < day) register.siteDays.set(at, day)
  }
  register.made += 10
}

const move = (periods: Period[], today: string, municipality: number) => {
  const from = addDays(today, 1)
  const before = periods.filter((period) => period.from !== from)
  const last = before.at(-1)!
  if (last.until === '9999') last.until = today
  periods.splice(0, periods.length, ...before, { from, until: '9999', municipality })
}

const haveLainApart = (one: Period[], other: Period[]) =>
  one.some((a) =>
    other.some((b) => a.municipality !== b.municipality && a.from <= b.until && b.from <= a.until),
  )

const deeds: Record<string, Deed> = {
  make: (register, { count, unit }, { community }) => {
    const type = community ? 'community' : 'personal'
    for (let n = 1; n <= count!; n++) {
      const card: Card = { type, state: 'registered', unit: null, registeredOn: null, isForgotten: false }
      register.cards.push(card)
      register.registers(card, (unit! + n) % register.units.length, addDays(register.today, -n))
    }
    register.made += 10
  },
  register: (register, { card, unit }) => {
    const chosen = register.pickCard(card!)
    if (chosen?.state !== 'stock') return
    chosen.state = 'registered'
    register.registers(chosen, unit! % register.units.length, register.today)
  },
  unregister: (register, { card }) => {
    const chosen = register.pickCard(card!)
    if (chosen) Object.assign(chosen, { state: 'stock', unit: null, registeredOn: null })
  },
  ...{ use: record, import: record, cardless: record },
  cancel: (register, { use, count }) => {
    const open = register.uses.filter(({ isUndone, card }) => !isUndone && !card?.isForgotten)
    open.sort((a, b) => (a.id < b.id ? -1 : 1))
    for (const undone of open.slice(use! % 4, (use! % 4) + count!)) undone.isUndone = true
  },
  correct: () => {},
  withdraw: (register, { card }) => {
    const chosen = register.pickCard(card!)
    if (chosen?.state === 'registered') chosen.state = 'withdrawn'
  },
  'merge-units': (register, numbers) => {
    const [from, into] = [numbers.from! % register.units.length, numbers.into! % register.units.length]
    if (haveLainApart(register.units[from]!, register.units[into]!)) return
    for (const card of register.live)
      if (card.unit === from && from !== into) register.registers(card, into, card.registeredOn!)
  },
  move: (register, { which, to }, { place }) => {
    const places = place === 'unit' ? register.units : register.sites
    move(places[which! % places.length]!, register.today, to! % 2)
  },
  pass: (register, { days }) => {
    register.today = addDays(register.today, days!)
  },
  forget: (register, { card, count }) => {
    const known = register.live.filter(({ state }) => state !== 'stock')
    for (const gone of known.slice(card! % 3, (card! % 3) + count!)) gone.isForgotten = true
  },
}

/** Adds up by key, and leaves out what is all noughts. */
const addUp = <Of>(all: readonly Of[], keyOf: (one: Of) => string, countsOf: (one: Of) => number[]) => {
  const sums = new Map<string, number[]>()
  for (const one of all) {
    const key = keyOf(one)
    const counts = countsOf(one)
    sums.set(key, sums.get(key)?.map((sum, index) => sum + counts[index]!) ?? counts)
  }
  return [...sums].map(([key, counts]) => `${key} ${counts.join(' ')}`).sort()
}

const count = (register: Register): Lines => {
  const { cards, live, units, sites } = register
  const standing = register.uses.filter(({ isUndone }) => !isUndone)
  const typeOf = ({ card }: Use) => card?.type ?? 'personal'
  const tickets = ({ adults, children }: Use) => [1, adults, children]
  const used = live
    .map((card, at) => ({ at, days: register.standing(card).map(({ day }) => day) }))
    .filter(({ days }) => days.length > 0)
  const placeOf = ({ site, day }: Use) => (site === popUp ? '-' : placeOn(sites[site]!, day))
  return {
    card_usage: used.map(({ at, days }) => `${at} ${days.length} ${days.sort()[0]}`).sort(),
    statistics_card_year: addUp(
      cards.filter(({ registeredOn }) => registeredOn !== null),
      ({ registeredOn: day, unit, type }) =>
        `${day!.slice(0, 4)} ${placeOn(units[unit!]!, day!)} ${unit} ${type}`,
      (card) => [1, register.standing(card).length > 0 ? 1 : 0],
    ),
    statistics_use_month: addUp(
      standing,
      (use) => `${monthOf(use.day)} ${use.site} ${use.category} ${use.kind} ${typeOf(use)} ${use.source}`,
      (use) => [...tickets(use), use.companions],
    ),
    statistics_use_year: addUp(
      standing,
      (use) => `${use.day.slice(0, 4)} ${placeOf(use)} ${use.site} ${use.category} ${typeOf(use)}`,
      tickets,
    ),
    statistics_use_hour: addUp(
      standing.filter(({ source }) => ['desk', 'api', 'offline'].includes(source)),
      (use) => `${quarterOf(use.day)} ${use.site} ${clockOf(use)} ${typeOf(use)}`,
      tickets,
    ),
    site_activity: [...register.siteDays].map(([site, day]) => `${site} ${day}`).sort(),
    unit_activity: [...register.unitDays].map(([unit, day]) => `${unit} ${day}`).sort(),
  }
}

/** What the rollups should hold after these deeds. */
export const countByHand = (steps: Steps): Lines => {
  const register = new Register()
  for (const step of steps) deeds[step.do]!(register, step as unknown as Numbers, step)
  return count(register)
}

const nth = (table: string, id: string) =>
  `coalesce((select count(*)::text from ${table} x where x.id < ${id} having ${id} is not null), '-')`
const line = (table: string, columns: string, isSomething = 'true') =>
  `'${table}', (select coalesce(jsonb_agg(concat_ws(' ', ${columns}) order by concat_ws(' ', ${columns}) collate "C"), '[]')
    from ${table} where ${isSomething})`
const site = nth('site', 'site_id')
const unit = nth('issuing_unit', 'unit_id')
const municipality = nth('municipality', 'municipality_id')

/** What they do hold, as SQL that gives the same lines. */
export const keptLines = `jsonb_build_object(${[
  line('card_usage', `${nth('card', 'card_id')}, uses, first_used_on`, 'uses <> 0'),
  line(
    'statistics_card_year',
    `year, ${municipality}, ${unit}, card_type, registered, taken_into_use`,
    '(registered, taken_into_use) <> (0, 0)',
  ),
  line(
    'statistics_use_month',
    `month, ${site}, category, kind, card_type, source, uses, adults, children, companions`,
    'uses <> 0',
  ),
  line(
    'statistics_use_year',
    `year, ${municipality}, ${site}, category, card_type, uses, adults, children`,
    'uses <> 0',
  ),
  line(
    'statistics_use_hour',
    `quarter_from, ${site}, weekday, hour, card_type, uses, adults, children`,
    'uses <> 0',
  ),
  line('site_activity', `${site}, last_used_on`),
  line('unit_activity', `${unit}, last_registered_on`),
].join(', ')})`
