import { type HolderLanguage, translatedForHolders } from '../i18n/holder-languages.ts'
import { type OwnWords, translations } from './translation-words.ts'

/** What a brochure says besides the guide: who gets the card, and what is the area's own. */
export const ownWords: Record<HolderLanguage, OwnWords> = translatedForHolders<OwnWords>({
  fi: {
    title: 'Kaikukortti',
    lead: 'Kulttuuria, kursseja ja liikuntaa maksutta',
    about: 'Mikä Kaikukortti on',
    localLead: [
      'Kaikukortilla saat maksutta pääsylippuja ja kurssipaikkoja. Täällä saatu kortti käy vain tämän alueen kohteissa.',
    ],
    who: (age) => ({
      title: 'Kuka voi saada kortin',
      lines: [
        `Voit saada kortin, kun täytät tänä vuonna vähintään ${age} vuotta ja kotikuntasi on mukana.`,
        'Lisäksi olet korttia jakavan palvelun tai järjestön asiakas. Rahasi eivät riitä lippuihin tai kurssimaksuihin.',
        'Tuloista ei tarvita todistusta. Ota asia puheeksi työntekijän kanssa.',
      ],
    }),
    community: (age) => ({
      title: 'Yhteisön Kaikukortti',
      lines: [
        `Korttia jakavalla yksiköllä on usein oma yhteisön kortti. Sillä työntekijä pääsee mukaasi maksutta. Alle ${age}-vuotiaat asiakkaat pääsevät samalla kortilla.`,
        'Muut asiakkaat käyttävät omaa korttiaan.',
      ],
    }),
    rules: 'Kortin käytön säännöt',
    personal: 'Kortti on henkilökohtainen. Älä anna sitä toisen käyttöön.',
    units: {
      title: 'Mistä kortin saa',
      lines: ['Oletko jonkin näistä asiakas? Kysy korttia työntekijältä.'],
    },
    goodToKnow: 'Hyvä tietää',
    contact: 'Yhteystiedot',
    latest: 'Tiedot tänään:',
    scan: 'QR-koodi, joka vie alueen sivulle',
    edition: 'Painos',
    coming: 'tulossa',
    notes: 'Omia muistiinpanoja',
  },
  sv: {
    title: 'Kaikukortet',
    lead: 'Kultur, kurser och motion utan kostnad',
    about: 'Vad är Kaikukortet',
    localLead: [
      'Med Kaikukortet får du inträdesbiljetter och kursplatser utan kostnad. Kort som delas ut här gäller bara på ställena i det här området.',
    ],
    who: (age) => ({
      title: 'Vem kan få kortet',
      lines: [
        `Du kan få kortet när du fyller minst ${age} år i år. Din hemkommun ska också vara med.`,
        'Dessutom är du klient hos en tjänst eller förening som delar ut kort. Dina pengar räcker inte till biljetter eller kursavgifter.',
        'Inget intyg över inkomsterna behövs. Tala med en anställd om saken.',
      ],
    }),
    community: (age) => ({
      title: 'Gemenskapens Kaikukort',
      lines: [
        `En enhet som delar ut kort har ofta ett eget kort för gemenskapen. Med det kommer en anställd in gratis med dig. Klienter under ${age} år kommer in med samma kort.`,
        'Andra klienter använder sitt eget kort.',
      ],
    }),
    rules: 'Regler för kortet',
    personal: 'Kortet är personligt. Låt ingen annan använda det.',
    units: {
      title: 'Var du får kortet',
      lines: ['Är du klient hos någon av dessa? Fråga en anställd om kortet.'],
    },
    goodToKnow: 'Bra att veta',
    contact: 'Kontaktuppgifter',
    latest: 'Uppgifterna i dag:',
    scan: 'QR-kod som leder till områdets sida',
    edition: 'Upplaga',
    coming: 'på väg',
    notes: 'Egna anteckningar',
  },
  en: {
    title: 'Kaikukortti',
    lead: 'Culture, courses and sports free of charge',
    about: 'What the Kaikukortti is',
    localLead: [
      'With the Kaikukortti you get admission tickets and course places free of charge. A card given here works only at the places of this area.',
    ],
    who: (age) => ({
      title: 'Who can get the card',
      lines: [
        `You can get the card when you turn at least ${age} this year. Your home municipality must also take part.`,
        'You are also a client of a service or association that gives out the card. Your money does not stretch to tickets or course fees.',
        'No proof of income is needed. Talk about it with a worker there.',
      ],
    }),
    community: (age) => ({
      title: 'The community Kaikukortti',
      lines: [
        `A unit that gives out the card often has a community card of its own. With it a worker gets in free with you. Clients under ${age} get in with the same card.`,
        'Other clients use their own card.',
      ],
    }),
    rules: 'Rules of the card',
    personal: 'The card is personal. Do not let anyone else use it.',
    units: {
      title: 'Where you get the card',
      lines: ['Are you a client of one of these? Ask a worker there for the card.'],
    },
    goodToKnow: 'Good to know',
    contact: 'Contact',
    latest: 'Up to date at:',
    scan: 'QR code that leads to the page of the area',
    edition: 'Edition',
    coming: 'coming',
    notes: 'My own notes',
  },
  // Selkosuomi: as in the guide, each sentence short and everyday, one matter a line.
  'fi-simple': {
    title: 'Kaikukortti',
    lead: 'Pääset ilmaiseksi teatteriin, museoon ja kurssille',
    about: 'Mikä on Kaikukortti?',
    localLead: [
      'Kaikukortilla saat lippuja ilmaiseksi.',
      'Saat kortilla myös paikan kurssilta.',
      'Kortti toimii vain tällä alueella.',
    ],
    who: (age) => ({
      title: 'Kuka voi saada kortin?',
      lines: [
        `Täytät tänä vuonna ${age} vuotta tai enemmän.`,
        'Asut kunnassa, jossa Kaikukortti on käytössä.',
        'Sinulla on vähän rahaa.',
        'Olet asiakas paikassa, joka antaa kortteja.',
        'Kysy korttia työntekijältä. Et tarvitse todistusta tuloista.',
      ],
    }),
    community: (age) => ({
      title: 'Yhteisön kortti',
      lines: [
        'Työntekijällä voi olla yhteisön kortti.',
        'Hän pääsee kortilla mukaasi ilmaiseksi.',
        `Myös alle ${age}-vuotias pääsee samalla kortilla.`,
        'Muut ottavat oman kortin mukaan.',
      ],
    }),
    rules: 'Kortin säännöt',
    personal: 'Kortti on vain sinun. Älä anna korttia toiselle.',
    units: { title: 'Mistä saat kortin?', lines: ['Oletko asiakas täällä? Kysy korttia työntekijältä.'] },
    goodToKnow: 'Hyvä tietää',
    contact: 'Kysy lisää',
    latest: 'Uusimmat tiedot:',
    scan: 'QR-koodi, joka vie alueen sivulle',
    edition: 'Painos',
    coming: 'tulossa',
    notes: 'Omia muistiinpanoja',
  },
  ...translations,
})
