import { type HolderLanguage, translatedForHolders } from '../i18n/holder-languages.ts'
import type { GuideWords } from './guide-shape.ts'
import { translations } from './translation-words.ts'

/** Plain words, in the order in which a new holder needs them. */
export const guideWords: Record<HolderLanguage, GuideWords> = translatedForHolders<GuideWords>({
  fi: {
    title: 'Näin käytät Kaikukorttia',
    lead: [
      'Kaikukortilla saat maksutta pääsylippuja ja kurssipaikkoja. Se käy yleensä kaikissa Kaikukortti-kohteissa eri puolilla Suomea.',
    ],
    ticket: {
      title: 'Näin saat lipun tai kurssipaikan',
      lines: [
        'Valitse kohde. Kysy etukäteen, mihin kortilla pääsee, sillä käytännöt vaihtelevat.',
        'Varaa tai hae lippu kohteen omasta lipunmyynnistä ja kerro kortin tunnus. Verkkokaupasta lippua ei yleensä saa.',
        'Ilmoittaudu kurssille tavalliseen tapaan ja kerro kortin tunnus kurssin järjestäjälle.',
      ],
    },
    along: {
      title: 'Ota mukaan',
      lines: [
        'Pidä kortti mukana, kun varaat, haet lipun ja osallistut.',
        'Varaudu todistamaan henkilöllisyytesi.',
      ],
    },
    children: ({ childAge }) => ({
      title: 'Lapset ja avustajat',
      lines: [
        `Saat liput myös alle ${childAge}-vuotiaille lapsillesi ja lapsenlapsillesi, kun menette yhdessä samaan tapahtumaan. Lasten määrä on merkitty korttiin.`,
        'Avustaja ja tulkki pääsevät maksutta.',
      ],
    }),
    remember: {
      title: 'Käytä lippu, jonka varaat',
      lines: [
        'Kohteet antavat liput hyvästä tahdosta. Älä jätä lippua käyttämättä ilman painavaa syytä.',
        'Jos et pääse, peru lippu heti. Kohteen sivulla lukee, miten lipun voi perua.',
      ],
    },
    renewal: ({ months }) => ({
      title: 'Kun kortti vanhenee',
      lines: [
        `Kortti on yleensä voimassa ${months} kuukautta. Viimeinen päivä on kortin sisäpuolella.`,
        'Saat uuden kortin samasta paikasta, josta sait tämän.',
      ],
    }),
    lost: {
      title: 'Jos kortti katoaa',
      lines: ['Kerro heti paikkaan, josta sait kortin. Vanha kortti suljetaan, ja saat uuden.'],
    },
    privacy: {
      title: 'Tietosuoja',
      lines: ['Nimeäsi ei tallenneta. Tietosuojaseloste on osoitteessa'],
    },
    givenBy: 'Kortin antoi',
    near: 'Kohteita lähelläsi:',
    places: 'Mihin kortilla pääsee',
    categories: { culture: 'Kulttuuri', education: 'Koulutus', science: 'Tiede', sports: 'Liikunta' },
    more: 'Muita kohteita lähellä:',
    allPlaces: 'Kaikki kohteet:',
    scan: 'QR-koodi, joka vie kohteiden luetteloon',
    asOf: 'Tilanne',
  },
  sv: {
    title: 'Så använder du Kaikukortet',
    lead: [
      'Med Kaikukortet får du inträdesbiljetter och kursplatser utan kostnad. Det gäller i regel på alla Kaikukortti-ställen runt om i Finland.',
    ],
    ticket: {
      title: 'Så får du en biljett eller kursplats',
      lines: [
        'Välj ett ställe. Fråga på förhand vad kortet ger rätt till, för praxis varierar.',
        'Boka eller hämta biljetten i ställets egen biljettförsäljning och säg kortets kod. I en webbutik får du i regel inte biljetten.',
        'Anmäl dig till en kurs på vanligt sätt och säg kortets kod till kursarrangören.',
      ],
    },
    along: {
      title: 'Ta med',
      lines: [
        'Ha kortet med när du bokar, hämtar biljetten och deltar.',
        'Var beredd att styrka din identitet.',
      ],
    },
    children: ({ childAge }) => ({
      title: 'Barn och assistenter',
      lines: [
        `Du får biljetter också till dina barn och barnbarn under ${childAge} år. Gå då tillsammans till samma evenemang. Antalet barn står på kortet.`,
        'Assistent och tolk kommer in gratis.',
      ],
    }),
    remember: {
      title: 'Använd biljetten som du bokar',
      lines: [
        'Ställena ger biljetterna av god vilja. Lämna inte en biljett oanvänd utan vägande skäl.',
        'Om du inte kan komma, avboka biljetten genast. På ställets sida står hur du gör.',
      ],
    },
    renewal: ({ months }) => ({
      title: 'När kortet går ut',
      lines: [
        `Kortet gäller i regel ${months} månader. Den sista dagen står inuti kortet.`,
        'Du får ett nytt kort där du fick det här.',
      ],
    }),
    lost: {
      title: 'Om kortet försvinner',
      lines: ['Meddela genast enheten som gav dig kortet. Det gamla kortet stängs och du får ett nytt.'],
    },
    privacy: {
      title: 'Dataskydd',
      lines: ['Ditt namn sparas inte. Dataskyddsbeskrivningen finns på adressen'],
    },
    givenBy: 'Kortet gavs av',
    near: 'Ställen nära dig:',
    places: 'Var du kan använda kortet',
    categories: { culture: 'Kultur', education: 'Utbildning', science: 'Vetenskap', sports: 'Motion' },
    more: 'Andra ställen i närheten:',
    allPlaces: 'Alla ställen:',
    scan: 'QR-kod som leder till listan över ställen',
    asOf: 'Läget',
  },
  en: {
    title: 'How to use the Kaikukortti',
    lead: [
      'With the Kaikukortti you get admission tickets and course places free of charge. It usually works at every Kaikukortti place anywhere in Finland.',
    ],
    ticket: {
      title: 'How to get a ticket or a course place',
      lines: [
        'Choose a place. Ask beforehand what the card covers, since practices vary.',
        'Book or collect the ticket at the place’s own ticket sales. Tell them the card’s code. Online shops usually do not give these tickets.',
        'Sign up for a course in the normal way. Tell the organiser the card’s code.',
      ],
    },
    along: {
      title: 'Take with you',
      lines: [
        'Keep the card with you when you book, collect the ticket and take part.',
        'Be ready to prove your identity.',
      ],
    },
    children: ({ childAge }) => ({
      title: 'Children and assistants',
      lines: [
        `You also get tickets for your children and grandchildren under ${childAge}. Go together to the same event. The number of children is marked on the card.`,
        'An assistant and an interpreter get in free.',
      ],
    }),
    remember: {
      title: 'Use the ticket that you book',
      lines: [
        'The places give the tickets out of goodwill. Do not leave a ticket unused without a weighty reason.',
        'If you cannot come, cancel the ticket at once. The page of the place says how.',
      ],
    },
    renewal: ({ months }) => ({
      title: 'When the card expires',
      lines: [
        `The card is usually valid for ${months} months. The last day is written inside the card.`,
        'You get a new card where you got this one.',
      ],
    }),
    lost: {
      title: 'If you lose the card',
      lines: ['Tell at once the place that gave you the card. The old card is closed and you get a new one.'],
    },
    privacy: {
      title: 'Data protection',
      lines: ['Your name is not stored. The privacy statement is at'],
    },
    givenBy: 'The card was given by',
    near: 'Places near you:',
    places: 'Where you can use the card',
    categories: { culture: 'Culture', education: 'Education', science: 'Science', sports: 'Sports' },
    more: 'Other places nearby:',
    allPlaces: 'All places:',
    scan: 'QR code that leads to the list of places',
    asOf: 'As of',
  },
  // Selkosuomi: everyday words, one matter a sentence, 5–10 words, each sentence on a line of its own.
  'fi-simple': {
    title: 'Näin käytät Kaikukorttia',
    lead: [
      'Kaikukortilla saat lippuja ilmaiseksi.',
      'Pääset esimerkiksi teatteriin, museoon ja uimahalliin.',
      'Saat kortilla myös paikan kurssilta.',
    ],
    ticket: {
      title: 'Näin saat lipun',
      lines: [
        'Valitse paikka, johon haluat mennä.',
        'Kysy sieltä, mitä kortilla saa.',
        'Hae tai varaa lippu sieltä.',
        'Kerro kortin tunnus. Tunnus lukee kortissa. Siinä on kirjaimia ja numeroita.',
        'Haluatko kurssille? Kerro kortin tunnus, kun ilmoittaudut.',
      ],
    },
    along: {
      title: 'Ota mukaan',
      lines: [
        'Pidä kortti mukana, kun varaat lipun.',
        'Pidä kortti mukana, kun haet lipun.',
        'Ota kortti mukaan myös tapahtumaan.',
        'Ota mukaan henkilökortti, ajokortti tai passi.',
      ],
    },
    children: ({ childAge }) => ({
      title: 'Lapset ja avustajat',
      lines: [
        'Saat lipun myös lapselle tai lapsenlapselle.',
        `Lapsen pitää olla alle ${childAge} vuotta.`,
        'Mene lapsen kanssa yhdessä samaan tapahtumaan.',
        'Avustaja ja tulkki pääsevät ilmaiseksi.',
      ],
    }),
    remember: {
      title: 'Käytä lippusi',
      lines: [
        'Käytä lippu, jonka varaat.',
        'Etkö voi mennä? Peru lippu heti.',
        'Kohteen sivu kertoo, miten perut lipun.',
      ],
    },
    renewal: ({ months }) => ({
      title: 'Kun kortti vanhenee',
      lines: [
        `Kortti on yleensä voimassa ${months} kuukautta.`,
        'Viimeinen päivä lukee kortin sisällä.',
        'Saat uuden kortin samasta paikasta.',
      ],
    }),
    lost: {
      title: 'Jos kortti katoaa',
      lines: [
        'Kerro heti paikkaan, josta sait kortin.',
        'Saat sieltä uuden kortin.',
        'Vanha kortti ei enää toimi.',
      ],
    },
    privacy: { title: 'Tietosi', lines: ['Emme tallenna nimeäsi.', 'Lue lisää tietojesi suojasta:'] },
    givenBy: 'Kortin antoi',
    near: 'Paikkoja lähelläsi:',
    places: 'Mihin kortilla pääsee',
    categories: { culture: 'Kulttuuri', education: 'Koulutus', science: 'Tiede', sports: 'Liikunta' },
    more: 'Muita paikkoja lähellä:',
    allPlaces: 'Kaikki paikat:',
    scan: 'QR-koodi, joka vie paikkojen luetteloon',
    asOf: 'Tilanne',
  },
  ...translations,
})

/** On a guide that no native reader has looked at: in its own language, and in Finnish for who hands it over. */
export const unreviewedWords = translatedForHolders<string>({
  fi: 'Tätä käännöstä ei ole vielä tarkistanut äidinkielinen lukija.',
  sv: 'Ingen modersmålstalare har ännu granskat den här översättningen.',
  en: 'No native reader has looked at this translation yet.',
  'fi-simple': 'Selkokielen lukijat eivät ole vielä tarkistaneet tätä tekstiä.',
  ar: 'لم يراجع هذه الترجمة بعدُ قارئ لغته الأم العربية.',
  ru: 'Этот перевод ещё не проверен носителем языка.',
  uk: 'Цей переклад ще не перевірено носієм мови.',
  so: 'Turjumaaddan weli ma hubin qof afkiisa hooyo uu yahay Soomaali.',
  se: 'Dán jorgalusa ii leat vel dárkkistan eatnigielat lohkki.',
})
