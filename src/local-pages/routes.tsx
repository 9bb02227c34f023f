import { findAreaContacts, findAreaLink, listAreaLinks } from '../areas/page-queries.ts'
import type { Read } from '../db/db.ts'
import { listNotices } from '../exceptions/queries.ts'
import { compareFor } from '../i18n/holder-format.ts'
import { listAreas, listPublicMembers } from '../network/queries.ts'
import { groupByArea } from '../network/rules.ts'
import { publicPaths } from '../public-paths.ts'
import { NotFound } from '../web/errors.tsx'
import type { Page } from '../web/page.ts'
import { fill, type HolderPath } from '../web/paths.ts'
import { movingPage, page, type Route } from '../web/route.tsx'
import type { Visit } from '../web/visit.ts'
import { areasPage } from './areas-view.tsx'
import { readLocalPage } from './content.ts'
import { embeddedPage, localPage } from './local-view.tsx'
import { listPublicUnits } from './queries.ts'
import { whereToGetPage } from './where-view.tsx'

type Reading = Visit & { db: Read }

const showAreas = async ({ db, reader, today }: Reading) =>
  areasPage({
    ...{ reader, today },
    areas: groupByArea(await listAreas(db, today)),
    links: await listAreaLinks(db),
    notices: await listNotices(db, today),
  })

/** The page of an area by its name in addresses; by an id or a name of old it has moved to that. */
const showLocal =
  (path: HolderPath, view: typeof localPage) =>
  async ({
    db,
    reader,
    today,
    params,
  }: Reading & { params: { area: string } }): Promise<Page | { moved: string }> => {
    const area = await findAreaLink(db, params.area)
    const content = area && (await readLocalPage(db, area, today))
    if (!content) throw new NotFound()
    const { slug } = content.area
    if (slug !== params.area) return { moved: fill(path[reader] as '/:area', { area: slug }) }
    return view({ reader, content })
  }

/** An id that is no member's chooses nothing: an old link still shows the whole list. */
const showWhere = async ({ db, reader, today, query }: Reading) => {
  const members = await listPublicMembers(db, today)
  const units = await listPublicUnits(db, today)
  const member = members.find(({ id }) => String(id) === query.get('municipality'))
  if (!member) return whereToGetPage({ reader, today, members, units, chosen: null })
  const compare = compareFor(reader)
  const chosen = {
    member,
    units: units
      .filter(({ municipalityId }) => municipalityId === member.id)
      .sort((a, b) => compare(a.name, b.name)),
    area: (await findAreaLink(db, String(member.area.id)))!,
    contacts: await findAreaContacts(db, member.area.id),
  }
  return whereToGetPage({ reader, today, members, units, chosen })
}

export const routes: Route[] = [
  page(publicPaths.areas, 'public.read', showAreas),
  movingPage(publicPaths.localPage, 'public.read', showLocal(publicPaths.localPage, localPage)),
  movingPage(publicPaths.embeddedPage, 'public.read', showLocal(publicPaths.embeddedPage, embeddedPage)),
  page(publicPaths.whereToGet, 'public.read', showWhere),
]
