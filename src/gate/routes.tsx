import { page, type Route } from '../web/route.tsx'
import { gatePage } from './view.tsx'
import { gatePaths } from './words.ts'

/** Nothing in it is anybody’s: the browser of a desk keeps it. */
export const routes: Route[] = [
  page(gatePaths.gate, 'public.read', async ({ language }) => gatePage(language)),
]
