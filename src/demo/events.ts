import type { Write } from '../db/db.ts'
import { addEvent } from '../events/queries.ts'
import type { EventFacts } from '../events/rules.ts'
import { addDays, type Day, dayOf } from '../lib/dates.ts'
import { instantAt } from './clock.ts'
import type { WorldSite } from './network.ts'
import { randomFrom } from './random.ts'

type Given = { sites: readonly WorldSite[]; demoSite: WorldSite; actor: string; now: Date }
type Programme = { fi: string; sv?: string; en?: string; at: number; minutes: number; children?: boolean }

/** Any number would do; another one is another programme. */
const seed = 20150604

/** What invented sites might have on; `at` in minutes after midnight. */
const programmes: Record<WorldSite['category'], readonly Programme[]> = {
  culture: [
    { fi: 'Kevään sävelet', sv: 'Vårens toner', en: 'Tunes of spring', at: 18 * 60, minutes: 90 },
    { fi: 'Elokuvakerho', en: 'Film club', at: 17 * 60 + 30, minutes: 120 },
    { fi: 'Satutunti', sv: 'Sagostund', en: 'Story hour', at: 10 * 60, minutes: 45, children: true },
    { fi: 'Runoilta', at: 19 * 60, minutes: 120 },
  ],
  education: [
    { fi: 'Keramiikan avoin paja', en: 'Open pottery workshop', at: 16 * 60, minutes: 150 },
    { fi: 'Kaikkien kuoro', sv: 'Allas kör', at: 17 * 60, minutes: 90 },
  ],
  science: [
    { fi: 'Tähtitieteen ilta', en: 'Night of astronomy', at: 20 * 60, minutes: 90 },
    { fi: 'Pienten tutkijoiden päivä', at: 11 * 60, minutes: 180, children: true },
  ],
  sports: [
    { fi: 'Perheuinti', sv: 'Familjesim', en: 'Family swim', at: 12 * 60, minutes: 120, children: true },
    { fi: 'Matalan kynnyksen jumppa', at: 10 * 60 + 30, minutes: 60 },
  ],
}

/** What nobody has said is not known. */
const factsOf = (programme: Programme, day: string): EventFacts => {
  const { fi, sv, en, at, minutes, children = false } = programme
  const startsAt = instantAt(day, at)
  return {
    ...{ names: { fi, ...(sv ? { sv } : {}), ...(en ? { en } : {}) }, startsAt, allDay: false },
    ...{ endsAt: new Date(startsAt.getTime() + minutes * 60_000), forChildren: children, accessible: true },
    ...{ place: null, tickets: null, booking: null, how: null, url: null, isCancelled: false },
  }
}

const play: Programme = {
  ...{ fi: 'Lumikuningatar', sv: 'Snödrottningen', en: 'The Snow Queen', at: 18 * 60, minutes: 140 },
}
const club: Programme = { fi: 'Klubi-ilta', sv: 'Klubbkväll', en: 'Club night', at: 20 * 60, minutes: 180 }
const fairyTale: Programme = {
  ...{ fi: 'Hiiri ja kuu', sv: 'Musen och månen', en: 'The Mouse and the Moon' },
  ...{ at: 11 * 60, minutes: 50, children: true },
}
const costumes: Programme = {
  ...{ fi: 'Puvut valokeilassa', sv: 'Dräkter i rampljuset', en: 'Costumes in the limelight' },
  ...{ at: 12 * 60, minutes: 90 * 24 * 60 },
}
const noQueue = {
  fi: 'Tule suoraan ovelle ja näytä kortti.',
  sv: 'Kom rakt till dörren och visa kortet.',
  en: 'Come straight to the door and show the card.',
}

/** The theatre of the demo: a play that was and goes on, a club, a cancelled show, an exhibition. */
const ofTheatre = (today: Day): EventFacts[] => [
  ...[-20, -6, 1, 3, 4, 8, 11, 15, 18].map((days) => ({
    ...factsOf(play, addDays(today, days)),
    ...{ place: 'Suuri näyttämö', tickets: 10, booking: true },
  })),
  { ...factsOf(club, addDays(today, 2)), place: 'Lämpiö', booking: false, how: noQueue },
  { ...factsOf(fairyTale, addDays(today, 2)), place: 'Pieni näyttämö', booking: false },
  { ...factsOf(fairyTale, addDays(today, 5)), isCancelled: true },
  { ...factsOf(costumes, addDays(today, -30)), allDay: true, place: 'Lämpiö', booking: false },
]

const weeks = 3
const placesWithEvents = 50

/** A theatre with a full programme, and something here and there at other sites. */
export const makeEvents = async (db: Write, { sites, demoSite, actor, now }: Given): Promise<void> => {
  const today = dayOf(now)
  const random = randomFrom(seed)
  const add = (site: WorldSite, facts: EventFacts) =>
    addEvent(db, { kind: 'site', id: site.id, name: site.name, nameFi: null, nameSv: null }, facts, {
      ...{ actor, now },
    })
  for (const facts of ofTheatre(today)) await add(demoSite, facts)
  const others = sites.filter(({ id, areaId }) => id !== demoSite.id && areaId !== null)
  for (const site of others.slice(0, placesWithEvents))
    for (let week = 0; week < weeks; week += 1) {
      const programme = random.pick(programmes[site.category])
      const day = addDays(today, week * 7 + random.whole(7))
      await add(site, { ...factsOf(programme, day), booking: random.chance(0.5) ? false : null })
    }
}
