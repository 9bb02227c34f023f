import { localPath } from './web/paths.ts'

/** The addresses of the public pages. They stand together because these pages, of several slices, lead to each other. */
export const publicPaths = {
  front: localPath({ fi: '', sv: '', en: '' }),
  sites: localPath({ fi: '/kohteet', sv: '/stallen', en: '/places' }),
  site: localPath({ fi: '/kohteet/:site', sv: '/stallen/:site', en: '/places/:site' }),
  areas: localPath({ fi: '/alueet', sv: '/omraden', en: '/areas' }),
  statistics: localPath({ fi: '/tilastot', sv: '/statistik', en: '/statistics' }),
  openData: localPath({ fi: '/avoin-data', sv: '/oppna-data', en: '/open-data' }),
}
