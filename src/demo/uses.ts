import { v7 } from 'uuid'
import { addDays, type Day } from '../lib/dates.ts'
import type { UseKind } from '../uses/rules.ts'
import type { Card } from './cards.ts'
import { daysFrom, instantAt } from './clock.ts'
import { termOn, type WorldSite, type WorldUnit } from './network.ts'
import type { Random } from './random.ts'
import { events, farPull, habits, rhythms, type Taste, tastes, weightOn } from './rhythm.ts'

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

/** Thirteen months: a whole year and the month that it is compared with. */
export const usesDays = 395
/** About a twentieth falls away: two on one day, a festival that is over, an hour that has not come. */
const wantedUses = 9450
const undoneShare = 0.006

type Setting = { random: Random; sites: readonly WorldSite[]; today: Day; now: Date }

/** How near a site is to the people of a unit; 0 where their cards do not work. */
const nearness = (unit: WorldUnit, site: WorldSite, crossUse: boolean): number => {
  if (site.areaId === unit.areaId) return site.municipalityId === unit.municipalityId ? 8 : 0.8
  return crossUse ? (farPull[site.taste] ?? 0.01) : 0
}

/** What a card's people do: one line for each taste of theirs that some site answers. */
type Plan = { card: Card; taste: Taste; perDay: number; sites: (readonly [WorldSite, number])[] }

const communityHabits: Partial<Record<Taste, number>> = {
  theatre: 0.2,
  museum: 0.2,
  pool: 0.15,
  science: 0.1,
}

const plansOf = (card: Card, sites: readonly WorldSite[]): Plan[] => {
  const { holder, unit, type } = card
  const perWeek = type === 'community' ? communityHabits : habits[holder?.habit ?? '']
  if (!perWeek || !card.registered) return []
  const crossUse = termOn(unit, card.registered.on)?.crossUse ?? true
  return tastes.flatMap((taste) => {
    const reachable = sites
      .filter((site) => site.taste === taste)
      .map(
        (site) =>
          [site, nearness(unit, site, crossUse && site.terms.every((term) => term.crossUse))] as const,
      )
      .filter(([, near]) => near > 0)
    const pull = reachable.reduce((sum, [, near]) => sum + near, 0)
    const rate = (perWeek[taste] ?? 0) * (holder?.eagerness ?? 1) * Math.min(1, pull)
    return rate > 0 ? [{ card, taste, perDay: rate / 7, sites: reachable }] : []
  })
}

/** The days on which the card could be used: from its registration until its end, whichever comes first. */
const daysOf = (card: Card, days: readonly Day[]): readonly Day[] => {
  const { on, validUntil } = card.registered!
  const last = card.closing && card.closing.on <= validUntil ? addDays(card.closing.on, -1) : validUntil
  return days.filter((day) => day > on && day <= last)
}

/** A site shows one thing a week, and a festival its own days of the summer. */
const programmeOf = (site: WorldSite, day: Day): string | null => {
  const names = events[site.taste]
  if (!names) return null
  const week = Math.floor(Date.parse(day) / (7 * 86_400_000))
  return names[(site.id * 7 + week) % names.length]!
}

const festivalDays = 24
/** Each festival has three and a half weeks of its own between June and August; one is in April. */
const isOpen = (site: WorldSite, day: Day): boolean => {
  if (!termOn(site, day)) return false
  if (site.taste !== 'festival') return true
  if (site.name.startsWith('April')) return day.slice(5, 7) === '04'
  const opens = addDays(`${day.slice(0, 4)}-06-08`, (site.id * 11) % 50)
  return day >= opens && day <= addDays(opens, festivalDays)
}

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

const ticketsOf = (random: Random, { card, taste }: Plan) => {
  const companions = random.chance(0.035) ? 1 : 0
  if (card.type === 'community')
    return {
      adults: random.between(1, 2),
      children: random.chance(0.4) ? random.between(1, 5) : 0,
      companions: 0,
    }
  const most = card.holder!.children
  const share = withChildren[taste] * (card.holder!.habit === 'family' ? 2 : 1)
  if (most === 0 || !random.chance(share)) return { adults: 1, children: 0, companions }
  const children = random.chance(0.55) ? most : random.between(1, most)
  // A child's own ticket, as for a hobby: the parent brings the card and goes home.
  return { adults: random.chance(0.12) ? 0 : 1, children, companions: 0 }
}

