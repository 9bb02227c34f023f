import { effectiveUntil, ownUntil, type Policy, policyOn } from '../cards/rules.ts'
import { newCode } from '../codes/rules.ts'
import { addDays, type Day } from '../lib/dates.ts'
import { pilotOn } from '../network/membership-rules.ts'
import { daysFrom, instantAt } from './clock.ts'
import { type Holder, makeHolder } from './holders.ts'
import type { Closing } from './makers.ts'
import { termOn, type WorldUnit } from './network.ts'
import type { Random } from './random.ts'
import { isWorkday, registrationMonths } from './rhythm.ts'
import type { Story } from './rules.ts'

/** A card as the demo world imagines it. Only a registered personal card has a holder. */
export type Card = {
  code: string
  type: 'personal' | 'community'
  unit: WorldUnit
  holder: Holder | null
  registered: { on: Day; at: Date; ownUntil: Day; validUntil: Day } | null
  closing?: Closing
  renews?: Card
}

type World = { random: Random; units: readonly WorldUnit[]; policies: readonly Policy[]; today: Day }
/** `workdays`: those on which offices were open, until yesterday. */
export type Setting = World & { workdays: readonly Day[] }

/** Two years and a month: when the uses begin, cards have been given out for half a year. */
const historyDays = 760
const firstCards = 1180
/** So many times its share of the people the demo's own area has, so that its reports have something to tell. */
const ownAreaShare = 3
const lostShare = 0.025
const withdrawnShare = 0.012
const spoiltShare = 0.015
const renewedShare = 0.5

const workdayBefore = (day: Day): Day => (isWorkday(day) ? day : workdayBefore(addDays(day, -1)))

export const stockCard = (random: Random, unit: WorldUnit, type: Card['type'] = 'personal'): Card => ({
  code: newCode(random.whole, type),
  type,
  unit,
  holder: null,
  registered: null,
})

/** Gives a card out on a day, or nothing when the card was not in use in the unit's municipality then. */
export const giveOut = (
  { random, policies }: Setting,
  card: Card,
  on: Day,
  holder: Holder | null,
): Card | null => {
  const term = termOn(card.unit, on)
  if (!term) return null
  const at = instantAt(on, random.between(9 * 60, 15 * 60 + 45))
  const own = ownUntil(policyOn(policies, on), on, card.type)
  const ends = effectiveUntil(own, pilotOn(card.unit.terms, on)?.cardsUntil ?? null, [])
  return { ...card, holder, registered: { on, at, ownUntil: own, validUntil: ends } }
}

/** The same person gets a new card: one that is still valid is replaced by it, an expired one has just ended. */
const renew = (setting: Setting, old: Card, on: Day): Card[] => {
  const next = giveOut(setting, stockCard(setting.random, old.unit), on, old.holder)
  if (!next) return [old]
  const isEarly = on <= old.registered!.validUntil
  const ended: Card = isEarly ? { ...old, closing: { state: 'replaced', on } } : old
  return [ended, ...lifeOf(setting, { ...next, renews: ended })]
}

/** What becomes of a card that was given out: lost, withdrawn, spoilt, renewed at its end, or nothing yet. */
const lifeOf = (setting: Setting, card: Card): Card[] => {
  const { random, today, workdays } = setting
  const { on, validUntil: ends } = card.registered!
  const earliest = addDays(on, 20)
  const days = workdays.filter((day) => day >= earliest && day <= ends)
  const fate = random.fraction()
  if (days.length > 0) {
    if (fate < lostShare) return [{ ...card, closing: { state: 'lost', on: random.pick(days) } }]
    if (fate < lostShare + withdrawnShare)
      return [{ ...card, closing: { state: 'withdrawn', on: random.pick(days) } }]
    if (fate < lostShare + withdrawnShare + spoiltShare) return renew(setting, card, random.pick(days))
  }
  const renewedOn = workdayBefore(addDays(ends, random.between(-12, 25)))
  const isRenewed = renewedOn > on && renewedOn < today && random.chance(renewedShare)
  return isRenewed ? renew(setting, card, renewedOn) : [card]
}

