import { areaScopeOf } from '../access.ts'
import { postalCode } from '../cards/rules.ts'
import type { Read } from '../db/db.ts'
import { page, type Route } from '../web/route.tsx'
import type { SignedIn } from '../web/visit.ts'
import { findHome, listSources } from './queries.ts'
import { countryOf } from './rules.ts'
import { PostalCodesPage } from './views.tsx'
import { paths } from './words.ts'

const show = async ({ db, user, language, today, query }: SignedIn & { db: Read }) => {
  const typed = (query.get('code') ?? '').slice(0, 20)
  const code = postalCode(typed)
  const at = { areaId: areaScopeOf(user).areaId, day: today }
  const found = code === null ? null : await findHome(db, { code, country: countryOf(typed) }, at)
  return PostalCodesPage({ language, typed, found, sources: await listSources(db) })
}

export const routes: Route[] = [page(paths.list, 'areas.read', show)]
