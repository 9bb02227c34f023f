import { translated } from '../i18n/translated.ts'
import { localPath } from '../web/paths.ts'
import type { Kind, Side, SigningRefusal, State, Way } from './rules.ts'

export const paths = {
  /** One commitment, for its keepers and its parties. */
  one: localPath({
    fi: '/sitoumus/:commitment',
    sv: '/forbindelse/:commitment',
    en: '/commitment/:commitment',
  }),
}

const kinds = (names: Record<Kind, string>) => names
const states = (names: Record<State, string>) => names
const sides = (names: Record<Side, string>) => names
const ways = (names: Record<Way, string>) => names
const refusals = (sentences: Record<SigningRefusal, string>) => sentences

export const words = translated({
  fi: {
    kinds: kinds({
      area: 'Alueen ja Kaikukeskuksen sitoumus',
      partnership: 'Hyvinvointialueen, kunnan ja kulttuuritoimijan sitoumus',
      issuer: 'Kortinjakajan sitoumus',
      venue: 'Kohteen sitoumus',
      pilot: 'Kokeilun sitoumus',
      'pop-up': 'Pop up -kohteen sitoumus',
    }),
    states: states({
      draft: 'Luonnos',
      waiting: 'Odottaa allekirjoituksia',
      signed: 'Allekirjoitettu',
      declined: 'Kieltäydytty',
      expired: 'Määräaika ohi',
      cancelled: 'Peruttu',
    }),
    sides: sides({
      centre: 'Kaikukeskus',
      area: 'Alue',
      county: 'Hyvinvointialue',
      municipality: 'Kunta',
      issuer: 'Kortinjakaja',
      venue: 'Kohde',
      culture: 'Kulttuuritoimija',
    }),
    ways: ways({ account: 'Tunnuksilla Kaikukannassa', link: 'Linkillä', paper: 'Paperilla' }),
    later: 'Jatkuu sitoumuksella',
    seeLater: 'Avaa jatkava sitoumus',
    laterHint: 'Tämä on voimassa, kunnes se päätetään.',
    earlier: 'Jatkaa sitoumusta',
    seeEarlier: 'Avaa aiempi sitoumus',
    refusals: refusals({
      withdrawn: 'Sitoumus on otettu takaisin. Lähettäjä kertoo, kun uusi on valmis.',
      declined: 'Joku osapuolista on kieltäytynyt. Kysy lisää lähettäjältä.',
      'signed-already': 'Tämä osapuoli on jo allekirjoittanut. Sinun ei tarvitse tehdä mitään.',
      'too-late': 'Allekirjoitusaika on ohi. Pyydä lähettäjältä uusi pyyntö.',
      'text-changed': 'Teksti on muuttunut lukemisesi jälkeen. Lue uusi teksti ja allekirjoita se.',
      'signed-for-another': 'Olet jo allekirjoittanut toisen puolesta. Pyydä toista henkilöä.',
    }),
  },
  sv: {
    kinds: kinds({
      area: 'Förbindelse mellan området och Kaikukeskus',
      partnership: 'Förbindelse mellan välfärdsområde, kommun och kulturaktör',
      issuer: 'Kortutdelarens förbindelse',
      venue: 'Besöksmålets förbindelse',
      pilot: 'Förbindelse för ett försök',
      'pop-up': 'Förbindelse för ett pop-up-ställe',
    }),
    states: states({
      draft: 'Utkast',
      waiting: 'Väntar på underskrifter',
      signed: 'Undertecknad',
      declined: 'Avböjd',
      expired: 'Tiden har gått ut',
      cancelled: 'Avbruten',
    }),
    sides: sides({
      centre: 'Kaikukeskus',
      area: 'Område',
      county: 'Välfärdsområde',
      municipality: 'Kommun',
      issuer: 'Kortutdelare',
      venue: 'Besöksmål',
      culture: 'Kulturaktör',
    }),
    ways: ways({ account: 'Med konto i Kaikukanta', link: 'Med länk', paper: 'På papper' }),
    later: 'Fortsätts av en förbindelse',
    seeLater: 'Öppna förbindelsen som tar vid',
    laterHint: 'Den här gäller tills den avslutas.',
    earlier: 'Fortsätter en förbindelse',
    seeEarlier: 'Öppna den tidigare förbindelsen',
    refusals: refusals({
      withdrawn: 'Förbindelsen har tagits tillbaka. Avsändaren meddelar när en ny är klar.',
      declined: 'En av parterna har avböjt. Fråga avsändaren.',
      'signed-already': 'Den här parten har redan undertecknat. Du behöver inte göra något.',
      'too-late': 'Tiden för underskrift har gått ut. Be avsändaren om en ny begäran.',
      'text-changed': 'Texten har ändrats sedan du läste den. Läs den nya och underteckna den.',
      'signed-for-another': 'Du har redan undertecknat för en annan part. Be en annan person.',
    }),
  },
  en: {
    kinds: kinds({
      area: 'Commitment of an area and Kaikukeskus',
      partnership: 'Commitment of a county, a municipality and a cultural organisation',
      issuer: 'Commitment of a card issuer',
      venue: 'Commitment of a venue',
      pilot: 'Commitment for a pilot',
      'pop-up': 'Commitment of a pop-up site',
    }),
    states: states({
      draft: 'Draft',
      waiting: 'Waits for signatures',
      signed: 'Signed',
      declined: 'Declined',
      expired: 'Not signed in time',
      cancelled: 'Cancelled',
    }),
    sides: sides({
      centre: 'Kaikukeskus',
      area: 'Area',
      county: 'Wellbeing services county',
      municipality: 'Municipality',
      issuer: 'Card issuer',
      venue: 'Venue',
      culture: 'Cultural organisation',
    }),
    ways: ways({ account: 'With an account in Kaikukanta', link: 'By link', paper: 'On paper' }),
    later: 'Continued by a commitment',
    seeLater: 'Open the one that follows',
    laterHint: 'This one binds until it is ended.',
    earlier: 'Continues a commitment',
    seeEarlier: 'Open the earlier commitment',
    refusals: refusals({
      withdrawn: 'The commitment was taken back. The sender tells when a new one is ready.',
      declined: 'One of the parties has declined. Ask the sender.',
      'signed-already': 'This party has signed already. You need do nothing.',
      'too-late': 'The time for signing is over. Ask the sender for a new request.',
      'text-changed': 'The text has changed since you read it. Read the new one and sign it.',
      'signed-for-another': 'You have signed for another party already. Ask somebody else.',
    }),
  },
})
