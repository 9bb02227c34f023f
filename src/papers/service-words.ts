import { plural, translated } from '../i18n/translated.ts'
import type { PlaceKind } from './rules.ts'

const intro = (sentences: Record<PlaceKind, (name: string) => string>) => sentences

/** The service description, which services and associations may copy as it is. */
export const serviceWords = translated({
  fi: {
    what: 'Kaikukortilla saa maksutta pääsylippuja ja kurssipaikkoja, kun raha ei muuten riitä osallistumiseen.',
    intro: intro({
      site: (name) => `${name} on Kaikukortti-kohde: kortilla saa täältä lipun tai paikan maksutta.`,
      unit: (name) => `${name} jakaa Kaikukorttia asiakkailleen.`,
      area: (name) => `Kaikukortti on käytössä alueella ${name}.`,
      municipality: (name) => `Kaikukortti on käytössä täällä: ${name}.`,
    }),
    whoGets:
      'Kortin voi saada korttia jakavan palvelun tai järjestön asiakas, joka täyttää tänä vuonna vähintään 16.',
    noProof: 'Tulotodistuksia ei tarvita, eikä nimeä tallenneta.',
    places: plural('fi', { one: 'Kortti käy # kohteessa', other: 'Kortti käy # kohteessa' }),
    terms: 'Kortin ehdot täällä',
    whatTitle: 'Mikä Kaikukortti on',
    whomTitle: 'Kenelle kortti on',
    whom: [
      'Kotikunnan pitää olla mukana Kaikukortissa. Rahatilanne on niin tiukka, ettei lippuja voi ostaa.',
      'Työntekijä arvioi tilanteen asiakkaan kanssa. Tulotodistuksia ei tarvita.',
    ],
    giveTitle: 'Miten kortti annetaan',
    give: (months: number) => [
      'Kortin antaa palvelu, jonka asiakas ihminen on. Samalla kysytään suostumus.',
      'Rekisteriin kirjataan syntymävuosi, postinumero ja lasten määrä. Nimeä ei tallenneta.',
      `Kortti on yleensä voimassa ${months} kuukautta. Sen voi uusia siellä, mistä sen sai.`,
    ],
    useTitle: 'Miten korttia käytetään',
    use: (childAge: number) => [
      'Lippu hankitaan kohteen omasta lipunmyynnistä. Kortin ja sen tunnuksen pitää olla mukana.',
      `Liput saa myös omille alle ${childAge}-vuotiaille lapsille tai lapsenlapsille samaan tapahtumaan.`,
      'Avustaja ja tulkki pääsevät aina maksutta.',
      'Kohteet antavat liput hyvästä tahdosta.',
    ],
    placesTitle: 'Mihin kortilla pääsee',
    municipalities: 'Kunnat',
    units: 'Korttia jakavat',
  },
  sv: {
    what: 'Med Kaikukortet får man inträdesbiljetter och kursplatser gratis när pengarna annars inte räcker till.',
    intro: intro({
      site: (name) =>
        `${name} är ett Kaikukortti-ställe: med kortet får man en biljett eller plats gratis här.`,
      unit: (name) => `${name} delar ut Kaikukortet till sina klienter.`,
      area: (name) => `Kaikukortet används i området ${name}.`,
      municipality: (name) => `Kaikukortet används här: ${name}.`,
    }),
    whoGets: 'Kortet kan ges till en klient hos en kortutdelare, från det år klienten fyller 16.',
    noProof: 'Inga inkomstintyg behövs, och namnet sparas inte.',
    places: plural('sv', { one: 'Kortet gäller på # ställe', other: 'Kortet gäller på # ställen' }),
    terms: 'Kortets villkor här',
    whatTitle: 'Vad Kaikukortet är',
    whomTitle: 'För vem kortet är',
    whom: [
      'Hemkommunen ska vara med i Kaikukortet. Ekonomin är så stram att det inte går att köpa biljetter.',
      'En anställd bedömer situationen tillsammans med klienten. Inga inkomstintyg behövs.',
    ],
    giveTitle: 'Hur kortet ges',
    give: (months: number) => [
      'Kortet ges av den tjänst där man är klient. Samtidigt ber man om samtycke.',
      'I registret skrivs födelseår, postnummer och antal barn. Namnet sparas inte.',
      `Kortet gäller i regel ${months} månader. Det kan förnyas där det delades ut.`,
    ],
    useTitle: 'Hur kortet används',
    use: (childAge: number) => [
      'Biljetten skaffas i ställets egen biljettförsäljning. Kortet och dess kod ska vara med.',
      `Man får biljetter också till egna barn eller barnbarn under ${childAge} år till samma evenemang.`,
      'Assistent och tolk kommer alltid in gratis.',
      'Ställena ger biljetterna av god vilja.',
    ],
    placesTitle: 'Var kortet gäller',
    municipalities: 'Kommuner',
    units: 'Kortet delas ut av',
  },
  en: {
    what: 'The Kaikukortti gives free tickets and course places when money would not stretch to them.',
    intro: intro({
      site: (name) =>
        `${name} is a Kaikukortti place. With the card you get a ticket or a place here free of charge.`,
      unit: (name) => `${name} gives the Kaikukortti to its clients.`,
      area: (name) => `The Kaikukortti is in use in the area ${name}.`,
      municipality: (name) => `The Kaikukortti is in use here: ${name}.`,
    }),
    whoGets: 'The card is for clients of services and associations from the year they turn 16.',
    noProof: 'No proof of income is needed, and the name is not stored.',
    places: plural('en', { one: 'The card works at # place', other: 'The card works at # places' }),
    terms: 'Terms of the card here',
    whatTitle: 'What the Kaikukortti is',
    whomTitle: 'Who the card is for',
    whom: [
      'The home municipality takes part in the Kaikukortti. Money is so tight that tickets cannot be bought.',
      'A worker looks at the situation with the client. No proof of income is needed.',
    ],
    giveTitle: 'How the card is given',
    give: (months: number) => [
      'The card is given by the service where the person is a client. Consent is asked then.',
      'The register holds the year of birth, the postal code and the number of children. No name is stored.',
      `The card is usually valid for ${months} months. It can be renewed where it was given.`,
    ],
    useTitle: 'How the card is used',
    use: (childAge: number) => [
      'The ticket comes from the place’s own ticket sales. The card and its code must be at hand.',
      `You also get tickets for your children or grandchildren under ${childAge} to the same event.`,
      'An assistant and an interpreter always get in free.',
      'The places give the tickets out of goodwill.',
    ],
    placesTitle: 'Where the card works',
    municipalities: 'Municipalities',
    units: 'The card is given by',
  },
})
