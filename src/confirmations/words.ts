import { formatDay, plural, translated } from '../i18n/translated.ts'
import { type Day, dayOf } from '../lib/dates.ts'
import type { Letter } from '../mail/queries.ts'
import { localPath } from '../web/paths.ts'
import type { Problem } from './forms.ts'
import { daysBetweenReminders } from './rules.ts'

export const paths = {
  confirm: localPath({ fi: '/vahvista', sv: '/bekrafta', en: '/confirm' }),
  list: localPath({ fi: '/vahvistukset', sv: '/bekraftelser', en: '/confirmations' }),
  csv: localPath({ fi: '/vahvistukset.csv', sv: '/bekraftelser.csv', en: '/confirmations.csv' }),
  remind: localPath({
    fi: '/vahvistukset/muistuta',
    sv: '/bekraftelser/paminn',
    en: '/confirmations/remind',
  }),
}

const problems = (words: Record<Problem, string>) => words

/** The page of the place itself. */
export const words = translated({
  fi: {
    title: (year: number) => `Vahvista tiedot vuodelle ${year}`,
    lead: 'Vahvista kerran vuodessa, että yhteystiedot pitävät ja henkilökunta on perehdytetty.',
    ownPlace: 'Oma paikka',
    contacts: 'Yhteyshenkilöt',
    change: 'Muokkaa',
    about: (name: string) => `yhteyshenkilö ${name}`,
    noReach: 'yhteystieto puuttuu',
    noContact: 'Yhteyshenkilö puuttuu',
    noContactText: 'Lisää ensin yhteyshenkilö. Sen jälkeen voit vahvistaa tiedot.',
    addContact: 'Lisää yhteyshenkilö',
    someoneElse: 'Vaihda tai lisää yhteyshenkilö',
    holds: 'Yhteystiedot pitävät paikkansa',
    instructed: 'Milloin henkilökunta viimeksi perehdytettiin Kaikukorttiin?',
    instructedHint:
      'Kirjoita päivä, esimerkiksi 15.3.2026. Perehdytä henkilökunta vähintään kerran vuodessa.',
    confirm: 'Vahvista tiedot',
    doneTitle: (year: number) => `Tiedot on vahvistettu vuodelle ${year}`,
    doneText: (on: Date, instructed: Day) =>
      `Vahvistettu ${formatDay('fi', dayOf(on))}. Henkilökunta perehdytettiin ${formatDay('fi', instructed)}.`,
    doneAgain: 'Voit vahvistaa uudelleen, jos perehdytyksen päivä muuttuu.',
    problems: problems({
      'holds-missing':
        'Merkitse, että yhteystiedot pitävät paikkansa. Muokkaa niitä ensin, jos jokin on muuttunut.',
      'instructed-missing': 'Kirjoita päivä, jona henkilökunta viimeksi perehdytettiin.',
      'instructed-form': 'Kirjoita päivä muodossa 15.3.2026.',
      'instructed-future': 'Päivä on vielä edessä. Vahvista, kun perehdytys on pidetty.',
      'instructed-old': 'Perehdytyksestä on yli vuosi. Pidä uusi perehdytys ja vahvista sitten.',
      'contact-missing': 'Lisää ensin yhteyshenkilö.',
      'identity-code': 'Poista henkilötunnus. Sitä ei tallenneta tänne.',
    }),
  },
  sv: {
    title: (year: number) => `Bekräfta uppgifterna för ${year}`,
    lead: 'Bekräfta en gång om året att kontaktuppgifterna stämmer och att personalen är introducerad.',
    ownPlace: 'Mitt ställe',
    contacts: 'Kontaktpersoner',
    change: 'Redigera',
    about: (name: string) => `kontaktpersonen ${name}`,
    noReach: 'kontaktuppgift saknas',
    noContact: 'Kontaktperson saknas',
    noContactText: 'Lägg först till en kontaktperson. Sedan kan du bekräfta uppgifterna.',
    addContact: 'Lägg till en kontaktperson',
    someoneElse: 'Byt eller lägg till en kontaktperson',
    holds: 'Kontaktuppgifterna stämmer',
    instructed: 'När introducerades personalen senast i Kaikukortet?',
    instructedHint: 'Skriv dagen, till exempel 15.3.2026. Introducera personalen minst en gång om året.',
    confirm: 'Bekräfta uppgifterna',
    doneTitle: (year: number) => `Uppgifterna är bekräftade för ${year}`,
    doneText: (on: Date, instructed: Day) =>
      `Bekräftat ${formatDay('sv', dayOf(on))}. Personalen introducerades ${formatDay('sv', instructed)}.`,
    doneAgain: 'Du kan bekräfta på nytt om introduktionens dag ändras.',
    problems: problems({
      'holds-missing': 'Markera att kontaktuppgifterna stämmer. Redigera dem först om något har ändrats.',
      'instructed-missing': 'Skriv dagen då personalen senast introducerades.',
      'instructed-form': 'Skriv dagen så här: 15.3.2026.',
      'instructed-future': 'Dagen har inte kommit ännu. Bekräfta när introduktionen har hållits.',
      'instructed-old': 'Introduktionen hölls för över ett år sedan. Håll en ny och bekräfta sedan.',
      'contact-missing': 'Lägg först till en kontaktperson.',
      'identity-code': 'Ta bort personbeteckningen. Den sparas inte här.',
    }),
  },
  en: {
    title: (year: number) => `Confirm the details for ${year}`,
    lead: 'Confirm once a year that the contact details hold and the staff has been instructed.',
    ownPlace: 'My place',
    contacts: 'Contact persons',
    change: 'Edit',
    about: (name: string) => `contact person ${name}`,
    noReach: 'no contact details',
    noContact: 'There is no contact person',
    noContactText: 'Add a contact person first. Then you can confirm the details.',
    addContact: 'Add a contact person',
    someoneElse: 'Replace or add a contact person',
    holds: 'The contact details hold',
    instructed: 'When was the staff last instructed about the Kaikukortti?',
    instructedHint: 'Write the day, for example 15.3.2026. Instruct the staff at least once a year.',
    confirm: 'Confirm the details',
    doneTitle: (year: number) => `The details are confirmed for ${year}`,
    doneText: (on: Date, instructed: Day) =>
      `Confirmed on ${formatDay('en', dayOf(on))}. The staff was instructed on ${formatDay('en', instructed)}.`,
    doneAgain: 'You can confirm again if the day of the instruction changes.',
    problems: problems({
      'holds-missing': 'Tick that the contact details hold. Edit them first if something has changed.',
      'instructed-missing': 'Write the day on which the staff was last instructed.',
      'instructed-form': 'Write the day like this: 15.3.2026.',
      'instructed-future': 'That day is still to come. Confirm once the instruction has been held.',
      'instructed-old': 'The instruction was over a year ago. Hold a new one, then confirm.',
      'contact-missing': 'Add a contact person first.',
      'identity-code': 'Remove the personal identity code. It is not kept here.',
    }),
  },
})

