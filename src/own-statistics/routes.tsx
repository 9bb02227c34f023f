import { NotFound } from '../web/errors.tsx'
import type { Page } from '../web/page.ts'
import { file, type MadeFile, page, type Route } from '../web/route.tsx'
import { AreaPage } from './area-views.tsx'
import { csvOf, type Part, type Statistics } from './part.ts'
import { type Reading, readArea, readSite, readSites, readUnit } from './reading.ts'
import { SitePage, SitesPage, UnitPage } from './views.tsx'
import { paths, words } from './words.ts'

type Kind = 'site' | 'unit' | 'sites' | 'area'

const kindOf = ({ user }: Reading): Kind => {
  if (user.siteId !== null) return 'site'
  if (user.unitId !== null) return 'unit'
  return user.organisationId === null ? 'area' : 'sites'
}

const common = ({ user, language, today }: Reading) => ({
  ...{ language, today, name: user.place ?? words[language].title },
})

const pages: Record<Kind, (visit: Reading) => Promise<Page>> = {
  site: async (visit) => SitePage({ ...common(visit), ...(await readSite(visit)) }),
  unit: async (visit) => UnitPage({ ...common(visit), ...(await readUnit(visit)) }),
  sites: async (visit) => SitesPage({ ...common(visit), ...(await readSites(visit)).shown }),
  area: async (visit) => AreaPage({ ...common(visit), ...(await readArea(visit)) }),
}

const readings: Record<Kind, (visit: Reading) => Promise<{ shown: { statistics: Statistics } | null }>> = {
  site: readSite,
  unit: readUnit,
  sites: readSites,
  area: readArea,
}

const nothing = ({ language }: Reading): Part => ({
  ...{ id: 'none', title: words[language].none, summary: '', header: [], rows: [], look: 'table' },
})

/** @throws NotFound for a table that the page does not have */
const makeTable = async (visit: Reading): Promise<MadeFile> => {
  const { shown } = await readings[kindOf(visit)](visit)
  const parts = shown?.statistics.parts ?? []
  const asked = visit.query.get('table')
  const part = asked === null ? (parts[0] ?? nothing(visit)) : parts.find(({ id }) => id === asked)
  if (!part) throw new NotFound()
  return csvOf(`kaiku-${visit.today}`, part)
}

/** One address for all: each sees the statistics of the place that is theirs. */
export const routes: Route[] = [
  page(paths.statistics, 'own-statistics.read', (visit) => pages[kindOf(visit)](visit)),
  file(paths.csv, 'own-statistics.read', makeTable),
]
