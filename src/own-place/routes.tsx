import { placeScopeOf } from '../access.ts'
import { listEditions } from '../brochures/queries.ts'
import { currentOf } from '../brochures/rules.ts'
import { findConfirmation } from '../confirmations/queries.ts'
import { findOwnPlace, listContacts } from '../contacts/queries.ts'
import { countFailingFeeds } from '../events/feed-queries.ts'
import { findStanding } from '../induction/queries.ts'
import { inductionLine } from '../induction/words.ts'
import { yearOf } from '../lib/dates.ts'
import { findFollows } from '../model/follow-queries.ts'
import { followNotice } from '../model/follow-words.ts'
import { findOwnFacts } from '../newcomers/queries.ts'
import { progressOf } from '../newcomers/rules.ts'
import { newcomerLine } from '../newcomers/words.ts'
import { paths as people } from '../people/words.ts'
import { listWaiting } from '../signing/queries.ts'
import { waitingLines } from '../signing/words.ts'
import { NotFound } from '../web/errors.tsx'
import { page, type Route } from '../web/route.tsx'
import { findPlace, listCoordinators } from './queries.ts'
import { OwnPlacePage } from './views.tsx'
import { paths } from './words.ts'

/** Who has an account at the place: a page of its own slice. */

export const routes: Route[] = [
  page(paths.ownPlace, 'place.read', async ({ db, user, language, now, today }) => {
    const scope = placeScopeOf(user)
    const place = await findPlace(db, scope, today)
    const owner = await findOwnPlace(db, scope)
    if (!place || !owner) throw new NotFound()
    const year = yearOf(today)
    const { follows, waiting } = await findFollows(db, scope, today)
    const facts = await findOwnFacts(db, scope, now)
    return OwnPlacePage({
      language,
      newcomer: newcomerLine(language, facts && progressOf(facts)),
      year,
      place,
      told: followNotice(language, follows, waiting),
      waiting: waitingLines(language, await listWaiting(db, user, today)),
      contacts: await listContacts(db, owner),
      confirmed: await findConfirmation(db, owner, year),
      coordinators: await listCoordinators(db, place),
      people: people.people[language],
      induction: inductionLine(language, await findStanding(db, user, today)),
      failingFeeds: place.kind === 'site' ? await countFailingFeeds(db, place.id) : 0,
      brochure: place.areaId === null ? undefined : currentOf(await listEditions(db, place.areaId)),
    })
  }),
]
