import { areaScopeOf } from '../access.ts'
import { kinds } from '../commitments/rules.ts'
import { findSigner } from '../commitments/sign-queries.ts'
import type { Read } from '../db/db.ts'
import { foldText } from '../lib/fold-text.ts'
import { listGrounds } from '../name-use/commitment-queries.ts'
import { listAreaChoices } from '../places/queries.ts'
import { pageOf, pageSize, readListQuery } from '../web/list-query.ts'
import { file, page, type Route } from '../web/route.tsx'
import type { SignedIn } from '../web/visit.ts'
import { commitmentsCsv, commitmentsWorkbook } from './files.ts'
import { countStandings, listCommitments, listModels, listOwnCommitments } from './queries.ts'
import { standingKinds } from './rules.ts'
import { listPage, ownPage } from './views.tsx'
import { paths } from './words.ts'

type Reading = SignedIn & { db: Read }

const readFilter = (query: URLSearchParams) => {
  const list = readListQuery(query, ['area', 'kind', 'standing', 'ends', 'model'])
  const { asked } = list
  const kind = kinds.find((one) => one === asked.kind) ?? ('' as const)
  const standing = standingKinds.find((one) => one === asked.standing) ?? ('' as const)
  const words = foldText(asked.q).split(' ').filter(Boolean)
  return { list, filter: { ...asked, kind, standing, words } }
}

const showList = async ({ db, user, language, today, query }: Reading) => {
  const scope = areaScopeOf(user)
  const { list, filter } = readFilter(query)
  const { rows, total } = await listCommitments(db, scope, filter, today, { page: list.page, size: pageSize })
  return listPage({
    ...{ language, today, rows, total, query: list, isCentre: scope.areaId === null },
    counts: await countStandings(db, scope, today),
    models: await listModels(db, scope),
    areas: await listAreaChoices(db, scope),
    pages: pageOf(list, total),
  })
}

const listAsked = async ({ db, user, today, query }: Reading) =>
  (await listCommitments(db, areaScopeOf(user), readFilter(query).filter, today, null)).rows

const makeFile = async (visit: Reading) => ({
  type: 'text/csv; charset=utf-8',
  name: `commitments-${visit.today}.csv`,
  body: commitmentsCsv(visit.language, await listAsked(visit), visit.today),
})

const makeWorkbook = async (visit: Reading) => {
  const rows = await listAsked(visit)
  return {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    name: `commitments-${visit.today}.xlsx`,
    body: () => commitmentsWorkbook(visit.language, rows, visit.today),
    packed: true,
  }
}

const showOwn = async ({ db, user, language, today }: Reading) => {
  const organisationId = (await findSigner(db, user)).organisationId ?? 0
  const rows = await listOwnCommitments(db, organisationId)
  const grounds = await listGrounds(db, organisationId, today)
  return ownPage({ language, today, organisationId, rows, grounds })
}

export const routes: Route[] = [
  page(paths.list, 'commitments.keep', showList),
  file(paths.file, 'commitments.keep', makeFile),
  file(paths.workbook, 'commitments.keep', makeWorkbook),
  page(paths.own, 'commitments.read-own', showOwn),
]
