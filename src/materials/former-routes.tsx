import type { z } from 'zod'
import { NotFound } from '../web/errors.tsx'
import { action, type Outcome, page, type Route } from '../web/route.tsx'
import type { Typed } from '../web/visit.ts'
import { listFormer } from './former-queries.ts'
import { formerPage } from './former-views.tsx'
import { FormerForm } from './forms.ts'
import { changeFacts, type OnMaterial, ownMaterial, type Reading, type Writing } from './keep-routes.tsx'
import { paths } from './words.ts'

const show = async (visit: Reading & OnMaterial, typed: Typed) => {
  const row = await ownMaterial(visit)
  return formerPage({ language: visit.language, row, former: await listFormer(visit.db, row.id), typed })
}

/** Says of a material again what was said before; what is said now stands among the former then. */
const restore = async (
  visit: Writing & OnMaterial,
  { former }: z.output<typeof FormerForm>,
): Promise<Outcome> => {
  const row = await ownMaterial(visit)
  const found = (await listFormer(visit.db, row.id)).find(({ id }) => id === former)
  if (!found) throw new NotFound()
  const outcome = await changeFacts(visit, row, found.facts)
  // Its fields stand on another page: what is in the way is said above all.
  return 'problems' in outcome ? { problems: { '': Object.values(outcome.problems)[0]! } } : outcome
}

export const routes: Route[] = [
  page(paths.former, 'materials.read', show),
  action(paths.former, 'materials.change', FormerForm, show, restore),
]
