import { type RawBuilder, sql } from 'kysely'
import type { SiteScope } from '../access.ts'

/** The sites that let a program record for them. */
export const reaches = (client: RawBuilder<unknown>, site: string) =>
  sql`exists (select from api_client_site a
    where a.client_id = ${client} and a.site_id = ${sql.ref(site)}.id and a.ended_at is null)`

/** A site is in scope when it is the one, or when the intermediary or program records for it. */
export const isIn = (scope: SiteScope, site: string) => {
  if ('clientId' in scope) return reaches(sql`${scope.clientId}::uuid`, site)
  return 'siteId' in scope
    ? sql`${sql.ref(site)}.id = ${scope.siteId}`
    : sql`exists (select from site_intermediary i
        where i.site_id = ${sql.ref(site)}.id and i.organisation_id = ${scope.organisationId})`
}