/** Cards as offices give them out: on workdays, few in July, more every month. */
const ordinaryCards = (setting: Setting): Card[] => {
  const { random, units, workdays } = setting
  const weights = workdays.map((day, index) => {
    const season = registrationMonths[Number(day.slice(5, 7)) - 1]!
    return [day, season * (0.75 + (0.5 * index) / workdays.length)] as const
  })
  const shares = units.map((unit, index) => {
    const sameTown = units.filter(({ town }) => town === unit.town).length
    const own = unit.areaId === units[0]!.areaId ? ownAreaShare : 1
    return [unit, (unit.home.size / sameTown) * own * (index === 0 ? 2 : 1)] as const
  })
  return Array.from({ length: firstCards }).flatMap(() => {
    const [unit] = random.weighted(shares, ([, share]) => share)
    const [on] = random.weighted(weights, ([, weight]) => weight)
    const card = giveOut(setting, stockCard(random, unit), on, makeHolder(random, unit.home, on))
    return card ? lifeOf(setting, card) : []
  })
}

/** Those that need nothing but themselves; `answer-cards.ts` makes the others. */
type OwnStory = Exclude<Story, 'replaced' | 'lost' | 'otherAreaOnly' | 'expiresToday' | 'limitReached'>

/**
 * Cards of the demo issuer's own unit whose answer at a desk stays the same for months.
 * `valid` and `validWithChildren` belong to people who never use them, so that no earlier visit is in the way.
 */
const storyCards = (setting: Setting): Record<OwnStory, Card> => {
  const { random, units, today } = setting
  const unit = units[0]!
  const given = (daysAgo: number, children: number, habit: string | null = null): Card => {
    const on = workdayBefore(addDays(today, -daysAgo))
    const holder = { ...makeHolder(random, unit.home, on), children, habit }
    const card = giveOut(setting, stockCard(random, unit), on, holder)
    if (!card) throw new Error(`${unit.town} does not use the card on ${on}`)
    return card
  }
  const ofUnit = (daysAgo: number): Card => {
    const on = workdayBefore(addDays(today, -daysAgo))
    const card = giveOut(setting, stockCard(random, unit, 'community'), on, null)
    if (!card) throw new Error(`${unit.town} does not use the card on ${on}`)
    return card
  }
  const closedOn = workdayBefore(addDays(today, -40))
  return {
    valid: given(20, 0),
    validWithChildren: given(33, 2),
    expired: given(430, 0, 'culture'),
    unregistered: stockCard(random, unit),
    withdrawn: { ...given(150, 0, 'swimmer'), closing: { state: 'withdrawn', on: closedOn } },
    community: ofUnit(120),
    communityInStock: stockCard(random, unit, 'community'),
  }
}

/** Cards of the demo issuer's unit whose last day is near, so that there is somebody to call. */
const endingCards = (setting: Setting): Card[] => {
  const { random, units, today } = setting
  return [10, 17, 24].flatMap((daysLeft) => {
    const on = workdayBefore(addDays(today, daysLeft - 364))
    const unit = units[0]!
    return giveOut(setting, stockCard(random, unit), on, makeHolder(random, unit.home, on)) ?? []
  })
}

/** Four units have a community card, for workers and volunteers who go along with clients. */
const communityCards = (setting: Setting): Card[] => {
  const { random, units, today } = setting
  const holders = units.filter(({ thirdSector }) => thirdSector).slice(0, 4)
  return holders.flatMap((unit, index) => {
    const on = workdayBefore(addDays(today, -300 + index * 60))
    return giveOut(setting, stockCard(random, unit, 'community'), on, null) ?? []
  })
}

const demoUnitStock = 40
/** Every unit has some cards waiting. */
const waitingCards = ({ random, units }: Setting): Card[] =>
  units.flatMap((unit, index) =>
    Array.from({ length: index === 0 ? demoUnitStock : random.between(4, 14) }, () =>
      stockCard(random, unit),
    ),
  )

/** All cards of the demo world, each renewed one before its successor. */
export const imagineCards = (world: World): { cards: Card[]; stories: Record<OwnStory, Card> } => {
  const { today } = world
  const workdays = daysFrom(addDays(today, -historyDays), addDays(today, -1)).filter(isWorkday)
  const setting = { ...world, workdays }
  const ordinary = ordinaryCards(setting)
  const stories = storyCards(setting)
  const rest = [...endingCards(setting), ...communityCards(setting), ...waitingCards(setting)]
  return { cards: [...ordinary, ...Object.values(stories), ...rest], stories }
}