const lettersIn = {
  fi: plural('fi', { one: '# kirje', other: '# kirjettä' }),
  sv: plural('sv', { one: '# brev', other: '# brev' }),
  en: plural('en', { one: '# letter', other: '# letters' }),
}
const placesIn = {
  fi: plural('fi', { one: '# paikka', other: '# paikkaa' }),
  sv: plural('sv', { one: '# ställe', other: '# ställen' }),
  en: plural('en', { one: '# place', other: '# places' }),
}

/** The keepers' list. */
export const listWords = translated({
  fi: {
    title: (year: number) => `Vuoden ${year} vahvistukset`,
    lead: 'Jokainen yksikkö ja kohde vahvistaa kerran vuodessa yhteystiedot ja perehdytyksen.',
    done: 'Vahvistanut',
    missing: 'Vahvistamatta',
    show: 'Näytä',
    shows: { missing: 'Vahvistamatta', done: 'Vahvistaneet' },
    kind: 'Paikat',
    kinds: { '': 'Kaikki', unit: 'Jakavat yksiköt', site: 'Kohteet' },
    oneKind: { unit: 'Yksikkö', site: 'Kohde' },
    municipality: 'Kunta',
    everyMunicipality: 'Kaikki kunnat',
    narrow: 'Rajaa luetteloa',
    place: 'Paikka',
    kindColumn: 'Laji',
    confirmedOn: 'Vahvistettu',
    instructedOn: 'Perehdytys',
    contact: 'Yhteyshenkilöt',
    reminded: 'Viimeksi muistutettu',
    never: 'ei vielä',
    noContact: 'Ei yhteyshenkilöä',
    noAddress: 'Ei sähköpostia',
    contacts: plural('fi', { one: '# henkilö', other: '# henkilöä' }),
    nobody: 'Rajauksella ei löytynyt paikkoja.',
    allDone: 'Kaikki rajauksen paikat ovat vahvistaneet tietonsa.',
    file: 'Lataa luettelo (CSV)',
    remind: 'Lähetä muistutus',
    remindTitle: 'Lähetetäänkö muistutus?',
    remindText: (places: number, letters: number) =>
      `Muistutuksen saa ${placesIn.fi(places)}, yhteensä ${lettersIn.fi(letters)}.`,
    recent: (places: number) =>
      `Alle ${daysBetweenReminders} päivää sitten muistutettu: ${placesIn.fi(places)}. Niille ei lähetetä nyt.`,
    addressless: (places: number) =>
      `Ilman sähköpostiosoitetta: ${placesIn.fi(places)}. Ota niihin yhteyttä muuten.`,
    noOne: 'Nyt ei ole ketään muistutettavaa',
    preview: 'Kirje näyttää tältä',
    example: 'Paikan nimi',
    send: 'Lähetä muistutus',
    back: 'Takaisin luetteloon',
    sent: (letters: number, places: number) =>
      `Lähetyksessä ${lettersIn.fi(letters)}, saajana ${placesIn.fi(places)}.`,
    sentTitle: 'Muistutus on lähdössä',
  },
  sv: {
    title: (year: number) => `Bekräftelser för ${year}`,
    lead: 'Varje enhet och ställe bekräftar en gång om året kontaktuppgifterna och introduktionen.',
    done: 'Har bekräftat',
    missing: 'Inte bekräftat',
    show: 'Visa',
    shows: { missing: 'Inte bekräftat', done: 'Har bekräftat' },
    kind: 'Platser',
    kinds: { '': 'Alla', unit: 'Enheter som delar ut kort', site: 'Ställen' },
    oneKind: { unit: 'Enhet', site: 'Ställe' },
    municipality: 'Kommun',
    everyMunicipality: 'Alla kommuner',
    narrow: 'Begränsa listan',
    place: 'Plats',
    kindColumn: 'Typ',
    confirmedOn: 'Bekräftat',
    instructedOn: 'Introduktion',
    contact: 'Kontaktpersoner',
    reminded: 'Senaste påminnelse',
    never: 'inte ännu',
    noContact: 'Ingen kontaktperson',
    noAddress: 'Ingen e-post',
    contacts: plural('sv', { one: '# person', other: '# personer' }),
    nobody: 'Det finns inga platser i urvalet.',
    allDone: 'Alla platser i urvalet har bekräftat sina uppgifter.',
    file: 'Ladda ner listan (CSV)',
    remind: 'Skicka en påminnelse',
    remindTitle: 'Vill du skicka en påminnelse?',
    remindText: (places: number, letters: number) =>
      `Påminnelsen går till ${placesIn.sv(places)}, sammanlagt ${lettersIn.sv(letters)}.`,
    recent: (places: number) =>
      `Påminda för mindre än ${daysBetweenReminders} dagar sedan: ${placesIn.sv(places)}. De får inget brev nu.`,
    addressless: (places: number) => `Utan e-postadress: ${placesIn.sv(places)}. Kontakta dem på annat sätt.`,
    noOne: 'Just nu finns det ingen att påminna',
    preview: 'Så här ser brevet ut',
    example: 'Ställets namn',
    send: 'Skicka påminnelsen',
    back: 'Tillbaka till listan',
    sent: (letters: number, places: number) =>
      `${lettersIn.sv(letters)} är på väg till ${placesIn.sv(places)}.`,
    sentTitle: 'Påminnelsen är på väg',
  },
  en: {
    title: (year: number) => `Confirmations for ${year}`,
    lead: 'Once a year each unit and site confirms its contacts and that staff are instructed.',
    done: 'Confirmed',
    missing: 'Not confirmed',
    show: 'Show',
    shows: { missing: 'Not confirmed', done: 'Confirmed' },
    kind: 'Places',
    kinds: { '': 'All', unit: 'Issuing units', site: 'Sites' },
    oneKind: { unit: 'Unit', site: 'Site' },
    municipality: 'Municipality',
    everyMunicipality: 'All municipalities',
    narrow: 'Narrow the list',
    place: 'Place',
    kindColumn: 'Kind',
    confirmedOn: 'Confirmed',
    instructedOn: 'Instruction',
    contact: 'Contact persons',
    reminded: 'Latest reminder',
    never: 'not yet',
    noContact: 'No contact person',
    noAddress: 'No e-mail',
    contacts: plural('en', { one: '# person', other: '# persons' }),
    nobody: 'There are no such places.',
    allDone: 'All these places have confirmed their details.',
    file: 'Download the list (CSV)',
    remind: 'Send a reminder',
    remindTitle: 'Send a reminder?',
    remindText: (places: number, letters: number) =>
      `The reminder goes to ${placesIn.en(places)}: ${lettersIn.en(letters)} in all.`,
    recent: (places: number) =>
      `Reminded less than ${daysBetweenReminders} days ago: ${placesIn.en(places)}. They get no letter now.`,
    addressless: (places: number) =>
      `Without an e-mail address: ${placesIn.en(places)}. Contact them in another way.`,
    noOne: 'There is nobody to remind now',
    preview: 'The letter looks like this',
    example: 'Name of the place',
    send: 'Send the reminder',
    back: 'Back to the list',
    sent: (letters: number, places: number) =>
      `${lettersIn.en(letters)} on the way to ${placesIn.en(places)}.`,
    sentTitle: 'The reminder is on its way',
  },
})

