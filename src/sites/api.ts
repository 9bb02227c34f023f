import { z } from 'zod'
import { categories } from '../network/rules.ts'
import { standingOf, standings } from '../terms/rules.ts'
import { AsOf, asJson, Id, Named } from '../web/answers.ts'
import { type Endpoint, openData } from '../web/endpoint.ts'
import { NextCursor, paged, pageOf } from '../web/paging.ts'
import { problem } from '../web/problem.ts'
import { findOpenSite, listOpenSites, type OpenSite } from './open-queries.ts'

const days = z.object({
  from: z.iso.date().nullable().describe('The first day; null when it is open.'),
  until: z.iso.date().nullable().describe('The last day; null when it is open.'),
})
const SiteAnswer = z.object({
  id: z.number().int().describe('The id of the site.'),
  name: z.string().describe('Its name, as the public knows it.'),
  category: z.enum(categories).describe('Its field.'),
  organisation: z.string().describe('Who runs it.'),
  municipality: Named.describe('Where it is.'),
  area: Named.nullable().describe('Null of a pop-up site, which is outside the areas.'),
  street: z.string().nullable().describe('Its street address.'),
  postalCode: z.string().nullable().describe('Five digits.'),
  standing: z.enum(standings).describe('Whether one gets in with the card on the day, and if not, why.'),
  popUp: days.nullable().describe('The days of a pop-up site.'),
  pause: days.nullable().describe('A pause that holds on the day.'),
  closedOn: z.iso.date().nullable().describe('The first day on which it takes the card no more.'),
  mergedInto: z
    .object({
      id: z.number().int().describe('The id of the other site.'),
      name: z.string().describe('The name of the other site.'),
    })
    .nullable()
    .describe('The site that goes on in its place.'),
})
const SitesAnswer = z.object({
  asOf: AsOf,
  rows: z.array(SiteAnswer).describe('The sites.'),
  nextCursor: NextCursor,
})

const SitesQuery = z.object({
  ...paged(Id),
  municipality: Id.optional().describe('The id of a municipality.'),
  area: Id.optional().describe('The id of an area.'),
  category: z.enum(categories).describe('A field.').optional(),
})

const tell = (site: OpenSite, today: string) => {
  const { isPopUp, popUpFrom, popUpUntil, taking: _, ...told } = site
  const popUp = isPopUp ? { from: popUpFrom, until: popUpUntil } : null
  return { ...told, standing: standingOf(site, today), popUp }
}

/** The places where the card is good, as open data. */
export const endpoints: Endpoint[] = [
  openData({
    path: '/api/v1/sites',
    permission: 'api.read',
    summary: 'The sites that take the card today, paused ones too, page by page.',
    query: SitesQuery,
    answers: { 200: { what: 'A page of sites, in the order of their ids.', schema: SitesAnswer } },
    run: async ({ db, today, query: { limit, cursor, ...filter } }) => {
      const found = await listOpenSites(db, filter, { after: cursor ?? 0, most: limit + 1 }, today)
      const { rows, nextCursor } = pageOf(found, limit, ({ id }) => id)
      return asJson({ asOf: today, rows: rows.map((site) => tell(site, today)), nextCursor })
    },
  }),
  openData({
    path: '/api/v1/sites/:id',
    permission: 'api.read',
    summary: 'One site, also one that is closed: `standing` says so.',
    params: z.object({ id: Id.describe('The id of the site.') }),
    answers: { 200: { what: 'The site.', schema: SiteAnswer } },
    run: async ({ db, today, params }) => {
      const site = await findOpenSite(db, params.id, today)
      if (!site) throw problem('not-found')
      return asJson(tell(site, today))
    },
  }),
]
