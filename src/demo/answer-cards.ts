import { v7 } from 'uuid'
import { ownUntil, policyOn } from '../cards/rules.ts'
import { addDays, type Day, yearOf } from '../lib/dates.ts'
import { type Card, giveOut, type Setting, stockCard } from './cards.ts'
import { daysFrom, instantAt } from './clock.ts'
import { makeHolder } from './holders.ts'
import type { WorldSite, WorldUnit } from './network.ts'
import { programmeOf } from './plans.ts'
import type { Story } from './rules.ts'
import { demoTerms } from './terms.ts'
import type { Use } from './uses.ts'

/** The cards of the demo for the answers that a story of their own makes. */
type Answers = Pick<
  Record<Story, Card>,
  'replaced' | 'lost' | 'otherAreaOnly' | 'expiresToday' | 'limitReached'
>

type Places = { unit: WorldUnit; pilot: WorldUnit; demoSite: WorldSite; now: Date }

/** The day on which a card was registered that is valid through today and no longer. */
const dayOfLastYear = ({ policies, today }: Setting): Day => {
  const days = Array.from({ length: 10 }, (_, index) => addDays(today, index - 370))
  return days.find((day) => ownUntil(policyOn(policies, day), day) === today) ?? addDays(today, -364)
}

/**
 * As many evenings as the theatre gives one card in a year, spread from New Year or the registration to yesterday: by the
 * autumn about one a week.
 */
const visitsOf = (card: Card, { random, today }: Setting, { demoSite, now }: Places): Use[] => {
  const { volume } = demoTerms.limits.find(({ kind }) => kind === 'ticket')!
  const newYear: Day = `${yearOf(today)}-01-01`
  const { on } = card.registered!
  const days = daysFrom(on > newYear ? on : newYear, addDays(today, -1))
  return Array.from({ length: volume }, (_, index) => {
    const day = days[Math.floor((index * days.length) / volume)] ?? today
    // On New Year's Day there has been no evening yet.
    const at = new Date(Math.min(instantAt(day, 18 * 60 + index).getTime(), now.getTime() - index * 1000))
    return {
      ...{ card, site: demoSite, at, adults: 1, children: 0, companions: 0, isUndone: false },
      event: programmeOf(demoSite, day),
      ...{ id: v7({ msecs: at.getTime(), random: random.bytes(16) }), kind: 'ticket' },
    }
  })
}

/** Imagines them, and what else they need: the card that took another's place, stock for the pilot, a year of visits. */
export const imagineAnswers = (
  setting: Setting,
  places: Places,
): { answers: Answers; others: Card[]; visits: Use[] } => {
  const { random, today } = setting
  const given = (unit: WorldUnit, on: Day): Card => {
    const holder = { ...makeHolder(random, unit.home, on), children: 0, habit: null }
    const card = giveOut(setting, stockCard(random, unit), on, holder)
    if (!card) throw new Error(`${unit.town} does not use the card on ${on}`)
    return card
  }
  const { unit, pilot } = places
  const closedOn = addDays(today, -40)
  const replaced: Card = {
    ...given(unit, addDays(today, -150)),
    closing: { state: 'replaced', on: closedOn },
  }
  const next = giveOut(setting, stockCard(random, unit), closedOn, replaced.holder)!
  const limitReached = given(unit, addDays(today, -360))
  const answers = {
    replaced,
    lost: { ...given(unit, addDays(today, -150)), closing: { state: 'lost', on: closedOn } as const },
    otherAreaOnly: given(pilot, addDays(today, -60)),
    expiresToday: given(unit, dayOfLastYear(setting)),
    limitReached,
  }
  const others = [{ ...next, renews: replaced }, ...Array.from({ length: 6 }, () => stockCard(random, pilot))]
  return { answers, others, visits: visitsOf(limitReached, setting, places) }
}