const kindOf = (random: Random, taste: Taste): UseKind => {
  if (taste === 'course') return random.chance(0.8) ? 'course-place' : 'season-pass'
  return taste === 'gym' && random.chance(0.06) ? 'season-pass' : 'ticket'
}

/** At most one use of a card in a day, so that no row needs somebody's yes to a repeated ticket. */
const useOn = ({ random, now }: Setting, plan: Plan, day: Day): Use | null => {
  const open = plan.sites.filter(([site]) => isOpen(site, day))
  if (open.length === 0) return null
  const [site] = random.weighted(open, ([, near]) => near)
  const at = instantAt(day, random.pick(rhythms[plan.taste].hours) * 60 + random.whole(60))
  const use: Use = {
    id: v7({ msecs: at.getTime(), random: random.bytes(16) }),
    card: plan.card,
    site,
    at,
    ...ticketsOf(random, plan),
    kind: kindOf(random, plan.taste),
    event: plan.taste === 'course' || random.chance(0.7) ? programmeOf(site, day) : null,
    isUndone: random.chance(undoneShare),
  }
  return at <= now ? use : null
}

/** What the demo venue has sold today before the visitor came: its list of the day should not be empty. */
const soldToday = ({ random, today, now }: Setting, site: WorldSite, cards: readonly Card[]): Use[] => {
  const midnight = instantAt(today, 4 * 60).getTime() - 4 * 3_600_000
  const minutes = Math.min(150, Math.floor((now.getTime() - midnight) / 60_000))
  const near = cards.filter(
    (card) =>
      card.unit.areaId === site.areaId &&
      card.holder?.habit === 'culture' &&
      daysOf(card, [today]).length > 0,
  )
  return near.slice(-4).map((card, index) => {
    const at = new Date(now.getTime() - Math.floor((minutes * (index + 1)) / 6) * 60_000)
    return {
      id: v7({ msecs: at.getTime(), random: random.bytes(16) }),
      card,
      site,
      at,
      ...ticketsOf(random, { card, taste: 'theatre', perDay: 0, sites: [] }),
      kind: 'ticket',
      event: programmeOf(site, today),
      isUndone: false,
    }
  })
}

/**
 * A year of uses, oldest first. How often each person goes follows from habit, season and weekday; the whole is then
 * scaled, so that about `wantedUses` come about whatever day it is.
 */
export const imagineUses = (setting: Setting, cards: readonly Card[], demoSite: WorldSite): Use[] => {
  const { random, sites, today } = setting
  const days = daysFrom(addDays(today, -usesDays), today)
  const weights = new Map(
    tastes.map((taste) => [taste, new Map(days.map((day) => [day, weightOn(taste, day)]))]),
  )
  const lines = cards.flatMap((card) =>
    plansOf(card, sites).map((plan) => ({ plan, days: daysOf(card, days) })),
  )
  const weightOf = (plan: Plan, day: Day) => plan.perDay * weights.get(plan.taste)!.get(day)!
  const total = lines.reduce(
    (sum, { plan, days }) => sum + days.reduce((part, day) => part + weightOf(plan, day), 0),
    0,
  )
  const scale = wantedUses / total
  const soldNow = soldToday(setting, demoSite, cards)
  const taken = new Set(soldNow.map(({ card }) => `${card.code} ${today}`))
  const uses: Use[] = [...soldNow]
  for (const { plan, days } of lines)
    for (const day of days) {
      const key = `${plan.card.code} ${day}`
      if (!random.chance(weightOf(plan, day) * scale) || taken.has(key)) continue
      const use = useOn(setting, plan, day)
      if (!use) continue
      taken.add(key)
      uses.push(use)
    }
  return uses.sort((a, b) => a.at.getTime() - b.at.getTime())
}
