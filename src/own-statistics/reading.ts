import { type AreaScope, areaScopeOf, siteScopeOf, type User, unitScopeOf } from '../access.ts'
import type { Read } from '../db/db.ts'
import { listGivingSites } from '../goodwill/queries.ts'
import { listQuietSites } from '../goodwill/quiet-queries.ts'
import type { Language } from '../i18n/translated.ts'
import { yearOf } from '../lib/dates.ts'
import { type AreaChoice, listAreaChoices } from '../places/queries.ts'
import { closingNotes } from '../publications/closing-words.ts'
import { listFigures, listPublications } from '../publications/queries.ts'
import type { Publication } from '../publications/rules.ts'
import { findClosingState } from '../publications/state-queries.ts'
import { NotFound } from '../web/errors.tsx'
import type { SignedIn } from '../web/visit.ts'
import { areaStatistics } from './area-parts.ts'
import { words as areaWords } from './area-words.ts'
import { audienceParts } from './audience-parts.ts'
import { findHomes, type ListedLevel, listAudience, listClosedPlaces } from './closed-queries.ts'
import type { Statistics } from './part.ts'
import { chosenYear } from './rules.ts'
import { siteStatistics } from './site-parts.ts'
import {
  listLateTickets,
  listSiteHours,
  listSiteMonths,
  listSiteRows,
  listSiteYears,
} from './site-queries.ts'
import { sitesStatistics } from './sites-parts.ts'
import { unitStatistics } from './unit-parts.ts'
import { countStanding, listCardMonths, listCardYears, listHolders } from './unit-queries.ts'

export type Reading = SignedIn & { db: Read }
/** What is shown of a year; null where there is nothing yet. */
export type OfYear = { years: number[]; shown: { year: number; statistics: Statistics } | null }

export const readSite = async ({ db, user, language, today, query }: Reading): Promise<OfYear> => {
  const scope = siteScopeOf(user)
  const years = await listSiteYears(db, scope)
  const year = chosenYear(query.get('year'), years)
  if (year === null) return { years, shown: null }
  const own = siteStatistics({
    ...{ language, today, year },
    months: await listSiteMonths(db, scope, year),
    hours: await listSiteHours(db, scope, year),
    late: await listLateTickets(db, scope, year),
  })
  const closed = audienceParts(
    language,
    await listAudience(db, scope, year),
    await findHomes(db, scope, year),
  )
  return { years, shown: { year, statistics: { ...own, parts: [...own.parts, ...closed] } } }
}

export const readUnit = async ({ db, user, language, today, query }: Reading): Promise<OfYear> => {
  const scope = unitScopeOf(user)
  const counted = await listCardYears(db, scope)
  const years = counted.map(({ year }) => year)
  const year = chosenYear(query.get('year'), years)
  if (year === null) return { years, shown: null }
  const statistics = unitStatistics({
    ...{ language, today, year, years: counted },
    months: await listCardMonths(db, scope, year),
    holders: await listHolders(db, scope, year),
    standing: await countStanding(db, scope, today),
  })
  return { years, shown: { year, statistics } }
}

/** Years that an intermediary may look at: this one and two before. */
const intermediaryYears = 3

export const readSites = async ({ db, user, language, today, query }: Reading) => {
  const years = Array.from({ length: intermediaryYears }, (_, back) => yearOf(today) - back)
  const year = chosenYear(query.get('year'), years)!
  const sites = await listSiteRows(db, siteScopeOf(user), year)
  return { years, shown: { year, statistics: sitesStatistics(language, { today, year }, sites) } }
}

/** The area that the centre looks at, among all. @throws NotFound for one that is not there */
const areaOf = (query: URLSearchParams, areas: readonly AreaChoice[]): AreaChoice | null => {
  const asked = query.get('area') ?? ''
  if (asked === '') return null
  const found = areas.find(({ id }) => String(id) === asked)
  if (!found) throw new NotFound()
  return found
}

/** The period that was asked for, else the latest. @throws NotFound for one that has not been closed */
const publicationOf = (query: URLSearchParams, all: readonly Publication[]): Publication | undefined => {
  const asked = query.get('period')
  const found = asked === null ? all[0] : all.find(({ period }) => period === asked)
  if (asked !== null && !found) throw new NotFound()
  return found
}

const levelsOf = ({ areaId }: AreaScope): ListedLevel[] =>
  areaId === null ? ['area'] : ['municipality', 'unit', 'site']

const readClosed = async (db: Read, scope: AreaScope, publication: Publication, language: Language) => {
  const { number } = publication
  const { areaId } = scope
  const level = areaId === null ? 'country' : 'area'
  const figures = await listFigures(db, number, { level, placeId: areaId })
  const places = []
  for (const listed of levelsOf(scope))
    places.push({ level: listed, rows: await listClosedPlaces(db, scope, { number, level: listed }) })
  return areaStatistics({ language, publication, level, figures, places })
}

/** What the ledger of goodwill shows of this year already. */
const readNow = async ({ db, today }: Reading, scope: AreaScope) => {
  const year = yearOf(today)
  const giving = await listGivingSites(db, scope, year)
  const quiet = await listQuietSites(db, scope, { from: `${year}-01-01`, until: today })
  return {
    tickets: giving.reduce((sum, { tickets }) => sum + tickets, 0),
    giving: giving.length,
    quiet: quiet.length,
  }
}

/** The places of a keeper: its own area, or for the centre the country or one area of it. */
const keptOf = async ({ db, user, query }: Reading) => {
  const own = areaScopeOf(user)
  const areas = own.areaId === null ? await listAreaChoices(db, own) : []
  const area = areaOf(query, areas)
  return { areas, area, scope: area === null ? own : { ...own, areaId: area.id } }
}

const nameOf = (user: User, language: Language, area: AreaChoice | null) =>
  area?.name ?? user.place ?? areaWords[language].country

export const readArea = async (visit: Reading) => {
  const { db, user, language, query, today, demo } = visit
  const { areas, area, scope } = await keptOf(visit)
  const publications = await listPublications(db)
  const publication = publicationOf(query, publications)
  const closing = await findClosingState(db, publications, { today, demo })
  return {
    ...{ areas, areaId: scope.areaId, name: nameOf(user, language, area), publications },
    closingNote: closingNotes[language](closing, user.role === 'centre'),
    now: await readNow(visit, scope),
    shown: publication
      ? { publication, statistics: await readClosed(db, scope, publication, language) }
      : null,
  }
}
