import { siteScopeOf } from '../access.ts'
import type { Read } from '../db/db.ts'
import { missBuckets } from '../desk/queries.ts'
import type { FileTable } from '../lib/table-file.ts'
import { type LookedUp, lookUpCodes } from '../uploads/code-queries.ts'
import { findUpload } from '../uploads/queries.ts'
import { listSitesOf, type SiteOfScope } from '../uses/list-queries.ts'
import type { UseRefusal } from '../uses/rules.ts'
import { NotFound } from '../web/errors.tsx'
import type { SignedIn } from '../web/visit.ts'
import type { Mapping } from './column-rules.ts'
import { type Compared, type Comparison, compare } from './comparing.ts'
import { type Prepared, prepare, spanProblem } from './prepared-rules.ts'

/** An export between its upload and somebody's word. */
export type Export = {
  table: FileTable
  /** Null until somebody has confirmed what the columns hold. */
  mapping: Mapping | null
  /** The cards that its codes name, looked up once. */
  cards: Record<string, LookedUp>
  /** What the rules refused when it was to be added, by line. */
  refused: Record<number, UseRefusal>
}
export type OwnExport = { id: string; site: SiteOfScope; body: Export }

type Reading = SignedIn & { db: Read; params: { upload: string } }

/** One's own upload, at a site that is still one's own; else there is no such thing. */
export const ownExport = async ({ db, keys, user, params }: Reading): Promise<OwnExport> => {
  const isId = /^[0-9a-f-]{36}$/.test(params.upload)
  const upload = isId && (await findUpload<Export>(db, keys, user, params.upload, 'reconciliation'))
  const sites = await listSitesOf(db, siteScopeOf(user))
  const site = upload && sites.find(({ id }) => id === upload.siteId)
  if (!upload || !site) throw new NotFound()
  return { id: upload.id, site, body: upload.body }
}

/** The cards of an export's codes, for what was sold on the card alone. */
export const cardsOf = (
  visit: SignedIn & { db: Parameters<typeof lookUpCodes>[0] },
  site: SiteOfScope,
  { sales }: Prepared,
  before: Export['cards'],
) => {
  const { db, keys, user, now } = visit
  const codes = sales.flatMap(({ code }) => code ?? [])
  return lookUpCodes(db, keys, site.id, codes, { buckets: missBuckets(user, site), now }, before)
}

export type Result = { prepared: Prepared; comparison: Comparison; compared: Compared }

/** What comes of an export whose columns are known; null while they are not. */
export const resultOf = async (
  { db, keys, user, today }: SignedIn & { db: Read },
  { site, body }: OwnExport,
): Promise<Result | null> => {
  if (!body.mapping) return null
  const prepared = prepare(body.table, body.mapping, today)
  if (spanProblem(prepared.sales)) return null
  const cards = Object.fromEntries(
    Object.entries(body.cards).map(([code, id]) => [code, typeof id === 'number' ? id : null]),
  )
  const comparison = { scope: siteScopeOf(user), siteId: site.id, keys, sales: prepared.sales, cards }
  return { prepared, comparison, compared: await compare(db, comparison) }
}
