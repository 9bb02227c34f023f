import { page, type Route } from '../web/route.tsx'
import { gatePage } from './gate-view.tsx'
import { gatePaths } from './gate-words.ts'

export const routes: Route[] = [
  page(gatePaths.gate, 'public.read', async ({ language }) => gatePage(language)),
]
