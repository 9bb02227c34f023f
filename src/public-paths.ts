import { holderPath, localPath } from './web/paths.ts'

/** The addresses of the public pages. They stand together because these pages, of several slices, lead to each other. */
export const publicPaths = {
  front: holderPath({ fi: '', sv: '', en: '' }),
  sites: holderPath({ fi: '/kohteet', sv: '/stallen', en: '/places' }),
  site: holderPath({ fi: '/kohteet/:site', sv: '/stallen/:site', en: '/places/:site' }),
  areas: holderPath({ fi: '/alueet', sv: '/omraden', en: '/areas' }),
  feedback: holderPath({ fi: '/palaute', sv: '/respons', en: '/feedback' }),
  statistics: localPath({ fi: '/tilastot', sv: '/statistik', en: '/statistics' }),
  openData: localPath({ fi: '/avoin-data', sv: '/oppna-data', en: '/open-data' }),
}
