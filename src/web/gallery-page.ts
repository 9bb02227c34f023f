import { galleryPage } from './gallery.tsx'
import type { Page } from './page.ts'
import { localPath } from './paths.ts'
import { page, type Route } from './route.tsx'
import type { Visit } from './visit.ts'

const show = async ({ language }: Visit): Promise<Page> => ({ ...galleryPage(language), kind: 'staff' })

/** Every component in every state, for those who build and check the look. */
export const galleryRoutes: Route[] = [
  page('/gallery', 'public.read', show),
  page(localPath({ fi: '/gallery', sv: '/gallery', en: '/gallery' }), 'public.read', show),
]
