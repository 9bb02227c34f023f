import { type Language, translated } from '../i18n/translated.ts'
import type { Letter } from '../mail/queries.ts'
import { requestMinutes } from './rules.ts'

/** What whoever signs in by a service, or links one, is told. */
export const signInWords = translated({
  fi: {
    signInWith: (name: string) => `Kirjaudu: ${name}`,
    orWithOwn: 'Kunnan tai organisaation tunnuksella',
    back: 'Palaa kirjautumiseen',
    /** What happened, and what to do. */
    refusals: {
      cancelled: ['Kirjautuminen jäi kesken', 'Voit aloittaa kirjautumisen uudelleen.'],
      expired: [
        'Aloita kirjautuminen uudelleen',
        `Kirjautuminen toimii kerran, ja aikaa on ${requestMinutes} minuuttia.`,
      ],
      'other-browser': [
        'Aloita kirjautuminen uudelleen',
        'Tämä kirjautuminen ei alkanut tässä selaimessa. Aloita ja lopeta se samassa selaimessa.',
      ],
      unreachable: [
        'Kirjautumispalvelu ei vastaa',
        'Yritä hetken kuluttua uudelleen. Jos palvelu ei vieläkään vastaa, kysy oman organisaatiosi tietohallinnolta.',
      ],
      'not-proven': [
        'Kirjautumista ei voitu varmistaa',
        'Aloita kirjautuminen uudelleen. Jos sama toistuu, kerro siitä alueesi vastuuhenkilölle.',
      ],
      ended: [
        'Tämä kirjautumispalvelu ei ole käytössä',
        'Kysy alueesi vastuuhenkilöltä, miten pääset sisään.',
      ],
      'no-groups': [
        'Sinulla ei ole nyt roolia Kaikukannassa',
        'Roolin antaa oma organisaatiosi. Pyydä esihenkilöäsi lisäämään sinut oikeaan ryhmään ja kirjaudu sitten uudelleen.',
      ],
      'email-taken': [
        'Sähköpostiosoitteellasi on jo tili',
        'Kirjaudu tilillesi salasanalla ja yhdistä palvelu omalla sivullasi. Jos et pääse sisään, kysy alueesi vastuuhenkilöltä.',
      ],
      'email-invited': [
        'Sinut on jo kutsuttu',
        'Avaa sähköpostista kutsun linkki ja ota kutsu vastaan. Yhdistä sitten palvelu omalla sivullasi.',
      ],
      'email-missing': [
        'Sähköpostiosoitteesi puuttuu',
        'Kirjautumispalvelu ei kertonut vahvistettua osoitettasi. Pyydä oman organisaatiosi tietohallintoa lisäämään se.',
      ],
      'account-ended': [
        'Tilisi on päätetty',
        'Kysy alueesi vastuuhenkilöltä, jos tarvitset tilin uudelleen.',
      ],
      'linked-elsewhere': [
        'Palvelua ei voitu yhdistää',
        'Tiliisi tai tähän tunnukseen on jo yhdistetty toinen. Kysy alueesi vastuuhenkilöltä.',
      ],
      'other-account': [
        'Aloita yhdistäminen uudelleen',
        'Kirjautumisesi päättyi tai vaihtui kesken. Kirjaudu tilillesi ja aloita alusta.',
      ],
    },
    own: 'Kirjautumispalvelut',
    ownWhy: 'Voit kirjautua myös oman organisaatiosi tunnuksella. Yhdistä se ensin tiliisi.',
    ownNone: 'Yhtään kirjautumispalvelua ei ole vielä käytössä.',
    linked: (name: string) => `Yhdistetty: ${name}. Voit nyt kirjautua sen tunnuksella.`,
    isLinked: 'Yhdistetty',
    unlink: 'Poista yhdistäminen',
    unlinked: (name: string) => `Yhdistäminen on poistettu: ${name}. Voit yhdistää sen uudelleen.`,
    onlyWay: (name: string) =>
      `Kirjaudut vain tällä palvelulla: ${name}. Lisää ensin pääsyavain, niin pääset yhä tilillesi.`,
    notLinked: 'Ei yhdistetty',
    link: (name: string) => `Yhdistä: ${name}`,
    linkAgain: 'Kirjaudu tässä palvelussa. Palaat sen jälkeen tälle sivulle.',
    rolesOnlyThere: 'Ryhmien antamat roolit toimivat vain, kun kirjaudut sen organisaation tunnuksella.',
  },
  sv: {
    signInWith: (name) => `Logga in: ${name}`,
    orWithOwn: 'Med kommunens eller organisationens konto',
    back: 'Gå tillbaka till inloggningen',
    refusals: {
      cancelled: ['Inloggningen avbröts', 'Du kan börja logga in på nytt.'],
      expired: [
        'Börja logga in på nytt',
        `Inloggningen fungerar en gång, och du har ${requestMinutes} minuter på dig.`,
      ],
      'other-browser': [
        'Börja logga in på nytt',
        'Den här inloggningen började inte i den här webbläsaren. Börja och sluta i samma webbläsare.',
      ],
      unreachable: [
        'Inloggningstjänsten svarar inte',
        'Försök igen om en stund. Om tjänsten fortfarande inte svarar, fråga din organisations dataförvaltning.',
      ],
      'not-proven': [
        'Inloggningen kunde inte bekräftas',
        'Börja logga in på nytt. Om samma sak händer igen, berätta det för områdets ansvarsperson.',
      ],
      ended: [
        'Den här inloggningstjänsten är inte i bruk',
        'Fråga områdets ansvarsperson hur du kan logga in.',
      ],
      'no-groups': [
        'Du har ingen roll i Kaikukanta just nu',
        'Din egen organisation ger rollen. Be din chef lägga till dig i rätt grupp och logga sedan in på nytt.',
      ],
      'email-taken': [
        'Din e-postadress har redan ett konto',
        'Logga in med lösenord och koppla tjänsten på din egen sida. Om du inte kommer in, fråga områdets ansvarsperson.',
      ],
      'email-invited': [
        'Du är redan inbjuden',
        'Öppna länken i din e-post och ta emot inbjudan. Koppla sedan tjänsten på din egen sida.',
      ],
      'email-missing': [
        'Din e-postadress saknas',
        'Inloggningstjänsten gav ingen bekräftad adress. Be din organisations dataförvaltning lägga till den.',
      ],
      'account-ended': [
        'Ditt konto är avslutat',
        'Fråga områdets ansvarsperson om du behöver ett konto igen.',
      ],
      'linked-elsewhere': [
        'Tjänsten kunde inte kopplas',
        'Ditt konto eller det här användarkontot har redan en annan koppling. Fråga områdets ansvarsperson.',
      ],
      'other-account': [
        'Börja koppla på nytt',
        'Din inloggning tog slut eller byttes under tiden. Logga in på ditt konto och börja om.',
      ],
    },
    own: 'Inloggningstjänster',
    ownWhy: 'Du kan också logga in med din organisations konto. Koppla det först till ditt konto här.',
    ownNone: 'Ingen inloggningstjänst är i bruk ännu.',
    linked: (name) => `Kopplad: ${name}. Nu kan du logga in med det kontot.`,
    isLinked: 'Kopplad',
    unlink: 'Ta bort kopplingen',
    unlinked: (name) => `Kopplingen är borttagen: ${name}. Du kan koppla tjänsten på nytt.`,
    onlyWay: (name) =>
      `Du loggar in bara med den här tjänsten: ${name}. Lägg först till en lösennyckel, så kommer du åt ditt konto.`,
    notLinked: 'Inte kopplad',
    link: (name) => `Koppla: ${name}`,
    linkAgain: 'Logga in i tjänsten. Sedan kommer du tillbaka till den här sidan.',
    rolesOnlyThere: 'Roller från grupper fungerar bara när du loggar in med den organisationens konto.',
  },
  en: {
    signInWith: (name) => `Sign in: ${name}`,
    orWithOwn: 'With your municipality’s or organisation’s account',
    back: 'Go back to signing in',
    refusals: {
      cancelled: ['Signing in was not finished', 'You can start signing in again.'],
      expired: [
        'Start signing in again',
        `A sign-in works once, and there are ${requestMinutes} minutes to finish it.`,
      ],
      'other-browser': [
        'Start signing in again',
        'This sign-in did not start in this browser. Start and finish it in the same browser.',
      ],
      unreachable: [
        'The sign-in service does not answer',
        'Try again in a moment. If it still does not answer, ask your organisation’s IT support.',
      ],
      'not-proven': [
        'We could not confirm the sign-in',
        'Start signing in again. If the same thing happens, tell your area coordinator.',
      ],
      ended: ['This sign-in service is not in use', 'Ask your area coordinator how to get in.'],
      'no-groups': [
        'You have no role in Kaikukanta now',
        'Your own organisation gives the role. Ask your manager to add you to the right group, then sign in again.',
      ],
      'email-taken': [
        'Your email address already has an account',
        'Sign in with your password. Link the service on your own page. If you cannot, ask your area coordinator.',
      ],
      'email-invited': [
        'You are already invited',
        'Open the link in your email and accept the invitation. Then link the service on your own page.',
      ],
      'email-missing': [
        'Your email address is missing',
        'The sign-in service gave no confirmed address. Ask your organisation’s IT support to add it.',
      ],
      'account-ended': ['Your account has ended', 'Ask your area coordinator if you need an account again.'],
      'linked-elsewhere': [
        'The service could not be linked',
        'Your account or the one you used already has another link. Ask your area coordinator.',
      ],
      'other-account': [
        'Start linking again',
        'Your sign-in ended or changed in between. Sign in to your account and start again.',
      ],
    },
    own: 'Sign-in services',
    ownWhy: 'You can also sign in with your organisation’s account. First link it to your account here.',
    ownNone: 'No sign-in service is in use yet.',
    linked: (name) => `Linked: ${name}. You can now sign in with that account.`,
    isLinked: 'Linked',
    unlink: 'Remove the link',
    unlinked: (name) => `The link is removed: ${name}. You can link it again.`,
    onlyWay: (name) =>
      `You sign in only with this service: ${name}. First add a passkey, so that you can still get in.`,
    notLinked: 'Not linked',
    link: (name) => `Link: ${name}`,
    linkAgain: 'Sign in to the service. You then come back to this page.',
    rolesOnlyThere: 'Roles from groups work only when you sign in with that organisation’s account.',
  },
})

