import { listEvents } from '../commitments/event-queries.ts'
import { paths as commitments } from '../commitments/words.ts'
import { fill } from '../web/paths.ts'
import { page, type Route } from '../web/route.tsx'
import { routes as account } from './account-routes.tsx'
import { routes as keep } from './keep-routes.tsx'
import { routes as link } from './link-routes.tsx'
import { showOne } from './one-page.tsx'
import { printPage } from './print-view.tsx'
import { commitmentOf, type OnCommitment, type Reading, trailTo } from './standing.ts'
import { shownLanguage } from './text-view.tsx'
import { paths } from './words.ts'

const showPrint = async (visit: Reading & OnCommitment) => {
  const { language, query, today, params } = visit
  const { commitment, parties } = await commitmentOf(visit)
  return printPage({
    ...{ language, commitment, parties, today, shown: shownLanguage(query, language) },
    events: await listEvents(visit.db, commitment.id),
    trail: trailTo(language, commitment),
    addressOf: (text) => `${fill(paths.print[language], params)}?text=${text}`,
  })
}

export const routes: Route[] = [
  page(commitments.one, 'commitments.read', showOne),
  page(paths.print, 'commitments.read', showPrint),
  ...account,
  ...keep,
  ...link,
]
