import { formatDay, plural, translated } from '../i18n/translated.ts'

const fiMunicipalities = plural('fi', { one: '# kunnassa', other: '# kunnassa' })
const fiPreparing = plural('fi', {
  one: 'Lisäksi # kunta valmistelee kortin käyttöönottoa.',
  other: 'Lisäksi # kuntaa valmistelee kortin käyttöönottoa.',
})
const svMunicipalities = plural('sv', { one: '# kommun', other: '# kommuner' })
const svPreparing = plural('sv', {
  one: 'Dessutom förbereder # kommun att ta kortet i bruk.',
  other: 'Dessutom förbereder # kommuner att ta kortet i bruk.',
})
const enMunicipalities = plural('en', { one: '# municipality', other: '# municipalities' })
const enPreparing = plural('en', {
  one: '# more municipality is preparing to take the card into use.',
  other: '# more municipalities are preparing to take the card into use.',
})

export const networkWords = translated({
  fi: {
    title: 'Kaikukortti-alueet',
    description: 'Alueet ja kunnat, joissa Kaikukortti on käytössä, kokeilussa tai tulossa käyttöön.',
    inUse: (count: number) => `Kaikukortti on käytössä tai kokeilussa ${fiMunicipalities(count)}.`,
    preparing: fiPreparing,
    home: 'Kortin voi saada, kun kotikuntasi on mukana. Kortti käy yleensä kaikilla alueilla.',
    whoGivesIt: 'Kortin saat vain palvelusta, jonka asiakas olet.',
    asOf: (day: string) => `Tilanne ${formatDay('fi', day)}.`,
    sites: 'Katso kohteet kunnittain',
    list: 'Alueet ja kunnat',
    pilot: 'Kokeilu',
    until: (day: string) => `${formatDay('fi', day)} asti`,
    coming: 'Tulossa',
    preliminary: 'alustava tieto',
    localOnly: 'Kortti käy vain omalla alueella.',
    localText: (area: string) => `Lue lisää: ${area}`,
    none: 'Alueita ei ole vielä lisätty',
    noneWhy: 'Alueet ja kunnat näkyvät tässä, kun ne on tuotu järjestelmään.',
  },
  sv: {
    title: 'Kaikukortti-områden',
    description: 'Områden och kommuner där Kaikukortet är i bruk, prövas eller är på väg.',
    inUse: (count: number) => `Kaikukortet är i bruk eller prövas i ${svMunicipalities(count)}.`,
    preparing: svPreparing,
    home: 'Du kan få kortet när din hemkommun är med. Kortet gäller i regel i alla områden.',
    whoGivesIt: 'Kortet får du bara från en service där du är kund.',
    asOf: (day: string) => `Läget ${formatDay('sv', day)}.`,
    sites: 'Se ställena kommun för kommun',
    list: 'Områden och kommuner',
    pilot: 'Försök',
    until: (day: string) => `till ${formatDay('sv', day)}`,
    coming: 'På väg',
    preliminary: 'preliminär uppgift',
    localOnly: 'Kortet gäller bara i det egna området.',
    localText: (area: string) => `Läs mer: ${area}`,
    none: 'Inga områden har lagts till ännu',
    noneWhy: 'Områden och kommuner visas här när de har förts in i systemet.',
  },
  en: {
    title: 'Kaikukortti areas',
    description: 'Areas and municipalities where the Kaikukortti is in use, being piloted or on its way.',
    inUse: (count: number) => `The Kaikukortti is in use or being piloted in ${enMunicipalities(count)}.`,
    preparing: enPreparing,
    home: 'You can get the card when your home municipality takes part. The card usually works in every area.',
    whoGivesIt: 'You get the card only from a service whose client you are.',
    asOf: (day: string) => `As of ${formatDay('en', day)}.`,
    sites: 'See the places by municipality',
    list: 'Areas and municipalities',
    pilot: 'Pilot',
    until: (day: string) => `until ${formatDay('en', day)}`,
    coming: 'Coming',
    preliminary: 'preliminary information',
    localOnly: 'The card works in its own area only.',
    localText: (area: string) => `Read more: ${area}`,
    none: 'No areas have been added yet',
    noneWhy: 'Areas and municipalities are shown here once they have been brought into the system.',
  },
})
