import { translated } from '../i18n/translated.ts'
import { localPath } from '../web/paths.ts'

export const paths = { api: localPath({ fi: '/rajapinta', sv: '/granssnitt', en: '/api' }) }

/** What people who decide read; what follows for programmers is in English. */
export const words = translated({
  fi: {
    title: 'Rajapinta lippujärjestelmille',
    description: 'Näin lippujärjestelmä tarkistaa Kaikukortin ja kirjaa liput itse.',
    lead: 'Lippukauppa ja kassa voivat tarkistaa Kaikukortin ja kirjata liput itse. Silloin kukaan ei kirjaa niitä käsin.',
    gains: 'Mitä sillä saa',
    gainList: [
      'Asiakas saa lipun verkosta, kassalta tai ovelta samalla kortilla.',
      'Jokainen käyttö näkyy tilastoissa heti.',
      'Järjestelmä näyttää asiakkaalle valmiin viestin suomeksi, ruotsiksi ja englanniksi.',
    ],
    privacy: 'Mitä kortinhaltijasta kerrotaan',
    privacyText:
      'Järjestelmä saa tietää, onko kortti voimassa, mihin asti ja montako lasta siihen kuuluu. Nimeä tai muita tietoja ei ole.',
    privacyMore: 'Kortteja ei voi hakea eikä luetella. Arvaamista rajoitetaan.',
    key: 'Miten pääset alkuun',
    keySteps: [
      'Pyydä avain kohteelta, jonka lippuja järjestelmäsi myy. Lipunvälittäjä tekee avaimen itse.',
      'Kokeile ensin testiavaimella. Se ei koske oikeisiin kortteihin.',
      'Kohde hyväksyy järjestelmän. Sen jälkeen oikea avain toimii.',
      'Vaihda avain ajoissa: se on voimassa enintään vuoden.',
    ],
    open: 'Avoin tieto',
    openText: 'Kohteet, alueet, kunnat ja koko maan tilastot saa ilman avainta.',
    openLimit: 'Tilastoista julkaistaan tässä vain koko maan luvut, kunnes pienten ryhmien suoja on valmis.',
    document: 'Lataa kuvaus (OpenAPI 3.1)',
    programmers: 'Ohjelmoijille',
    inEnglish: 'Tästä eteenpäin ohje on englanniksi.',
  },
  sv: {
    title: 'Gränssnitt för biljettsystem',
    description: 'Så kontrollerar ett biljettsystem Kaikukortet och registrerar biljetterna.',
    lead: 'Biljettbutiker och kassor kan själva kontrollera Kaikukortet och registrera biljetterna. Då behöver ingen göra det för hand.',
    gains: 'Vad man får',
    gainList: [
      'Kunden får sin biljett på nätet, i kassan eller vid dörren med samma kort.',
      'Varje användning syns genast i statistiken.',
      'Systemet visar kunden ett färdigt meddelande på finska, svenska och engelska.',
    ],
    privacy: 'Vad som berättas om kortinnehavaren',
    privacyText:
      'Systemet får veta om kortet gäller, hur länge och hur många barn det omfattar. Det finns inget namn och inga andra uppgifter.',
    privacyMore: 'Kort kan varken sökas eller listas. Gissningar begränsas.',
    key: 'Så kommer du i gång',
    keySteps: [
      'Be om en nyckel av stället vars biljetter ditt system säljer. En biljettförmedlare gör sin nyckel själv.',
      'Prova först med en testnyckel. Den rör inga riktiga kort.',
      'Stället godkänner systemet. Efter det fungerar den riktiga nyckeln.',
      'Byt nyckel i tid: den gäller högst ett år.',
    ],
    open: 'Öppna data',
    openText: 'Ställen, områden, kommuner och hela landets statistik går att hämta utan nyckel.',
    openLimit: 'Här publiceras bara hela landets siffror tills skyddet för små grupper är klart.',
    document: 'Ladda ner beskrivningen (OpenAPI 3.1)',
    programmers: 'För programmerare',
    inEnglish: 'Härifrån fortsätter texten på engelska.',
  },
  en: {
    title: 'Interface for ticket systems',
    description: 'How a ticket system checks a Kaikukortti and records the tickets.',
    lead: 'Ticket shops and tills can check a Kaikukortti and record the tickets themselves. Nobody has to do it by hand.',
    gains: 'What you get',
    gainList: [
      'With one card the customer gets tickets online, at the till or at the door.',
      'Every use is in the statistics at once.',
      'The system shows the customer a ready message in Finnish, Swedish and English.',
    ],
    privacy: 'What is told about the cardholder',
    privacyText:
      'The system learns whether the card is valid, until when, and for how many children. There is no name and nothing else.',
    privacyMore: 'Cards can be neither searched nor listed. Guessing is limited.',
    key: 'How to begin',
    keySteps: [
      'Ask for a key from the site whose tickets your system sells. A ticket intermediary makes its own.',
      'Try it first with a test key. It touches no real card.',
      'The site accepts your system. After that the real key works.',
      'Change the key in time: it works for a year at most.',
    ],
    open: 'Open data',
    openText: 'Sites, areas, municipalities and national statistics need no key.',
    openLimit: 'Only national figures are published here until the protection of small groups is ready.',
    document: 'Download the description (OpenAPI 3.1)',
    programmers: 'For programmers',
    inEnglish: 'The rest of this page is in English.',
  },
})
