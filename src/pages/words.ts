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
    newsFor: {
      issuers: 'Uutisia kortinjakajille',
      venues: 'Uutisia kohteille',
      coordinators: 'Uutisia vastuuhenkilöille',
    },
    for: { issuers: 'Kortinjakajille', venues: 'Kohteille', coordinators: 'Vastuuhenkilöille' },
    allNews: 'Katso kaikki uutiset',
    published: 'Julkaistu',
    stories: 'Tarinoita',
    storiesLead:
      'Kortinhaltijat, kortinjakajat, kohteet ja alueet kertovat. Jokainen on antanut luvan julkaista.',
    noStories: 'Tarinoita ei vielä ole',
    noStoriesText: 'Tarinat tulevat tälle sivulle, kun niiden kertoja on antanut luvan.',
    tellers: { holder: 'Kortinhaltija', issuer: 'Kortinjakaja', site: 'Kohde', area: 'Alue' },
    recognition: 'Tunnustuksia ja rahoittajia',
    recognitionFacts: [
      'Talentia ry antoi toimintamallille Hyvä käytäntö -palkinnon vuonna 2018.',
      'Terveyden ja hyvinvoinnin laitos THL suosittelee Kaikukorttia hyvänä ja vakiintuneena käytäntönä.',
      'Kaikukortti kaikille -hankkeen (2017–2019) rahoittivat opetus- ja kulttuuriministeriö ja Kulttuuria kaikille -palvelu.',
    ],
    recognitionMore: { projects: 'Lue hankkeista', publications: 'Lue julkaisuista' },
    source: 'Lähde:',
  },
  sv: {
    ticksStay: 'Kryssen stannar bara i den här webbläsaren, om JavaScript är på. Ingen annan ser dem.',
    clearTicks: 'Ta bort kryssen',
    news: 'Nyheter',
    newsLead: 'Vad som är på gång med Kaikukortet.',
    noNews: 'Det finns inga nyheter ännu',
    noNewsText: 'Nyheterna kommer hit när de publiceras.',
    newsFor: {
      issuers: 'Nyheter för kortutdelare',
      venues: 'Nyheter för besöksmål',
      coordinators: 'Nyheter för ansvarspersoner',
    },
    for: { issuers: 'För kortutdelare', venues: 'För besöksmål', coordinators: 'För ansvarspersoner' },
    allNews: 'Se alla nyheter',
    published: 'Publicerad',
    stories: 'Berättelser',
    storiesLead:
      'Kortinnehavare, kortutdelare, ställen och områden berättar. Var och en har gett lov att publicera.',
    noStories: 'Det finns inga berättelser ännu',
    noStoriesText: 'Berättelserna kommer hit när den som berättar har gett lov.',
    tellers: { holder: 'Kortinnehavare', issuer: 'Kortutdelare', site: 'Ställe', area: 'Område' },
    recognition: 'Erkännanden och finansiärer',
    recognitionFacts: [
      'Talentia rf gav verksamhetsmodellen priset God praxis år 2018.',
      'Institutet för hälsa och välfärd THL rekommenderar Kaikukortet som en god och etablerad praxis.',
      'Projektet Kaikukortti kaikille (2017–2019) finansierades av undervisnings- och kulturministeriet och tjänsten Kultur för alla.',
    ],
    recognitionMore: { projects: 'Läs om projekten', publications: 'Läs om publikationerna' },
    source: 'Källa:',
  },
  en: {
    ticksStay: 'Your ticks stay in this browser only, if JavaScript is on. Nobody else sees them.',
    clearTicks: 'Clear the ticks',
    news: 'News',
    newsLead: 'What is happening with the Kaikukortti.',
    noNews: 'There is no news yet',
    noNewsText: 'News appears on this page once it is published.',
    newsFor: {
      issuers: 'News for card issuers',
      venues: 'News for venues',
      coordinators: 'News for area coordinators',
    },
    for: { issuers: 'For card issuers', venues: 'For venues', coordinators: 'For area coordinators' },
    allNews: 'See all news',
    published: 'Published',
    stories: 'Stories',
    storiesLead:
      'Cardholders, card issuers, venues and areas tell their stories. Each has given permission to publish.',
    noStories: 'There are no stories yet',
    noStoriesText: 'Stories appear on this page once their teller has given permission.',
    tellers: { holder: 'Cardholder', issuer: 'Card issuer', site: 'Venue', area: 'Area' },
    recognition: 'Recognition and funders',
    recognitionFacts: [
      'Talentia gave the operating model its Good Practice award in 2018.',
      'The public health institute THL recommends the Kaikukortti as a good, established practice.',
      'The Ministry of Education and Culture funded Kaikukortti kaikille (2017–2019), with Culture for All.',
    ],
    recognitionMore: { projects: 'Read about the projects', publications: 'Read about the publications' },
    source: 'Source:',
  },
})
