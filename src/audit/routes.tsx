import type { Read } from '../db/db.ts'
import { writeCsv } from '../lib/csv-write.ts'
import { file, page, type Route } from '../web/route.tsx'
import type { SignedIn } from '../web/visit.ts'
import { readSearch } from './forms.ts'
import { findHead } from './queries.ts'
import { type AuditRow, listAudit, listPermissions, nameActors } from './search-queries.ts'
import { LogPage, type NamedRow, whoOf } from './views.tsx'
import { paths } from './words.ts'

const pageSize = 50
/** Rows of one file: what a spreadsheet opens with ease, and a few megabytes here. */
const mostInFile = 50_000

const named = async (db: Read, rows: readonly AuditRow[]): Promise<NamedRow[]> => {
  const names = await nameActors(db, [...new Set(rows.map(({ actor }) => actor))])
  return rows.map((row) => ({ ...row, who: names.get(row.actor) ?? null }))
}

const showLog = async ({ db, language, query }: SignedIn & { db: Read }) => {
  const typed = readSearch(query)
  const found = await listAudit(db, typed.search, pageSize + 1)
  const rows = found.slice(0, pageSize)
  const head = await findHead(db)
  return LogPage({
    language,
    typed,
    sealed: head ? { at: head.sealedAt, rows: head.position } : null,
    permissions: await listPermissions(db),
    rows: await named(db, rows),
    before: found.length > pageSize ? rows.at(-1)!.id : null,
    mostInFile,
  })
}

const makeCsv = async ({ db, language, query, today }: SignedIn & { db: Read }) => {
  const { search } = readSearch(query)
  const rows = await named(db, await listAudit(db, { ...search, before: null }, mostInFile))
  const header = ['id', 'done_at', 'actor', 'name', 'role', 'permission', 'outcome', 'subject']
  const body = writeCsv(
    header,
    rows.map((row) => [
      row.id,
      row.doneAt.toISOString(),
      row.actor,
      whoOf(language, row),
      row.role,
      row.permission,
      row.outcome,
      JSON.stringify(row.subject),
    ]),
  )
  return { type: 'text/csv; charset=utf-8', name: `kaiku-audit-${today}.csv`, body }
}

export const routes: Route[] = [
  page(paths.log, 'audit.read', showLog),
  file(paths.csv, 'audit.read', makeCsv),
]
