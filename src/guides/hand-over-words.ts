import { translated } from '../i18n/translated.ts'

/** The paper form beside the page where a card is issued: its questions have the names and numbers of that page. */
export const handOverWords = translated({
  fi: {
    title: 'Kaikukortin luovutuslomake',
    lead: 'Käytä lomaketta vain, kun et voi rekisteröidä korttia heti.',
    never:
      'Älä koskaan kirjoita lomakkeeseen nimeä, syntymäaikaa, henkilötunnusta, osoitetta tai puhelinnumeroa.',
    unit: 'Kortin antava yksikkö',
    day: 'Antopäivä',
    dayHint: 'Päivä, jona annat kortin. Päivä, kuukausi, vuosi.',
    codeHint: 'Kirjoita tunnus niin kuin se on kortissa. Tarkista jokainen merkki.',
    yes: 'Asiakas suostuu tietojen tallentamiseen. Ilman suostumusta korttia ei voi antaa.',
    wellbeing: 'Asiakas suostuu vastaamaan hyvinvointikysymyksiin. Tämä on vapaaehtoista.',
    voluntary: '(vapaaehtoinen)',
    next: 'Tee näin',
    steps: [
      'Kirjoita korttiin asiakkaan nimi, viimeinen voimassaolopäivä ja lasten määrä. Nimi tulee vain korttiin.',
      'Rekisteröi kortti Kaikukantaan mahdollisimman pian. Muuten kortti ei toimi.',
      'Kerro Kaikukannassa myös antopäivä.',
      'Silppua tämä lomake heti, kun kortti on rekisteröity.',
    ],
  },
  sv: {
    title: 'Överlåtelseblankett för Kaikukortet',
    lead: 'Använd blanketten bara när du inte kan registrera kortet genast.',
    never: 'Skriv aldrig namn, födelsetid, personbeteckning, adress eller telefonnummer på blanketten.',
    unit: 'Enheten som ger kortet',
    day: 'Dagen då kortet ges',
    dayHint: 'Dag, månad, år.',
    codeHint: 'Skriv koden som den står på kortet. Kontrollera varje tecken.',
    yes: 'Klienten samtycker till att uppgifterna sparas. Utan samtycke kan kortet inte ges.',
    wellbeing: 'Klienten samtycker till att svara på frågor om välbefinnande. Det är frivilligt.',
    voluntary: '(frivillig)',
    next: 'Gör så här',
    steps: [
      'Skriv klientens namn, den sista giltighetsdagen och antalet barn på kortet. Namnet skrivs bara på kortet.',
      'Registrera kortet i Kaikukanta så snart som möjligt. Annars fungerar kortet inte.',
      'Ange i Kaikukanta också dagen då kortet gavs.',
      'Förstör den här blanketten i en dokumentförstörare genast när kortet är registrerat.',
    ],
  },
  en: {
    title: 'Kaikukortti hand-over form',
    lead: 'Use the form only when you cannot register the card at once.',
    never: 'Never write a name, date of birth, identity code, address or phone number on it.',
    unit: 'Unit that gives the card',
    day: 'Day of hand-over',
    dayHint: 'Day, month, year.',
    codeHint: 'Write the code as it stands on the card. Check each character.',
    yes: 'The client agrees to the information being stored. Without consent the card cannot be given.',
    wellbeing: 'The client agrees to answer the wellbeing questions. This is voluntary.',
    voluntary: '(voluntary)',
    next: 'Do this next',
    steps: [
      'Write the client’s name, the last day and the number of children on the card. The name goes on the card only.',
      'Register the card in Kaikukanta as soon as possible. Otherwise the card does not work.',
      'Tell Kaikukanta the day of hand-over too.',
      'Shred this form as soon as the card is registered.',
    ],
  },
})
