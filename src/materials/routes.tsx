import { type AreaScope, areaScopeOf, may, type User } from '../access.ts'
import type { Read } from '../db/db.ts'
import { holderLanguages } from '../i18n/holder-languages.ts'
import { Gone, NotFound } from '../web/errors.tsx'
import { fill } from '../web/paths.ts'
import { file, type MadeFile, page, type Route } from '../web/route.tsx'
import { rowId } from '../web/row-id.ts'
import type { Visit } from '../web/visit.ts'
import { countDownload, findFile, findThumbnail, isGone } from './file-queries.ts'
import { routes as fileRoutes } from './file-routes.tsx'
import { routes as formerRoutes } from './former-routes.tsx'
import { routes as keepRoutes } from './keep-routes.tsx'
import { endings, servedName } from './name-rules.ts'
import { findKept, findShown, isWithdrawn, listPublished } from './queries.ts'
import { fileKinds, isPicture, isShown, mediaTypes, readSearch } from './rules.ts'
import { materialPage, materialsPage } from './views.tsx'
import { filePath, paths, thumbnailPath } from './words.ts'

type Reading<Param extends string = never> = Visit<Param> & { db: Read }

/** What a keeper may look at before it is published; null for everyone else. */
const scopeOf = (user: User | null): AreaScope | null =>
  user && may(user, 'materials.read') ? areaScopeOf(user) : null

const showOne = async ({ db, user, language, params }: Reading<'material'>) => {
  const scope = scopeOf(user)
  const id = rowId(params.material)
  const row = await findShown(db, id, scope)
  if (!row) throw (await isWithdrawn(db, id)) ? new Gone() : new NotFound()
  const newer = row.replacedById === null ? undefined : await findShown(db, row.replacedById, null)
  const isOwn = scope !== null && (await findKept(db, scope, id)) !== undefined
  const keptAt = isOwn ? fill(paths.kept[language], { material: id }) : null
  return materialPage({ language, row, newer: newer ?? null, keptAt })
}

/**
 * The address says what the file holds, but not for how long everyone may have it: whoever kept it asks each time whether
 * it may be used still. Its name is ours, whatever its sender called it.
 */
const take = async ({ db, user, params, today }: Reading<'digest'>): Promise<MadeFile> => {
  const [digest = '', ending = ''] = params.digest.split('.')
  const kind = fileKinds.find((one) => endings[one][0] === ending)
  if (!kind || !/^[0-9a-f]{64}$/.test(digest) || params.digest !== `${digest}.${ending}`) throw new NotFound()
  const found = await findFile(db, digest, kind, scopeOf(user))
  if (!found) throw (await isGone(db, digest, kind)) ? new Gone() : new NotFound()
  return {
    type: mediaTypes[kind],
    name: servedName(found.materialId, found.id, kind),
    body: found.bytes,
    shown: isShown(kind),
    sandboxed: isPicture(kind),
    packed: true,
    open: 'changing',
    count: (pool) => countDownload(pool, found.id, today),
  }
}

/** The small picture of a file, which the address names by the file's digest alone. */
const showThumbnail = async ({ db, user, params }: Reading<'picture'>): Promise<MadeFile> => {
  const digest = params.picture
  const body = /^[0-9a-f]{64}$/.test(digest) ? await findThumbnail(db, digest, scopeOf(user)) : undefined
  if (!body) throw new NotFound()
  return { type: 'image/webp', name: 'kaikukortti.webp', body, shown: true, sandboxed: true, packed: true }
}

export const routes: Route[] = [
  page(paths.list, 'public.read', async ({ db, language, query }) =>
    materialsPage({ language, rows: await listPublished(db), search: readSearch(query, holderLanguages) }),
  ),
  page(paths.one, 'public.read', showOne),
  file(filePath, 'public.read', take),
  file(thumbnailPath, 'public.read', showThumbnail),
  ...keepRoutes,
  ...formerRoutes,
  ...fileRoutes,
]
