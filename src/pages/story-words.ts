import { translated } from '../i18n/translated.ts'

/** Of a story: who tells it, and by whose leave. */
export const storyWords = translated({
  fi: {
    details: 'Kertoja ja lupa',
    change: 'Muuta',
    teller: 'Kuka kertoo',
    tellers: { holder: 'Kortinhaltija', issuer: 'Kortinjakaja', site: 'Kohde', area: 'Alue' },
    place: 'Paikkakunta',
    year: 'Vuosi',
    storySource: 'Lähde',
    leaveOn: 'Lupa annettu',
    leaveFrom: 'Luvan antaja',
    leaveFromHint: 'Kirjoita nimen sijasta, kuka luvan antoi: esimerkiksi kertoja itse.',
    detailsLead: 'Tarina näkyy vasta, kun lupa on kirjattu. Jos poistat luvan, tarina katoaa heti.',
    noLeave: 'Lupa puuttuu: tarina ei näy kenellekään.',
  },
  sv: {
    details: 'Berättare och lov',
    change: 'Ändra',
    teller: 'Vem som berättar',
    tellers: { holder: 'Kortinnehavare', issuer: 'Kortutdelare', site: 'Ställe', area: 'Område' },
    place: 'Ort',
    year: 'År',
    storySource: 'Källa',
    leaveOn: 'Lovet gavs',
    leaveFrom: 'Vem som gav lov',
    leaveFromHint: 'Skriv i stället för ett namn vem som gav lov: till exempel berättaren själv.',
    detailsLead: 'Berättelsen visas först när lovet är antecknat. Tar du bort lovet försvinner den genast.',
    noLeave: 'Lovet saknas: ingen ser berättelsen.',
  },
  en: {
    details: 'Teller and permission',
    change: 'Change',
    teller: 'Who tells',
    tellers: { holder: 'Cardholder', issuer: 'Card issuer', site: 'Venue', area: 'Area' },
    place: 'Town',
    year: 'Year',
    storySource: 'Source',
    leaveOn: 'Permission given on',
    leaveFrom: 'Permission given by',
    leaveFromHint: 'Instead of a name, write who gave permission: for example the teller.',
    detailsLead:
      'The story is shown once permission is recorded. If you remove the permission, it is gone at once.',
    noLeave: 'Permission is missing: nobody sees the story.',
  },
})
