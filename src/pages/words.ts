import { translatedForHolders } from '../i18n/holder-languages.ts'
import { translated } from '../i18n/translated.ts'
import { localPath } from '../web/paths.ts'

/** The lists that the centre adds to. */
export const listPaths = {
  news: localPath({ fi: '/uutiset', sv: '/nyheter', en: '/news' }),
  oneNews: localPath({ fi: '/uutiset/:news', sv: '/nyheter/:news', en: '/news/:news' }),
  stories: localPath({ fi: '/tarinoita', sv: '/berattelser', en: '/stories' }),
}

/** What stands beside a text, in every language that a text may be in. */
export const besideWords = translatedForHolders({
  fi: { also: 'Samasta aiheesta' },
  sv: { also: 'Mer om samma ämne' },
  en: { also: 'More on this subject' },
  'fi-simple': { also: 'Samasta aiheesta' },
  ar: { also: 'المزيد عن هذا الموضوع' },
  ru: { also: 'Ещё по этой теме' },
  uk: { also: 'Ще за цією темою' },
  so: { also: 'Bogag kale oo ku saabsan mawduucan' },
  se: { also: 'Eará siiddut dán fáttás' },
})

export const words = translated({
  fi: {
    ticksStay: 'Rastit pysyvät vain tässä selaimessa, jos JavaScript on päällä. Kukaan muu ei näe niitä.',
    clearTicks: 'Poista rastit',
    news: 'Uutiset',
    newsLead: 'Mitä Kaikukortille kuuluu.',
    noNews: 'Uutisia ei vielä ole',
    noNewsText: 'Uutiset tulevat tälle sivulle, kun ne julkaistaan.',
    published: 'Julkaistu',
    stories: 'Tarinoita',
    storiesLead:
      'Kortinhaltijat, kortinjakajat, kohteet ja alueet kertovat. Jokainen on antanut luvan julkaista.',
    noStories: 'Tarinoita ei vielä ole',
    noStoriesText: 'Tarinat tulevat tälle sivulle, kun niiden kertoja on antanut luvan.',
    tellers: { holder: 'Kortinhaltija', issuer: 'Kortinjakaja', site: 'Kohde', area: 'Alue' },
    source: 'Lähde:',
  },
  sv: {
    ticksStay: 'Kryssen stannar bara i den här webbläsaren, om JavaScript är på. Ingen annan ser dem.',
    clearTicks: 'Ta bort kryssen',
    news: 'Nyheter',
    newsLead: 'Vad som är på gång med Kaikukortet.',
    noNews: 'Det finns inga nyheter ännu',
    noNewsText: 'Nyheterna kommer hit när de publiceras.',
    published: 'Publicerad',
    stories: 'Berättelser',
    storiesLead:
      'Kortinnehavare, kortutdelare, ställen och områden berättar. Var och en har gett lov att publicera.',
    noStories: 'Det finns inga berättelser ännu',
    noStoriesText: 'Berättelserna kommer hit när den som berättar har gett lov.',
    tellers: { holder: 'Kortinnehavare', issuer: 'Kortutdelare', site: 'Ställe', area: 'Område' },
    source: 'Källa:',
  },
  en: {
    ticksStay: 'Your ticks stay in this browser only, if JavaScript is on. Nobody else sees them.',
    clearTicks: 'Clear the ticks',
    news: 'News',
    newsLead: 'What is happening with the Kaikukortti.',
    noNews: 'There is no news yet',
    noNewsText: 'News appears on this page once it is published.',
    published: 'Published',
    stories: 'Stories',
    storiesLead:
      'Cardholders, card issuers, venues and areas tell their stories. Each has given permission to publish.',
    noStories: 'There are no stories yet',
    noStoriesText: 'Stories appear on this page once their teller has given permission.',
    tellers: { holder: 'Cardholder', issuer: 'Card issuer', site: 'Venue', area: 'Area' },
    source: 'Source:',
  },
})
