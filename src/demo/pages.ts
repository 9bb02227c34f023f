import type { PersonRole } from '../access.ts'
import { paths as accounts } from '../accounts/words.ts'
import { paths as cards } from '../cards/words.ts'
import { paths as confirmations } from '../confirmations/words.ts'
import { paths as desk } from '../desk/words.ts'
import { paths as ownPlace } from '../own-place/words.ts'
import { publicPaths } from '../public-paths.ts'
import { paths as terms } from '../terms/words.ts'

const { front, sites, areas, statistics } = publicPaths
const everyone = [accounts.home.fi, front.fi, sites.fi, areas.fi, statistics.fi]
const recording = [desk.desk.fi, desk.today.fi, ...everyone]
const atPlace = [ownPlace.ownPlace.fi, confirmations.confirm.fi]
const keeping = [confirmations.list.fi, confirmations.remind.fi]

/** The main pages of each role in Finnish, the daily work first. All can be opened without parameters. */
export const mainPages: Record<PersonRole, string[]> = {
  centre: [...keeping, ...everyone],
  coordinator: [...keeping, ...everyone],
  issuer: [cards.issue.fi, cards.cards.fi, ...atPlace, ...everyone],
  venue: [...recording, ...atPlace, terms.own.fi],
  intermediary: recording,
  auditor: everyone,
}
