import { areaScopeOf, type Permission } from '../access.ts'
import type { Read } from '../db/db.ts'
import { type Day, yearOf } from '../lib/dates.ts'
import { municipalityName } from '../network/rules.ts'
import { NotFound } from '../web/errors.tsx'
import { paperFile } from '../web/paper-file.ts'
import { file, type MadeFile, page, type Route } from '../web/route.tsx'
import type { SignedIn } from '../web/visit.ts'
import { AreaPage } from './area-views.tsx'
import { certificatePaper } from './certificate.ts'
import { findPriced, findTold } from './certificate-queries.ts'
import { worthOfTold } from './certificate-rules.ts'
import { csvFile, monthsSheet, sitesSheet, workbookFile } from './files.ts'
import { LedgerPage } from './ledger-views.tsx'
import { priceRoutes } from './price-routes.tsx'
import { listGivenMonths, listGivingSites, listGivingYears } from './queries.ts'
import { listQuietSites } from './quiet-queries.ts'
import { chosenYear, yearsOf } from './rules.ts'
import { at, keptWay, type On, ownWay, type Way } from './way.ts'
import { paths } from './words.ts'

type Reading = On & { db: Read }

const showLedger = (way: Way) => async (visit: Reading) => {
  const { site, links } = await at(way, visit)
  const months = await listGivenMonths(visit.db, site)
  const years = yearsOf(months).map(({ year }) => year)
  const year = chosenYear(visit.query.get('year'), years)
  return LedgerPage({ language: visit.language, today: visit.today, site, links, months, year })
}

const makeMonths = (way: Way, asFile: typeof csvFile) => async (visit: Reading) => {
  const { site } = await at(way, visit)
  const months = await listGivenMonths(visit.db, site)
  return asFile(`goodwill-${visit.today}`, monthsSheet(visit.language, site.name, months, visit.today))
}

/** @throws NotFound for a year in which the site gave nothing: there is nothing to thank for */
const makeCertificate =
  (way: Way) =>
  async (visit: Reading): Promise<MadeFile> => {
    const { site } = await at(way, visit)
    const years = yearsOf(await listGivenMonths(visit.db, site))
    const asked = visit.query.get('year')
    const given = asked === null ? years[0] : years.find(({ year }) => String(year) === asked)
    if (!given) throw new NotFound()
    const { db, language } = visit
    const told = await findTold(db, site, given.year)
    const cents = told && worthOfTold(told, await findPriced(db, site, told))
    const municipality = municipalityName({ nameFi: site.nameFi ?? '', nameSv: site.nameSv }, language)
    return paperFile(
      `kaikukortti-${given.year}.pdf`,
      certificatePaper({ language, site: site.name, municipality, year: given.year, told, cents }),
    )
  }

const rowsOf = (
  way: Way,
  permission: Extract<Permission, 'place.describe' | 'sites.read'>,
  pages: typeof paths.own | typeof paths.kept,
): Route[] => [
  page(pages.ledger, permission, showLedger(way)),
  file(pages.csv, permission, makeMonths(way, csvFile)),
  file(pages.workbook, permission, makeMonths(way, workbookFile)),
  file(pages.certificate, permission, makeCertificate(way)),
]

/** The whole year, or what there has been of it. */
const spanOf = (year: number, today: Day) => ({
  from: `${year}-01-01`,
  until: year === yearOf(today) ? today : `${year}-12-31`,
})

const yearOfArea = async ({ db, user, query }: SignedIn & { db: Read }) => {
  const scope = areaScopeOf(user)
  const years = await listGivingYears(db, scope)
  const year = chosenYear(query.get('year'), years)
  return { scope, years, year, sites: year === null ? [] : await listGivingSites(db, scope, year) }
}

const showArea = async (visit: SignedIn & { db: Read }) => {
  const { db, language, today } = visit
  const { scope, years, year, sites } = await yearOfArea(visit)
  const quiet = year === null ? [] : await listQuietSites(db, scope, spanOf(year, today))
  return AreaPage({ language, today, years, year, sites, quiet })
}

const makeSites = (asFile: typeof csvFile) => async (visit: SignedIn & { db: Read }) => {
  const { year, sites } = await yearOfArea(visit)
  const sheet = sitesSheet(visit.language, year ?? yearOf(visit.today), sites, visit.today)
  return asFile(`goodwill-${visit.today}`, sheet)
}

export const routes: Route[] = [
  page(paths.area.ledger, 'sites.read', showArea),
  file(paths.area.csv, 'sites.read', makeSites(csvFile)),
  file(paths.area.workbook, 'sites.read', makeSites(workbookFile)),
  ...rowsOf(ownWay, 'place.describe', paths.own),
  ...rowsOf(keptWay, 'sites.read', paths.kept),
  ...priceRoutes,
]