/** The letter, by the language of the reader: the name of the place, the year and the address of the page. */
export const letterWords = translated({
  fi: (place: string, year: number, url: string): Letter => ({
    subject: `Vahvista Kaikukortti-tiedot vuodelle ${year}: ${place}`,
    paragraphs: [
      'Hei,',
      `${place} ei ole vielä vahvistanut tietojaan vuodelle ${year}.`,
      'Tarkista yhteyshenkilöt ja kerro, milloin henkilökunta viimeksi perehdytettiin. Siihen menee pari minuuttia.',
    ],
    link: { label: 'Vahvista tiedot', url },
    after: ['Jos et enää ole yhteyshenkilö, pyydä työkaveriasi vaihtamaan tilalle uusi.'],
  }),
  sv: (place, year, url) => ({
    subject: `Bekräfta uppgifterna om Kaikukortet för ${year}: ${place}`,
    paragraphs: [
      'Hej,',
      `${place} har ännu inte bekräftat sina uppgifter för ${year}.`,
      'Kontrollera kontaktpersonerna och berätta när personalen senast introducerades. Det tar ett par minuter.',
    ],
    link: { label: 'Bekräfta uppgifterna', url },
    after: ['Är du inte längre kontaktperson? Be då en kollega byta till en ny.'],
  }),
  en: (place, year, url) => ({
    subject: `Confirm the Kaikukortti details for ${year}: ${place}`,
    paragraphs: [
      'Hello,',
      `${place} has not yet confirmed its details for ${year}.`,
      'Check the contact persons and tell when the staff was last instructed. It takes a couple of minutes.',
    ],
    link: { label: 'Confirm the details', url },
    after: ['Are you no longer a contact person? Ask a colleague to put a new one in your place.'],
  }),
})