const letters = translated({
  fi: {
    subject: 'Kirjautumispalvelu on yhdistetty tiliisi',
    hello: (name: string) => `Hei, ${name}.`,
    text: (provider: string) => `Tiliisi voi nyt kirjautua myös tällä palvelulla: ${provider}.`,
    undo: 'Voit poistaa yhdistämisen omalla sivullasi.',
    notYou: 'Jos et tehnyt tätä, poista yhdistäminen ja ota heti yhteyttä Kaikukeskukseen.',
  },
  sv: {
    subject: 'En inloggningstjänst är kopplad till ditt konto',
    hello: (name) => `Hej, ${name}.`,
    text: (provider) => `Nu kan man logga in på ditt konto också med den här tjänsten: ${provider}.`,
    undo: 'Du kan ta bort kopplingen på din egen sida.',
    notYou: 'Om du inte gjorde detta, ta bort kopplingen och kontakta genast Kaikukeskus.',
  },
  en: {
    subject: 'A sign-in service was linked to your account',
    hello: (name) => `Hello, ${name}.`,
    text: (provider) => `Your account can now be signed in to with this service too: ${provider}.`,
    undo: 'You can remove the link on your own page.',
    notYou: 'If you did not do this, remove the link and contact Kaikukeskus at once.',
  },
})

/** To the owner of an account, who may not be the one who linked it. */
export const linkedLetter = (
  language: Language,
  { name, provider }: { name: string; provider: string },
): Letter => {
  const { subject, hello, text, undo, notYou } = letters[language]
  return { subject, paragraphs: [hello(name), text(provider), undo, notYou] }
}

export type Refusal = keyof (typeof signInWords)['fi']['refusals']
export const isRefusal = (text: string): text is Refusal => Object.hasOwn(signInWords.fi.refusals, text)
