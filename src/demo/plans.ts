import { addDays, type Day } from '../lib/dates.ts'
import type { Card } from './cards.ts'
import { termOn, type WorldSite, type WorldUnit } from './network.ts'
import { events, farPull, habits, type Taste, tastes } from './rhythm.ts'

/** What a card's people do: one plan for each taste of theirs that some site answers. */
export type Plan = {
  card: Card
  taste: Taste
  /** On an ordinary day of the season, before all plans are scaled to the wanted number of uses. */
  perDay: number
  sites: readonly Reach[]
}
type Reach = { site: WorldSite; near: number }

/** How near a site is to the people of a unit; 0 where their cards do not work. */
const nearness = (unit: WorldUnit, site: WorldSite, crossUse: boolean): number => {
  if (site.areaId === unit.areaId) return site.municipalityId === unit.municipalityId ? 8 : 0.8
  return crossUse ? (farPull[site.taste] ?? 0.01) : 0
}

const communityHabits: Partial<Record<Taste, number>> = {
  theatre: 0.2,
  museum: 0.2,
  pool: 0.15,
  science: 0.1,
}

/** What the card's holder does in a year; nothing for a card in stock or a holder who never comes. */
export const plansOf = (card: Card, sites: readonly WorldSite[], today: Day): Plan[] => {
  const { holder, unit, type, registered } = card
  const perWeek = type === 'community' ? communityHabits : habits[holder?.habit ?? '']
  if (!perWeek || !registered) return []
  const isFree = termOn(unit, registered.on)?.crossUse ?? true
  return tastes.flatMap((taste) => {
    const reachable = sites
      .filter((site) => site.taste === taste)
      .map((site) => ({
        site,
        near: nearness(unit, site, isFree && (termOn(site, today)?.crossUse ?? false)),
      }))
      .filter(({ near }) => near > 0)
    const pull = reachable.reduce((sum, { near }) => sum + near, 0)
    const rate = (perWeek[taste] ?? 0) * (holder?.eagerness ?? 1) * Math.min(1, pull)
    return rate > 0 ? [{ card, taste, perDay: rate / 7, sites: reachable }] : []
  })
}

/** The last day on which a registered card could be used. */
const lastDayOf = (card: Card): Day => {
  const { validUntil } = card.registered!
  return card.closing && card.closing.on <= validUntil ? addDays(card.closing.on, -1) : validUntil
}

/** True on the days after its registration until its end. On the day itself people go home first. */
export const isUsable = (card: Card, day: Day): boolean =>
  card.registered !== null && day > card.registered.on && day <= lastDayOf(card)

const festivalDays = 24
/** Each festival has three and a half weeks of its own between June and August; one is in April. */
export const isOpen = (site: WorldSite, day: Day): boolean => {
  if (!termOn(site, day)) return false
  if (site.taste !== 'festival') return true
  if (site.name.startsWith('April')) return day.slice(5, 7) === '04'
  const opens = addDays(`${day.slice(0, 4)}-06-08`, (site.id * 11) % 50)
  return day >= opens && day <= addDays(opens, festivalDays)
}

/** A site shows one thing a week. Null where there is no programme: people come to swim. */
export const programmeOf = (site: WorldSite, day: Day): string | null => {
  const names = events[site.taste]
  if (!names) return null
  const week = Math.floor(Date.parse(day) / (7 * 86_400_000))
  return names[(site.id * 7 + week) % names.length]!
}
