import { listLocalTexts } from '../areas/queries.ts'
import { listCurrentBrochures } from '../brochures/queries.ts'
import { listNotices } from '../exceptions/queries.ts'
import { publicPaths } from '../public-paths.ts'
import { page, type Route } from '../web/route.tsx'
import { listAreas } from './queries.ts'
import { groupByArea } from './rules.ts'
import { areasPage } from './views.tsx'

export const routes: Route[] = [
  page(publicPaths.areas, 'public.read', async ({ db, language, today }) =>
    areasPage(language, groupByArea(await listAreas(db, today)), today, {
      notices: await listNotices(db, today),
      texts: await listLocalTexts(db, language),
      brochures: await listCurrentBrochures(db),
    }),
  ),
]
