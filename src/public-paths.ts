import { holderPath, localPath } from './web/paths.ts'

/** The addresses of the public pages. They stand together because these pages, of several slices, lead to each other. */
export const publicPaths = {
  front: holderPath({ fi: '', sv: '', en: '' }),
  sites: holderPath({ fi: '/kohteet', sv: '/stallen', en: '/places' }),
  site: holderPath({ fi: '/kohteet/:site', sv: '/stallen/:site', en: '/places/:site' }),
  areas: holderPath({ fi: '/alueet', sv: '/omraden', en: '/areas' }),
  localPage: holderPath({ fi: '/alueet/:area', sv: '/omraden/:area', en: '/areas/:area' }),
  embeddedPage: holderPath({
    fi: '/alueet/:area/upote',
    sv: '/omraden/:area/inbaddad',
    en: '/areas/:area/embed',
  }),
  brochure: holderPath({
    fi: '/alueet/:area/esite',
    sv: '/omraden/:area/broschyr',
    en: '/areas/:area/brochure',
  }),
  whereToGet: holderPath({
    fi: '/mista-kortin-saa',
    sv: '/var-far-man-kortet',
    en: '/where-to-get-the-card',
  }),
  feedback: holderPath({ fi: '/palaute', sv: '/respons', en: '/feedback' }),
  statistics: localPath({ fi: '/tilastot', sv: '/statistik', en: '/statistics' }),
  search: holderPath({ fi: '/haku', sv: '/sok', en: '/search' }),
  openData: localPath({ fi: '/avoin-data', sv: '/oppna-data', en: '/open-data' }),
}
