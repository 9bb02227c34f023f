import type { Route } from '../web/route.tsx'

export const routes: Route[] = []
