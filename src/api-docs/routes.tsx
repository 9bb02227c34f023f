import type { Endpoint } from '../web/endpoint.ts'
import type { KnownProblems } from '../web/openapi.ts'
import { page, type Route } from '../web/route.tsx'
import { apiPage } from './views.tsx'
import { paths } from './words.ts'

/** The documentation of the API: a page that is printed from the rows themselves, as the OpenAPI document is. */
export const docsRoute = (rows: readonly Endpoint[], problems: KnownProblems): Route =>
  page(paths.api, 'api.read', async ({ language, origin }) => apiPage({ language, origin, rows, problems }))
