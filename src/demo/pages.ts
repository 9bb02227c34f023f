import type { PersonRole } from '../access.ts'
import { paths as accounts } from '../accounts/words.ts'
import { paths as cards } from '../cards/words.ts'
import { paths as desk } from '../desk/words.ts'
import { paths as organisations } from '../organisations/words.ts'
import { placePaths } from '../places/words.ts'
import { publicPaths } from '../public-paths.ts'

const { front, sites, areas, statistics } = publicPaths
const everyone = [accounts.home.fi, front.fi, sites.fi, areas.fi, statistics.fi]
const keeping = [placePaths.unit.list.fi, placePaths.site.list.fi, organisations.list.fi]
const recording = [desk.desk.fi, desk.today.fi, ...everyone]

/** The main pages of each role in Finnish, the daily work first. All can be opened without parameters. */
export const mainPages: Record<PersonRole, string[]> = {
  centre: [...keeping, placePaths.unit.requests.fi, ...everyone],
  coordinator: [...keeping, ...everyone],
  issuer: [cards.issue.fi, cards.cards.fi, ...everyone],
  venue: recording,
  intermediary: recording,
  auditor: everyone,
}
