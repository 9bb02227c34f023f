import { type HolderLanguage, translatedForHolders } from '../i18n/holder-languages.ts'
import type { LocalWords } from './page-shape.ts'
import { translations } from './page-translation-words.ts'

/** Plain words, in the order of the template that areas have long used for their own pages. */
export const localWords: Record<HolderLanguage, LocalWords> = translatedForHolders<LocalWords>({
  fi: {
    title: (area) => `Kaikukortti: ${area}`,
    description: (area) => `${area}: mistä Kaikukortin saa, mihin kortilla pääsee ja miten lipun hankkii.`,
    what: 'Mikä on Kaikukortti?',
    who: {
      title: 'Kuka voi saada kortin?',
      lead: 'Voit saada kortin, kun nämä kaikki sopivat sinuun:',
      lines: [
        'Olet #-vuotias tai vanhempi, tai täytät # tänä vuonna.',
        'Kotikuntasi on mukana Kaikukortissa.',
        'Olet asiakkaana palvelussa tai järjestössä, joka jakaa korttia.',
        'Rahatilanteesi on niin tiukka, ettet voi ostaa lippuja.',
      ],
      noPapers: 'Tulotodistuksia ei tarvita.',
    },
    where: {
      title: 'Mistä kortin saa?',
      ask: 'Kortteja antavat nämä palvelut omille asiakkailleen. Kysy korttia työntekijältä.',
      none: 'Alue ei ole vielä kertonut, mistä kortin saa. Kysy korttia palvelusta, jonka asiakas olet.',
    },
    places: {
      title: 'Mihin kortilla pääsee?',
      none: 'Alueella ei ole vielä kohteita. Kortti käy yleensä muiden alueiden kohteissa.',
      all: 'Katso kaikki kohteet',
      askThere: 'Jos kohteen alla ei lue, miten lipun saa, kysy kohteesta.',
    },
    popUp: 'Pop up',
    paused: 'Tauolla',
    community: {
      title: 'Yhteisön Kaikukortti',
      lines: [
        'Kortteja jakavalla palvelulla voi olla yhteisön Kaikukortti. Sillä työntekijä pääsee mukaan maksutta, kun lähdette yhdessä.',
        'Kysy yhteisistä retkistä palvelusta, jonka asiakas olet.',
      ],
    },
    elsewhere: {
      title: 'Muut alueet',
      lines: [
        'Kortti käy yleensä myös muilla Kaikukortti-alueilla. Tarkista käytännöt kohteesta ennen matkaa.',
      ],
    },
    brochure: 'Alueen esite',
    contacts: {
      title: 'Yhteystiedot',
      sides: { culture: 'Kulttuuri', sote: 'Sosiaali- ja terveyspalvelut' },
    },
    municipalities: 'Alueen kunnat',
    goodToKnow: 'Hyvä tietää',
    notice: 'Tiedote',
    whole: 'Avaa koko sivu',
  },
  sv: {
    title: (area) => `Kaikukortet: ${area}`,
    description: (area) => `${area}: var du får Kaikukortet, var det gäller och hur du får en biljett.`,
    what: 'Vad är Kaikukortet?',
    who: {
      title: 'Vem kan få kortet?',
      lead: 'Du kan få kortet när allt det här stämmer in på dig:',
      lines: [
        'Du har fyllt # eller fyller # i år.',
        'Din hemkommun är med i Kaikukortet.',
        'Du är klient hos en tjänst eller förening som delar ut kortet.',
        'Din ekonomi är så stram att du inte kan köpa biljetter.',
      ],
      noPapers: 'Du behöver inga intyg om dina inkomster.',
    },
    where: {
      title: 'Var får du kortet?',
      ask: 'De här tjänsterna ger kort till sina egna klienter. Fråga personalen om kortet.',
      none: 'Området har ännu inte berättat var kortet delas ut. Fråga hos en tjänst där du är klient.',
    },
    places: {
      title: 'Var gäller kortet?',
      none: 'Området har inga ställen ännu. Kortet gäller i regel på andra områdens ställen.',
      all: 'Se alla ställen',
      askThere: 'Om det inte står hur du får en biljett, fråga på stället.',
    },
    popUp: 'Pop up',
    paused: 'Paus',
    community: {
      title: 'Gemenskapens Kaikukort',
      lines: [
        'En tjänst som delar ut kort kan ha ett gemensamt Kaikukort. Med det kommer personalen med gratis när ni går tillsammans.',
        'Fråga om gemensamma utflykter hos den tjänst där du är klient.',
      ],
    },
    elsewhere: {
      title: 'Andra områden',
      lines: [
        'Kortet gäller i regel också i andra Kaikukortti-områden. Kontrollera praxis på stället före resan.',
      ],
    },
    brochure: 'Områdets broschyr',
    contacts: {
      title: 'Kontaktuppgifter',
      sides: { culture: 'Kultur', sote: 'Social- och hälsovård' },
    },
    municipalities: 'Områdets kommuner',
    goodToKnow: 'Bra att veta',
    notice: 'Meddelande',
    whole: 'Öppna hela sidan',
  },
  en: {
    title: (area) => `Kaikukortti: ${area}`,
    description: (area) => `${area}: where you get the Kaikukortti, where it works and how to get a ticket.`,
    what: 'What is the Kaikukortti?',
    who: {
      title: 'Who can get the card?',
      lead: 'You can get the card when all of these are true of you:',
      lines: [
        'You are # or older, or turn # this year.',
        'Your home municipality takes part in Kaikukortti.',
        'You are a client of a service or an association that gives out the card.',
        'Money is so tight that you cannot buy tickets.',
      ],
      noPapers: 'You need no papers about your income.',
    },
    where: {
      title: 'Where do you get the card?',
      ask: 'These services give cards to their own clients. Ask the staff for the card.',
      none: 'The area has not yet told where cards are given. Ask at a service whose client you are.',
    },
    places: {
      title: 'Where does the card take you?',
      none: 'The area has no places yet. The card usually works at the places of other areas.',
      all: 'See all places',
      askThere: 'Where it does not say how to get a ticket, ask the place.',
    },
    popUp: 'Pop-up',
    paused: 'On a break',
    community: {
      title: 'Community Kaikukortti',
      lines: [
        'A service that gives out cards may have a community Kaikukortti. With it, staff get in free when you go together.',
        'Ask about joint outings at the service whose client you are.',
      ],
    },
    elsewhere: {
      title: 'Other areas',
      lines: [
        'The card usually works in other Kaikukortti areas too. Check with the place before you travel.',
      ],
    },
    brochure: 'Brochure of the area',
    contacts: {
      title: 'Contact details',
      sides: { culture: 'Culture', sote: 'Social and health services' },
    },
    municipalities: 'Municipalities of the area',
    goodToKnow: 'Good to know',
    notice: 'Notice',
    whole: 'Open the whole page',
  },
  'fi-simple': {
    title: (area) => `Kaikukortti: ${area}`,
    description: (area) => `${area}: mistä kortin saa ja mihin kortilla pääsee.`,
    what: 'Mikä on Kaikukortti?',
    who: {
      title: 'Kuka saa kortin?',
      lead: 'Voit saada kortin, kun nämä asiat ovat totta:',
      lines: [
        'Täytät tänä vuonna # vuotta, tai olet vanhempi.',
        'Kotikuntasi on mukana.',
        'Olet asiakas palvelussa, joka antaa kortteja.',
        'Sinulla on vähän rahaa. Et voi ostaa lippuja.',
      ],
      noPapers: 'Et tarvitse papereita tuloistasi.',
    },
    where: {
      title: 'Mistä saan kortin?',
      ask: 'Nämä palvelut antavat kortteja asiakkaille. Kysy korttia työntekijältä.',
      none: 'Emme tiedä vielä, mistä kortin saa. Kysy korttia palvelusta, jonka asiakas olet.',
    },
    places: {
      title: 'Mihin pääsen kortilla?',
      none: 'Alueella ei ole vielä paikkoja. Voit käydä muiden alueiden paikoissa.',
      all: 'Katso kaikki paikat',
      askThere: 'Kysy paikasta, miten saat sieltä lipun.',
    },
    popUp: 'Vain tietyn ajan',
    paused: 'Tauolla',
    community: {
      title: 'Yhteisön Kaikukortti',
      lines: [
        'Palvelulla voi olla yhteisön Kaikukortti. Työntekijä pääsee sillä ilmaiseksi, kun lähdette yhdessä.',
        'Kysy yhteisistä retkistä työntekijältä.',
      ],
    },
    elsewhere: {
      title: 'Muut alueet',
      lines: ['Kortti käy yleensä myös muualla Suomessa. Kysy paikasta ennen kuin lähdet.'],
    },
    brochure: 'Alueen esite',
    contacts: {
      title: 'Kysy lisää',
      sides: { culture: 'Kulttuuri', sote: 'Sosiaalipalvelut ja terveyspalvelut' },
    },
    municipalities: 'Alueen kunnat',
    goodToKnow: 'Hyvä tietää',
    notice: 'Tiedote',
    whole: 'Avaa koko sivu',
  },
  ...translations,
})
