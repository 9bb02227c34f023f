import type { z } from 'zod'
import { areaScopeOf, may, placeScopeOf, siteScopeOf } from '../access.ts'
import { findOwner, findOwnPlace, type Owner } from '../contacts/queries.ts'
import type { Read, Write } from '../db/db.ts'
import { NotFound } from '../web/errors.tsx'
import { fill } from '../web/paths.ts'
import { action, type Outcome, page, type Route } from '../web/route.tsx'
import { rowId } from '../web/row-id.ts'
import type { SignedIn } from '../web/visit.ts'
import { chooseKeeping, countUnrecognised, keepsSince } from './choice-queries.ts'
import { ChoiceForm } from './forms.ts'
import { listUnrecognised } from './queries.ts'
import { KeptPage, ListPage } from './views.tsx'
import { paths } from './words.ts'

type Choice = z.output<typeof ChoiceForm>
type OnSite = { params: { site: string } }

const showList = async ({ db, user, language, query }: SignedIn & { db: Read }) => {
  const scope = siteScopeOf(user)
  const site = 'siteId' in scope ? scope.siteId : null
  return ListPage({
    language,
    waiting: await listUnrecognised(db, scope, 'waiting'),
    dropped: await listUnrecognised(db, scope, 'dropped'),
    isOneSite: site !== null,
    choice: site !== null && may(user, 'place.describe') ? { since: await keepsSince(db, site) } : null,
    saved: query.has('saved'),
  })
}

const choose = async (
  { db, today }: SignedIn & { db: Write },
  site: Owner | undefined,
  { keeps }: Choice,
) => {
  if (!site) throw new NotFound()
  await chooseKeeping(db, site, keeps, today)
  return { site: site.id, keeps }
}

const chooseOwn = async (visit: SignedIn & { db: Write }, form: Choice): Promise<Outcome> => {
  const site = await findOwnPlace(visit.db, placeScopeOf(visit.user))
  const subject = await choose(visit, site, form)
  return { redirect: `${paths.list[visit.language]}?saved`, subject }
}

const findKept = ({ db, user, params }: SignedIn & { db: Read | Write } & OnSite) =>
  findOwner(db, areaScopeOf(user), 'site', rowId(params.site))

const showKept = async (visit: SignedIn & { db: Read } & OnSite) => {
  const { db, language, query } = visit
  const site = await findKept(visit)
  if (!site) throw new NotFound()
  return KeptPage({
    ...{ language, site, since: await keepsSince(db, site.id) },
    counts: await countUnrecognised(db, site.id),
    saved: query.has('saved'),
  })
}

const chooseKept = async (visit: SignedIn & { db: Write } & OnSite, form: Choice): Promise<Outcome> => {
  const subject = await choose(visit, await findKept(visit), form)
  return { redirect: `${fill(paths.kept[visit.language], { site: subject.site })}?saved`, subject }
}

export const routes: Route[] = [
  page(paths.list, 'unrecognised.read', showList),
  action(paths.list, 'place.describe', ChoiceForm, showList, chooseOwn),
  page(paths.kept, 'sites.change', showKept),
  action(paths.kept, 'sites.change', ChoiceForm, showKept, chooseKept),
]
