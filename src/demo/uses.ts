import { v7 } from 'uuid'
import { addDays, type Day } from '../lib/dates.ts'
import type { UseKind } from '../uses/rules.ts'
import type { Card } from './cards.ts'
import { daysFrom, instantAt } from './clock.ts'
import type { WorldSite } from './network.ts'
import { isOpen, isUsable, type Plan, plansOf, programmeOf } from './plans.ts'
import type { Random } from './random.ts'
import { rhythms, type Taste, weightOn } from './rhythm.ts'

/** A use as the demo world imagines it. */
export type Use = {
  id: string
  card: Card
  site: WorldSite
  at: Date
  adults: number
  children: number
  companions: number
  kind: UseKind
  event: string | null
  /** Somebody pressed the wrong button and undid it. */
  isUndone: boolean
}

/** Nineteen months: whatever day it is, the latest closed quarter has the same one of the year before beside it. */
const usesDays = 570
/** About a twentieth falls away: two on one day, a festival that is over, an hour that has not come. */
const wantedUses = 11_800
const undoneShare = 0.006

type Setting = { random: Random; sites: readonly WorldSite[]; today: Day; now: Date }

/** How often those who have children bring them. */
const withChildren: Record<Taste, number> = {
  pool: 0.3,
  gym: 0,
  match: 0.5,
  theatre: 0.25,
  concert: 0.15,
  cinema: 0.35,
  museum: 0.4,
  festival: 0.3,
  course: 0.08,
  science: 0.8,
}

type Tickets = Pick<Use, 'adults' | 'children' | 'companions'>
const ticketsOf = (random: Random, { type, holder }: Card, taste: Taste): Tickets => {
  if (type === 'community') {
    const children = random.chance(0.4) ? random.between(1, 5) : 0
    return { adults: random.between(1, 2), children, companions: 0 }
  }
  const companions = random.chance(0.035) ? 1 : 0
  const most = holder?.children ?? 0
  const share = withChildren[taste] * (holder?.habit === 'family' ? 2 : 1)
  if (most === 0 || !random.chance(share)) return { adults: 1, children: 0, companions }
  const children = random.chance(0.55) ? most : random.between(1, most)
  // A child's own ticket, as for a hobby: the parent brings the card and goes home.
  return { adults: random.chance(0.12) ? 0 : 1, children, companions: 0 }
}

const kindOf = (random: Random, taste: Taste): UseKind => {
  if (taste === 'course') return random.chance(0.8) ? 'course-place' : 'season-pass'
  return taste === 'gym' && random.chance(0.06) ? 'season-pass' : 'ticket'
}

const useAt = (random: Random, card: Card, site: WorldSite, at: Date, event: string | null): Use => ({
  id: v7({ msecs: at.getTime(), random: random.bytes(16) }),
  card,
  site,
  at,
  ...ticketsOf(random, card, site.taste),
  kind: kindOf(random, site.taste),
  event,
  isUndone: random.chance(undoneShare),
})

/** A plan come true on a day, or nothing when all is closed or the hour has not come. */
const useOn = ({ random, now }: Setting, { card, taste, sites }: Plan, day: Day): Use | null => {
  const open = sites.filter(({ site }) => isOpen(site, day))
  if (open.length === 0) return null
  const { site } = random.weighted(open, ({ near }) => near)
  const at = instantAt(day, random.pick(rhythms[taste].hours) * 60 + random.whole(60))
  const event = taste === 'course' || random.chance(0.7) ? programmeOf(site, day) : null
  return at <= now ? useAt(random, card, site, at, event) : null
}

/** What the demo venue has sold today before the visitor came: its list of the day should not be empty. */
const soldToday = (setting: Setting, site: WorldSite, cards: readonly Card[]): Use[] => {
  const { random, today, now } = setting
  const midnight = instantAt(today, 4 * 60).getTime() - 4 * 3_600_000
  const passed = Math.min(150 * 60_000, now.getTime() - midnight)
  const near = cards.filter(
    (card) => card.unit.areaId === site.areaId && card.holder?.habit === 'culture' && isUsable(card, today),
  )
  return near.slice(-4).map((card, index) => {
    const at = new Date(now.getTime() - Math.floor((passed * (index + 1)) / 6))
    return { ...useAt(random, card, site, at, programmeOf(site, today)), isUndone: false }
  })
}

/**
 * A year and a half of uses, oldest first. How often each person goes follows from habit, season and weekday; the whole is then
 * scaled, so that about the wanted number comes about whatever day it is. A card is used at most once in a day, so
 * that no row needs somebody's yes to a repeated ticket.
 */
export const imagineUses = (setting: Setting, cards: readonly Card[], demoSite: WorldSite): Use[] => {
  const { random, sites, today } = setting
  const days = daysFrom(addDays(today, -usesDays), today)
  const plans = cards.flatMap((card) => {
    const own = plansOf(card, sites, today)
    const usable = own.length > 0 ? days.filter((day) => isUsable(card, day)) : []
    return own.map((plan) => ({ plan, usable }))
  })
  const ordinary = new Map(plans.map(({ plan: { taste } }) => [taste, new Map<Day, number>()]))
  for (const [taste, weights] of ordinary) for (const day of days) weights.set(day, weightOn(taste, day))
  const likely = plans.map(({ plan, usable }) => {
    const weights = ordinary.get(plan.taste)!
    return { plan, days: usable.map((day) => ({ day, weight: plan.perDay * weights.get(day)! })) }
  })
  const total = likely.flatMap((line) => line.days).reduce((sum, { weight }) => sum + weight, 0)
  const scale = wantedUses / total

  const uses = soldToday(setting, demoSite, cards)
  const taken = new Set(uses.map(({ card }) => `${card.code} ${today}`))
  for (const { plan, days } of likely)
    for (const { day, weight } of days) {
      if (!random.chance(weight * scale) || taken.has(`${plan.card.code} ${day}`)) continue
      const use = useOn(setting, plan, day)
      if (!use) continue
      taken.add(`${plan.card.code} ${day}`)
      uses.push(use)
    }
  return uses.sort((a, b) => a.at.getTime() - b.at.getTime())
}
